using System.IO.Compression;
using System.Net;
using System.Security;
using System.Text;

namespace JointMeeting.Documents.Tests.Reading;

/// <summary>The product's sample in the forms in which such a notice arrives.</summary>
internal static class SampleForms
{
    public static readonly string Text = Encoding.UTF8.GetString(Samples.Samples.Notice()).ReplaceLineEndings("\n");
    private static readonly string[] Header = ["序号", "重点任务", "责任单位", "完成时限"];
    private static readonly string Start = string.Join("\n\n", Header) + "\n\n";

    /// <summary>The lines before the table.</summary>
    public static string[] Paragraphs =>
        Text[..Text.IndexOf(Start, StringComparison.Ordinal)].TrimEnd('\n').Split('\n');

    /// <summary>The rows of the table with its header; a heading of a section is a row of one cell.</summary>
    public static List<string[]> Rows
    {
        get
        {
            var cells = Text[(Text.IndexOf(Start, StringComparison.Ordinal) + Start.Length)..]
                .Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var rows = new List<string[]> { Header };
            for (var at = 0; at < cells.Length; at += rows[^1].Length)
                rows.Add(cells[at].Contains('、') ? [cells[at]] : cells[at..(at + 4)]);
            return rows;
        }
    }

    /// <summary>As a web editor leaves it: inline styles, nested spans, words broken over tags, a layout table around all.</summary>
    public static string Html()
    {
        var page = new StringBuilder(
            "<!DOCTYPE html><html><head><meta charset=\"gb2312\"><title>页</title><style>p{color:red}</style></head><body><table><tr><td><div>\n"
        );
        foreach (var line in Paragraphs)
            page.Append(
                $"<p class=\"ql-block\"><span style=\"font-size:20px\"><b><o:p></o:p>{Encoded(line[..(line.Length / 2)])}</b></span><font>{Encoded(line[(line.Length / 2)..])}</font></p>\n"
            );
        page.Append("<table border=1><tbody>");
        foreach (var row in Rows)
            page.Append(
                "<tr>"
                    + string.Concat(
                        row.Select(cell =>
                            $"<td{(row.Length == 1 ? " colspan=4" : "")}><p>\n  <span>{Encoded(cell)}</span>\n</p></td>"
                        )
                    )
                    + "</tr>\n"
            );
        return page + "</tbody></table></div></td></tr></table></body></html>";
    }

    public static string Paste() =>
        string.Join(
            '\n',
            Paragraphs.Concat(Rows.Select(row => string.Join('\t', row.Length == 1 ? [row[0], "", "", ""] : row)))
        );

    /// <summary>Clauses are numbered by the word processor, so that their numbers stand nowhere in the text.</summary>
    public static byte[] Docx() => Docx(string.Concat(Paragraphs.Select(Paragraph)) + Table(Rows));

    public static byte[] Docx(string body, params (string Path, string Text)[] more) =>
        Packed([
            (
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                    + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
                    + "<Override PartName=\"/word/numbering.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/></Types>"
            ),
            (
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            ),
            (
                "word/_rels/document.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering\" Target=\"numbering.xml\"/></Relationships>"
            ),
            ("word/document.xml", $"<w:document {Word}><w:body>{body}<w:sectPr/></w:body></w:document>"),
            (
                "word/numbering.xml",
                $"<w:numbering {Word}><w:abstractNum w:abstractNumId=\"0\">"
                    + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1．\"/></w:lvl>"
                    + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"（%2）\"/></w:lvl></w:abstractNum>"
                    + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
            ),
            .. more,
        ]);

    public static string Run(string text) =>
        $"<w:r><w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r>";

    public static string Cell(string text, string properties = "") =>
        $"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{Run(text)}</w:p></w:tc>";

    public static string Table(IEnumerable<string[]> rows) =>
        "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>"
        + string.Concat(
            rows.Select(row =>
                "<w:tr>"
                + string.Concat(row.Select(cell => Cell(cell, row.Length == 1 ? "<w:gridSpan w:val=\"4\"/>" : "")))
                + "</w:tr>"
            )
        )
        + "</w:tbl>";

    /// <summary>The text on the first sheet, a line a row; the table on the second, with merged headings.</summary>
    public static byte[] Xlsx()
    {
        var text = string.Concat(
            Paragraphs.Select((line, at) => $"<row r=\"{at + 1}\">{Inline($"A{at + 1}", line)}</row>")
        );
        var table = string.Concat(
            Rows.Select(
                (row, at) =>
                    $"<row r=\"{at + 1}\">{string.Concat(row.Select((cell, column) => Inline($"{"ABCD"[column]}{at + 1}", cell)))}</row>"
            )
        );
        var merges = string.Concat(
            Rows.Index()
                .Where(row => row.Item.Length == 1)
                .Select(row => $"<mergeCell ref=\"A{row.Index + 1}:D{row.Index + 1}\"/>")
        );
        return Packed([
            (
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                    + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
                    + "<Override PartName=\"/xl/worksheets/sheet2.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"
            ),
            (
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + "<Relationship Id=\"s1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                    + "<Relationship Id=\"s2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>"
            ),
            (
                "xl/workbook.xml",
                $"<workbook {Sheets} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"正文\" sheetId=\"1\" r:id=\"s1\"/><sheet name=\"分工表\" sheetId=\"2\" r:id=\"s2\"/></sheets></workbook>"
            ),
            ("xl/worksheets/sheet1.xml", $"<worksheet {Sheets}><sheetData>{text}</sheetData></worksheet>"),
            (
                "xl/worksheets/sheet2.xml",
                $"<worksheet {Sheets}><sheetData>{table}</sheetData><mergeCells>{merges}</mergeCells></worksheet>"
            ),
        ]);
    }

    public static byte[] Packed(IEnumerable<(string Path, string Text)> parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, true))
            foreach (var (path, text) in parts)
                using (var part = archive.CreateEntry(path).Open())
                    part.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    private const string Word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private const string Sheets = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private static string Encoded(string text) => WebUtility.HtmlEncode(text).Replace(" ", "&nbsp;");

    private static string Inline(string place, string text) =>
        $"<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>";

    private static string Paragraph(string line)
    {
        var clause = line.IndexOf('．') is > 0 and var dot && line[..dot].Trim().All(char.IsAsciiDigit) ? dot + 1 : 0;
        var numbered =
            clause > 0 ? "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>" : "";
        return $"<w:p>{numbered}{Run(line[clause..])}</w:p>";
    }
}
