using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Supervision;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Pages.Disagreements;
using JointMeeting.Workflows.Proposals;
using JointMeeting.Workflows.Proposals.Handle;
using JointMeeting.Workflows.Proposals.Reply;

namespace JointMeeting.Web.Pages.Proposals;

/// <summary>Another open item of the reader's unit, which the same visit may have served.</summary>
public sealed record OtherItem
{
    public required string CaseId { get; init; }
    public required CaseKind Kind { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }
}

/// <summary>A promise made on a related item that has not been kept.</summary>
public sealed record RelatedPromise
{
    public required string CaseId { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required DateOnly Due { get; init; }
    public required DateOnly MadeOn { get; init; }
}

/// <summary>A signer's released feedback, by name.</summary>
public sealed record ReleasedFeedback
{
    public required string Name { get; init; }
    public required int Round { get; init; }
    public required Satisfaction Attitude { get; init; }
    public required Satisfaction Result { get; init; }
    public string? Reason { get; init; }
}

/// <summary>What one item's page shows beside the case itself, read in one go.</summary>
public sealed record ItemView
{
    private const string ReplyClockOf =
        "select * from clock where id = (select max(id) from clock where case_id = @Id and rule = 'reply')";

    public required IReadOnlyList<HandOverRow> Chain { get; init; }
    public required IReadOnlyList<ContactRow> Contacts { get; init; }
    public required IReadOnlyList<ReplyRow> Replies { get; init; }
    public required IReadOnlyList<ReturnRow> Returns { get; init; }
    public required IReadOnlyList<ExtensionRow> Extensions { get; init; }
    public required IReadOnlyList<DisagreementLine> Disagreements { get; init; }
    public required IReadOnlyList<CommitmentRow> Promises { get; init; }
    public required IReadOnlyList<RelatedPromise> Related { get; init; }
    public required IReadOnlyList<ReleasedFeedback> Feedback { get; init; }
    public required IReadOnlyList<RefusedAttemptRow> Attempts { get; init; }
    public required IReadOnlyList<(EarlierRuling Ruling, double Share)> Similar { get; init; }
    public required IReadOnlyList<(string Id, string Name)> Parts { get; init; }
    public required IReadOnlyList<(string Id, string Name)> Merged { get; init; }
    public required IReadOnlyList<OtherItem> Others { get; init; }
    public ClockRow? Clock { get; private init; }
    public required (ReplyTier Tier, IReadOnlyList<string> Why) Risk { get; init; }

    public ReturnRow? OpenReturn => Returns.FirstOrDefault(r => r.Ruling is null);

    public ExtensionRow? OpenExtension => Extensions.FirstOrDefault(e => e.Ruling is null);

    /// <summary>The rule the reply is due by; null before it is assigned.</summary>
    public DeadlineRule? Rule => Clock is null ? null : Explanation.Parse(Clock.Replay).Rule;

    /// <summary>The day before any extension; null where there is none.</summary>
    public DateOnly? OriginalDue(WorkingDayCalendar calendar)
    {
        if (Clock is null)
            return null;
        var kept = Explanation.Parse(Clock.Replay);
        if (!kept.Events.OfType<Extended>().Any())
            return null;
        var original = Proposals.OriginalDue.Of(kept, calendar);
        return original == Clock.Due ? null : original;
    }

    /// <summary>暂停 or 退回待裁定: while its clock stands still it is not due.</summary>
    public bool StandsStill => IsPaused || (Clock is not null && Explanation.Parse(Clock.Replay).Due.IsPaused);

    private bool IsPaused { get; init; }

    public string DueWord(DateOnly today, WorkingDayCalendar calendar) =>
        StandsStill ? "暂停计时" : DueLight.Describe(Clock?.Due, today, calendar);

    public Urgency DueUrgency(DateOnly today, WorkingDayCalendar calendar) =>
        StandsStill ? Urgency.Never : DueLight.Of(Clock?.Due, today, calendar);

    /// <summary>Reads it for that page's reader.</summary>
    public static async Task<ItemView> Read(Session session, ItemPage page)
    {
        var of = new { page.Id };
        var similar = (await EarlierRulings.Read(session, page.Me)).Similar(page.Item.Title, page.Id, 5);
        return new ItemView
        {
            Chain = await session.Query<HandOverRow>("select * from hand_over where case_id = @Id order by id", of),
            Contacts = await Contacted(session, page.Id),
            Replies = await session.Query<ReplyRow>("select * from reply where case_id = @Id order by round desc", of),
            Returns = await session.Query<ReturnRow>(
                "select * from return_request where case_id = @Id order by asked_on",
                of
            ),
            Extensions = await session.Query<ExtensionRow>(
                "select * from extension_request where case_id = @Id order by ask",
                of
            ),
            Disagreements = await DisagreementLines.OfPlan(session, page.Id),
            Promises = await session.Query<CommitmentRow>(
                "select * from commitment where case_id = @Id order by due",
                of
            ),
            Related = await RelatedTo(session, [.. similar.Select(s => s.Ruling.CaseId)]),
            Feedback = await Released(session, page.Id),
            Attempts =
                page.IsCounterpart || page.IsGovernmentOffice
                    ? await session.Query<RefusedAttemptRow>(
                        "select * from refused_attempt where case_id = @Id order by at desc, id desc limit 20",
                        of
                    )
                    : [],
            Similar = similar,
            Parts = await session.Query<(string, string)>(
                "select i.case_id, u.name from item i join unit u on u.id = i.part where i.part_of = @Id",
                of
            ),
            Merged = await session.Query<(string, string)>(
                "select case_id, number from item where merged_into = @Id order by number",
                of
            ),
            Others = await OthersOf(session, page),
            IsPaused = page.Case.Row.PausedAt is not null,
            Clock = await session.One<ClockRow>(ReplyClockOf, of),
            Risk = await ReplyChain.Of(session, page.Case, page.Today),
        };
    }

    /// <summary>Contacts with the signers, the newest first.</summary>
    public static Task<IReadOnlyList<ContactRow>> Contacted(Session session, string item) =>
        session.Query<ContactRow>(
            """
            select c.* from contact c join contact_item i on i.contact = c.id
             where i.case_id = @item order by c.on_day desc, c.id desc
            """,
            new { item }
        );

    private static Task<IReadOnlyList<RelatedPromise>> RelatedTo(Session session, List<string> items) =>
        session.Query<RelatedPromise>(
            """
            select m.case_id, i.title, m.text, m.due, m.made_on from commitment m
              join ask a on a.id = m.ask and a.state = 'Open' join item i on i.case_id = m.case_id
             where m.case_id in @items order by m.due, m.case_id
            """,
            new { items }
        );

    /// <summary>Only what was released; before that the handling unit sees nothing, not even here.</summary>
    private static Task<IReadOnlyList<ReleasedFeedback>> Released(Session session, string item) =>
        session.Query<ReleasedFeedback>(
            """
            select c.name, r.round, f.attitude, f.result, f.reason from feedback f
              join reply r on r.id = f.reply join reply_copy c on c.reply = f.reply and c.signer = f.signer
             where f.case_id = @item and f.released_on is not null order by r.round desc, c.name
            """,
            new { item }
        );

    private static async Task<IReadOnlyList<OtherItem>> OthersOf(Session session, ItemPage page) =>
        page.Case.Handlers.All(h => h.Unit != page.Me.Unit)
            ? []
            : await session.Query<OtherItem>(
                """
                select i.case_id, c.kind, i.number, i.title from item i
                  join item_handler h on h.case_id = i.case_id and h.unit = @Unit
                  join cases c on c.id = i.case_id and c.closed_at is null
                 where i.case_id <> @Id order by i.number limit 50
                """,
                new { page.Id, page.Me.Unit }
            );
}
