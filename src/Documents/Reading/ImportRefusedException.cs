namespace JointMeeting.Documents.Reading;

public enum RefusalCode
{
    Empty,
    Binary,
    TooLarge,
    NotPlainText,
    Classified,
    NoNotice,
}

/// <summary>A file that is not read further. The message is Chinese and says what to do; nothing has been taken from the file.</summary>
public sealed class ImportRefusedException(RefusalCode code, string message) : Exception(message)
{
    public RefusalCode Code { get; } = code;
}
