using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Proposals.Statistics;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Shared;
using JointMeeting.Workflows.Proposals;

namespace JointMeeting.Compliance.Stores.Figures;

/// <summary>
/// The same facts read the slow way, for each item and unit from all rows, and written independently of the program: no
/// query but <c>select *</c>.
/// </summary>
internal sealed class SlowFigures
{
    private IReadOnlyList<ItemRow> _items = [];
    private IReadOnlyList<HandlerRow> _handlers = [];
    private IReadOnlyList<AskRow> _asks = [];
    private IReadOnlyList<AnswerRow> _answers = [];
    private IReadOnlyList<ClockRow> _clocks = [];
    private IReadOnlyList<ReplyRow> _replies = [];
    private IReadOnlyList<FeedbackRow> _feedback = [];
    private IReadOnlyList<CommitmentRow> _promises = [];
    private IReadOnlyList<ContactRow> _contacts = [];
    private IReadOnlyList<(string Contact, string CaseId)> _served = [];

    public static async Task<SlowFigures> Of(World world) =>
        new()
        {
            _items = await world.Rows<ItemRow>("select * from item"),
            _handlers = await world.Rows<HandlerRow>("select * from item_handler"),
            _asks = await world.Rows<AskRow>("select * from ask order by id"),
            _answers = await world.Rows<AnswerRow>("select * from answer"),
            _clocks = await world.Rows<ClockRow>("select * from clock order by id"),
            _replies = await world.Rows<ReplyRow>("select * from reply order by round"),
            _feedback = await world.Rows<FeedbackRow>("select * from feedback"),
            _promises = await world.Rows<CommitmentRow>("select * from commitment"),
            _contacts = await world.Rows<ContactRow>("select * from contact"),
            _served = await world.Rows<(string, string)>("select contact, case_id from contact_item"),
        };

    public IReadOnlyList<HandledItem> On(DateOnly today) =>
        [.. _handlers.Select(h => h.Duty == HandlingDuty.CoHandler ? Assisted(h) : Answered(h, today))];

    private HandledItem Assisted(HandlerRow handler)
    {
        var asks = AsksOf(handler, "coOpinion").Where(a => a.State != AskState.Replaced).ToList();
        var given = asks.Where(a => a.State == AskState.Answered).Max(a => a.SettledAt);
        var due = asks.Max(a => a.Due);
        return Bare(handler) with { AnsweredOn = Day(given), OriginalDue = due, ExtendedDue = due };
    }

    private HandledItem Answered(HandlerRow handler, DateOnly today)
    {
        var item = _items.Single(i => i.CaseId == handler.CaseId);
        var accepts = AsksOf(handler, "accept");
        var replies = _replies.Where(r => r.CaseId == handler.CaseId && r.Unit == handler.Unit).ToList();
        var judged = _feedback.Where(f => f.ReleasedOn is not null && f.Reply == replies.LastOrDefault()?.Id).ToList();
        var clock = ClockOf(handler, replies.FirstOrDefault());
        return Bare(handler) with
        {
            SignedInTime = InTime(
                accepts.Where(a => a.State == AskState.Answered).Min(a => a.SettledAt),
                accepts.Min(a => a.Due),
                today
            ),
            AnsweredOn = replies.FirstOrDefault()?.SentOn,
            OriginalDue = clock is null ? null : WithoutExtensions(clock),
            ExtendedDue = clock?.Due,
            MetFaceToFace = _served.Any(s =>
                s.CaseId == handler.CaseId
                && _contacts.Single(c => c.Id == s.Contact) is var contact
                && contact.Kind is ContactKind.Meeting or ContactKind.Discussion or ContactKind.Visit
                && (replies.Count == 0 || contact.OnDay <= replies[0].SentOn)
            ),
            Class =
                replies.Count == 0
                    ? null
                    : ClassScheme.Named(item.Scheme).Classes.Single(c => c.Code == replies[^1].ClassCode),
            Upgraded = item.UpgradedOn is not null,
            Result = judged.Count == 0 ? null : judged.Max(f => f.Result),
            Attitude = judged.Count == 0 ? null : judged.Max(f => f.Attitude),
            FormOverdue = Was(handler.CaseId, "feedback", "none"),
            Publishable = replies.LastOrDefault() is { Publication: not Publication.Withheld },
            Published =
                replies.LastOrDefault() is { Publication: not Publication.Withheld }
                && _asks.Last(a => a.CaseId == handler.CaseId && a.Vocabulary == "publish") is var last
                && _answers.Any(n => n.AskId == last.Id && n.Value == "published"),
            PromisesDue = PromisesOf(handler.CaseId, today).Count(),
            PromisesKept = PromisesOf(handler.CaseId, today).Count(IsKept),
        };
    }

    private HandledItem Bare(HandlerRow handler) =>
        new()
        {
            Item = handler.CaseId,
            Unit = handler.Unit,
            Duty = handler.Duty,
            Scheme = _items.Single(i => i.CaseId == handler.CaseId).Scheme,
        };

    /// <summary>The last clock of this unit that was running when its first reply went out, told by the time of the reply.</summary>
    private ClockRow? ClockOf(HandlerRow handler, ReplyRow? first)
    {
        // A reply opens the request for feedback in the same step.
        var rank = first is null ? -1 : _replies.Where(r => r.CaseId == handler.CaseId).ToList().IndexOf(first);
        var sent = _asks
            .Where(a => a.CaseId == handler.CaseId && a.Vocabulary == "feedback")
            .Select(a => (DateTimeOffset?)a.OpenedAt)
            .ElementAtOrDefault(rank < 0 ? int.MaxValue : rank);
        return (
            from clock in _clocks
            join ask in _asks on clock.Owner equals ask.Id
            where clock.Rule == "reply" && ask.CaseId == handler.CaseId && ask.Unit == handler.Unit
            where sent is null || ask.OpenedAt < sent
            orderby ask.OpenedAt
            select clock
        ).LastOrDefault();
    }

    private static DateOnly WithoutExtensions(ClockRow clock)
    {
        var kept = Explanation.Parse(clock.Replay);
        var events = kept.Events.Where(e => e is Started or Paused or Resumed).ToList();
        return Clock.Explain(events, kept.Rule, WorkingDayCalendar.Embedded).Date;
    }

    private List<AskRow> AsksOf(HandlerRow handler, string vocabulary) =>
        [.. _asks.Where(a => a.CaseId == handler.CaseId && a.Unit == handler.Unit && a.Vocabulary == vocabulary)];

    private bool Was(string caseId, string vocabulary, string value) =>
        _answers.Any(n =>
            n.CaseId == caseId && n.Value == value && _asks.Single(a => a.Id == n.AskId).Vocabulary == vocabulary
        );

    private IEnumerable<CommitmentRow> PromisesOf(string caseId, DateOnly today) =>
        _promises.Where(p =>
            p.CaseId == caseId && p.Due < today && _asks.Single(a => a.Id == p.Ask).State != AskState.Replaced
        );

    private bool IsKept(CommitmentRow promise) =>
        _asks.Single(a => a.Id == promise.Ask) is { State: AskState.Answered } ask
        && Day(ask.SettledAt) <= promise.Due
        && _answers.Any(n => n.AskId == ask.Id && n.Value == "kept");

    private static bool? InTime(DateTimeOffset? at, DateOnly? due, DateOnly today) =>
        at is not null ? due is null || Day(at) <= due
        : due < today ? false
        : null;

    private static DateOnly? Day(DateTimeOffset? at) =>
        at is { } moment ? DateOnly.FromDateTime(moment.ToOffset(TimeSpan.FromHours(8)).DateTime) : null;
}
