namespace JointMeeting.Documents.Reading;

/// <summary>One line of a source, verbatim, with its place (from 1).</summary>
public sealed record SourceLine(int Number, string Text);

/// <summary>A source as lines that keep their origin.</summary>
/// <param name="Encoding">How the bytes were read.</param>
/// <param name="Notices">What a person should know about the reading, in Chinese.</param>
public sealed record SourceText(IReadOnlyList<SourceLine> Lines, string Encoding, IReadOnlyList<string> Notices)
{
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029", "\f", "\v"];

    /// <summary>Lines of text that is already characters, such as text pasted into a form.</summary>
    /// <exception cref="ImportRefusedException">Nothing but white space, control characters, a web page, or a mark of secrecy.</exception>
    public static SourceText FromText(string text, string encoding = "UTF-8", params IReadOnlyList<string> notices)
    {
        Refusals.RefuseUnreadable(text);
        var lines = text.Split(LineEnds, StringSplitOptions.None);
        return new([.. lines.Select((line, index) => new SourceLine(index + 1, line))], encoding, notices);
    }
}
