using JointMeeting.Documents.Writing;
using JointMeeting.Domain.Statistics;
using JointMeeting.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Statistics;

/// <summary>The rows behind one figure, exactly those that it counts.</summary>
public sealed class RowsModel(Steps steps) : FiguresPage(steps)
{
    [BindProperty(SupportsGet = true)]
    public string Figure { get; set; } = "";

    /// <summary>The numerator's rows; else the denominator's.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Above { get; set; }

    public Rate Rate { get; private set; } = null!;
    public IReadOnlyList<CountedRow> Listed { get; private set; } = [];
    public string FigureName => $"{Rate.Name}的{(Above ? "分子" : "分母")}";
    public string Self => Address("/rows", OneUnit, $"&figure={Figure}&above={Above}");

    public async Task<IActionResult> OnGetAsync()
    {
        await Read();
        if (Figures.FirstOrDefault(f => f.Id == Figure) is not { } figure)
            return NotFound();
        Rate = figure.Of(OneUnit);
        Listed = figure.Rows(OneUnit, Above);
        return Page();
    }

    public async Task<IActionResult> OnGetXlsxAsync() =>
        await OnGetAsync() is NotFoundResult missing
            ? missing
            : File(
                Workbook.Write(FigureSheets.RowsOf(Rate.Name, this, Listed, Rate.Rule)),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                $"{FigureName} {Scope}.xlsx"
            );
}
