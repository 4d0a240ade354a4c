using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Statistics;
using JointMeeting.Web.Pages.Cases;

namespace JointMeeting.Web.Pages.Statistics;

/// <summary>A counted row as a person reads it: what it is, at which unit, when, and how it stands.</summary>
public sealed record CountedRow(string Unit, string Path, string Title, string When, string Word);

/// <summary>Counted rows as a table.</summary>
public sealed record RowsTable(UnitBook Units, string Caption, IReadOnlyList<CountedRow> Rows);

/// <summary>A fact with the row that shows it.</summary>
public sealed record Counted<T>(T Fact, CountedRow Row);

/// <summary>What is read: an office's clerk counts all that the office runs, anybody else what concerns their unit.</summary>
public sealed record Reader(string? Unit, bool Clerk)
{
    /// <summary>As a person's roles say.</summary>
    public static Reader Of(Person me) => new(me.Unit, me.Is(Role.OfficeClerk));

    /// <summary>As a condition, where the case is <c>c</c> and the unit that is counted stands in that column.</summary>
    public string Sees(string unitColumn) => Clerk ? "c.office_unit = @unit" : $"{unitColumn} = @unit";
}

/// <summary>One figure that can be counted for a unit and opened into its rows, whatever it counts.</summary>
/// <param name="Of">The figure of one unit, or of all.</param>
/// <param name="Rows">The rows above or below its line.</param>
public sealed record Figure(string Id, Func<string?, Rate> Of, Func<string?, bool, IReadOnlyList<CountedRow>> Rows)
{
    /// <summary>The figures of these facts.</summary>
    public static IReadOnlyList<Figure> Each<T>(
        IReadOnlyList<Counted<T>> facts,
        IEnumerable<Indicator<T>> indicators
    ) =>
        [
            .. indicators.Select(i => new Figure(
                i.Id,
                unit => i.Of([.. At(facts, unit).Select(f => f.Fact)]),
                (unit, above) =>
                    [.. At(facts, unit).Where(f => (above ? i.Above(f.Fact) : i.Below(f.Fact)) > 0).Select(f => f.Row)]
            )),
        ];

    /// <summary>Those of one unit, or all.</summary>
    public static IEnumerable<Counted<T>> At<T>(IReadOnlyList<Counted<T>> facts, string? unit) =>
        facts.Where(f => unit is null || f.Row.Unit == unit);
}
