using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Rounds;

namespace JointMeeting.Workflows.Proposals.Assign;

/// <summary>申请退回改办: in the window, with reason, proposed unit and a head's signature; no private passing on.</summary>
public sealed record RequestReturn(CaseKind Kind, string Reason, string Proposed, string Head)
    : ActionCommand(ProposalActions.RequestReturn.For(Kind))
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var unit = step.Actor.Unit!;
        var handler = step.File.Handlers.First(h => h.Unit == unit);
        var last = ReturnWindow.Last(step.Item().Rules(step.Today), Received(step, handler), step.Calendar);
        if (ReturnWindow.Refusal(Reason, Proposed, Head, step.Today, last) is { } why)
            throw new Refusal(why);
        const string open =
            "select count(*) from return_request where case_id = @CaseId and unit = @unit and ruling is null";
        if (await step.Session.Scalar<long>(open, new { step.CaseId, unit }) > 0)
            throw new Refusal("退回申请已经提交，请等待裁定。");
        var ask = (
            await ItemAsks.Beside(
                step,
                ItemVocabulary.ReturnRuling,
                "returnRuling",
                "请裁定退回改办申请",
                new Asked(step.File.Row.OfficeUnit!)
            )
        )[0];
        await step.Session.Insert(
            "return_request",
            new ReturnRow
            {
                Ask = ask.Id,
                CaseId = step.CaseId,
                Unit = unit,
                Reason = Reason.Trim(),
                Proposed = Proposed.Trim(),
                Head = Head.Trim(),
                AskedOn = step.Today,
            }
        );
        await ReturnStopsTheClock.Stand(step, unit, Head.Trim(), Reason.Trim());
        step.Say(
            $"{await step.UnitName(unit)}申请退回（{Head.Trim()}签字）：{Reason.Trim()}；建议由{Proposed.Trim()}承办"
        );
    }

    /// <summary>
    /// What the window counts from. Whether the rule says the day of assignment or the day of receipt, it is not before the
    /// unit was asked here: a day of assignment in the past would close the window before the unit saw the item.
    /// </summary>
    private static DateOnly Received(Step step, HandlerRow handler) =>
        FirstAsked.Later(step, handler.Unit, handler.AssignedOn);
}

/// <summary>裁定退回: the government office agrees and names the new unit, or the unit goes on.</summary>
/// <param name="AskId">The request to rule.</param>
/// <param name="NewUnit">Who takes over, where the return is agreed to.</param>
public sealed record RuleReturn(CaseKind Kind, string AskId, bool Agree, string? NewUnit, string? Reason)
    : ActionCommand(ProposalActions.RuleReturn.For(Kind))
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var request =
            await step.Session.One<ReturnRow>(
                "select * from return_request where ask = @AskId and case_id = @CaseId and ruling is null",
                new { AskId, step.CaseId }
            ) ?? throw new Refusal("没有待裁定的退回申请，可能已经裁定。");
        var ask = step.File.Asks.First(a => a.Id == AskId);
        await Settling.Take(step, ask, new AnswerDraft(Agree ? "reassign" : "uphold", Reason), null);
        await step.Session.Execute(
            """
            update return_request set ruling = @ruling, ruled_on = @on, ruled_by = @Name, ruling_reason = @Reason
             where ask = @AskId
            """,
            new
            {
                AskId,
                Reason,
                step.Actor.Name,
                ruling = Agree ? "reassign" : "uphold",
                on = Moment.Text(step.Today),
            }
        );
        var from = await step.UnitName(request.Unit);
        await ReturnStopsTheClock.GoOn(step, request, Reason?.Trim() ?? "同意退回，改办");
        if (!Agree)
        {
            step.Say($"不同意{from}退回，继续办理：{Reason!.Trim()}");
            return;
        }
        var duty = await PassOn(step, request);
        step.Say(
            $"同意{from}退回，改由{await step.UnitName(NewUnit!)}承办{CountsFrom(step, duty)}",
            new { request.Unit, NewUnit }
        );
    }

    /// <summary>From which day the reply is counted now, where that is a day of assignment.</summary>
    private static string CountsFrom(Step step, HandlingDuty duty) =>
        duty == HandlingDuty.CoHandler
        || step.Item().Rules(step.Today).Rule("reply", step.Today)?.Start != StartEvent.Assign
            ? ""
        : step.Item().Ways().AfterReturn == AfterReturn.FirstAssigned
            ? $"，答复期限仍自原交办日 {step.Item().AssignedOn:yyyy-MM-dd} 起算"
        : $"，答复期限自重新交办日 {step.Today:yyyy-MM-dd} 起算";

    private async Task<HandlingDuty> PassOn(Step step, ReturnRow request)
    {
        var duty = step.File.Handlers.First(h => h.Unit == request.Unit).Duty;
        var assists = step.File.Handlers.Exists(h => h.Unit == NewUnit && h.Duty == HandlingDuty.CoHandler);
        if (
            string.IsNullOrEmpty(NewUnit)
            || step.File.Handlers.Exists(h => h.Unit == NewUnit) && !(assists && Assignment.MayReply(duty))
        )
            throw new Refusal("同意退回须选择新的承办单位，且不能是已在承办的单位；主办退回的，可以改由协办单位主办。");
        await House.Units.RefuseUnknown(step, [NewUnit]);
        await Handling.Remove(step, request.Unit);
        if (assists)
            await StopsAssisting(step, NewUnit);
        // A host that no unit assists any more handles the item alone (独办).
        if (duty == HandlingDuty.Host && step.File.Handlers.Count == 0)
            duty = HandlingDuty.Sole;
        await Handling.Add(step, new AssignedUnit(NewUnit, duty), step.Today);
        await step.Change(
            step.Item() with
            {
                RuledHosts = Units(step, h => Assignment.MayReply(h.Duty)),
                RuledCoHandlers = Units(step, h => !Assignment.MayReply(h.Duty)),
            }
        );
        await step.HandOver(await step.UnitName(request.Unit), await step.UnitName(NewUnit), step.Today, "改办");
        var theirs = step.File.Asks.Where(a => a.Unit == request.Unit && a.State == AskState.Open).ToList();
        foreach (var ask in theirs)
            await ItemAsks.Replace(step, ask, null);
        if (duty == HandlingDuty.CoHandler)
            await AskCoHandlers.Of(step, [NewUnit]);
        else if (step.File.OpenVisit("assigned") is { } visit)
            await Opening.Ask(step, visit, step.File.Lifecycle.Step("assigned").Ask!, [new Asked(NewUnit)]);
        else
            await step.Return("assigned", step.File.OpenVisits.Single().Node);
        return duty;
    }

    /// <summary>协办改主办: the new host gives no opinion to itself; what it has given stays readable.</summary>
    private static async Task StopsAssisting(Step step, string unit)
    {
        await Handling.Remove(step, unit);
        foreach (var ask in step.File.AsksOf(ItemVocabulary.CoOpinion).Where(a => a.Unit == unit).ToList())
            if (ask.State == AskState.Open)
                await ItemAsks.Replace(step, ask, null);
    }

    private static string Units(Step step, Func<HandlerRow, bool> which) =>
        Ledger.Rows.Join(step.File.Handlers.Where(which).Select(h => h.Unit));
}
