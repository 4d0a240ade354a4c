using JointMeeting.Documents.Recognising.Ledgers;
using JointMeeting.Domain.Texts.Deadlines;

namespace JointMeeting.Documents.Recognising;

/// <summary>Gives the cells of a row to the columns of its table, and reads them.</summary>
internal static class TaskRows
{
    public static IReadOnlyList<TaskRow> Read(IEnumerable<RawTable> tables, DateOnly? issued) =>
        [.. tables.SelectMany(table => table.Rows.Select((row, at) => Read(row, at, table, issued)))];

    private static TaskRow Read(RawRow row, int at, RawTable table, DateOnly? issued)
    {
        var columns = table.Columns;
        var placed = TaskRowCells.Place(row, [.. columns.Where(column => column != Column.Number)], table, at);
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
                new(
                    Folding.Spaced(time),
                    DeadlineKind.By,
                    stages.Max(stage => stage.Value.Date),
                    Repaired(Folding.Spaced(time), stages)
                ),
                "一格中有多个时间,以最后一个为完成时限"
            );
    }

    /// <summary>The whole cell with each damaged time as it probably was; null where none is.</summary>
    private static string? Repaired(string time, IReadOnlyList<ReadTime> stages)
    {
        var repaired = stages
            .Where(stage => stage.Value.Repaired is not null)
            .Aggregate(time, (text, stage) => text.Replace(stage.Value.Raw, stage.Value.Repaired));
        return repaired == time ? null : repaired;
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
