using JointMeeting.Domain;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Proposals.TakeOver;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Workflows.Proposals.Assign;
using JointMeeting.Workflows.Proposals.Register;

namespace JointMeeting.Workflows.Proposals.TakeOver;

/// <summary>
/// 台账接管: what was just registered waits for a judgement, or is assigned to the units and from the day that the ledger
/// states, or waits to be assigned like any other.
/// </summary>
internal static class AsTheLedgerSays
{
    /// <summary>Does it and says what.</summary>
    public static async Task<string> Of(Step step, NewItem item)
    {
        var word = item.Said!;
        var taken = $"台账接管，截至{word.AsOf:yyyy年M月d日}";
        if (word.AsOf > step.Today)
            throw new Refusal($"截至日期 {word.AsOf:yyyy年M月d日} 晚于今天，请核对台账的截至日期。");
        return word.Fate switch
        {
            ItemFate.Judge => $"{taken}，{Judged(step, word)}",
            ItemFate.Assign =>
                $"{taken}，按台账于 {word.AssignedOn:yyyy年M月d日}交办。{await Assigned(step, item, word)}",
            ItemFate.Register => taken,
        };
    }

    /// <summary>
    /// A ledger brought it and it was only registered, since who imported it may not assign: 人大, 政协. The same ledger,
    /// imported by who may, assigns it still.
    /// </summary>
    public static async Task<bool> WaitsForAssigning(Session session, string item, ItemLedgerWord? word) =>
        word is { Fate: ItemFate.Assign }
        && await session.Scalar<long>(
            """
            select count(*) from item i join visit v on v.case_id = i.case_id
             where i.case_id = @item and i.fate = 'Register' and i.assigned_on is null
               and v.node = 'registered' and v.left_at is null
            """,
            new { item }
        ) > 0;

    /// <summary>Assigns what waits for it, and says so.</summary>
    public static async Task<string> AssignStill(Step step, NewItem item)
    {
        if (ItemLedgerPlan.AsOfToday(item, step.Today, step.Calendar) is { Fate: not ItemFate.Assign } now)
            throw new Refusal($"本件已登记，但{now.Why}，不能按台账交办，请核对后由人交办。");
        await step.Change(step.Item() with { Fate = ItemFate.Assign });
        return await Of(step, item);
    }

    private static Task<string> Assigned(Step step, NewItem item, ItemLedgerWord word)
    {
        var kind = step.File.Row.Kind;
        if (Rights.For(step.Actor, step.File.Facts()).To(ProposalActions.Assign.For(kind)).Reason is { } why)
            throw new Refusal(why);
        var units = Assignment.Of(item.Hosts ?? [], item.CoHandlers ?? []);
        return new AssignItem(kind, units, word.AssignedOn!.Value).Assign(step);
    }

    /// <summary>The version that an office made of an older lifecycle has no such step; nothing is put elsewhere instead.</summary>
    private static string Judged(Step step, ItemLedgerWord word) =>
        step.File.OpenVisit("historical") is not null
            ? $"{word.Why}，列为历史待核"
            : throw new Refusal(
                $"新登记的件按“{step.File.Lifecycle.Name}”第 {step.File.Lifecycle.Version} 版办理，该版没有“历史待核”环节，不能接管已经办过的件。请先在“流程”中导入含该环节的版本，再重新导入清单。"
            );
}
