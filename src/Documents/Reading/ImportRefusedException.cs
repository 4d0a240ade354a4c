namespace JointMeeting.Documents.Reading;

public enum RefusalCode
{
    Empty,
    Binary,
    TooLarge,
    NotPlainText,
    Classified,
    NoNotice,

    /// <summary>A known kind of file that this system does not read.</summary>
    UnknownKind,

    /// <summary>Damaged, or built in a way no program writes.</summary>
    Broken,

    /// <summary>Built to exhaust the reader, or to make it read something else.</summary>
    Hostile,

    /// <summary>Opens only with a password.</summary>
    Encrypted,

    /// <summary>Pictures of pages, no text.</summary>
    Scanned,

    /// <summary>Needs a program that is not installed here, or that did not manage.</summary>
    NeedsProgram,
}

/// <summary>A file that is not read further. The message is Chinese and says what to do; nothing has been taken from the file.</summary>
public sealed class ImportRefusedException(RefusalCode code, string message) : Exception(message)
{
    public RefusalCode Code { get; } = code;
}
