using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Proposals.Assign;
using JointMeeting.Workflows.Rounds;

namespace JointMeeting.Workflows.House.Abolish;

/// <summary>
/// 转承接单位: what waits for a unit that no longer exists waits for its successor, with the same last day and what was
/// approved for it (延期). Where the
/// successor is asked in that round already, its one answer is for both.
/// </summary>
public sealed record HandToSuccessors() : ActionCommand(Actions.HandToSuccessors)
{
    private const string Waiting = """
        select distinct a.case_id from ask a join unit u on u.id = a.unit join cases c on c.id = a.case_id
          join visit v on v.id = a.visit_id
         where a.state in ('Open', 'Waiting', 'Delegated') and u.successor is not null and u.valid_to < @today
           and c.closed_at is null and v.left_at is null and a.within is null and a.delegated_from is null
        """;

    /// <summary>Hands on in every case where a unit that ended is waited for; each case in a step of its own.</summary>
    /// <returns>In how many cases.</returns>
    public static async Task<int> Everywhere(Steps steps)
    {
        var day = Moment.DayInChina(steps.Time.GetUtcNow());
        IReadOnlyList<string> cases = [];
        await using (var session = await steps.Database.Read())
            // Asked every few seconds: most of the time no unit has ended, and then no request is looked at.
            if (!(await Successors.On(session, day)).IsEmpty)
                cases = await session.Query<string>(Waiting, new { today = Moment.Text(day) });
        foreach (var caseId in cases)
            await steps.Act(Person.System, caseId, new HandToSuccessors());
        return cases.Count;
    }

    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var successors = await Successors.On(step.Session, step.Today);
        var moved = new List<string>();
        foreach (var ask in step.File.Asks.Where(IsWaitedFor(step.File)).ToList())
            if (successors.Of(ask.Unit) is var to && to != ask.Unit && await Hand(step, ask, to) is { } said)
                moved.Add(said);
        if (moved.Count == 0)
        {
            step.NothingToDo();
            return;
        }
        await Handling.CarryOn(step, successors.Of);
        step.Say(string.Join("；", moved));
    }

    private static Func<AskRow, bool> IsWaitedFor(CaseFile file) =>
        ask =>
            ask is { Within: null, DelegatedFrom: null, State: AskState.Open or AskState.Waiting or AskState.Delegated }
            && file.OpenVisits.Any(v => v.Id == ask.VisitId);

    /// <summary>Null where a seat must sign and the successor has none: the office has to add it first.</summary>
    private static async Task<string?> Hand(Step step, AskRow ask, string to)
    {
        var names =
            $"{await step.UnitName(ask.Unit)}已撤销，{Vocabulary.Named(ask.Vocabulary).Label}转{await step.UnitName(to)}";
        var seat = ask.Seat is null ? null : await SeatOf(step, ask.Seat, to);
        if (ask.Seat is not null && seat is null)
            return null;
        await Settling.Withdraw(step, [.. step.File.Asks.Where(a => a.DelegatedFrom == ask.Id || a.Within == ask.Id)]);
        var same = step.File.Round(ask.VisitId, ask.Vocabulary).FirstOrDefault(a => a.Unit == to);
        if (same is { State: AskState.Open or AskState.Waiting or AskState.Delegated })
        {
            await Settling.Change(step, ask, AskState.Replaced, replacedBy: same.Id);
            return $"{names}一并办理";
        }
        var next =
            ask.State == AskState.Waiting
                ? await Opening.Wait(step, ask, to, seat)
                : await Opening.CarriedOn(step, ask, to, seat);
        await Settling.Change(step, ask, AskState.Replaced, replacedBy: next.Id);
        return $"{names}办理";
    }

    private static Task<string?> SeatOf(Step step, string seat, string unit) =>
        step.Session.Scalar<string?>(
            """
            select s.id from seat s join seat old on old.mechanism = s.mechanism
             where old.id = @seat and s.unit = @unit and s.role <> 'LiaisonOfficer' order by s.position
            """,
            new { seat, unit }
        );
}
