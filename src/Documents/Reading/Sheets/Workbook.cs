using System.Globalization;
using System.Xml.Linq;
using JointMeeting.Documents.Reading.Packed;

namespace JointMeeting.Documents.Reading.Sheets;

/// <summary>An XLSX file: each visible worksheet is a table, with merged cells. Formulas are not computed: what was last shown counts.</summary>
internal static class Workbook
{
    private const int MostColumns = 200;
    private const int MostRows = 50_000;

    /// <exception cref="ImportRefusedException">Nothing to read, built to exhaust the reader, or marked as secret.</exception>
    public static SourceText Read(PackedFile file, string mainPart)
    {
        var builder = new SourceBuilder();
        PackedParts.NoticeUnread(file, builder);
        var folder = mainPart[..(mainPart.LastIndexOf('/') + 1)];
        var book = SafeXml.Whole(file.Open(mainPart) ?? throw new InvalidDataException("The main part is missing."));
        var name = mainPart[folder.Length..];
        var targets = file.Open($"{folder}_rels/{name}.rels") is { } links
            ? SafeXml.Children(links, "Relationships").ToLookup(link => link.Value("Id"), link => link.Value("Target"))
            : Enumerable.Empty<string>().ToLookup(_ => (string?)null, _ => (string?)null);
        var values = new CellValues(file.Open(folder + "sharedStrings.xml"), file.Open(folder + "styles.xml"), book);
        foreach (var sheet in book.Child("sheets").All("sheet"))
        {
            if (sheet.Value("state") is "hidden" or "veryHidden")
                builder.Notice($"工作表“{sheet.Value("name")}”是隐藏的,未读取。");
            else if (targets[sheet.Value("id")].FirstOrDefault() is { } target)
                ReadSheet(
                    file,
                    target.StartsWith('/') ? target : folder + target,
                    sheet.Value("name") ?? "",
                    values,
                    builder
                );
        }
        return builder.Build("XLSX");
    }

    private static void ReadSheet(PackedFile file, string path, string name, CellValues values, SourceBuilder builder)
    {
        var merges = Merges(file, path);
        var cells = new List<DraftCell>();
        var row = 0;
        foreach (var line in file.Open(path) is { } part ? SafeXml.Children(part, "sheetData") : [])
        {
            row = line.Number("r") ?? row + 1;
            if (line.Value("hidden") is "1" or "true")
                builder.Notice($"工作表“{name}”有隐藏的行,也已读取,请核对。");
            if (row is < 1 or > MostRows)
            {
                builder.Notice($"工作表“{name}”第 {MostRows} 行以后未读取,请删去空行或拆分后再导入。");
                break;
            }
            var column = -1;
            foreach (var cell in line.All("c"))
            {
                column = Column(cell.Value("r")) ?? column + 1;
                var text = values.Text(cell);
                if (column is < 0 or >= MostColumns)
                {
                    if (text.Length > 0)
                        builder.Notice($"工作表“{name}”第 {MostColumns} 列以后未读取,请核对。");
                    continue;
                }
                var (high, wide) = merges.GetValueOrDefault((row - 1, column), (1, 1));
                if (text.Length == 0 && (high, wide) == (1, 1))
                    continue;
                if (cells.Count >= SourceBuilder.MostLines)
                    throw SourceBuilder.TooMuch();
                cells.Add(new(row - 1, column, high, wide, [text]));
            }
        }
        builder.Table(cells, name);
    }

    /// <summary>Merged ranges stand behind the rows, so the part is read twice.</summary>
    private static Dictionary<(int Row, int Column), (int High, int Wide)> Merges(PackedFile file, string path)
    {
        var found = new Dictionary<(int, int), (int, int)>();
        foreach (var merge in file.Open(path) is { } part ? SafeXml.Children(part, "mergeCells") : [])
            if (
                merge.Value("ref")?.Split(':') is [var from, var to]
                && (Column(from), Row(from), Column(to), Row(to)) is ({ } left, { } top, { } right, { } bottom)
                && right >= left
                && bottom >= top
            )
                found[(top, left)] = (Math.Min(bottom, MostRows) - top + 1, Math.Min(right, MostColumns) - left + 1);
        return found;
    }

    /// <summary>AB12: column 27, counted from 0.</summary>
    private static int? Column(string? reference)
    {
        var column = 0;
        foreach (var letter in (reference ?? "").TakeWhile(char.IsAsciiLetterUpper).Take(3))
            column = column * 26 + letter - 'A' + 1;
        return column == 0 ? null : column - 1;
    }

    private static int? Row(string reference) =>
        int.TryParse(reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), NumberStyles.None, null, out var row)
            ? row - 1
            : null;
}
