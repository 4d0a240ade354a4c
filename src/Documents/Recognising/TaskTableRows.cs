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

    /// <summary>A heading can only stand between rows: within a row it is text.</summary>
    public bool TakesSection => cells.Count == 0 ? number is null : cells.Exists(TaskCells.IsUnits);

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
            if (cells.Count == 0 && number is null)
                line = cell.Line;
            cells.Add(cell);
        }
    }

    // Text right after a section row: a row whose number was lost. Text before any row is a caption.
    private bool StartsWithoutNumber => cells.Count > 0 || section.Length > 0;

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
        var units = cells.FindIndex(TaskCells.IsUnits);
        var full = units > 0 && (timed ? cells.Count > units + 1 && !TaskCells.IsTime(cell) : !TaskCells.IsUnits(cell));
        if (full)
            Close();
        if (cells.Count == 0)
            (number, line) = (++last, cell.Line);
        cells.Add(cell);
    }

    private void Close()
    {
        if (cells.Count > 0)
            rows.Add(new(numbered ? number : last, section, [.. cells], line));
        cells.Clear();
        number = null;
    }
}
