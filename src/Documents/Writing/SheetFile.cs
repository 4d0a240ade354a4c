using System.IO.Compression;
using System.Text;
using System.Xml;

namespace JointMeeting.Documents.Writing;

/// <summary>
/// Writes a table as an XLSX file of one worksheet, its first row in bold. Every cell is text: nothing a unit wrote can
/// become a formula, and no number is rounded.
/// </summary>
public static class SheetFile
{
    private const string Sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>A sheet's name may be no longer.</summary>
    private const int LongestName = 31;

    /// <summary>How browsers know the file.</summary>
    public const string ContentType = $"{Type}.sheet";

    /// <summary>The file.</summary>
    /// <param name="name">What the worksheet is called.</param>
    /// <param name="rows">The heading first.</param>
    public static byte[] Write(string name, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(archive, "[Content_Types].xml", ContentTypes);
            Part(archive, "_rels/.rels", w => Links(w, ("officeDocument", "xl/workbook.xml")));
            Part(archive, "xl/workbook.xml", w => Book(w, name));
            Part(
                archive,
                "xl/_rels/workbook.xml.rels",
                w => Links(w, ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"))
            );
            Part(archive, "xl/styles.xml", Styles);
            Part(archive, "xl/worksheets/sheet1.xml", w => Sheet(w, rows));
        }
        return bytes.ToArray();
    }

    private static void Part(ZipArchive archive, string name, Action<XmlWriter> write)
    {
        using var stream = archive.CreateEntry(name).Open();
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        writer.WriteStartDocument(standalone: true);
        write(writer);
    }

    private static void ContentTypes(XmlWriter writer)
    {
        writer.WriteStartElement("Types", "http://schemas.openxmlformats.org/package/2006/content-types");
        Element(
            writer,
            "Default",
            ("Extension", "rels"),
            ("ContentType", "application/vnd.openxmlformats-package.relationships+xml")
        );
        foreach (
            var (part, kind) in new[]
            {
                ("workbook", "sheet.main"),
                ("worksheets/sheet1", "worksheet"),
                ("styles", "styles"),
            }
        )
            Element(writer, "Override", ("PartName", $"/xl/{part}.xml"), ("ContentType", $"{Type}.{kind}+xml"));
        writer.WriteEndElement();
    }

    private static void Links(XmlWriter writer, params (string Kind, string Target)[] links)
    {
        writer.WriteStartElement("Relationships", Packages);
        foreach (var ((kind, target), index) in links.Select((l, i) => (l, i)))
            Element(
                writer,
                "Relationship",
                ("Id", $"rId{index + 1}"),
                ("Type", $"{Documents}/{kind}"),
                ("Target", target)
            );
        writer.WriteEndElement();
    }

    private static void Book(XmlWriter writer, string name)
    {
        writer.WriteStartElement("workbook", Sheets);
        writer.WriteStartElement("sheets", Sheets);
        writer.WriteStartElement("sheet", Sheets);
        writer.WriteAttributeString("name", SheetName(name));
        writer.WriteAttributeString("sheetId", "1");
        writer.WriteAttributeString("r", "id", Documents, "rId1");
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static string SheetName(string name)
    {
        var allowed = string.Concat(Clean(name).Where(c => !"[]:*?/\\'".Contains(c)));
        return allowed.Length == 0 ? "表"
            : allowed.Length <= LongestName ? allowed
            : allowed[..LongestName];
    }

    /// <summary>Style 0 wraps lines, style 1 is bold besides.</summary>
    private static void Styles(XmlWriter writer)
    {
        const string styles = """
            <fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill/></fills>
            <borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
            <cellXfs count="2"><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
            <xf fontId="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>
            """;
        writer.WriteStartElement("styleSheet", Sheets);
        writer.WriteRaw(styles);
        writer.WriteEndElement();
    }

    private static void Sheet(XmlWriter writer, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        writer.WriteStartElement("worksheet", Sheets);
        writer.WriteStartElement("sheetData", Sheets);
        foreach (var (row, index) in rows.Select((r, i) => (r, i)))
        {
            writer.WriteStartElement("row", Sheets);
            writer.WriteAttributeString("r", $"{index + 1}");
            foreach (var (text, column) in row.Select((t, c) => (t, c)))
                Cell(writer, $"{Letters(column)}{index + 1}", text, bold: index == 0);
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void Cell(XmlWriter writer, string place, string text, bool bold)
    {
        writer.WriteStartElement("c", Sheets);
        writer.WriteAttributeString("r", place);
        writer.WriteAttributeString("t", "inlineStr");
        if (bold)
            writer.WriteAttributeString("s", "1");
        writer.WriteStartElement("is", Sheets);
        writer.WriteStartElement("t", Sheets);
        writer.WriteAttributeString("xml", "space", null, "preserve");
        writer.WriteString(Clean(text));
        writer.WriteEndElement();
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void Element(XmlWriter writer, string name, params (string Name, string Value)[] attributes)
    {
        writer.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
            writer.WriteAttributeString(attribute, value);
        writer.WriteEndElement();
    }

    /// <summary>A to Z, then AA.</summary>
    private static string Letters(int column) =>
        column < 26 ? $"{(char)('A' + column)}" : $"{Letters((column / 26) - 1)}{(char)('A' + (column % 26))}";

    /// <summary>Without what XML cannot hold.</summary>
    private static string Clean(string text) =>
        string.Concat(text.EnumerateRunes().Where(r => r.Value > 0xFFFF || XmlConvert.IsXmlChar((char)r.Value)));
}
