namespace JointMeeting.Documents.Recognising;

/// <summary>Cuts a stream of cells into rows: at the numbers where the table has them, else where a row is full.</summary>
internal sealed class TaskTableRows(IReadOnlyList<Column> columns)
{
    private readonly bool numbered = columns.Contains(Column.Number);
    private readonly bool timed = columns.Contains(Column.Time);
    private readonly List<RawRow> rows = [];
    private readonly List<Cell> cells = [];
    private string section = "";
    private int? number;
    private int last;
    private int line;
    private int unitsAt = -1;
    private bool timeSeen;

    /// <summary>A heading can only stand between rows: within a row it is text.</summary>
    public bool TakesSection => cells.Count == 0 ? number is null : unitsAt > 0;

    public void Section(string heading)
    {
        Close();
        section = heading;
    }

    public void Add(Cell cell)
    {
        if (numbered)
            AddNumbered(cell);
        else
            AddUnnumbered(cell);
    }

    public List<RawRow> Finish()
    {
        Close();
        return rows;
    }

    private void AddNumbered(Cell cell)
    {
        if (IsNextNumber(cell, out var next))
        {
            Close();
            (number, last, line) = (next, next, cell.Line);
        }
        else if ((number is not null || StartsWithoutNumber) && TaskColumns.Read(cell.Squeezed) is null)
        {
            if (IsFull && StartsText(cell))
                Close();
            if (cells.Count == 0 && number is null)
                line = cell.Line;
            Append(cell);
        }
    }

    /// <summary>Every column has its cell: what follows without a number belongs to a row that lost it.</summary>
    private bool IsFull => cells.Count >= columns.Count - 1 && unitsAt > 0 && (!timed || timeSeen);

    private void Append(Cell cell)
    {
        if (unitsAt > 0)
            timeSeen = timeSeen || TaskCells.IsTime(cell);
        else if (cells.Count > 0 && TaskCells.IsUnits(cell))
            unitsAt = cells.Count;
        cells.Add(cell);
    }

    private static bool StartsText(Cell cell) =>
        cell.Squeezed.Length >= 8 && !TaskCells.IsUnits(cell) && !TaskCells.IsTime(cell);

    // Text after a section row or a full row: a row whose number was lost. Text before any row is a caption.
    private bool StartsWithoutNumber => cells.Count > 0 || section.Length > 0 || rows.Count > 0;

    private bool IsNextNumber(Cell cell, out int next)
    {
        var text = cell.Squeezed.TrimEnd('.', '、', '．');
        next = 0;
        if (text.Length is 0 or > 3 || !text.All(char.IsAsciiDigit))
            return false;
        next = int.Parse(text);
        return next > 0 && (number is null || cells.Count >= 2 || (next == last + 1 && cells.Count > 0));
    }

    private void AddUnnumbered(Cell cell)
    {
        if (TaskColumns.Read(cell.Squeezed) is not null)
            return;
        var full =
            unitsAt > 0 && (timed ? cells.Count > unitsAt + 1 && !TaskCells.IsTime(cell) : !TaskCells.IsUnits(cell));
        if (full)
            Close();
        if (cells.Count == 0)
            (number, line) = (++last, cell.Line);
        Append(cell);
    }

    private void Close()
    {
        if (cells.Count > 0 && numbered && number is null && rows.Count > 0 && unitsAt < 0)
            rows[^1] = rows[^1] with { Cells = [.. rows[^1].Cells, .. cells] };
        else if (cells.Count > 0)
            rows.Add(new(numbered ? number : last, section, [.. cells], line));
        cells.Clear();
        (number, unitsAt, timeSeen) = (null, -1, false);
    }
}
