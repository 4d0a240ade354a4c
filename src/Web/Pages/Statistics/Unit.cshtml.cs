using JointMeeting.Documents.Writing;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Supervision;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Web.Pages.Proposals;
using JointMeeting.Web.Pages.Tasks;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using JointMeeting.Workflows.House.Abolish;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JointMeeting.Web.Pages.Statistics;

/// <summary>
/// 一单位全部事项: what waits for a unit's answer, the tasks it leads or answers for, and the suggestions and proposals
/// it handles; of all that only what the reader may read.
/// </summary>
public sealed class UnitModel(Steps steps) : PageModel
{
    /// <summary>What waits for the unit; an office sees what it asked itself, a unit all that it is asked.</summary>
    private const string Waiting = """
        select a.case_id, c.kind, c.title, a.subject, a.vocabulary, a.due
          from ask a join cases c on c.id = a.case_id
         where a.unit = @unit and a.state in ('Open', 'Delegated') and a.within is null
           and (@own = 1 or @office = 1 and c.office_unit = @mine)
         order by case when a.due is null then 1 else 0 end, a.due, a.id
        """;

    private ILookup<string, (string Unit, Domain.Proposals.HandlingDuty Duty)> _handlers = null!;

    /// <summary>The unit; the reader's own where none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    public UnitBook Units { get; private set; } = null!;
    public IReadOnlyList<WaitingLine> Asks { get; private set; } = [];
    public IReadOnlyList<TaskLine> Tasks { get; private set; } = [];
    public IReadOnlyList<ItemLine> Items { get; private set; } = [];
    public DateOnly Today => Moment.DayInChina(steps.Time.GetUtcNow());
    public WorkingDayCalendar Calendar => steps.Calendar;
    public string Name => Units.Name(Unit);

    public string RoleIn(TaskLine task) => Rows.Split(task.LeadUnits).Contains(Unit) ? "牵头" : "责任";

    public string DutyIn(ItemLine item) =>
        Domain.Proposals.Assignment.Label(
            _handlers[item.CaseId].First(h => h.Unit == Unit).Duty,
            item.Kind != Domain.Proposals.ItemKind.Proposal
        );

    public string Step(ItemLine item) => item.Step(steps.Lifecycles);

    public string LightOf(TaskLine task) => task.Describe(Today, Calendar);

    public string UrgencyText(DateOnly? due) => DueLight.Describe(due, Today, Calendar);

    public async Task<IActionResult> OnGetAsync()
    {
        var me = User.AsPerson();
        Unit ??= me.Unit;
        await using var session = await steps.Database.Read();
        Units = await UnitBook.Read(session);
        if (Unit is null || Units.All.All(u => u.Id != Unit))
            return NotFound();
        Asks = await session.Query<WaitingLine>(
            Waiting,
            new
            {
                unit = Unit,
                mine = me.Unit,
                own = me.Unit == Unit ? 1 : 0,
                office = me.Is(Role.OfficeClerk) || me.Is(Role.GovernmentOffice) ? 1 : 0,
            }
        );
        var successors = await Successors.On(session, Today);
        var tasks = await TaskLines.ReadableBy(session, me.Unit, me.Is(Role.OfficeClerk), successors);
        Tasks = [.. tasks.Where(t => Rows.Split(t.LeadUnits).Concat(Rows.Split(t.ResponsibleUnits)).Contains(Unit))];
        _handlers = await ItemLines.Handlers(session);
        var items = await ItemLines.ReadableBy(session, me);
        Items = [.. items.Where(i => _handlers[i.CaseId].Any(h => h.Unit == Unit))];
        return Page();
    }

    public async Task<IActionResult> OnGetXlsxAsync() =>
        await OnGetAsync() is NotFoundResult missing
            ? missing
            : File(
                Workbook.Write(Waits(), Supervised(), Handled()),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                $"{Name}全部事项.xlsx"
            );

    private Sheet Waits() =>
        new(
            "待答复",
            ["事项", "请办", "类别", "期限"],
            [.. Asks.Select(a => (IReadOnlyList<object?>)[a.Title, a.Subject, a.Label, a.Due])],
            $"统计日 {Today:yyyy-MM-dd}"
        );

    private Sheet Supervised() =>
        new(
            "督办事项",
            ["序号", "事项", "来源", "分工", "完成时限", "状态", "灯号"],
            [
                .. Tasks.Select(t =>
                    (IReadOnlyList<object?>)
                        [t.Number, t.Text, t.Source, RoleIn(t), Pages.Tasks.IndexModel.Deadline(t), t.State, LightOf(t)]
                ),
            ],
            null
        );

    private Sheet Handled() =>
        new(
            "建议提案",
            ["件", "标题", "办理方式", "环节", "答复期限", "类别"],
            [.. Items.Select(i => (IReadOnlyList<object?>)[i.Name, i.Title, DutyIn(i), Step(i), i.Due, i.ClassCode])],
            null
        );

    /// <summary>A request that waits for the unit.</summary>
    public sealed record WaitingLine
    {
        public required string CaseId { get; init; }
        public required CaseKind Kind { get; init; }
        public required string Title { get; init; }
        public required string Subject { get; init; }
        public required string Vocabulary { get; init; }
        public DateOnly? Due { get; init; }

        public string Label => Domain.Asks.Vocabulary.Named(Vocabulary).Label;

        public string? Path => CaseAddress.Of(Kind, CaseId);
    }
}
