using JointMeeting.Documents.Writing;
using JointMeeting.Domain.Proposals.Statistics;
using JointMeeting.Domain.Statistics;

namespace JointMeeting.Web.Pages.Proposals.Statistics;

/// <summary>The figures as sheets: what the page shows, with the same rules beside them.</summary>
internal static class FigureSheets
{
    public static IReadOnlyList<Sheet> Of(StatisticsModel page) =>
        [Rates(page), .. page.Schemes.Select(s => Classes(page, s)), Units(page)];

    public static Sheet Rates(StatisticsModel page) =>
        new(
            "指标",
            ["指标", "率(%)", "分子", "分母", "口径"],
            [
                .. page
                    .Figures.Select(f => f.Of(page.Items))
                    .Select(r => (IReadOnlyList<object?>)[r.Name, r.Value, r.Numerator, r.Denominator, r.Rule]),
            ],
            $"{page.Scope}，统计日 {page.Today:yyyy-MM-dd}；分母为 0 的率留空，不是 0{Historical(page)}"
        );

    private static string Historical(StatisticsModel page) =>
        page.Historical.Count == 0
            ? ""
            : $"；历史待核 {page.Historical.Count(i => !i.IsClosed)} 件、历史办结 {HistoricalItem.ClosedLabel(page.Historical)}不计入各率";

    private static Sheet Classes(StatisticsModel page, Domain.Proposals.ClassScheme scheme) =>
        new(
            scheme.Name,
            ["类别", "含义", "件数", "占比(%)"],
            [
                .. Indicators
                    .Classes(page.Items, scheme)
                    .Select(s => (IReadOnlyList<object?>)[s.Name, scheme.Find(s.Name)!.Meaning, s.Count, s.Percent]),
            ],
            Shares.Rule
        );

    private static Sheet Units(StatisticsModel page) =>
        new(
            "各单位",
            ["单位", "答复件", "协办件", .. page.Figures.Select(f => $"{f.Name}(%)"), "评级"],
            [.. page.ByUnit.Select(g => Unit(page, page.Units.Name(g.Key), [.. g]))],
            "协办件不计入应答复件数；评级按深圳 2007 年办法，启用前请核对本地规定"
        );

    private static IReadOnlyList<object?> Unit(StatisticsModel page, string name, IReadOnlyList<HandledItem> items)
    {
        var (_, reply, assist) = Indicators.Count(items);
        return
        [
            name,
            reply,
            assist,
            .. page.Figures.Select(f => (object?)f.Of(items).Value),
            reply == 0 ? null : HandlingRating.Label(page.Rating(items).Overall),
        ];
    }
}
