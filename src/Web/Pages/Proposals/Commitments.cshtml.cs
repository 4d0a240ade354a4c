using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JointMeeting.Web.Pages.Proposals;

/// <summary>承诺台账 over all years, what is late first.</summary>
public sealed class CommitmentsModel(Steps steps) : PageModel
{
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public DateOnly LookBackBy => Domain.Proposals.Commitments.LookBack(Today);

    private DateOnly Today => Moment.DayInChina(steps.Time.GetUtcNow());

    public bool IsLate(Line line) => line.State == "Open" && line.Due < Today;

    public string WordOf(Line line) =>
        IsLate(line) ? "逾期未兑现"
        : line.State == "Open"
            ? Domain.Proposals.Commitments.IsCarriedOver(line.MadeOn, CommitmentState.Running, Today)
                    ? "落实中（跨年结转）"
                : "落实中"
        : Domain.Proposals.Commitments.Label(
            line.State != "Answered" ? CommitmentState.Ended
            : line.Value == "kept" ? CommitmentState.Kept
            : CommitmentState.Explained
        );

    public Tone ToneOf(Line line) =>
        IsLate(line) ? Tone.Danger
        : line.State == "Open" ? Tone.Info
        : line.State != "Answered" ? Tone.Muted
        : line.Value == "kept" ? Tone.Ok
        : Tone.Warn;

    public async Task OnGetAsync()
    {
        var me = User.AsPerson();
        await using var session = await steps.Database.Read();
        var lines = await session.Query<Line>(
            """
            select m.case_id, m.text, m.due, m.made_on, m.looked_back_on, m.look_back_note, i.title, u.name as unit_name,
                   (select a.state from ask a where a.id = m.ask) as state,
                   (select n.value from answer n where n.ask_id = m.ask and n.origin <> 'Drafted' order by n.id desc limit 1) as value
              from commitment m join item i on i.case_id = m.case_id
              join cases c on c.id = m.case_id join unit u on u.id = m.unit
             where exists (select 1 from ask a where a.id = m.ask and a.state <> 'Replaced')
               and (@office = 1 and c.office_unit = @unit or @counterpart = 1 and i.counterpart = @unit or m.unit = @unit)
             order by m.due
            """,
            new
            {
                unit = me.Unit,
                office = me.Is(Role.GovernmentOffice) ? 1 : 0,
                counterpart = me.Is(Role.CongressOffice) || me.Is(Role.CppccOffice) ? 1 : 0,
            }
        );
        Lines = [.. lines.OrderBy(l => l.State == "Open" ? 0 : 1)];
    }

    /// <summary>A line of the list.</summary>
    public sealed record Line
    {
        public required string CaseId { get; init; }
        public required string Text { get; init; }
        public required DateOnly Due { get; init; }
        public required DateOnly MadeOn { get; init; }
        public DateOnly? LookedBackOn { get; init; }
        public string? LookBackNote { get; init; }
        public required string Title { get; init; }
        public required string UnitName { get; init; }
        public required string State { get; init; }
        public string? Value { get; init; }
    }
}
