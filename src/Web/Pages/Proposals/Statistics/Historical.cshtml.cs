using JointMeeting.Documents.Writing;
using JointMeeting.Domain.Proposals;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Proposals.Statistics;

/// <summary>The items behind the numbers of 历史待核 and 历史办结, which no rate counts.</summary>
public sealed class HistoricalModel(Steps steps) : StatisticsPage(steps)
{
    /// <summary>历史办结; else 历史待核.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Closed { get; set; }

    public IReadOnlyList<HistoricalItem> Counted { get; private set; } = [];

    public string FigureName => Closed ? "历史办结" : "历史待核";

    public string Self => Address("/historical", null, $"&closed={Closed}");

    public async Task OnGetAsync()
    {
        await using var session = await Open();
        await Read(session);
        Counted = [.. Historical.Where(i => i.IsClosed == Closed)];
    }

    public async Task<IActionResult> OnGetXlsxAsync()
    {
        await OnGetAsync();
        return File(
            Workbook.Write(
                new Sheet(
                    FigureName,
                    ["件", "标题", "台账载明的主办单位", "台账状态", "截至日期"],
                    [
                        .. Counted.Select(i =>
                            (IReadOnlyList<object?>)[NameOf(i), i.Title, Units.Names(i.RuledHosts), i.StatusRaw, i.AsOf]
                        ),
                    ],
                    "台账接管的件，不计入按期率、满意率等各率"
                )
            ),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            $"{Scope}{FigureName}.xlsx"
        );
    }

    public static string NameOf(HistoricalItem item) =>
        $"{ItemKinds.Label(item.Kind)} {item.SessionName} {item.Number} 号";
}
