using JointMeeting.Documents.Recognising.Figures;

namespace JointMeeting.Documents.Recognising.Findings;

/// <summary>What a report's figures show: values that fell out, claims their own figures do not bear out, changes that do not add up.</summary>
internal static class FigureFindings
{
    public static IEnumerable<Finding> Of(IReadOnlyList<Indicator> indicators) =>
        indicators.SelectMany(indicator =>
            Lost(indicator).Concat(Claim(indicator)).Concat(Change(indicator)).Concat(Parts(indicator))
        );

    private static IEnumerable<Finding> Lost(Indicator indicator)
    {
        if (indicator.Lost)
            yield return About(
                indicator,
                FindingKind.LostFigure,
                $"“{indicator.Name}”的数值原文缺失(“{indicator.Raw}”),不按 0 处理,请补充。",
                0.9
            );
    }

    private static IEnumerable<Finding> Claim(Indicator indicator)
    {
        if (indicator.Basis is MetBasis.Contradicted)
            yield return About(
                indicator,
                FindingKind.ClaimContradicted,
                $"“{indicator.Name}”写“{indicator.MetWord}”,但按原文数字没有超过目标 {indicator.Target},请核对计数口径。",
                0.7
            ) with
            {
                Values =
                [
                    $"目标 {indicator.Target}",
                    indicator.Actual is { } actual
                        ? $"实际 {actual}"
                        : "实际 " + string.Join('、', indicator.Parts.Select(part => $"{part.Name}{part.Value}")),
                ],
            };
    }

    private static IEnumerable<Finding> Change(Indicator indicator)
    {
        if (indicator is { PartsAgree: false, Previous: { } previous, Delta: { } delta, Actual: { } actual })
            yield return About(
                indicator,
                FindingKind.SumMismatch,
                $"“{indicator.Name}”由 {previous} 变动 {delta} 应为 {previous + delta},原文为 {actual},请核对。",
                0.8
            ) with
            {
                Values = [$"{actual}", $"{previous + delta}"],
            };
        if (indicator is { PartsAgree: false, Pending: { } pending, Actual: { } done })
            yield return About(
                indicator,
                FindingKind.SumMismatch,
                $"“{indicator.Name}”已完成 {done} 与余下 {pending} 之和同前文总数不一致,请核对。",
                0.6
            ) with
            {
                Values = [$"{done}", $"{pending}"],
            };
    }

    /// <summary>其中 may name only some of the parts: they can be less than the whole, never more.</summary>
    private static IEnumerable<Finding> Parts(Indicator indicator)
    {
        var sum = indicator.Parts.Sum(part => part.Value);
        if (indicator is { IsDivided: true, Actual: { } whole, Parts.Count: > 1 } && sum > whole)
            yield return About(
                indicator,
                FindingKind.SumMismatch,
                $"“{indicator.Name}”合计 {whole}{indicator.Unit},其中各项之和为 {sum},请核对。",
                0.8
            ) with
            {
                Values = [$"{whole}{indicator.Unit}", $"{sum}{indicator.Unit}"],
            };
    }

    private static Finding About(Indicator indicator, FindingKind kind, string text, double confidence) =>
        new(kind, null, indicator.Clause, text, [], indicator.Line, confidence);
}
