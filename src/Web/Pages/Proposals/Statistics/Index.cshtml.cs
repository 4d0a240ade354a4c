using JointMeeting.Documents.Writing;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Proposals.Statistics;
using JointMeeting.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Proposals.Statistics;

/// <summary>
/// 统计: every rate with numerator, denominator and rule, each opening into its rows; suggestions and proposals apart;
/// a table of classes for each scheme in force; units below each other.
/// </summary>
public sealed class StatisticsModel(Steps steps) : StatisticsPage(steps)
{
    public IReadOnlyList<IGrouping<string, HandledItem>> ByUnit =>
        [.. Items.GroupBy(i => i.Unit).OrderBy(g => Units.Name(g.Key))];

    public IReadOnlyList<ClassScheme> Schemes => Indicators.SchemesInForce(Items);

    public async Task OnGetAsync()
    {
        await using var session = await Open();
        await Read(session);
    }

    public async Task<IActionResult> OnGetXlsxAsync()
    {
        await OnGetAsync();
        return File(
            Workbook.Write(FigureSheets.Of(this)),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            $"{Scope}办理统计.xlsx"
        );
    }

    public async Task<IActionResult> OnGetCsvAsync()
    {
        await OnGetAsync();
        return File(Csv.Write(FigureSheets.Rates(this)), "text/csv", $"{Scope}办理统计.csv");
    }
}
