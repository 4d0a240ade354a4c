using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Proposals.TakeOver;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Proposals.Assign;
using JointMeeting.Workflows.Proposals.Reply;
using JointMeeting.Workflows.Proposals.TakeOver;

namespace JointMeeting.Workflows.Proposals;

/// <summary>What the lifecycles of suggestions and proposals refer to by name.</summary>
public static class ProposalRegistrations
{
    /// <summary>Registers them.</summary>
    public static void Register(Registry registry)
    {
        foreach (var kind in new[] { CaseKind.Suggestion, CaseKind.Proposal })
        {
            var id = kind.ToString().ToLowerInvariant();
            registry.TextKinds[id] = Items.ReplyText;
            registry.RuleSets[id] = step =>
                Task.FromResult(step.File.Item is { } item ? item.Rules(step.Today) : RuleSet.Meeting);
        }
        RegisterWho(registry);
        registry.Rules["itemIsPart"] = step => Task.FromResult(step.File.Item?.PartOf is not null);
        registry.Rules["itemWasOverBefore"] = step => Task.FromResult(step.File.Item?.Fate is ItemFate.Judge);
        registry.Rules["itemWasAssignedBefore"] = async step =>
            (await step.Session.LedgerWords(step.CaseId)).Any(w =>
                FiledBefore.Is(w.Status, w.AsOf, w.AssignedOn, w.RepliedOn, w.ClosedOn)
            );
        registry.Rules["replyNeedsOfficeReview"] = async step =>
        {
            if (IsGoingUp(step))
                await RefuseUnlessWhole(step);
            return step.File.Item is { ClassCode: not null }
                && (await ReplyChain.Of(step.Session, step.File, step.Today)).Tier != ReplyTier.Ordinary;
        };
        registry.Rules["itemWasDissatisfied"] = step =>
            Task.FromResult(step.File.Item is { } item && FeedbackRules.Escalates(item.RedoRound - 1));
        registry.Rules["itemHasFollowUp"] = step => Task.FromResult(HasFollowUp(step));
        registry.StartDays[StartEvent.Assign] = (step, counted) => Task.FromResult(AssignedTo(step, counted));
        registry.StartDays[StartEvent.Receipt] = async (step, counted) =>
            await SignedByTheLedger(step, counted) ?? ReceivedByHost(step);
        registry.StartDays[StartEvent.RedoOrder] = (step, _) => Task.FromResult(step.File.Item?.RedoOn);
        registry.StartDays[StartEvent.Dissatisfied] = (step, _) => Task.FromResult(step.File.Item?.RedoOn);
        registry.Answered[ItemVocabulary.Publish.Id] = PublicationOfReply.Keep;
        registry.Ahead[ItemVocabulary.Accept.Id] = "reply";
        registry.Happened["reply"] = TimeThatStoodStill.Before;
        registry.FixedDays["reply"] = step =>
            Task.FromResult(step.File.Item is { RedoRound: 0 } item ? item.FixedOn : null);
    }

    private static void RegisterWho(Registry registry)
    {
        registry.Who["suggestedUnits"] = step =>
            Ask([.. Rows.Split(step.Item().RuledHosts), .. Rows.Split(step.Item().RuledCoHandlers)]);
        registry.Who["itemHost"] = step => Ask(step.File.Facts().Handling!.Hosts);
        registry.Who["itemCounterpart"] = step => Ask([step.Item().Counterpart]);
        registry.Who["replySigner"] = async step =>
        {
            await ReplyIsComplete.Check(step);
            return await Ask(step.File.Facts().Handling!.Hosts);
        };
    }

    /// <summary>The draft was just submitted, by whatever page or message: it goes nowhere unless it is whole.</summary>
    private static bool IsGoingUp(Step step) =>
        step.File.OpenVisit("handling") is { } visit
        && step.File.Round(visit.Id, ItemVocabulary.Handle.Id).Any(a => step.File.EffectOf(a) == AnswerEffect.Consents);

    /// <summary>A draft that came another way than 送审 has no class of the whole; it does not go up.</summary>
    private static async Task RefuseUnlessWhole(Step step)
    {
        await ReplyIsComplete.Check(step);
        if (step.Item().LastText != (await step.Session.Latest(step.CaseId, Items.ReplyText))?.Id)
            throw new Refusal("答复须在答复页“保存并送审”，以便确定总体类别。");
    }

    private static bool HasFollowUp(Step step) =>
        step.File.Asks.Any(a =>
            a.State == AskState.Open
            && (a.Vocabulary == ItemVocabulary.Commitment.Id || a.Vocabulary == ItemVocabulary.Publish.Id)
        )
        || step.File.Item is { ClassCode: { } code, Scheme: { } scheme }
            && ClassScheme.Named(scheme).Find(code) is { FollowUp: true };

    /// <summary>
    /// The day the item was given to the unit: of one that took over after an agreed return, the day it took over
    /// (重新交办日). Its reply may count from the first assignment all the same, where the rules say so; what it is to sign
    /// for, or to say to the host, cannot, nor can that count from a day before the unit was asked for it here: a day that
    /// a ledger or a person states of the past was nobody's request in this system.
    /// </summary>
    private static DateOnly? AssignedTo(Step step, Counted counted)
    {
        if (step.File.Item is not { } item)
            return null;
        if (counted.Rule == "reply" && item.Ways().AfterReturn == AfterReturn.FirstAssigned)
            return item.AssignedOn;
        var given = step.File.Handlers.FirstOrDefault(h => h.Unit == counted.Unit)?.AssignedOn ?? item.AssignedOn;
        return counted.Rule == "reply" || given is not { } day ? given : FirstAsked.Later(step, counted.Unit, day);
    }

    private static bool IsAsTheLedgerSays(Step step, ItemRow item, string? unit) =>
        item.Fate is ItemFate.Assign
        && step.File.Handlers.Exists(h => h.Unit == unit && h.AssignedOn == item.AssignedOn);

    /// <summary>
    /// 签收日期 as a ledger states it, where the item was assigned by that ledger: the reply that counts from there has been
    /// running since, whenever the unit signs for it here. The word that it was assigned by is the newest that moved it.
    /// </summary>
    private static async Task<DateOnly?> SignedByTheLedger(Step step, Counted counted) =>
        counted.Rule == "reply" && step.File.Item is { } item && IsAsTheLedgerSays(step, item, counted.Unit)
            ? (await step.Session.LedgerWords(step.CaseId)).FirstOrDefault(w => w.Why is not null)?.SignedOn
            : null;

    /// <summary>
    /// The day the answering unit signed for it, where its reply is just being asked for; any other unit receives what
    /// it is asked on the day of asking.
    /// </summary>
    private static DateOnly? ReceivedByHost(Step step) =>
        step.File.OpenVisit("handling") is { } visit
        && step.File.Round(visit.Id, ItemVocabulary.Handle.Id).All(a => a.State == AskState.Waiting)
        && step.File.AsksOf(ItemVocabulary.Accept).LastOrDefault(a => a.State == AskState.Answered) is { } accept
            ? Moment.DayInChina(accept.SettledAt!.Value)
            : null;

    private static Task<IReadOnlyList<Asked>> Ask(IEnumerable<string> units) =>
        Task.FromResult<IReadOnlyList<Asked>>([.. units.Select(u => new Asked(u))]);
}
