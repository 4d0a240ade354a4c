using JointMeeting.Documents.Writing;
using JointMeeting.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Statistics;

/// <summary>
/// 统计: how tasks were finished, meetings attended and drafts countersigned in a period, each figure with numerator,
/// denominator and rule, each opening into its rows; units below each other.
/// </summary>
public sealed class IndexModel(Steps steps) : FiguresPage(steps)
{
    public IReadOnlyList<SelectListItem> UnitChoices =>
        [new("全部单位", ""), .. Counted.Select(u => new SelectListItem(Units.Name(u), u))];

    public Task OnGetAsync() => Read();

    public async Task<IActionResult> OnGetXlsxAsync()
    {
        await Read();
        return File(
            Workbook.Write(FigureSheets.Of(this)),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            $"统计 {Scope}.xlsx"
        );
    }
}
