namespace JointMeeting.Domain.Proposals.Statistics;

/// <summary>
/// One figure about handled items: what each item adds above and below the line. The rate and the rows behind it come
/// from the same two counts, so a figure can always be opened.
/// </summary>
/// <param name="Id">Stable name, as in the address of its rows.</param>
/// <param name="Rule">What counts above and below, as printed beside the figure.</param>
/// <param name="Above">What an item adds to the numerator.</param>
/// <param name="Below">What an item adds to the denominator.</param>
public sealed record Indicator(
    string Id,
    string Name,
    string Rule,
    Func<HandledItem, int> Above,
    Func<HandledItem, int> Below
)
{
    /// <summary>An indicator that counts items: those below the line, and those of them that also meet the condition.</summary>
    public static Indicator Counting(
        string id,
        string name,
        string rule,
        Func<HandledItem, bool> below,
        Func<HandledItem, bool> above
    ) => new(id, name, rule, i => below(i) && above(i) ? 1 : 0, i => below(i) ? 1 : 0);

    /// <summary>The rate of these items.</summary>
    public Rate Of(IReadOnlyCollection<HandledItem> items) => new(Name, items.Sum(Above), items.Sum(Below), Rule);

    /// <summary>The items that are counted above the line, or below it.</summary>
    public IReadOnlyList<HandledItem> Rows(IEnumerable<HandledItem> items, bool above) =>
        [.. items.Where(i => (above ? Above(i) : Below(i)) > 0)];
}
