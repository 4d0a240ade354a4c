using JointMeeting.Documents.Recognising.Findings;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>Totals of a table of quotas against the running text: said already, or said differently.</summary>
internal static class TotalsOfTables
{
    private const double Alike = 0.5;
    private const decimal Rounding = 0.1m;

    /// <summary>The quotas, and those totals that the text does not state itself.</summary>
    public static IEnumerable<Target> NotSaid(IEnumerable<Target> tabled, IReadOnlyList<Target> said) =>
        tabled.Where(target => target.Scope is not null || !said.Any(other => IsSame(target, other)));

    /// <summary>The row of totals says what the rows above it come to, and is no result of its own.</summary>
    public static IEnumerable<Indicator> WithoutTotals(IEnumerable<Indicator> tabled) =>
        tabled.Where(one => !one.IsTotal);

    /// <summary>Without the shares that a row of a table gives already (某县仅完成73.3%).</summary>
    public static IEnumerable<Indicator> NotTabled(IEnumerable<Indicator> said, IReadOnlyList<Indicator> tabled) =>
        said.Where(one => one.Unit is not "%" || !tabled.Any(row => IsShareOf(row, one)));

    private static bool IsShareOf(Indicator row, Indicator share) =>
        row is { Target: > 0, Actual: not null }
        && share.Actual is { } stated
        && share.Raw.Contains(row.Name.Split(' ')[0])
        && Math.Abs((row.Actual.Value / row.Target.Value * 100) - stated) < Rounding;

    /// <summary>The total of a table and the sentence about the same thing give different numbers.</summary>
    public static IEnumerable<Finding> Differ(
        GridFigures tabled,
        IReadOnlyList<Target> said,
        IReadOnlyList<Indicator> reached
    )
    {
        foreach (var total in tabled.Targets.Where(one => one.Scope is null && !said.Any(other => IsSame(one, other))))
            if (
                said.FirstOrDefault(other =>
                    Measure(other).Unit == Measure(total).Unit && AreAlike(total.Name, other.Text)
                ) is
                { } other
            )
                yield return Between(total.Name!, other.Text, $"{total.Values[0]}{total.Unit}", total.Line, other.Line);
        foreach (var total in tabled.Indicators.Where(one => one is { IsTotal: true, Actual: not null }))
            if (
                !reached.Any(other => other.Actual == total.Actual && other.Unit == total.Unit)
                && reached.FirstOrDefault(other =>
                    other.Unit == total.Unit
                    && other.Target == total.Target
                    && other is { Actual: not null, Target: not null }
                )
                    is { } same
            )
                yield return Between(
                    same.Name,
                    $"{same.Actual}{same.Unit}",
                    $"{total.Actual}{total.Unit}",
                    total.Line,
                    same.Line
                );
    }

    private static Finding Between(string name, string inText, string inTable, int line, int other) =>
        new(
            FindingKind.FiguresDiffer,
            null,
            null,
            $"“{name}”表中合计为 {inTable},正文写“{inText}”,请核对。",
            [],
            line,
            0.7
        )
        {
            Values = [inText, inTable],
            Support = $"原文第 {other} 行",
        };

    private static bool IsSame(Target one, Target other)
    {
        var (value, unit) = Measure(one);
        return Measure(other).Unit == unit && other.Values.Any(each => each * Factor(other.Unit) == value);
    }

    /// <summary>18万亩 is 180000亩.</summary>
    private static (decimal Value, string Unit) Measure(Target target) =>
        (target.Values[0] * Factor(target.Unit), Factor(target.Unit) == 1 ? target.Unit ?? "" : target.Unit![1..]);

    private static decimal Factor(string? unit) =>
        unit is null or { Length: < 2 } ? 1
        : unit[0] == '万' ? 10_000
        : unit[0] == '亿' ? 100_000_000
        : 1;

    private static bool AreAlike(string? name, string text) =>
        name is { Length: >= 3 } && Likeness.Share(Likeness.Pairs(name), Likeness.Pairs(text)) >= Alike;
}
