namespace JointMeeting.Documents.Recognising;

/// <summary>The rows of a task table whose cells are known.</summary>
internal sealed class TaskGridRows(
    Grid grid,
    IReadOnlyList<HeadedColumn> columns,
    string sectionAbove,
    string? doubtOfAll = null
)
{
    private static readonly string[] Signed = ["填报", "填表", "审核", "制表"];

    private readonly List<RawRow> rows = [];
    private readonly int last = columns.Max(column => column.Last);
    private List<GridCell> taskBefore = [];
    private int? numberBefore;
    private string section = sectionAbove;
    private string? beside;

    public string LastSection => section;

    /// <summary>Rows without a task, which no row of the table takes.</summary>
    public List<LeftOut> LeftOut { get; } = [];

    public List<RawRow> Read(IEnumerable<int> body)
    {
        foreach (var row in body)
        {
            var cells = grid.Row(row).Where(cell => cell.Squeezed.Length > 0).Distinct().ToList();
            if (IsAside(row, cells))
                continue;
            if (SectionOf(row, cells) is { } heading)
                (section, beside, taskBefore) = (heading, null, []);
            else if (!IsHeader(cells) && In(row, Column.Task).Any())
                Add(row);
            else if (!IsHeader(cells) && cells.Exists(cell => cell.Place.Row == row && cell.Squeezed.Length > 1))
                LeftOut.Add(
                    new(
                        "分工表的一行没有任务内容",
                        string.Join(' ', cells.Select(cell => cell.Squeezed)),
                        cells[0].Line
                    )
                );
        }
        return rows;
    }

    private void Add(int row)
    {
        var task = In(row, Column.Task).ToList();
        var placed = Placed(row);
        var number = Number(row);
        var merged = taskBefore.Count > 0 && task.SequenceEqual(taskBefore, ReferenceEqualityComparer.Instance);
        if (merged && (number is null || number == numberBefore))
        {
            rows[^1] = Joined(rows[^1], placed);
            return;
        }
        taskBefore = task;
        var (doubt, filled) = WithMergedUnits(placed);
        doubt = CopyFromAbove(filled) ?? doubt;
        if (merged)
            doubt ??= "任务栏合并了几行,各行序号不同,已分开列出,请核对";
        // One number merged over several tasks: each is a task of its own, the number is theirs in common.
        if (number is not null && number == numberBefore && In(row, Column.Number).First().Place.Row < row)
            doubt ??= $"序号 {number} 下有多项任务,已分开列出";
        numberBefore = number;
        var line = grid.Row(row)
            .Where(cell => cell.Place.Row == row)
            .Select(cell => cell.Line)
            .DefaultIfEmpty(task[0].Line)
            .First();
        beside = SectionBeside(row) ?? (grid.Merges ? null : beside);
        rows.Add(new(number, beside ?? section, filled, line, IsPlaced: true, doubt ?? doubtOfAll));
    }

    /// <summary>In the order of the columns without the number's; an empty cell where there is none.</summary>
    private List<Cell> Placed(int row) =>
        [
            .. columns
                .Where(column => column.Column is not Column.Number)
                .Select(column => grid.Within(row, column.First, column.Last).Distinct().ToList())
                .Select(cells => new Cell(
                    string.Join("\n", cells.Select(cell => cell.Text)),
                    cells.Select(cell => cell.Line).FirstOrDefault()
                )),
        ];

    /// <summary>同上: the cell above in the same column.</summary>
    private string? CopyFromAbove(List<Cell> cells)
    {
        var copied = false;
        for (var at = 0; at < cells.Count && rows.Count > 0; at++)
            if (cells[at].Squeezed is "同上" or "〃" or "″" or "同前" && at < rows[^1].Cells.Count)
                (cells[at], copied) = (rows[^1].Cells[at] with { Line = cells[at].Line }, true);
        return copied ? "原文写“同上”,已沿用上一行" : null;
    }

    /// <summary>A paste loses merged cells: where a lead is missing, the one above is proposed.</summary>
    private (string? Doubt, List<Cell> Cells) WithMergedUnits(List<Cell> cells)
    {
        if (grid.Merges || rows.Count == 0)
            return (null, cells);
        var kinds = columns
            .Where(column => column.Column is not Column.Number)
            .Select(column => column.Column)
            .ToList();
        var at = kinds.IndexOf(kinds.Contains(Column.Lead) ? Column.Lead : Column.Units);
        if (cells[at].Squeezed.Length > 0 || rows[^1].Cells[at].Squeezed.Length == 0)
            return (null, cells);
        cells[at] = rows[^1].Cells[at];
        return ("责任单位栏为空,可能是合并的单元格,已沿用上一行,请核对", cells);
    }

    /// <summary>One task over several rows: its units and times are those of all of them.</summary>
    private RawRow Joined(RawRow above, List<Cell> below)
    {
        var kinds = columns
            .Where(column => column.Column is not Column.Number)
            .Select(column => column.Column)
            .ToList();
        var cells = above.Cells.ToList();
        var doubt = above.Doubt;
        for (var at = 0; at < cells.Count; at++)
            if (below[at].Squeezed.Length > 0 && !cells[at].Text.Split('\n').Contains(below[at].Text))
            {
                cells[at] = new(
                    cells[at].Text + (kinds[at] is Column.Time ? "；" : "\n") + below[at].Text,
                    cells[at].Line
                );
                doubt ??= "一项任务占了几行,责任单位和时限已合并,请核对";
            }
        return above with { Cells = cells, Doubt = doubt };
    }

    /// <summary>A row that is nothing but a heading: marked by 一、 or merged over the whole table.</summary>
    private string? SectionOf(int row, List<GridCell> cells)
    {
        if (cells is [var only] && only.Place.Row == row && only.Squeezed.Length <= 60 && !only.Squeezed.EndsWith('。'))
            return
                TaskTable.IsSection(only.Squeezed)
                || (only.Place.ColumnSpan > 1 && only.Place.Column == 1 && only.LastColumn >= last && !IsNote(only))
                ? only.Text
                : null;
        // 一 | 夯实基础 in two cells.
        if (
            cells is [var marker, var words]
            && TaskTable.IsSection($"{marker.Squeezed.TrimEnd('、')}、{words.Squeezed}")
        )
            return $"{marker.Squeezed.TrimEnd('、')}、{words.Text}";
        return null;
    }

    /// <summary>A sum of the rows, or words under the table: no row of its own.</summary>
    private bool IsAside(int row, List<GridCell> cells) =>
        cells.Count > 0
        && cells[0].Place.Row == row
        && (
            cells[0].Squeezed is "合计" or "总计" or "小计"
            || (
                cells is [var only] && only.Place.Column == 1 && only.LastColumn > 1 && (IsNote(only) || IsSigned(only))
            )
        );

    /// <summary>填报人、审核人 and the like under a table.</summary>
    private static bool IsSigned(GridCell cell) => Signed.Any(word => cell.Squeezed.StartsWith(word));

    private static bool IsNote(GridCell cell) =>
        cell.Squeezed.StartsWith('注') || cell.Squeezed.StartsWith("备注") || cell.Squeezed.StartsWith("说明");

    private static bool IsHeader(List<GridCell> cells) =>
        cells.TrueForAll(cell => TaskColumns.Read(cell.Squeezed) is not null);

    /// <summary>In a paste the cell of a group of rows is filled in the first of them only.</summary>
    private string? SectionBeside(int row) =>
        In(row, Column.Section).Select(cell => cell.Text.Replace("\n", "")).FirstOrDefault();

    private int? Number(int row)
    {
        var text = In(row, Column.Number)
            .Select(cell => cell.Squeezed.Trim('.', '、', '．', '(', ')', '（', '）'))
            .FirstOrDefault();
        return text is { Length: > 0 and <= 4 } && text.All(char.IsAsciiDigit) && int.Parse(text) is > 0 and var number
            ? number
            : null;
    }

    private IEnumerable<GridCell> In(int row, Column kind) =>
        columns
            .Where(column => column.Column == kind)
            .SelectMany(column => grid.Within(row, column.First, column.Last))
            .Where(cell => cell.Squeezed.Length > 0)
            .Distinct();
}
