namespace JointMeeting.Documents.Reading;

/// <summary>One line of a source, verbatim.</summary>
/// <param name="Number">Its place (from 1): in a plain text the line of the file, shared by the cells of a pasted row.</param>
public sealed record SourceLine(int Number, string Text, Origin Origin);

/// <summary>A source as lines that keep their origin, whatever kind of file it was.</summary>
/// <param name="Encoding">How the bytes were read.</param>
/// <param name="Notices">What a person should know about the reading, in Chinese.</param>
public sealed record SourceText(IReadOnlyList<SourceLine> Lines, string Encoding, IReadOnlyList<string> Notices)
{
    internal static readonly string[] LineEnds = ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029", "\f", "\v"];

    /// <summary>Lines of text that is already characters, such as text pasted into a form; rows with tabs become rows of a table.</summary>
    /// <exception cref="ImportRefusedException">Nothing but white space, control characters, a web page, or a mark of secrecy.</exception>
    public static SourceText FromText(string text, string encoding = "UTF-8", params IReadOnlyList<string> notices)
    {
        SourceBuilder.RefuseTooMuch(text);
        Refusals.RefuseUnreadable(text);
        return new(
            PastedTables.Lines(SpacedTables.WithTabs(text.Split(LineEnds, StringSplitOptions.None))),
            encoding,
            notices
        );
    }
}
