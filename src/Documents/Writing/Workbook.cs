using System.IO.Compression;
using System.Security;
using System.Text;

namespace JointMeeting.Documents.Writing;

/// <summary>
/// A plain XLSX file (ECMA-376): sheets of texts and numbers with a bold heading that stays in view. Texts are texts,
/// whatever they begin with.
/// </summary>
public static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const int LongestName = 31;

    /// <summary>The sheets as a file.</summary>
    public static byte[] Write(params IReadOnlyList<Sheet> sheets)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "[Content_Types].xml", ContentTypes(sheets.Count));
            Put(zip, "_rels/.rels", Related(("officeDocument", "xl/workbook.xml")));
            Put(zip, "xl/workbook.xml", Names(sheets));
            Put(
                zip,
                "xl/_rels/workbook.xml.rels",
                Related([
                    .. sheets.Select((_, i) => ("worksheet", $"worksheets/sheet{i + 1}.xml")),
                    ("styles", "styles.xml"),
                ])
            );
            Put(zip, "xl/styles.xml", Styles);
            foreach (var (sheet, index) in sheets.Select((s, i) => (s, i)))
                Put(zip, $"xl/worksheets/sheet{index + 1}.xml", Cells(sheet));
        }
        return memory.ToArray();
    }

    private static string Cells(Sheet sheet)
    {
        var xml = new StringBuilder();
        xml.Append($"<worksheet xmlns=\"{Main}\"><sheetViews><sheetView workbookViewId=\"0\">");
        xml.Append("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>");
        xml.Append(
            "</sheetView></sheetViews><sheetFormatPr defaultColWidth=\"16\" defaultRowHeight=\"16\"/><sheetData>"
        );
        foreach (var (row, index) in sheet.AllRows().Select((r, i) => (r, i)))
        {
            xml.Append("<row>");
            foreach (var cell in row)
                xml.Append(Cell(cell, heading: index == 0));
            xml.Append("</row>");
        }
        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static string Cell(object? value, bool heading) =>
        value is int or long or decimal
            ? $"<c><v>{CellText.Of(value)}</v></c>"
            : $"<c t=\"inlineStr\"{(heading ? " s=\"1\"" : "")}><is><t xml:space=\"preserve\">{Escaped(CellText.Of(value))}</t></is></c>";

    /// <summary>Signs that XML cannot hold are left out; a list pasted from elsewhere may bring them.</summary>
    private static string Escaped(string text) =>
        SecurityElement.Escape(string.Concat(text.Where(c => c is '\n' or '\t' || c >= ' ' && c < '\ufffe')));

    private static string Names(IReadOnlyList<Sheet> sheets) =>
        $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>"
        + string.Concat(
            sheets.Select(
                (s, i) => $"<sheet name=\"{Escaped(Name(s.Name))}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"
            )
        )
        + "</sheets></workbook>";

    private static string Name(string name)
    {
        foreach (var sign in "[]:*?/\\")
            name = name.Replace(sign, ' ');
        return name.Length <= LongestName ? name : name[..LongestName];
    }

    private static string Related(params IReadOnlyList<(string Kind, string Target)> parts) =>
        $"<Relationships xmlns=\"{Package}/relationships\">"
        + string.Concat(
            parts.Select(
                (p, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Relations}/{p.Kind}\" Target=\"{p.Target}\"/>"
            )
        )
        + "</Relationships>";

    private static string ContentTypes(int sheets) =>
        $"<Types xmlns=\"{Package}/content-types\">"
        + $"<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Spreadsheet}.sheet.main+xml\"/>"
        + $"<Override PartName=\"/xl/styles.xml\" ContentType=\"{Spreadsheet}.styles+xml\"/>"
        + string.Concat(
            Enumerable
                .Range(1, sheets)
                .Select(n =>
                    $"<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"{Spreadsheet}.worksheet+xml\"/>"
                )
        )
        + "</Types>";

    private static readonly string Styles =
        $"<styleSheet xmlns=\"{Main}\"><fonts count=\"2\"><font/><font><b/></font></fonts>"
        + "<fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>"
        + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
        + "<cellXfs count=\"2\"><xf xfId=\"0\"/><xf xfId=\"0\" fontId=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>";

    private static void Put(ZipArchive zip, string path, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(path).Open(), new UTF8Encoding(false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
        writer.Write(xml);
    }
}
