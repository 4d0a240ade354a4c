namespace JointMeeting.Domain.Statistics;

/// <summary>
/// One figure about what is counted: what each row adds above and below the line. The figure and the rows behind it
/// come from the same two counts, so a figure can always be opened.
/// </summary>
/// <typeparam name="T">A counted row, such as an item at a unit.</typeparam>
/// <param name="Id">Stable name, as in the address of its rows.</param>
/// <param name="Rule">What counts above and below, as printed beside the figure.</param>
/// <param name="Above">What a row adds to the numerator.</param>
/// <param name="Below">What a row adds to the denominator.</param>
/// <param name="Unit">What an average is in, such as 天; null for a rate in percent.</param>
public sealed record Indicator<T>(
    string Id,
    string Name,
    string Rule,
    Func<T, int> Above,
    Func<T, int> Below,
    string? Unit = null
)
{
    /// <summary>The figure of these rows.</summary>
    public Rate Of(IReadOnlyCollection<T> rows) => new(Name, rows.Sum(Above), rows.Sum(Below), Rule, Unit);

    /// <summary>The rows that are counted above the line, or below it.</summary>
    public IReadOnlyList<T> Rows(IEnumerable<T> rows, bool above) =>
        [.. rows.Where(i => (above ? Above(i) : Below(i)) > 0)];
}

/// <summary>Makes indicators.</summary>
public static class Indicator
{
    /// <summary>One that counts rows: those below the line, and those of them that also meet the condition.</summary>
    public static Indicator<T> Counting<T>(
        string id,
        string name,
        string rule,
        Func<T, bool> below,
        Func<T, bool> above
    ) => new(id, name, rule, i => below(i) && above(i) ? 1 : 0, i => below(i) ? 1 : 0);
}
