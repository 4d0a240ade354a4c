using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Proposals.Statistics;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Workflows.Proposals;

namespace JointMeeting.Web.Pages.Proposals.Statistics;

/// <summary>Reads the facts that the indicators count; only feedback that was released is read at all.</summary>
public static class HandledItems
{
    private sealed record Row
    {
        public required string CaseId { get; init; }
        public required string Unit { get; init; }
        public required HandlingDuty Duty { get; init; }
        public required string Scheme { get; init; }
        public string? ClassCode { get; init; }
        public DateOnly? UpgradedOn { get; init; }

        /// <summary>The last day of its first period (a redo has one of its own), and its clock where an extension moved it.</summary>
        public DateOnly? Due { get; init; }
        public string? Extended { get; init; }
        public DateOnly? SentOn { get; init; }
        public Publication? Publication { get; init; }
        public DateTimeOffset? SignedAt { get; init; }
        public DateOnly? SignDue { get; init; }
        public DateTimeOffset? OpinionAt { get; init; }
        public DateOnly? OpinionDue { get; init; }
        public long Met { get; init; }
        public long Published { get; init; }
        public string? Result { get; init; }
        public string? Attitude { get; init; }
        public long NoForm { get; init; }
        public long PromisesDue { get; init; }
        public long PromisesKept { get; init; }
    }

    private const string Query = """
        select i.case_id, h.unit, h.duty, i.scheme, i.class_code, i.upgraded_on,
               (select k.due from clock k where k.case_id = i.case_id and k.rule = 'reply' and k.started_on = f.first order by k.id desc limit 1) as due,
               (select case when exists (select 1 from clock_change g where g.clock = k.id and g.kind = 'extend') then k.replay end
                  from clock k where k.case_id = i.case_id and k.rule = 'reply' and k.started_on = f.first order by k.id desc limit 1) as extended,
               (select min(r.sent_on) from reply r where r.case_id = i.case_id) as sent_on,
               (select r.publication from reply r where r.case_id = i.case_id order by r.round desc limit 1) as publication,
               (select min(a.settled_at) from ask a where a.case_id = i.case_id and a.unit = h.unit and a.vocabulary = 'accept' and a.state = 'Answered') as signed_at,
               (select min(a.due) from ask a where a.case_id = i.case_id and a.unit = h.unit and a.vocabulary = 'accept') as sign_due,
               (select max(a.settled_at) from ask a where a.case_id = i.case_id and a.unit = h.unit and a.vocabulary = 'coOpinion' and a.state = 'Answered') as opinion_at,
               (select max(a.due) from ask a where a.case_id = i.case_id and a.unit = h.unit and a.vocabulary = 'coOpinion') as opinion_due,
               (select count(*) from contact c join contact_item l on l.contact = c.id where l.case_id = i.case_id
                   and c.kind in ('Meeting', 'Discussion', 'Visit')
                   and c.on_day <= coalesce((select min(r.sent_on) from reply r where r.case_id = i.case_id), '9999-12-31')) as met,
               (select count(*) from answer n join ask a on a.id = n.ask_id where a.case_id = i.case_id and a.vocabulary = 'publish' and n.value = 'published') as published,
               (select max(case f.result when 'Dissatisfied' then '2Dissatisfied' when 'Basically' then '1Basically' else '0Satisfied' end)
                  from feedback f where f.case_id = i.case_id and f.released_on is not null and f.reply = (select r.id from reply r where r.case_id = i.case_id order by r.round desc limit 1)) as result,
               (select max(case f.attitude when 'Dissatisfied' then '2Dissatisfied' when 'Basically' then '1Basically' else '0Satisfied' end)
                  from feedback f where f.case_id = i.case_id and f.released_on is not null and f.reply = (select r.id from reply r where r.case_id = i.case_id order by r.round desc limit 1)) as attitude,
               (select count(*) from answer n join ask a on a.id = n.ask_id where a.case_id = i.case_id and a.vocabulary = 'feedback' and n.value = 'none') as no_form,
               (select count(*) from commitment m join ask a on a.id = m.ask where m.case_id = i.case_id and a.state <> 'Replaced' and m.due < @today) as promises_due,
               (select count(*) from commitment m join ask a on a.id = m.ask where m.case_id = i.case_id and m.due < @today
                   and a.state = 'Answered' and substr(a.settled_at, 1, 10) <= m.due
                   and exists (select 1 from answer n where n.ask_id = a.id and n.value = 'kept')) as promises_kept
          from item i join item_handler h on h.case_id = i.case_id join cases c on c.id = i.case_id
          left join (select case_id, min(started_on) as first from clock where rule = 'reply' group by case_id) f
            on f.case_id = i.case_id
         where i.year = @year
        """;

    /// <summary>All items of a year and side that the reader may count: an office all, a unit its own.</summary>
    public static async Task<IReadOnlyList<HandledItem>> Read(
        Session session,
        Person me,
        int year,
        bool proposals,
        DateOnly today,
        WorkingDayCalendar calendar
    )
    {
        var side = proposals ? "i.kind = 'Proposal'" : "i.kind <> 'Proposal'";
        var all = me.Is(Role.GovernmentOffice) || me.Is(Role.CongressOffice) || me.Is(Role.CppccOffice);
        var rows = await session.Query<Row>(
            $"{Query} and {side}{(all ? "" : " and h.unit = @unit")}",
            new
            {
                year,
                unit = me.Unit,
                today = Moment.Text(today),
            }
        );
        return [.. rows.Select(r => Item(r, today, calendar))];
    }

    private static HandledItem Item(Row row, DateOnly today, WorkingDayCalendar calendar)
    {
        var assists = row.Duty == HandlingDuty.CoHandler;
        // Only an extended clock is worked out again: reading thousands of explanations would take the page's time.
        var original = row.Extended is { } clock ? OriginalDue.Of(Explanation.Parse(clock), calendar) : row.Due;
        var signedOn = (assists ? row.OpinionAt : row.SignedAt) is { } at ? Moment.DayInChina(at) : (DateOnly?)null;
        return new HandledItem
        {
            Item = row.CaseId,
            Unit = row.Unit,
            Duty = row.Duty,
            Scheme = row.Scheme,
            SignedInTime =
                signedOn is not null ? !(signedOn > (assists ? row.OpinionDue : row.SignDue))
                : row.SignDue < today ? false
                : null,
            AnsweredOn = assists
                ? row.OpinionAt is { } given
                    ? Moment.DayInChina(given)
                    : null
                : row.SentOn,
            OriginalDue = assists ? row.OpinionDue : original,
            ExtendedDue = assists ? row.OpinionDue : row.Due,
            MetFaceToFace = row.Met > 0,
            Class = assists || row.ClassCode is null ? null : ClassScheme.Named(row.Scheme).Find(row.ClassCode),
            Upgraded = row.UpgradedOn is not null,
            Result = assists ? null : Parse(row.Result),
            Attitude = assists ? null : Parse(row.Attitude),
            FormOverdueAfterReminder = !assists && row.NoForm > 0,
            Publishable = !assists && row.Publication is Publication.Full or Publication.Summary,
            Published = !assists && row.Published > 0,
            PromisesDue = assists ? 0 : (int)row.PromisesDue,
            PromisesKept = assists ? 0 : (int)row.PromisesKept,
        };
    }

    private static Satisfaction? Parse(string? worst) => worst is null ? null : Enum.Parse<Satisfaction>(worst[1..]);
}
