using JointMeeting.Documents.Recognising.Ledgers;
using JointMeeting.Domain.Texts.Deadlines;

namespace JointMeeting.Documents.Recognising;

/// <summary>Gives the cells of a row to the columns of its table, and reads them.</summary>
internal static class TaskRows
{
    private const int LongText = 8;

    private sealed record Placed(
        string Text,
        IReadOnlyList<(Column Column, Cell Cell)> Units,
        string? Time,
        string? Doubt
    )
    {
        public IReadOnlyList<string> Details { get; init; } = [];

        public RowStanding? Standing { get; init; }
    }

    public static IReadOnlyList<TaskRow> Read(IEnumerable<RawTable> tables, DateOnly? issued) =>
        [.. tables.SelectMany(table => table.Rows.Select((row, at) => Read(row, at, table, issued)))];

    private static TaskRow Read(RawRow row, int at, RawTable table, DateOnly? issued)
    {
        var columns = table.Columns;
        var placed = Place(row, [.. columns.Where(column => column != Column.Number)], table, at);
        var units = Units(placed.Units);
        var stated = units.Lead.Count > 0;
        var stages = Stages(placed.Time ?? units.Time, issued);
        var inferredNumber =
            !columns.Contains(Column.Number) ? "表中没有序号,按顺序编号"
            : row.Number is null ? "本行序号缺失,按位置编号"
            : null;
        return new(
            row.Number ?? at + 1,
            row.Section,
            placed.Text,
            units,
            stated ? [.. units.Lead.Select(unit => unit.Name)] : [.. units.All.Take(1)],
            units.IsEmpty ? null
                : stated ? LeadBasis.Stated
                : LeadBasis.Convention,
            Deadline(stages, placed.Time ?? units.Time, issued),
            [
                .. placed
                    .Details.Prepend(placed.Text)
                    .SelectMany(text => TimeMentions.Find(text, issued))
                    .Where(time => !stages.Any(stage => stage.Value.Date == time.Value.Date)),
                .. stages,
            ],
            row.Line,
            row.Doubt ?? placed.Doubt ?? inferredNumber
        )
        {
            Details = placed.Details,
            Standing = placed.Standing,
        };
    }

    /// <summary>6月底前完成申报,12月底前完成认定: several milestones in one cell; none where it states one time.</summary>
    private static IReadOnlyList<ReadTime> Stages(string? time, DateOnly? issued) =>
        time is not null
        && TimeMentions.Find(time, issued) is { Count: > 1 } several
        && several.Count(one => one.Value.Date is not null) > 1
            ? several
            : [];

    private static ReadTime? Deadline(IReadOnlyList<ReadTime> stages, string? time, DateOnly? issued)
    {
        if (time is null)
            return null;
        var whole = TimeExpression.Read(time, issued);
        return stages.Count == 0 || whole is { Value.Kind: DeadlineKind.Range or DeadlineKind.Recurring }
            ? whole
            : new(
                new(Folding.Spaced(time), DeadlineKind.By, stages.Max(stage => stage.Value.Date), null),
                "一格中有多个时间,以最后一个为完成时限"
            );
    }

    private static Placed Place(RawRow row, IReadOnlyList<Column> columns, RawTable table, int at) =>
        row.IsPlaced || (row.Cells.Count == columns.Count && Fits(row.Cells, columns))
            ? InOrder(row.Cells, columns, table.IsLedger) with
            {
                Standing = table.IsLedger ? Standing(row.Cells, columns, table) : null,
            }
            : ByForm(row.Cells, columns, at);

    private static bool Fits(IReadOnlyList<Cell> cells, IReadOnlyList<Column> columns) =>
        columns
            .Zip(cells)
            .All(pair =>
                pair.First switch
                {
                    Column.Lead or Column.Units => TaskCells.IsUnits(pair.Second),
                    Column.Time => pair.Second.Squeezed.Length <= 120 && !TaskCells.IsUnits(pair.Second),
                    Column.Number or Column.Task or Column.Section or Column.Detail or Column.Other => true,
                    Column.Progress or Column.Status => true,
                }
            );

    private static Placed InOrder(IReadOnlyList<Cell> cells, IReadOnlyList<Column> columns, bool isLedger)
    {
        var pairs = columns.Zip(cells).Where(pair => pair.Second.Squeezed.Length > 0).ToList();
        return new(
            string.Join("\n", pairs.Where(pair => pair.First is Column.Task).Select(pair => pair.Second.Text)),
            [
                .. pairs
                    .Where(pair => pair.First is Column.Lead or Column.Units)
                    .Select(pair => (pair.First, pair.Second)),
            ],
            pairs.Find(pair => pair.First is Column.Time).Second?.Text,
            pairs.Exists(pair => pair.First is Column.Lead or Column.Units) ? null : "本行没有责任单位,请核对各栏"
        )
        {
            Details =
            [
                .. pairs
                    .Where(pair =>
                        pair.First is Column.Detail || (pair.First is Column.Other && !isLedger && IsText(pair.Second))
                    )
                    .Select(pair => pair.Second.Text),
            ],
        };
    }

    /// <summary>Running text under a heading nobody knows: it belongs to the task.</summary>
    private static bool IsText(Cell cell) => cell.Squeezed.Length >= LongText && !TaskCells.IsUnits(cell);

    private static RowStanding Standing(IReadOnlyList<Cell> cells, IReadOnlyList<Column> columns, RawTable table)
    {
        var headings = table.Headings.Where(heading => heading.Column is not Column.Number).ToList();
        var filled = columns.Zip(cells).Index().Where(at => at.Item.Second.Squeezed.Length > 0).ToList();
        string? Of(Column kind) =>
            filled.Where(at => at.Item.First == kind).Select(at => at.Item.Second.Text).ToList() is { Count: > 0 } texts
                ? string.Join("\n", texts)
                : null;
        var more = filled
            .Where(at => at.Item.First is Column.Detail or Column.Other)
            .Select(at =>
                at.Index < headings.Count ? $"{headings[at.Index].Heading}：{at.Item.Second.Text}" : at.Item.Second.Text
            )
            .ToList();
        var progress = Of(Column.Progress);
        return new(
            progress,
            StatusWords.Of(Of(Column.Status), progress),
            more.Count == 0 ? null : string.Join("\n", more)
        );
    }

    /// <summary>Cells were lost or broken over lines: the first cell of units is the border between text and the rest.</summary>
    private static Placed ByForm(IReadOnlyList<Cell> cells, IReadOnlyList<Column> columns, int at)
    {
        var first = 1;
        while (first < cells.Count && !TaskCells.IsUnits(cells[first]))
            first++;
        if (first >= cells.Count)
            return WithoutUnits(cells);
        var unitColumns = columns.Where(column => column is Column.Lead or Column.Units).ToList();
        var units = new List<(Column, Cell)>();
        var next = first;
        for (; next < cells.Count && units.Count < unitColumns.Count && TaskCells.IsUnits(cells[next]); next++)
            units.Add((unitColumns[units.Count], cells[next]));
        var timeFollows = columns.Contains(Column.Time) && next < cells.Count && TaskCells.IsTime(cells[next]);
        var time = timeFollows ? cells[next].Text : null;
        for (next += timeFollows ? 1 : 0; timeFollows && next < cells.Count && TaskCells.IsTime(cells[next]); next++)
            time += cells[next].Text;
        return new(
            string.Join("\n", cells.Take(first).Select(cell => cell.Text)),
            units,
            time,
            units.Count < unitColumns.Count || (columns.Contains(Column.Time) && !timeFollows) || next < cells.Count
                ? $"第 {at + 1} 行的单元格数与表头不一致,请核对各栏"
                : null
        );
    }

    private static Placed WithoutUnits(IReadOnlyList<Cell> cells)
    {
        var time = cells.Count > 1 && TaskCells.IsTime(cells[^1]) ? cells[^1].Text : null;
        var text = string.Join(
            "\n",
            cells.Take(time is null ? cells.Count : cells.Count - 1).Select(cell => cell.Text)
        );
        return new(text, [], time, "未能识别责任单位,请核对各栏");
    }

    private static UnitList Units(IReadOnlyList<(Column Column, Cell Cell)> cells)
    {
        var lists = cells.Select(pair => (pair.Column, List: UnitsExpression.Parse(pair.Cell.Text))).ToList();
        return new(
            string.Join(" ", cells.Select(pair => pair.Cell.Text)),
            [
                .. lists.SelectMany(pair =>
                    pair.Column is Column.Lead ? pair.List.Lead.Concat(pair.List.Responsible) : pair.List.Lead
                ),
            ],
            [.. lists.Where(pair => pair.Column is not Column.Lead).SelectMany(pair => pair.List.Responsible)],
            lists.Select(pair => pair.List.Stated).FirstOrDefault(stated => stated is not null),
            lists.Select(pair => pair.List.Time).FirstOrDefault(time => time is not null),
            lists.Select(pair => pair.List.Doubt).FirstOrDefault(doubt => doubt is not null)
        );
    }
}
