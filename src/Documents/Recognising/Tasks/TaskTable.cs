using System.Text.RegularExpressions;
using JointMeeting.Documents.Recognising.Ledgers;

namespace JointMeeting.Documents.Recognising;

internal sealed record Cell(string Text, int Line)
{
    public string Squeezed { get; } = Folding.Squeeze(Text);
}

/// <summary>The cells of one row, in order, before they are given to columns.</summary>
/// <param name="IsPlaced">There is a cell for every column but the number's, perhaps an empty one.</param>
/// <param name="Doubt">Why the cells are not certain, in Chinese.</param>
internal sealed record RawRow(
    int? Number,
    string Section,
    IReadOnlyList<Cell> Cells,
    int Line,
    bool IsPlaced = false,
    string? Doubt = null
);

/// <summary>What no grammar could place: shown to a person, never lost silently.</summary>
/// <param name="What">What it is, in Chinese.</param>
internal sealed record LeftOut(string What, string Words, int Line);

internal sealed record RawTable(IReadOnlyList<Column> Columns, IReadOnlyList<RawRow> Rows)
{
    /// <summary>As the file words them, one for each column; empty where the cells of the table are not known.</summary>
    public IReadOnlyList<ReadColumn> Headings { get; init; } = [];

    /// <summary>Rows and columns that were left out, each with its place and its words.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];

    public bool IsLedger => TaskColumns.IsLedger(Columns);
}

/// <summary>Finds task tables: real ones first, then a cell a line (with or without blank lines), or cells with tabs between them.</summary>
internal static class TaskTable
{
    private static readonly Regex Section = new(
        "^([一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）])[^。;；]{2,40}$",
        Patterns.Linear
    );

    public static IReadOnlyList<RawTable> Take(Sheet sheet)
    {
        var tables = TaskGrid.Take(sheet);
        for (var at = 0; at < sheet.Lines.Count; at++)
            if (!sheet.IsTaken(at) && Header(sheet, at) is { } header)
            {
                var columns = WithNumber(sheet, at + header.Lines, header.Columns);
                var (rows, end) = Rows(sheet, at + header.Lines, columns);
                if (rows.Count == 0)
                    continue;
                for (var taken = at; taken < end; taken++)
                    sheet.Take(taken);
                tables.Add(new(columns, rows));
                at = end - 1;
            }
        return [.. tables.OrderBy(table => table.Rows[0].Line)];
    }

    /// <summary>一、… or （一）… in a cell of its own.</summary>
    public static bool IsSection(string squeezed) => squeezed.Length <= 60 && Section.IsMatch(squeezed);

    private static (IReadOnlyList<Column> Columns, int Lines)? Header(Sheet sheet, int at)
    {
        var columns = new List<Column>();
        var lines = 0;
        for (; at + lines < sheet.Lines.Count && lines < 10; lines++)
        {
            var cells =
                sheet.Lines[at + lines].Spaced.Length > 120
                    ? [null]
                    : Cells(sheet.Lines[at + lines], true).Select(cell => TaskColumns.Read(cell.Squeezed)).ToList();
            if (cells.Contains(null) && !(lines > 0 && GoesOn(sheet, at + lines)))
                break;
            columns.AddRange(cells.Select(cell => cell ?? Column.Other));
        }
        return TaskColumns.IsTaskTable(columns) ? (columns, lines) : null;
    }

    /// <summary>A short heading that is not known, in a line of its own, with a known one or the first row behind it.</summary>
    private static bool GoesOn(Sheet sheet, int at) =>
        sheet.Lines[at].Squeezed is { Length: >= 2 and <= 8 } heading
        && heading.All(Folding.IsHan)
        && at + 1 < sheet.Lines.Count
        && sheet.Lines[at + 1].Squeezed is var next
        && (next is "1" || TaskColumns.Read(next) is not null);

    /// <summary>Rows that begin with 1 are numbered, whether the header cell 序号 was kept or lost.</summary>
    private static IReadOnlyList<Column> WithNumber(Sheet sheet, int at, IReadOnlyList<Column> columns)
    {
        if (at < sheet.Lines.Count && Section.IsMatch(sheet.Lines[at].Squeezed))
            at++;
        var numbered = at < sheet.Lines.Count && Cells(sheet.Lines[at], false)[0].Squeezed is "1";
        return numbered && !columns.Contains(Column.Number) ? [Column.Number, .. columns] : columns;
    }

    /// <summary>A header on one line may be set apart by spaces; cells of the rows below only by tabs.</summary>
    private static List<Cell> Cells(Line line, bool header)
    {
        if (header && TaskColumns.Read(line.Squeezed) is not null)
            return [new(line.Spaced, line.Number)];
        var parts = line.Spaced.Split(
            header ? ['\t', ' ', '|'] : ['\t', '|'],
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        return [.. parts.Select(part => new Cell(part, line.Number))];
    }

    private static (List<RawRow> Rows, int End) Rows(Sheet sheet, int start, IReadOnlyList<Column> columns)
    {
        var reader = new TaskTableRows(columns);
        var at = start;
        for (; at < sheet.Lines.Count; at++)
        {
            var line = sheet.Lines[at];
            if (
                sheet.IsTaken(at)
                || Sheet.IsAnnexHeading(line)
                || Sheet.IsFurniture(line)
                || line.Squeezed.EndsWith("成员名单")
            )
                break;
            foreach (var cell in Cells(line, false))
                if (IsSection(cell.Squeezed) && reader.TakesSection)
                    reader.Section(cell.Text);
                else
                    reader.Add(cell);
        }
        return (reader.Finish(), at);
    }
}
