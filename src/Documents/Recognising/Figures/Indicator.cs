namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>A named part of a value: 甲类300人, 金牌1枚, 2个主办.</summary>
public sealed record Share(string Name, decimal Value);

/// <summary>Where it comes from that an indicator is met.</summary>
public enum MetBasis
{
    /// <summary>The text says so (超过, 超额完成) and gives no figure to check.</summary>
    Text,

    /// <summary>Target and value are both stated.</summary>
    Figures,

    /// <summary>The text says so, its own figures do not: ask.</summary>
    Contradicted,
}

/// <summary>An indicator (指标) a report gives a value for.</summary>
/// <param name="Id">Letter of its set, number of its clause, place in it: A1-2.</param>
/// <param name="Set">The heading it stands under.</param>
/// <param name="Raw">The words it was read from.</param>
/// <param name="Actual">Null where the text gives none; see <see cref="Lost"/>.</param>
/// <param name="Parts">What the value consists of, where the text says so.</param>
/// <param name="Lost">A value stood here and fell out of the text (原文缺失): never 0.</param>
/// <param name="PartsAgree">Whether value, parts, change and remainder add up; null where nothing can be added.</param>
/// <param name="MetWord">The word that says so.</param>
public sealed record Indicator(
    string Id,
    string Set,
    int? Clause,
    string Name,
    string Raw,
    decimal? Target,
    string? TargetText,
    string? Op,
    string? Unit,
    decimal? Actual,
    decimal? Previous,
    decimal? Delta,
    decimal? Pending,
    IReadOnlyList<Share> Parts,
    bool Lost,
    bool? PartsAgree,
    bool? Met,
    MetBasis? Basis,
    string? MetWord,
    int Line
)
{
    /// <summary>The sum of the parts, null where there are none or they count different things.</summary>
    public decimal? SumOfParts => Parts.Count == 0 || Unit is null ? null : Parts.Sum(part => part.Value);

    public decimal? OverBy =>
        Target is { } target && Actual is { } actual && Op is ">=" or ">" ? Actual - Target : null;

    /// <summary>Its parts stand behind 其中 in a sentence of their own.</summary>
    public bool IsDivided { get; init; }

    /// <summary>The row of totals of a table.</summary>
    public bool IsTotal { get; init; }

    /// <summary>完成年度任务的86.7%, where the text gives the rate instead of the target.</summary>
    public decimal? StatedRate { get; init; }

    /// <summary>In percent, two decimals; computed, or as stated.</summary>
    public decimal? CompletionRate => StatedRate ?? ComputedRate;

    private decimal? ComputedRate =>
        Target is > 0 && Actual is not null && Unit is not ("%" or "个百分点")
            ? Math.Round(Actual.Value * 100 / Target.Value, 2, MidpointRounding.AwayFromZero)
            : null;
}
