using System.Security;
using JointMeeting.Documents.Tests.Reading;

namespace JointMeeting.Documents.Tests.Recognising.ItemLists;

/// <summary>A workbook of one sheet, as an office makes it.</summary>
internal static class ListFile
{
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private const string Links = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Cells by row; null leaves one out; <paramref name="merges"/> such as A1:D1.</summary>
    public static byte[] Xlsx(IReadOnlyList<string?[]> rows, params string[] merges)
    {
        var data = string.Concat(
            rows.Select(
                (cells, row) => $"<row r=\"{row + 1}\">{string.Concat(cells.Select((c, i) => Cell(c, i, row)))}</row>"
            )
        );
        var merged = string.Concat(merges.Select(m => $"<mergeCell ref=\"{m}\"/>"));
        return SampleForms.Packed([
            (
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"
            ),
            (
                "_rels/.rels",
                $"<Relationships {Links}><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                $"<Relationships {Links}><Relationship Id=\"s1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
            (
                "xl/workbook.xml",
                $"<workbook {Main} xmlns:r=\"{Office}\"><sheets><sheet name=\"建议\" sheetId=\"1\" r:id=\"s1\"/></sheets></workbook>"
            ),
            (
                "xl/worksheets/sheet1.xml",
                $"<worksheet {Main}><sheetData>{data}</sheetData><mergeCells>{merged}</mergeCells></worksheet>"
            ),
        ]);
    }

    private static string Cell(string? text, int column, int row) =>
        text is null ? ""
        : text.StartsWith('#') ? $"<c r=\"{(char)('A' + column)}{row + 1}\" t=\"e\"><f>X!A1</f><v>{text}</v></c>"
        : $"<c r=\"{(char)('A' + column)}{row + 1}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>";
}
