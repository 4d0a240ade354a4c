namespace JointMeeting.Documents.Reading.Sheets;

/// <summary>A CSV file (RFC 4180): the rows of a spreadsheet without its merged cells.</summary>
internal static class CommaFile
{
    /// <summary>What a spreadsheet saves has commas in most of its lines; a text that merely bears the name has not.</summary>
    public static bool Is(string fileName, string text) =>
        Path.GetExtension(fileName).Equals(".csv", StringComparison.OrdinalIgnoreCase)
        && text.Contains(',')
        && !text.Contains('\t');

    /// <exception cref="ImportRefusedException">Nothing to read, or marked as secret.</exception>
    public static SourceText Read(DecodedText decoded)
    {
        SourceBuilder.RefuseTooMuch(decoded.Text);
        Refusals.RefuseUnreadable(decoded.Text);
        var lines = PastedTables.Lines(decoded.Text.Split(SourceText.LineEnds, StringSplitOptions.None), ',');
        return new(lines, $"CSV({decoded.Encoding})", decoded.Notices);
    }
}
