using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>
/// A month plan: a header 月份, one for the work and perhaps one for the units, then month cells, cells of numbered items
/// and cells of units.
/// </summary>
internal static class CalendarReader
{
    private static readonly Regex WorkHeader = new(
        "^(主要|重点)?(工作|任务|活动)(内容|安排|事项|任务)?$",
        Patterns.Linear
    );
    private static readonly Regex Caption = new("^[^。;；]{2,40}(安排|计划|日程|进度|清单|一览)表?$", Patterns.Linear);
    private static readonly Regex Month = new(
        "^(?<m>1[0-2]|[1-9])月?((-|—|–|－|~|～|至|到)(?<l>1[0-2]|[1-9])月?|((、|和|及|，|,)(?<also>1[0-2]|[1-9])月?)+)?(份)?$|^(?<all>每月|每个月|全年|全年度|常年|长期|每季度|贯穿全年)$",
        Patterns.Linear
    );

    public static IReadOnlyList<CalendarEntry> Take(Sheet sheet)
    {
        var entries = sheet.Grids.SelectMany(grid => TakeGrid(sheet, grid)).ToList();
        for (var at = 0; at + 1 < sheet.Lines.Count; at++)
            if (
                !sheet.IsTaken(at)
                && sheet.Lines[at].Squeezed is "月份" or "时间"
                && WorkHeader.IsMatch(sheet.Lines[at + 1].Squeezed)
            )
                at = TakeRows(sheet, at, entries);
        entries.AddRange(MonthLines.Take(sheet));
        return entries;
    }

    private static bool IsUnitsHeader(string squeezed) => TaskColumns.Read(squeezed) is Column.Units or Column.Lead;

    /// <summary>2026年工作月安排表 above the table.</summary>
    private static int? TakeCaption(Sheet sheet, int header)
    {
        if (header == 0 || sheet.IsTaken(header - 1) || !Caption.IsMatch(sheet.Lines[header - 1].Squeezed))
            return null;
        sheet.Take(header - 1);
        return WrittenDates.Find(sheet.Lines[header - 1].Squeezed) is [{ End: { } day }, ..] ? day.Year : null;
    }

    /// <summary>A real table: a month cell may be merged over several rows; an entry without a number is the next one of its month.</summary>
    private static List<CalendarEntry> TakeGrid(Sheet sheet, Grid grid)
    {
        var entries = new List<CalendarEntry>();
        var header = grid.Rows.Take(3).FirstOrDefault(row => IsHeader([.. grid.Row(row)]));
        if (header == 0 || grid.Shown.Values.Any(lines => lines.Exists(sheet.IsTaken)))
            return entries;
        var heads = grid.Row(header).ToList();
        var workHead = heads.Find(cell => WorkHeader.IsMatch(cell.Squeezed))!;
        var unitsHead = heads.Find(cell => IsUnitsHeader(cell.Squeezed));
        foreach (var row in grid.Rows.Where(row => row > header))
            if (
                grid.Row(row)[0] is var first
                && Month.Match(first.Squeezed) is { Success: true } cell
                && In(grid, row, workHead) is { Squeezed.Length: > 0 } work
            )
                entries.AddRange(
                    Entries(
                            cell,
                            work.Text.Replace("\n", ""),
                            work.Line,
                            Units(unitsHead is null ? null : In(grid, row, unitsHead)?.Text)
                        )
                        .Select(entry =>
                            entry.Number > 0
                                ? entry
                                : entry with
                                {
                                    Number = entries.Count(other => other.Month == entry.Month) + 1,
                                }
                        )
                );
        if (entries.Count == 0)
            return entries;
        var year = TakeCaption(sheet, grid.Shown.GetValueOrDefault(header, []).DefaultIfEmpty(0).Min());
        foreach (var line in grid.Shown.Where(row => row.Key >= header).SelectMany(row => row.Value))
            sheet.Take(line);
        return [.. entries.Select(entry => entry with { Year = year })];
    }

    private static GridCell? In(Grid grid, int row, GridCell column) =>
        grid.Within(row, column.Place.Column, column.LastColumn).FirstOrDefault();

    private static bool IsHeader(IReadOnlyList<GridCell> cells) =>
        cells is [{ Squeezed: "月份" or "时间" }, ..]
        && cells.Any(cell => WorkHeader.IsMatch(cell.Squeezed))
        && cells
            .Skip(1)
            .All(cell => WorkHeader.IsMatch(cell.Squeezed) || IsUnitsHeader(cell.Squeezed) || cell.Squeezed is "备注");

    /// <summary>The items of a cell; a text without numbers is one with the number 0.</summary>
    private static List<CalendarEntry> Entries(Match month, string work, int line, UnitList units)
    {
        var items = CalendarItems.Of(work).ToList();
        if (items.Count == 0)
            items.Add((0, work, null));
        return
        [
            .. from span in Months(month)
            from item in items
            select new CalendarEntry(span.First, item.Number, item.Text, line, null, item.Doubt ?? span.Doubt)
            {
                LastMonth = span.Last,
                Units = units,
            },
        ];
    }

    /// <summary>3—5月 is one span, 6、12月 are two months, 每月 the whole year; of the last two a person is told.</summary>
    private static IEnumerable<(int First, int? Last, string? Doubt)> Months(Match month)
    {
        if (month.Groups["all"].Success)
            return [(1, 12, $"原文写“{month.Value}”,按全年读取,请核对")];
        var first = int.Parse(month.Groups["m"].ValueSpan);
        if (month.Groups["also"].Success)
            return month
                .Value.Split('、', '和', '及', '，', ',')
                .Select(one => int.Parse(one.TrimEnd('月', '份')))
                .Select(one => (one, (int?)null, (string?)$"原文写“{month.Value}”,按几个月各一项读取,请核对"));
        int? last = month.Groups["l"].Success ? int.Parse(month.Groups["l"].ValueSpan) : null;
        return [(first, last, last < first ? $"原文写“{month.Value}”,跨到下一年,请核对" : null)];
    }

    private static UnitList Units(string? cell) =>
        string.IsNullOrWhiteSpace(cell) ? UnitList.None : UnitsExpression.Parse(cell);

    private static int TakeRows(Sheet sheet, int header, List<CalendarEntry> entries)
    {
        var withUnits = header + 2 < sheet.Lines.Count && IsUnitsHeader(sheet.Lines[header + 2].Squeezed);
        var (at, before) = (header + (withUnits ? 3 : 2), entries.Count);
        Match? month = null;
        var monthTaken = false;
        for (; at < sheet.Lines.Count; at++)
        {
            var line = sheet.Lines[at];
            if (Month.Match(line.Squeezed) is { Success: true } cell)
                (month, monthTaken) = (cell, false);
            else if (month is null || !line.Squeezed.StartsWith('1'))
                break;
            else
            {
                var units =
                    withUnits && at + 1 < sheet.Lines.Count && IsUnits(sheet.Lines[at + 1])
                        ? sheet.Lines[at + 1]
                        : null;
                entries.AddRange(
                    Entries(month, line.Spaced, line.Number, Units(units?.Spaced))
                        .Select(entry =>
                            monthTaken ? entry with { Doubt = "前没有月份,按上一个月份读取,请核对" } : entry
                        )
                );
                monthTaken = true;
                at += units is null ? 0 : 1;
            }
        }
        if (entries.Count == before)
            return header;
        for (var taken = header; taken < at; taken++)
            sheet.Take(taken);
        var year = TakeCaption(sheet, header);
        for (var entry = before; entry < entries.Count; entry++)
            entries[entry] = entries[entry] with { Year = year };
        return at - 1;
    }

    private static bool IsUnits(Line line) =>
        !Month.IsMatch(line.Squeezed) && TaskCells.IsUnits(new(line.Spaced, line.Number));
}
