using JointMeeting.Documents.Writing;
using JointMeeting.Domain.Statistics;

namespace JointMeeting.Web.Pages.Statistics;

/// <summary>The figures as sheets: what the page shows, with the same rules beside them.</summary>
internal static class FigureSheets
{
    public static IReadOnlyList<Sheet> Of(FiguresPage page) =>
        [
            Figures(page),
            .. page.Sections.Where(s => s.PartsName is not null).Select(Parts),
            Units(page),
            RowsOf("没有期限的事项", page, page.Ongoing, "不计入任务完成率、逾期率和平均延期"),
        ];

    /// <summary>Counted rows.</summary>
    public static Sheet RowsOf(string name, FiguresPage page, IReadOnlyList<CountedRow> rows, string? rule) =>
        new(
            name,
            ["事项", "单位", "期限或日期", "情况"],
            [.. rows.Select(r => (IReadOnlyList<object?>)[r.Title, page.Units.Name(r.Unit), r.When, r.Word])],
            rule
        );

    private static Sheet Figures(FiguresPage page) =>
        new(
            "指标",
            ["类别", "指标", "数值", "单位", "分子", "分母", "口径"],
            [
                .. from section in page.Sections
                from figure in section.Figures
                let rate = figure.Of(page.OneUnit)
                select (IReadOnlyList<object?>)
                    [
                        section.Name,
                        rate.Name,
                        rate.Value,
                        rate.Unit ?? "%",
                        rate.Numerator,
                        rate.Denominator,
                        rate.Rule,
                    ],
            ],
            $"{page.Scope}，统计日 {page.Today:yyyy-MM-dd}；分母为 0 的留空，不是 0"
        );

    private static Sheet Parts(Section section) =>
        new(
            section.PartsName!,
            ["类别", "次数", "占比(%)"],
            [.. section.Parts.Select(s => (IReadOnlyList<object?>)[s.Name, s.Count, s.Percent])],
            Shares.Rule
        );

    private static Sheet Units(FiguresPage page) =>
        new(
            "各单位",
            ["单位", .. page.Figures.Select(f => f.Of(null)).Select(r => $"{r.Name}({r.Unit ?? "%"})")],
            [
                .. page.Counted.Select(u =>
                    (IReadOnlyList<object?>)[page.Units.Name(u), .. page.Figures.Select(f => (object?)f.Of(u).Value)]
                ),
            ],
            $"{page.Scope}；口径见“指标”"
        );
}
