using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Supervision;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using JointMeeting.Workflows.House.Abolish;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Tasks;

/// <summary>督办台账: the tasks a person may read, with filters.</summary>
public sealed class IndexModel(Steps steps) : PageModel
{
    private IReadOnlyList<TaskLine> _all = [];

    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public Light? Light { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Mechanism { get; set; }

    public UnitBook Units { get; private set; } = null!;
    public IReadOnlyList<TaskLine> Shown { get; private set; } = [];
    public DateOnly Today => Moment.DayInChina(steps.Time.GetUtcNow());
    public WorkingDayCalendar Calendar => steps.Calendar;

    public string Note
    {
        get
        {
            var red = _all.Count(t => t.LightOn(Today, Calendar) == Domain.Supervision.Light.Red);
            var historical = _all.Count(t => t.Standing.Stage == TaskStage.Historical);
            var next =
                red > 0 ? $"{red} 项超期，请先催办或办理"
                : historical > 0 && User.IsInRole(nameof(Role.OfficeClerk)) ? $"{historical} 项历史待核，请逐项核定"
                : "没有超期事项";
            return $"共 {_all.Count} 项，{next}。持续实施的事项不计超期。";
        }
    }

    public IReadOnlyList<SelectListItem> UnitChoices =>
        [
            new("全部单位", ""),
            .. _all.SelectMany(t => Rows.Split(t.LeadUnits).Concat(Rows.Split(t.ResponsibleUnits)))
                .Distinct()
                .Select(u => new SelectListItem(Units.Name(u), u))
                .OrderBy(c => c.Text, StringComparer.Ordinal),
        ];

    public IReadOnlyList<SelectListItem> LightChoices =>
        [new("全部", ""), .. Enum.GetValues<Light>().Select(l => new SelectListItem(Lights.Label(l), l.ToString()))];

    public IReadOnlyList<SelectListItem> StateChoices =>
        [
            new("全部", ""),
            .. _all.Select(t => t.State).Distinct().Order(StringComparer.Ordinal).Select(s => new SelectListItem(s, s)),
        ];

    public IReadOnlyList<SelectListItem> MechanismChoices =>
        [
            new("全部", ""),
            .. _all.Select(t => (t.MechanismName, t.Mechanism))
                .Distinct()
                .Select(m => new SelectListItem(m.MechanismName, m.Mechanism)),
        ];

    /// <summary>The list as people paste it into a message.</summary>
    public string AsText =>
        string.Join(
            "\n",
            Shown
                .Select(
                    (t, i) =>
                        $"{i + 1}. 【{t.Describe(Today, Calendar)}】{t.Text}（牵头：{Units.NamesOn(Today, t.LeadUnits)}"
                        + (t.ResponsibleUnits.Length == 0 ? "" : $"；责任：{Units.NamesOn(Today, t.ResponsibleUnits)}")
                        + $"；时限：{Deadline(t)}；{t.State}）"
                )
                .Prepend($"督办事项 {Shown.Count} 项（{When.Day(Today)}）")
        );

    public async Task OnGetAsync()
    {
        var me = User.AsPerson();
        await using var session = await steps.Database.Read();
        Units = await UnitBook.Read(session);
        var successors = await Successors.On(session, Today);
        _all = await TaskLines.ReadableBy(session, me.Unit, me.Is(Role.OfficeClerk), successors);
        Shown =
        [
            .. _all.Where(t => string.IsNullOrEmpty(Unit) || Named(t, Unit))
                .Where(t => Light is null || t.LightOn(Today, Calendar) == Light)
                .Where(t => string.IsNullOrEmpty(State) || t.State == State)
                .Where(t => string.IsNullOrEmpty(Mechanism) || t.Mechanism == Mechanism),
        ];
    }

    /// <summary>The deadline as stated, with the day where it is known and says more, and the day it was moved to.</summary>
    public static string Deadline(TaskLine task) =>
        Stated(task) + (task.MovedTo is { } day ? $"，延至{When.Day(day)}" : "");

    private static string Stated(TaskLine task) =>
        (task.DeadlineRaw, task.DeadlineDate) switch
        {
            (null, null) => "未定时限",
            (null, { } day) => When.Day(day),
            ({ } raw, null) => raw,
            ({ } raw, { } day) => raw.Contains(When.Day(day), StringComparison.Ordinal)
                ? raw
                : $"{raw}（{(task.DeadlineKind is DeadlineKind.During ? "至" : "")}{When.Day(day)}）",
        };

    private static bool Named(TaskLine task, string unit) =>
        Rows.Split(task.LeadUnits).Contains(unit) || Rows.Split(task.ResponsibleUnits).Contains(unit);
}
