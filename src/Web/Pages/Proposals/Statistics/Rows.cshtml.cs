using JointMeeting.Documents.Writing;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Proposals.Statistics;
using JointMeeting.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Proposals.Statistics;

/// <summary>The items behind one figure, exactly those that it counts.</summary>
public sealed class RowsModel(Steps steps) : StatisticsPage(steps)
{
    [BindProperty(SupportsGet = true)]
    public string Figure { get; set; } = "all";

    /// <summary>The numerator's rows; else the denominator's.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Above { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Scheme { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    public string FigureName { get; private set; } = "";
    public string? Rule { get; private set; }
    public IReadOnlyList<(HandledItem Facts, ItemTitle Title)> Counted { get; private set; } = [];

    public string Duty(HandledItem item) => Assignment.Label(item.Duty, OfCongress);

    public string Self => Address("/rows", Unit, $"&figure={Figure}&above={Above}&scheme={Scheme}&code={Code}");

    public async Task<IActionResult> OnGetAsync()
    {
        await using var session = await Open();
        await Read(session);
        if (Find() is not { } rows)
            return NotFound();
        var titles = await ItemTitle.Read(session, Year);
        Counted =
        [
            .. rows.Where(r => titles.ContainsKey(r.Item))
                .Select(r => (r, titles[r.Item]))
                .OrderBy(r => r.Item2.SessionName, StringComparer.Ordinal)
                .ThenBy(r => int.TryParse(r.Item2.Number, out var n) ? n : int.MaxValue),
        ];
        return Page();
    }

    public async Task<IActionResult> OnGetXlsxAsync() =>
        await OnGetAsync() is NotFoundResult missing
            ? missing
            : File(
                Workbook.Write(AsSheet()),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                $"{Scope}{FigureName}.xlsx"
            );

    private IReadOnlyList<HandledItem>? Find()
    {
        if (Figure == "class" && ClassScheme.All.FirstOrDefault(s => s.Id == Scheme) is { } scheme && Code is not null)
        {
            FigureName = $"{scheme.Name}中的 {Code}";
            return [.. Items.Where(i => Indicators.HasClass(i, scheme, Code))];
        }
        if (Figures.FirstOrDefault(f => f.Id == Figure) is { } figure)
        {
            (FigureName, Rule) = ($"{figure.Name}的{(Above ? "分子" : "分母")}", figure.Rule);
            return figure.Rows(Items, Above);
        }
        (FigureName, var rows) = Figure switch
        {
            "all" => ("交办", Items),
            "own" => ("由单位答复", [.. Items.Where(i => Assignment.MayReply(i.Duty))]),
            "assist" => ("协办", [.. Items.Where(i => !Assignment.MayReply(i.Duty))]),
            "withdrawn" => ("撤回", [.. Items.Where(i => i.Withdrawn)]),
            _ => ("", null),
        };
        return rows;
    }

    private Sheet AsSheet() =>
        new(
            FigureName,
            ["件", "标题", "单位", "办理方式", "答复(意见)日期", "原定期限", "延期后", "类别", "结果"],
            [
                .. Counted.Select(c =>
                    (IReadOnlyList<object?>)
                        [
                            c.Title.Name,
                            c.Title.Title,
                            Units.Name(c.Facts.Unit),
                            Duty(c.Facts),
                            c.Facts.AnsweredOn,
                            c.Facts.OriginalDue,
                            c.Facts.ExtendedDue,
                            c.Facts.Class?.Code,
                            c.Facts.Result is { } result ? FeedbackRules.Label(result) : null,
                        ]
                ),
            ],
            Rule
        );
}
