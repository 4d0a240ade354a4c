using System.Text;

namespace JointMeeting.Documents.Writing;

/// <summary>CSV as spreadsheets here open it: UTF-8 with its mark, RFC 4180 quotes, nothing that would run as a formula.</summary>
public static class Csv
{
    /// <summary>The table as a file.</summary>
    public static byte[] Write(Sheet sheet)
    {
        var text = new StringBuilder();
        foreach (var row in sheet.AllRows())
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Cell(object? value)
    {
        if (value is not string words)
            return CellText.Of(value);
        // A text from outside that begins like a formula must stay a text.
        if (words.Length > 0 && words[0] is ('=' or '+' or '-' or '@' or '\t'))
            words = $"'{words}";
        return words.AsSpan().IndexOfAny(",\"\r\n") < 0 ? words : $"\"{words.Replace("\"", "\"\"")}\"";
    }
}
