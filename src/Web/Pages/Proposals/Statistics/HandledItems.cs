using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Proposals.Statistics;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Web.Pages.Proposals.Statistics;

/// <summary>Reads the facts that the indicators count; only feedback that was released is read at all.</summary>
public static class HandledItems
{
    /// <summary>All items of a year and side that the reader may count: the government's office those it runs, an office of the congress or the CPPCC those it
    /// handed over, with every unit that handles one; a unit its own part. What one may not open one does not count.</summary>
    public static async Task<IReadOnlyList<HandledItem>> Read(
        Session session,
        Person me,
        int year,
        bool proposals,
        DateOnly today,
        WorkingDayCalendar calendar
    )
    {
        var facts = await ItemFacts.Read(session, year, proposals, me, today);
        return
        [
            .. facts.Handlers.Select(h =>
                Assignment.MayReply(h.Duty) ? Answered(h, facts, today, calendar) : Assisted(h, facts)
            ),
        ];
    }

    private static HandledItem Assisted(ItemFacts.Handler handler, ItemFacts facts)
    {
        var asked = facts.Asks.GetValueOrDefault((handler.CaseId, handler.Unit));
        DateOnly? givenOn = asked?.OpinionAt is { } at ? Moment.DayInChina(at) : null;
        return new HandledItem
        {
            Item = handler.CaseId,
            Unit = handler.Unit,
            Duty = handler.Duty,
            Scheme = handler.Scheme,
            Withdrawn = handler.Outcome == "withdrawn" && givenOn is null,
            AnsweredOn = givenOn,
            OriginalDue = asked?.OpinionDue,
            ExtendedDue = asked?.OpinionDue,
        };
    }

    private static HandledItem Answered(
        ItemFacts.Handler handler,
        ItemFacts facts,
        DateOnly today,
        WorkingDayCalendar calendar
    )
    {
        var key = (handler.CaseId, handler.Unit);
        var asked = facts.Asks.GetValueOrDefault(key);
        DateOnly? signedOn = asked?.SignedAt is { } at ? Moment.DayInChina(at) : null;
        var (first, last) = (facts.Replies[key].FirstOrDefault(), facts.Replies[key].LastOrDefault());
        var period = ReplyPeriod.Of(facts.Periods[key], first);
        if (first is null && (handler.IsPaused || period is { StandsStill: true }))
            period = null; // While its clock stands still no reply is due.
        var judgements = last is null ? [] : facts.Judgements[last.Id].ToList();
        var promises = facts.Promises[handler.CaseId].ToList();
        return new HandledItem
        {
            Item = handler.CaseId,
            Unit = handler.Unit,
            Duty = handler.Duty,
            Scheme = handler.Scheme,
            Withdrawn = handler.Outcome == "withdrawn" && first is null,
            SignedInTime = InTime(signedOn, asked?.SignDue, today),
            AnsweredOn = first?.SentOn,
            OriginalDue = ReplyPeriod.OriginalDue(period, calendar),
            ExtendedDue = period?.Due,
            MetFaceToFace = facts.Met.TryGetValue(handler.CaseId, out var met) && !(met > first?.SentOn),
            Class = ClassOf(handler, last) is { } code ? ClassScheme.Named(handler.Scheme).Find(code) : null,
            Upgraded = handler.UpgradedOn is not null,
            Result = FeedbackRules.Overall(judgements.Select(j => j.Result)),
            Attitude = FeedbackRules.Overall(judgements.Select(j => j.Attitude)),
            FormOverdue = facts.WithoutForm.Contains(handler.CaseId),
            Publishable = last?.Publication is Publication.Full or Publication.Summary,
            Published = last?.PublishedOn is not null,
            PromisesDue = promises.Count,
            PromisesKept = promises.Count(IsKept),
        };
    }

    /// <summary>Of the last reply that was sent, or the one it was raised to since (转类); a draft has none yet.</summary>
    private static string? ClassOf(ItemFacts.Handler handler, ItemFacts.Reply? last) =>
        last is null ? null
        : handler.UpgradedOn >= last.SentOn ? handler.ClassCode
        : last.ClassCode;

    /// <summary>Not decided while it has not come and its day has not passed.</summary>
    private static bool? InTime(DateOnly? on, DateOnly? due, DateOnly today) =>
        on is not null ? !(on > due)
        : due < today ? false
        : null;

    /// <summary>By its day in China, whatever day it was elsewhere.</summary>
    private static bool IsKept(ItemFacts.Promise promise) =>
        promise is { State: AskState.Answered, Kept: true, SettledAt: { } at } && Moment.DayInChina(at) <= promise.Due;
}
