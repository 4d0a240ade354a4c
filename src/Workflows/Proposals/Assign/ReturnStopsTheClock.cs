using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Rounds;

namespace JointMeeting.Workflows.Proposals.Assign;

/// <summary>
/// While a return (退回申请) has no ruling the unit's clocks run on, unless the rule set says that they stand still; then
/// the time until the ruling is given back.
/// </summary>
internal static class ReturnStopsTheClock
{
    /// <summary>The clocks of what is open at the unit stand still from today.</summary>
    public static Task Stand(Step step, string unit, string head, string reason) =>
        Change(step, unit, new Paused(step.Today, head, Words(reason)), Words(reason));

    /// <summary>There is a ruling; the unit's clocks run again from today, until it goes on or another takes over.</summary>
    public static Task GoOn(Step step, ReturnRow request, string reason) =>
        Change(step, request.Unit, new Resumed(step.Today, step.Actor.Name, reason), reason);

    private static async Task Change(Step step, string unit, ClockEvent change, string why)
    {
        if (!Stops(step))
            return;
        var open = step.File.Asks.Where(a => a.Unit == unit && a.State == AskState.Open).Select(a => a.Id).ToHashSet();
        foreach (var clock in await RunningClocks.Of(step))
            if (
                open.Contains(clock.Owner)
                && Explanation.Parse(clock.Replay) is { } kept
                && ClockChange.Refusal(kept.Events, change, kept.Rule, step.Calendar) is null
            )
                await Deadlines.Change(step, clock, change, why);
    }

    private static bool Stops(Step step) => LocalRules.ReturnStopsTheClock(step.Item().LocalSet(), step.Today);

    private static string Words(string reason) => $"申请退回待裁定：{reason}";
}
