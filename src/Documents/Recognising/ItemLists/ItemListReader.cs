using JointMeeting.Documents.Reading;
using JointMeeting.Domain.Proposals;

namespace JointMeeting.Documents.Recognising.ItemLists;

/// <summary>
/// Reads the yearly list of suggestions or proposals: columns by their usual headings, headings over several columns,
/// rows above the header, several sheets. A row with a fault is kept and says what is wrong.
/// </summary>
public static class ItemListReader
{
    private const int RowsAboveHeader = 10;

    private sealed record Headed(ItemColumn Column, int First, int Last);

    /// <param name="Header">The last row of the header.</param>
    /// <param name="Above">The cells up to there, but for what this program wrote itself.</param>
    private sealed record Table(
        CellOrigin Origin,
        Grid Grid,
        IReadOnlyList<Headed> Columns,
        int Header,
        IReadOnlyList<GridCell> Above
    )
    {
        /// <summary>What stands above the rows, but for the headings of one column.</summary>
        public IEnumerable<string> AboveBut(ItemColumn column) =>
            Above.Where(cell => ItemColumns.Read(cell.Squeezed) != column).Select(cell => cell.Text);
    }

    /// <summary>Reads a file: XLSX, CSV, a Word table or a plain text with tabs.</summary>
    /// <exception cref="ImportRefusedException">Not readable, marked as secret, or no such list in it.</exception>
    public static ItemList Read(byte[] bytes, string fileName)
    {
        if (!IsDelimited(fileName))
            return Read(ReadAny.Read(bytes, fileName));
        var decoded = TextDecoding.Decode(bytes);
        return FromText(decoded.Text, decoded.Notices);
    }

    /// <summary>Reads cells pasted from a spreadsheet.</summary>
    /// <exception cref="ImportRefusedException">No list of items in it, or a mark of secrecy.</exception>
    public static ItemList FromText(string text, params IReadOnlyList<string> notices)
    {
        Refusals.RefuseUnreadable(text);
        return Delimited.Lines(text) is { } lines ? Read(new SourceText(lines, "CSV", notices)) : throw NoList();
    }

    private static ItemList Read(SourceText source)
    {
        var notices = new List<string>(source.Notices);
        var tables = Tables(source, notices).ToList();
        var rows = tables.SelectMany(Rows).ToList();
        var isLedger = rows.Exists(row => CourseReader.TellsOfACourse(row.Cells));
        var items = rows.ConvertAll(row => ItemRowReader.Read(row.Cells, row.Place, isLedger));
        if (items.Count == 0)
            throw NoList();
        return new(SameNumberTwice(items), notices)
        {
            AsOf = isLedger ? AsOf(tables, notices) : null,
            Session = items.Exists(item => item.Session is null) ? Session(tables, notices) : null,
        };
    }

    /// <summary>The tables that have a header of such a list, and what is to be said of the others.</summary>
    private static IEnumerable<Table> Tables(SourceText source, List<string> notices)
    {
        foreach (var (origin, grid) in Grids(source))
        {
            if (Header(grid) is not { } header)
            {
                notices.Add($"{Name(origin)}没有可识别的表头,未读取。");
                continue;
            }
            var told = grid.Rows.Where(row => row <= header.Row && ItemListText.IsNotices(grid.Row(row))).ToList();
            notices.AddRange(told.SelectMany(row => grid.Row(row).Skip(1)).Select(cell => cell.Text));
            if (
                header.Columns.Any(c => c.Column == ItemColumn.Serial)
                && !header.Columns.Any(c => c.Column == ItemColumn.Number)
            )
                notices.Add($"{Name(origin)}没有编号列,以序号作为编号;请核对,不对的请补上编号列再导入。");
            var above = grid.Rows.Where(row => row <= header.Row).Except(told).SelectMany(grid.Row);
            yield return new(origin, grid, header.Columns, header.Row, [.. above]);
        }
    }

    private static IEnumerable<(Dictionary<ItemColumn, string> Cells, string Place)> Rows(Table table) =>
        table
            .Grid.Rows.Where(row => row > table.Header)
            .Select(row => (Cells: Numbered(table.Grid, row, table.Columns), Place: Place(table.Origin, row)))
            .Where(row => ItemRowReader.IsItem(row.Cells));

    /// <summary>The day that all tables agree in, and the words it is taken from: a person confirms it.</summary>
    private static DateOnly? AsOf(List<Table> tables, List<string> notices)
    {
        var stated = tables.Select(t => AsOfDay.In([.. t.AboveBut(ItemColumn.Due), t.Origin.Sheet ?? ""])).ToList();
        var days = stated.OfType<(DateOnly Day, string Said)>().DistinctBy(s => s.Day).ToList();
        if (days.Count > 1)
            notices.Add(
                $"各表写明的截至日期不同({string.Join("、", days.Select(d => $"{d.Day:yyyy-MM-dd}"))}),请核对,必要时分开导入。"
            );
        if (days is not [var (day, said)])
            return null;
        notices.Add($"截至日期 {day:yyyy-MM-dd} 取自“{said}”,请核对。");
        return day;
    }

    private static string? Session(List<Table> tables, List<string> notices)
    {
        var session = StatedSession.In(tables.SelectMany(t => t.AboveBut(ItemColumn.Due).Append(t.Origin.Sheet ?? "")));
        if (session is not null)
            notices.Add($"清单标题写明届次“{session}”,各行没有写明届次的,请核对是否用它。");
        return session;
    }

    private static bool IsDelimited(string fileName) =>
        Path.GetExtension(fileName).ToLowerInvariant() is ".csv" or ".tsv" or ".txt";

    private static IEnumerable<(CellOrigin Origin, Grid Grid)> Grids(SourceText source) =>
        source
            .Lines.Where(line => line.Origin is CellOrigin)
            .GroupBy(line => ((CellOrigin)line.Origin).Table)
            .Select(table => ((CellOrigin)table.First().Origin, new Grid([.. table])));

    /// <summary>The header stands in one row, or in several where 承办单位 stands over 主办 and 协办.</summary>
    private static (IReadOnlyList<Headed> Columns, int Row)? Header(Grid grid)
    {
        foreach (var row in grid.Rows.Take(RowsAboveHeader))
        {
            var cells = grid.Row(row).ToList();
            // The title of the list, merged over its width, stands above the header and is none.
            if (cells.Count(cell => Head(cell) is not null) < 2)
                continue;
            var last = cells.Max(cell => cell.Place.Row + cell.Place.RowSpan - 1);
            if (cells.Exists(c => c.Place.RowSpan == 1 && c.Place.ColumnSpan > 1))
                last = Math.Max(last, row + 1);
            var columns = new List<Headed>();
            var deepest = row;
            foreach (var cell in cells)
            {
                var below = Enumerable
                    .Range(row + 1, Math.Min(last - row, 3))
                    .SelectMany(next => grid.Within(next, cell.Place.Column, cell.LastColumn))
                    .Where(other => other != cell && ItemColumns.Read(other.Squeezed) is not null)
                    .ToList();
                deepest = below.Select(b => b.Place.Row).Append(deepest).Max();
                columns.AddRange((below.Count > 0 ? below : [cell]).Select(Head).OfType<Headed>());
            }
            if (ItemColumns.IsItemList([.. columns.Select(c => c.Column)]))
                return (columns, Math.Max(deepest, cells.Min(c => c.Place.Row + c.Place.RowSpan - 1)));
        }
        return null;
    }

    private static Headed? Head(GridCell cell) =>
        ItemColumns.Read(cell.Squeezed) is { } column ? new(column, cell.Place.Column, cell.LastColumn) : null;

    /// <summary>The cells of a row; only in a list that has no column of numbers its serial numbers (序号) stand for them.</summary>
    private static Dictionary<ItemColumn, string> Numbered(Grid grid, int row, IReadOnlyList<Headed> columns)
    {
        var cells = Cells(grid, row, columns);
        if (!columns.Any(c => c.Column == ItemColumn.Number) && cells.Remove(ItemColumn.Serial, out var serial))
            cells[ItemColumn.Number] = serial;
        return cells;
    }

    private static Dictionary<ItemColumn, string> Cells(Grid grid, int row, IReadOnlyList<Headed> columns)
    {
        var cells = new Dictionary<ItemColumn, string>();
        foreach (var headed in columns)
        {
            var text = string.Join("、", grid.Within(row, headed.First, headed.Last).Select(c => c.Text.Trim()));
            if (text.Length > 0 && !cells.TryAdd(headed.Column, text))
                cells[headed.Column] += $"、{text}";
        }
        return cells;
    }

    private static List<ListedItem> SameNumberTwice(List<ListedItem> items)
    {
        var first = new Dictionary<(object?, string?, string), string>();
        var checkedItems = new List<ListedItem>(items.Count);
        foreach (var item in items)
        {
            var session = item.Session is { } named ? ItemName.Session(named) : null;
            var twice =
                item.Number is { } number && !first.TryAdd((item.Kind, session, number), item.Place)
                    ? first[(item.Kind, session, number)]
                    : null;
            checkedItems.Add(
                twice is null
                    ? item
                    : item with
                    {
                        Findings =
                        [
                            .. item.Findings,
                            new($"编号 {item.Number} 与{twice}相同,请核对后保留一行。", Blocks: true),
                        ],
                    }
            );
        }
        return checkedItems;
    }

    private static string Name(CellOrigin origin) =>
        origin.Sheet is { } sheet ? $"工作表“{sheet}”" : $"表 {origin.Table}";

    private static string Place(CellOrigin origin, int row) =>
        origin.Sheet is { } sheet ? $"工作表“{sheet}”第 {row} 行" : $"第 {row} 行";

    private static ImportRefusedException NoList() =>
        new(
            RefusalCode.UnknownKind,
            "没有找到建议提案清单:表头须有“标题(案由)”,并有编号、领衔代表(提案人)或主办单位之一。请核对表头后重新导入。"
        );
}
