using System.Xml.Linq;
using JointMeeting.Documents.Reading.Packed;

namespace JointMeeting.Documents.Reading.Word;

/// <summary>A table of a word file with its merged cells. Columns are those of its grid, finer than what one row shows.</summary>
internal static class WordTable
{
    private const int MostColumns = 200;

    public static List<DraftCell> Cells(XElement table, WordText text)
    {
        var cells = new List<DraftCell>();
        // For each column the place in the list of the cell that may grow downwards.
        var growing = new Dictionary<int, int>();
        var row = 0;
        foreach (var line in Inside(table, "tr").Where(line => line.Child("trPr").Child("del") is null))
        {
            var column = line.Child("trPr").Child("gridBefore").Number() ?? 0;
            foreach (var cell in Inside(line, "tc"))
            {
                if (column is < 0 or >= MostColumns)
                    break;
                var properties = cell.Child("tcPr");
                var wide = Math.Clamp(properties.Child("gridSpan").Number() ?? 1, 1, MostColumns - column);
                var merge = properties.Child("vMerge");
                if (merge is not null && merge.Value() != "restart" && growing.TryGetValue(column, out var above))
                    cells[above] = cells[above] with { RowSpan = row - cells[above].Row + 1 };
                else
                {
                    cells.Add(new(row, column, 1, wide, [.. text.Paragraphs(cell)]));
                    growing.Remove(column);
                    if (merge is not null)
                        growing[column] = cells.Count - 1;
                }
                column += wide;
            }
            row++;
        }
        return cells;
    }

    /// <summary>Rows and cells, also those wrapped into content controls or marked as inserted.</summary>
    private static IEnumerable<XElement> Inside(XElement parent, string name) =>
        parent
            .Elements()
            .SelectMany(child =>
                child.Name() == name ? [child]
                : child.Name() is "sdt" or "sdtContent" or "customXml" or "ins" ? Inside(child, name)
                : []
            );
}
