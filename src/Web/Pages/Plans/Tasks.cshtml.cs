using JointMeeting.Documents.Recognising;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Supervision;
using JointMeeting.Domain.Texts;
using JointMeeting.Domain.Texts.Coverage;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Meetings;
using JointMeeting.Web.Pages.Tasks;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;
using JointMeeting.Workflows.Plans;
using JointMeeting.Workflows.Plans.Decompose;
using JointMeeting.Workflows.Supervision.Milestones;
using JointMeeting.Workflows.Texts;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Plans;

/// <summary>
/// 任务分解: clause by clause or from an imported annex, with what is missing, what differs from the body, and how much
/// each unit has to do in that week already.
/// </summary>
public sealed class TasksModel(Steps steps) : PlanPage(steps)
{
    private const string Notices = """
        select n.case_id, n.title from notice n join cases c on c.id = n.case_id
         where c.office_unit = @unit and exists (
               select 1 from proposal p where p.case_id = n.case_id and p.kind in ('Task', 'MonthEntry'))
         order by c.opened_at desc
        """;

    private IReadOnlyDictionary<string, string> _unitIds = new Dictionary<string, string>();
    private IReadOnlyList<DueWork> _due = [];

    [BindProperty]
    public List<PlannedRow> Input { get; set; } = [];

    [BindProperty]
    public string? Finding { get; set; }

    [BindProperty]
    public string? Clause { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The notice whose annex is taken.</summary>
    [BindProperty(SupportsGet = true, Name = "notice")]
    public string? Notice { get; set; }

    public IReadOnlyList<(string Id, string? Title)> ImportedNotices { get; private set; } = [];
    public IReadOnlyList<CoverageFinding> Missing { get; private set; } = [];
    public IReadOnlyList<TaskLine> Issued { get; private set; } = [];
    public ILookup<string, MilestoneRow> Milestones { get; private set; } =
        Enumerable.Empty<MilestoneRow>().ToLookup(m => "");
    public Permission MayDecompose => Rights.To(Actions.DecomposePlan);
    public WorkingDayCalendar Calendar => Steps.Calendar;

    /// <summary>
    /// What else the units of the row have due in that week, under way and in this form; null where nothing is or no day
    /// is set.
    /// </summary>
    public string? LoadOf(PlannedRow row)
    {
        if (row.Date is not { } day)
            return null;
        var others = Input.Where(r => r.Take && r != row && r.Date is not null).Select(Work).ToList();
        var loads = UnitsOf(row)
            .Select(unit => (unit, Running: WeekLoad.Of(unit, day, _due), Here: WeekLoad.Of(unit, day, others)))
            .Where(l => l.Running + l.Here > 0)
            .Select(l => $"{Units.Name(l.unit)}已有 {l.Running} 项，本次另有 {l.Here} 项");
        var text = string.Join("；", loads);
        return text.Length == 0 ? null : $"{WeekLoad.MondayOf(day):M月d日}起的一周到期：{text}";
    }

    private static DueWork Work(TaskLine task) =>
        new([.. Rows.Split(task.LeadUnits), .. Rows.Split(task.ResponsibleUnits)], task.Due!.Value);

    private DueWork Work(PlannedRow row) => new(UnitsOf(row), row.Date!.Value);

    private IReadOnlyList<string> UnitsOf(PlannedRow row) => Known($"{row.Lead}、{row.Responsible}");

    public async Task<IActionResult> OnPostAsync()
    {
        ModelState.Clear();
        await Show();
        var tasks = Typed();
        if (!ModelState.IsValid)
            return this.Refuse();
        return await Do(
            Id,
            new DecomposePlan(tasks),
            $"已下达 {tasks.Count} 项任务。",
            _ => Redirect($"/plans/{Id}/tasks")
        );
    }

    public Task<IActionResult> OnPostNoteAsync()
    {
        ModelState.Clear();
        return Do(
            Id,
            new NoteCoverage(Clause ?? "", Finding ?? "", Reason),
            "已记录。",
            _ => Redirect($"/plans/{Id}/tasks")
        );
    }

    protected override async Task LoadMore(Session session)
    {
        _unitIds = await UnitNames.Read(session, Today);
        Issued = await TaskLines.OfMeeting(session, Id);
        Milestones = (
            await session.Query<MilestoneRow>(
                """
                select m.* from milestone m join task t on t.case_id = m.task
                 where t.source_case = @Id order by m.task, m.position
                """,
                new { Id }
            )
        ).ToLookup(m => m.Task);
        if (!MayDecompose.IsAllowed)
            return;
        ImportedNotices = await session.Query<(string, string?)>(Notices, new { unit = Me.Unit });
        _due = [.. (await TaskLines.Running(session)).Where(t => t.Due is not null).Select(Work)];
        if (HttpMethods.IsGet(Request.Method) || Input.Count == 0)
            Input = [.. await Proposed(session)];
        Missing = await DecomposePlan.Coverage(session, Id, Clauses, [.. Input.Where(r => r.Take).Select(Planned)]);
    }

    private async Task<IEnumerable<PlannedRow>> Proposed(Session session)
    {
        if (string.IsNullOrEmpty(Notice))
            return PlannedRow.WithTargets(
                [.. Clauses.Where(c => c.Mark == ClauseMark.Decided).Select(c => PlannedRow.Of(c, Units, Today))],
                Clauses
            );
        var rows = await session.Query<ProposalRow>(
            "select * from proposal where case_id = @Notice and kind in ('Task', 'MonthEntry', 'Finding') order by position",
            new { Notice }
        );
        IReadOnlyList<T> Of<T>(ProposalKind kind) =>
            [.. rows.Where(r => r.Kind == kind).Select(r => ProposalValues.Read<T>(r.Value))];
        IReadOnlyList<ProposedTask> tasks =
        [
            .. Of<ProposedTask>(ProposalKind.Task),
            .. Of<ProposedMonthEntry>(ProposalKind.MonthEntry).SelectMany(entry => entry.Tasks()),
        ];
        return PlannedRow.WithTargets(
            [.. PlannedRow.Of(tasks, Of<ProposedFinding>(ProposalKind.Finding), Clauses)],
            Clauses
        );
    }

    private PlannedTask Planned(PlannedRow row) =>
        new(
            row.Clause ?? "",
            row.Text ?? "",
            Known(row.Lead),
            row.Basis,
            [.. Known(row.Responsible).Except(Known(row.Lead))],
            DeadlineText.Read(row.Deadline, row.Date, Today),
            [.. MilestonesOf(row)]
        )
        {
            Targets = Lines(row.Targets),
        };

    private List<PlannedTask> Typed()
    {
        foreach (var (row, index) in Input.Select((r, i) => (r, i)).Where(x => x.r.Take))
        foreach (var name in UnitNames.Split($"{row.Lead}、{row.Responsible}").Where(n => !_unitIds.ContainsKey(n)))
            ModelState.AddModelError($"Input[{index}].Lead", $"第 {index + 1} 项：没有登记单位“{name}”，请核对名称。");
        return [.. Input.Where(r => r.Take).Select(Planned)];
    }

    private IReadOnlyList<string> Known(string? names) =>
        [.. UnitNames.Split(names).Where(_unitIds.ContainsKey).Select(n => _unitIds[n]).Distinct()];

    private static string[] Lines(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A line is a time and what is there by then, separated by a space or a colon.</summary>
    private IEnumerable<NewMilestone> MilestonesOf(PlannedRow row)
    {
        foreach (var line in Lines(row.Milestones))
        {
            var parts = line.Split([' ', '　', '：', ':'], 2, StringSplitOptions.TrimEntries);
            var (raw, text) = parts.Length == 2 ? (parts[0], parts[1]) : ("", line);
            yield return new NewMilestone(text, raw, TimeExpression.Read(raw, Today)?.Value.Date);
        }
    }
}
