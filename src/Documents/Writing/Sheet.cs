namespace JointMeeting.Documents.Writing;

/// <summary>A table to be written as a spreadsheet.</summary>
/// <param name="Rows">Cells: text, a whole number, a decimal, a day, or null.</param>
/// <param name="Note">A sentence under the table, such as the rule of its figures; null for none.</param>
public sealed record Sheet(
    string Name,
    IReadOnlyList<string> Headings,
    IReadOnlyList<IReadOnlyList<object?>> Rows,
    string? Note = null
)
{
    /// <summary>The heading, the rows and the note, as they stand under each other.</summary>
    internal IEnumerable<IReadOnlyList<object?>> AllRows()
    {
        yield return [.. Headings];
        foreach (var row in Rows)
            yield return row;
        if (Note is not null)
            yield return [Note];
    }
}
