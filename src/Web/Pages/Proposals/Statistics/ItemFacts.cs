using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Web.Pages.Proposals.Statistics;

/// <summary>
/// What the rows say of the items of a year and side: one query for each kind of row, however many items there are.
/// They are put together in memory, because one query that looks up each fact for each item and unit reads the same
/// rows again and again.
/// </summary>
internal sealed class ItemFacts
{
    private ItemFacts() { }

    /// <summary>A unit and what it does with an item.</summary>
    public sealed record Handler
    {
        public required string CaseId { get; init; }
        public required string Unit { get; init; }
        public required HandlingDuty Duty { get; init; }
        public required string Scheme { get; init; }
        public string? ClassCode { get; init; }
        public DateOnly? UpgradedOn { get; init; }

        /// <summary>How its case ended; null while it runs.</summary>
        public string? Outcome { get; init; }
        public bool IsPaused { get; init; }
    }

    /// <summary>What a unit was asked to sign for and to give its opinion on.</summary>
    public sealed record Asked
    {
        public required string CaseId { get; init; }
        public required string Unit { get; init; }
        public DateTimeOffset? SignedAt { get; init; }
        public DateOnly? SignDue { get; init; }
        public DateTimeOffset? OpinionAt { get; init; }
        public DateOnly? OpinionDue { get; init; }
    }

    /// <summary>A reply that was sent.</summary>
    public sealed record Reply
    {
        public required string Id { get; init; }
        public required string CaseId { get; init; }
        public required string Unit { get; init; }
        public required DateOnly SentOn { get; init; }
        public required string ClassCode { get; init; }
        public required Publication Publication { get; init; }
        public DateOnly? PublishedOn { get; init; }
    }

    /// <summary>A period in which a unit was to reply.</summary>
    public sealed record Period
    {
        public required string Id { get; init; }
        public required string CaseId { get; init; }
        public required string Unit { get; init; }
        public required DateOnly Due { get; init; }

        /// <summary>It stands still (退回待裁定): an open request has no last day meanwhile.</summary>
        public bool StandsStill { get; init; }

        /// <summary>All that happened to the clock, read only where it was extended: reading thousands takes time.</summary>
        public string? Extended { get; init; }
    }

    /// <summary>Released feedback of one signer.</summary>
    public sealed record Judgement
    {
        public required string Reply { get; init; }
        public required Satisfaction Attitude { get; init; }
        public required Satisfaction Result { get; init; }
    }

    /// <summary>A promise whose day has come.</summary>
    public sealed record Promise
    {
        public required string CaseId { get; init; }
        public required DateOnly Due { get; init; }
        public required AskState State { get; init; }
        public DateTimeOffset? SettledAt { get; init; }
        public required bool Kept { get; init; }
    }

    public required IReadOnlyList<Handler> Handlers { get; init; }
    public required IReadOnlyDictionary<(string CaseId, string Unit), Asked> Asks { get; init; }

    /// <summary>Replies and periods in the order they were made.</summary>
    public required ILookup<(string CaseId, string Unit), Reply> Replies { get; init; }
    public required ILookup<(string CaseId, string Unit), Period> Periods { get; init; }

    /// <summary>The first day that somebody sat together with the signers.</summary>
    public required IReadOnlyDictionary<string, DateOnly> Met { get; init; }

    /// <summary>Items whose form did not come back.</summary>
    public required IReadOnlySet<string> WithoutForm { get; init; }
    public required ILookup<string, Judgement> Judgements { get; init; }
    public required ILookup<string, Promise> Promises { get; init; }

    /// <summary>Reads them, those of an office whole, those of others as far as the reader's unit handles them.</summary>
    public static async Task<ItemFacts> Read(Session session, int year, bool proposals, Person me, DateOnly today)
    {
        const string ofOffice = """
            (@counterpart = 1 and i.counterpart = @unit or @office = 1 and exists (
                select 1 from cases c where c.id = i.case_id and c.office_unit = @unit))
            """;
        const string ofUnit = "exists (select 1 from item_handler o where o.case_id = i.case_id and o.unit = @unit)";
        var which = $"i.year = @year and i.kind {(proposals ? "=" : "<>")} 'Proposal' and ({ofOffice} or {ofUnit})";
        var values = new
        {
            year,
            unit = me.Unit,
            office = me.Is(Role.GovernmentOffice) ? 1 : 0,
            counterpart = me.Is(Role.CongressOffice) || me.Is(Role.CppccOffice) ? 1 : 0,
            today = Moment.Text(today),
            kinds = Enum.GetValues<ContactKind>().Where(ContactKinds.IsFaceToFace).Select(k => k.ToString()).ToArray(),
        };
        Task<IReadOnlyList<T>> All<T>(string sql) => session.Query<T>(sql.Replace("{which}", which), values);
        var handlers = await All<Handler>($"{HandlerRows} and ({ofOffice} or h.unit = @unit)");
        return new ItemFacts
        {
            Handlers = handlers,
            Asks = (await All<Asked>(AskRows)).ToDictionary(a => (a.CaseId, a.Unit)),
            Replies = (await All<Reply>(ReplyRows)).ToLookup(r => (r.CaseId, r.Unit)),
            Periods = (await All<Period>(PeriodRows)).ToLookup(p => (p.CaseId, p.Unit)),
            Met = (await All<(string CaseId, DateOnly On)>(MetRows)).ToDictionary(m => m.CaseId, m => m.On),
            WithoutForm = (await All<string>(WithoutFormRows)).ToHashSet(StringComparer.Ordinal),
            Judgements = (await All<Judgement>(JudgementRows)).ToLookup(j => j.Reply),
            Promises = (await All<Promise>(PromiseRows)).ToLookup(p => p.CaseId),
        };
    }

    private const string HandlerRows = """
        select i.case_id, h.unit, h.duty, i.scheme, i.class_code, i.upgraded_on, c.outcome,
               case when c.paused_at is null then 0 else 1 end as is_paused
          from item i join cases c on c.id = i.case_id join item_handler h on h.case_id = i.case_id
         where {which}
        """;

    // An opinion that was sent back no longer stands, nor does the day it was due by.
    private const string AskRows = """
        select a.case_id, a.unit,
               min(case when a.vocabulary = 'accept' and a.state = 'Answered' then a.settled_at end) as signed_at,
               min(case when a.vocabulary = 'accept' then a.due end) as sign_due,
               max(case when a.vocabulary = 'coOpinion' and a.state = 'Answered' then a.settled_at end) as opinion_at,
               max(case when a.vocabulary = 'coOpinion' then a.due end) as opinion_due
          from item i join ask a on a.case_id = i.case_id
         where {which} and (a.vocabulary = 'accept' or a.vocabulary = 'coOpinion' and a.state <> 'Replaced')
         group by a.case_id, a.unit
        """;

    private const string ReplyRows = """
        select r.id, r.case_id, r.unit, r.sent_on, r.class_code, r.publication, r.published_on
          from item i join reply r on r.case_id = i.case_id
         where {which} order by r.id
        """;

    private const string PeriodRows = """
        select k.id, k.case_id, a.unit, k.due,
               case when a.state = 'Open' and a.due is null then 1 else 0 end as stands_still,
               case when exists (select 1 from clock_change g where g.clock = k.id and g.kind = 'extend') then k.replay end as extended
          from item i join clock k on k.case_id = i.case_id join ask a on a.id = k.owner
         where {which} and k.rule = 'reply' order by k.id
        """;

    private const string MetRows = """
        select l.case_id, min(c.on_day)
          from item i join contact_item l on l.case_id = i.case_id join contact c on c.id = l.contact
         where {which} and c.kind in @kinds
         group by l.case_id
        """;

    private const string WithoutFormRows = """
        select distinct n.case_id
          from item i join answer n on n.case_id = i.case_id join ask a on a.id = n.ask_id
         where {which} and a.vocabulary = 'feedback' and n.value = 'none' and n.origin <> 'Drafted'
        """;

    private const string JudgementRows = """
        select f.reply, f.attitude, f.result
          from item i join feedback f on f.case_id = i.case_id
         where {which} and f.released_on is not null
        """;

    private const string PromiseRows = """
        select m.case_id, m.due, a.state, a.settled_at,
               case when exists (select 1 from answer n where n.ask_id = a.id and n.value = 'kept' and n.origin <> 'Drafted')
                    then 1 else 0 end as kept
          from item i join commitment m on m.case_id = i.case_id join ask a on a.id = m.ask
         where {which} and a.state <> 'Replaced' and m.due < @today
        """;
}
