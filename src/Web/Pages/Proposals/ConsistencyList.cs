using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Proposals;
using JointMeeting.Workflows.Proposals.Reply;

namespace JointMeeting.Web.Pages.Proposals;

/// <summary>口径核对: what was answered, promised and decided on the matter before, with the drafter's notes.</summary>
public static class ConsistencyList
{
    private const int Most = 5;

    /// <summary>A decision is worded differently from a suggestion, so fewer shared words count.</summary>
    private const double AlikeDecision = 0.2;

    private sealed record PromiseLine
    {
        public required string Ask { get; init; }
        public required string CaseId { get; init; }
        public required string Title { get; init; }
        public required string Text { get; init; }
        public required DateOnly Due { get; init; }
    }

    private sealed record DecisionLine
    {
        public required string CaseId { get; init; }
        public required string Number { get; init; }
        public required string Text { get; init; }
    }

    /// <summary>
    /// Everything found, the drafter's notes beside it. A reply of an item that the reader may not open is found as it was
    /// made public, and not at all where it was not; its promises only where the item may be opened.
    /// </summary>
    public static async Task<IReadOnlyList<ConsistencyFinding>> Read(
        Session session,
        ItemRow item,
        string? host,
        Person me
    )
    {
        var notes = (
            await session.Query<FindingNoteRow>(
                "select * from finding_note where case_id = @CaseId",
                new { item.CaseId }
            )
        ).ToDictionary(n => n.Finding, n => n.Note, StringComparer.Ordinal);
        var readable = await ReadableItems.By(session, me);
        var similar = (await EarlierRulings.ReadAll(session)).Similar(item.Title, item.CaseId, Most);
        var found = new List<ConsistencyFinding>();
        foreach (var (ruling, _) in similar)
            if (
                await session.LastReply(ruling.CaseId) is { } reply
                && (readable.Contains(ruling.CaseId) || reply is { PublishedOn: not null, PublicText: not null })
            )
                found.Add(await Reply(session, ruling, reply, readable.Contains(ruling.CaseId)));
        foreach (var on in similar.Select(s => s.Ruling.CaseId).Where(readable.Contains).Append(item.CaseId))
            found.AddRange(await Promises(session, on));
        found.AddRange(await Decisions(session, item, host));
        return [.. found.Select(f => f with { Note = notes.GetValueOrDefault(f.Key) })];
    }

    private static async Task<ConsistencyFinding> Reply(
        Session session,
        EarlierRuling ruling,
        ReplyRow reply,
        bool whole
    ) =>
        new(
            $"reply:{reply.Id}",
            EarlierWord.Reply,
            ruling.CaseId,
            $"{ruling.Title}（{reply.Number}，{reply.ClassCode} 类，{reply.SentOn:yyyy-MM-dd}）",
            whole ? string.Join("\n", (await session.Clauses(reply.Version)).Select(c => c.Text)) : reply.PublicText!
        );

    private static async Task<IEnumerable<ConsistencyFinding>> Promises(Session session, string item) =>
        (
            await session.Query<PromiseLine>(
                """
                select m.ask, m.case_id, i.title, m.text, m.due from commitment m
                  join ask a on a.id = m.ask and a.state = 'Open' join item i on i.case_id = m.case_id
                 where m.case_id = @item order by m.due
                """,
                new { item }
            )
        ).Select(p => new ConsistencyFinding(
            $"promise:{p.Ask}",
            EarlierWord.Promise,
            p.CaseId,
            $"{p.Title}（{p.Due:yyyy-MM-dd} 前）",
            p.Text
        ));

    private static async Task<IEnumerable<ConsistencyFinding>> Decisions(Session session, ItemRow item, string? host)
    {
        if (host is null)
            return [];
        var asked = TextLikeness.Of($"{item.Title} {item.Text}");
        var tasks = await session.Query<DecisionLine>(
            "select case_id, number, text from task where lead_units like @unit or responsible_units like @unit",
            new { unit = $"%{host}%" }
        );
        return tasks
            .Select(t => (Task: t, Share: asked.To(TextLikeness.Of(t.Text))))
            .Where(t => t.Share >= AlikeDecision)
            .OrderByDescending(t => t.Share)
            .Take(Most)
            .Select(t => new ConsistencyFinding(
                $"decision:{t.Task.CaseId}",
                EarlierWord.Decision,
                t.Task.CaseId,
                $"督办事项 {t.Task.Number}",
                t.Task.Text
            ));
    }
}
