using System.Globalization;
using JointMeeting.Documents.Writing;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Statistics;
using JointMeeting.Domain.Supervision;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Web.Pages.Tasks;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using JointMeeting.Workflows.House.Abolish;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TaskLine = JointMeeting.Web.Pages.Tasks.TaskLine;

namespace JointMeeting.Web.Pages.Statistics;

/// <summary>
/// 月度通报: the units ranked by what fell due in a month, their lights today, and what became late in it. The words of
/// praise and criticism are the office's; the convenor approves them.
/// </summary>
public sealed class MonthModel(Steps steps) : PageModel
{
    private ILookup<string, TaskLine> _lines = null!;

    /// <summary>2026-10; the month before today's where none is chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    public UnitBook Units { get; private set; } = null!;
    public IReadOnlyList<RankedUnit> Ranked { get; private set; } = [];
    public Rate Done { get; private set; } = null!;

    /// <summary>期限 in the month, and not applied for by it.</summary>
    public IReadOnlyList<CountedRow> NewlyLate { get; private set; } = [];

    public DateOnly First { get; private set; }
    public DateOnly Today => Moment.DayInChina(steps.Time.GetUtcNow());
    public string Title => $"{First.Year} 年 {First.Month} 月督办情况通报";

    public static IReadOnlyList<Light> LightsShown { get; } =
    [Light.Red, Light.Yellow, Light.Green, Light.Blue, Light.Grey];

    /// <summary>How many of the unit's open tasks have that light today.</summary>
    public int Count(string unit, Light light) => _lines[unit].Count(t => t.LightOn(Today, steps.Calendar) == light);

    /// <summary>The draft as people paste it; praise and criticism are left to the office.</summary>
    public string AsText =>
        string.Join(
            "\n",
            [
                Title,
                $"截至 {When.Day(Today)}，本月到期 {Done.Denominator} 件次，已完成 {Done.Numerator} 件次，完成率 {Done.Short}；新增逾期 {NewlyLate.Count} 件次。",
                .. Ranked
                    .Where(u => u.Place is not null)
                    .Select(u => $"{u.Place}. {Units.Name(u.Unit)}：{u.Done.Text}，逾期 {u.Late} 件次"),
                .. NewlyLate.Select(t => $"逾期：{t.Title}（{Units.Name(t.Unit)}，期限 {t.When}，{t.Word}）"),
                "（表扬、批评的文字由联席会议办公室拟写，召集人审定）",
            ]
        );

    public async Task OnGetAsync()
    {
        var me = User.AsPerson();
        First = DateOnly.TryParseExact(
            Month,
            "yyyy-MM",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var month
        )
            ? month
            : new DateOnly(Today.Year, Today.Month, 1).AddMonths(-1);
        Month = First.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        await using var session = await steps.Database.Read();
        Units = await UnitBook.Read(session);
        var tasks = await SupervisedTasks.Read(session, Reader.Of(me), Today, steps.Calendar);
        var successors = await Successors.On(session, Today);
        var lines = await TaskLines.ReadableBy(session, me.Unit, me.Is(Role.OfficeClerk), successors);
        _lines = lines
            .SelectMany(t => Rows.Split(t.LeadUnits).Select(u => (Unit: u, Line: t)))
            .ToLookup(t => t.Unit, t => t.Line, StringComparer.Ordinal);
        var figures = new TaskFigures(First, First.AddMonths(1).AddDays(-1), Today);
        var (done, late) = (figures.Done(Deadline.Extended), figures.Late(Deadline.Extended));
        Done = done.Of([.. tasks.Select(t => t.Fact)]);
        NewlyLate = [.. tasks.Where(t => late.Above(t.Fact) > 0).Select(t => t.Row)];
        Ranked = UnitRanking.Of(
            tasks
                .GroupBy(t => t.Row.Unit)
                .OrderBy(g => Units.Name(g.Key), StringComparer.Ordinal)
                .Select(g =>
                    (g.Key, done.Of([.. g.Select(t => t.Fact)]), late.Of([.. g.Select(t => t.Fact)]).Numerator)
                )
        );
    }

    public async Task<IActionResult> OnGetXlsxAsync()
    {
        await OnGetAsync();
        return File(
            Workbook.Write(Ranking(), Late()),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            $"{Title}.xlsx"
        );
    }

    private Sheet Ranking() =>
        new(
            "排名",
            ["名次", "单位", "本月到期", "已完成", "完成率(%)", "新增逾期", .. LightsShown.Select(Lights.Label)],
            [
                .. Ranked.Select(u =>
                    (IReadOnlyList<object?>)
                        [
                            u.Place,
                            Units.Name(u.Unit),
                            u.Done.Denominator,
                            u.Done.Numerator,
                            u.Done.Value,
                            u.Late,
                            .. LightsShown.Select(l => (object?)Count(u.Unit, l)),
                        ]
                ),
            ],
            $"{UnitRanking.Rule}；灯号为 {Today:yyyy-MM-dd} 的灯号"
        );

    private Sheet Late() =>
        new(
            "新增逾期",
            ["事项", "单位", "期限", "情况"],
            [.. NewlyLate.Select(t => (IReadOnlyList<object?>)[t.Title, Units.Name(t.Unit), t.When, t.Word])],
            "延期后的期限在本月内，申请办结晚于期限或至统计日仍未申请"
        );
}
