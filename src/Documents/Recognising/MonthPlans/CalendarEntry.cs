using System.Buffers;

namespace JointMeeting.Documents.Recognising;

/// <summary>A numbered matter of a month plan.</summary>
/// <param name="Year">As the plan's caption names it, else the document's; null where neither does.</param>
/// <param name="Doubt">Why its borders are not certain, in Chinese.</param>
public sealed record CalendarEntry(int Month, int Number, string Text, int Line, int? Year = null, string? Doubt = null)
{
    private static readonly SearchValues<char> Stops = SearchValues.Create("。；;");

    /// <summary>The last month of 9-10月; null for one month.</summary>
    public int? LastMonth { get; init; }

    /// <summary>Who is responsible, where the plan has a column that says so.</summary>
    public UnitList Units { get; init; } = UnitList.None;

    public DateOnly? Start => Year is { } year ? new(year, Month, 1) : null;

    /// <summary>The last day of the last month; 11—1月 ends in the next year.</summary>
    public DateOnly? End => Start?.AddMonths(1 + ((((LastMonth ?? Month) - Month) + 12) % 12)).AddDays(-1);

    /// <summary>Several matters in one entry: a proposal to split it; empty where it is one.</summary>
    public IReadOnlyList<string> Matters =>
        Text.AsSpan().IndexOfAny(Stops) < 0
            ? []
            : Several([
                .. Text.Split('。', '；', ';').Select(matter => matter.Trim()).Where(matter => matter.Length > 3),
            ]);

    private static IReadOnlyList<string> Several(IReadOnlyList<string> matters) => matters.Count > 1 ? matters : [];
}
