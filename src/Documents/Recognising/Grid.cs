using JointMeeting.Documents.Reading;

namespace JointMeeting.Documents.Recognising;

/// <summary>A cell with the room it takes (from 1) and its paragraphs as one text.</summary>
internal sealed record GridCell(CellOrigin Place, string Text, int Line)
{
    public string Squeezed { get; } = Folding.Squeeze(Text);

    public int LastColumn => Place.Column + Place.ColumnSpan - 1;
}

/// <summary>A table whose cells know their row and column: a merged cell counts in every row and column it reaches.</summary>
internal sealed class Grid
{
    /// <summary>A real table takes a small part of it; merged cells laid over each other could take any room.</summary>
    private const int MostRoom = 1_000_000;
    private readonly Dictionary<int, List<GridCell>> rows = [];
    private readonly int widest;

    /// <param name="lines">All lines of one table; the paragraphs of a cell follow each other.</param>
    public Grid(IReadOnlyList<SourceLine> lines)
    {
        var room = 0L;
        foreach (var cell in Cells(lines))
        {
            room += cell.Place.RowSpan;
            var end = room > MostRoom ? cell.Place.Row + 1 : cell.Place.Row + cell.Place.RowSpan;
            Merges &= cell.Place.Merges;
            Columns = Math.Max(Columns, cell.LastColumn);
            for (var row = cell.Place.Row; row < end; row++)
                if (rows.TryGetValue(row, out var held))
                    held.Add(cell);
                else
                    rows[row] = [cell];
        }
        foreach (var held in rows.Values)
            held.Sort((one, other) => one.Place.Column.CompareTo(other.Place.Column));
        widest = rows.Values.SelectMany(held => held).Select(cell => cell.Place.ColumnSpan).DefaultIfEmpty(1).Max();
        Rows = [.. rows.Keys.Order()];
    }

    /// <summary>The numbers of the rows that hold any text.</summary>
    public IReadOnlyList<int> Rows { get; }

    public int Columns { get; }

    public bool Merges { get; } = true;

    /// <summary>The places in the sheet's lines that show a row.</summary>
    public Dictionary<int, List<int>> Shown { get; } = [];

    /// <summary>The cells that take room in a row, from the left.</summary>
    public IReadOnlyList<GridCell> Row(int row) => rows.TryGetValue(row, out var cells) ? cells : [];

    public IEnumerable<GridCell> Within(int row, int first, int last)
    {
        var cells = Row(row);
        for (var at = FirstFrom(cells, first - widest + 1); at < cells.Count && cells[at].Place.Column <= last; at++)
            if (cells[at].LastColumn >= first)
                yield return cells[at];
    }

    /// <summary>Where the cells begin that start in that column or behind it.</summary>
    private static int FirstFrom(IReadOnlyList<GridCell> cells, int column)
    {
        var (low, high) = (0, cells.Count);
        while (low < high)
            if (cells[(low + high) / 2].Place.Column < column)
                low = ((low + high) / 2) + 1;
            else
                high = (low + high) / 2;
        return low;
    }

    /// <summary>The first cell of a row that stands under a heading.</summary>
    public GridCell? Below(int row, GridCell heading) =>
        Within(row, heading.Place.Column, heading.LastColumn).FirstOrDefault();

    private static IEnumerable<GridCell> Cells(IReadOnlyList<SourceLine> lines)
    {
        for (var at = 0; at < lines.Count; )
        {
            var (place, end) = (lines[at].Origin, at + 1);
            while (end < lines.Count && lines[end].Origin == place)
                end++;
            var text = string.Join("\n", lines.Skip(at).Take(end - at).Select(line => Folding.Spaced(line.Text)));
            yield return new((CellOrigin)place, text, lines[at].Number);
            at = end;
        }
    }
}
