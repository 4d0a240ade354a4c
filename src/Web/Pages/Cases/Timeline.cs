using System.Text.Json;
using JointMeeting.Domain.Asks;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Audit;
using JointMeeting.Web.Kit;
using JointMeeting.Workflows.Answering;

namespace JointMeeting.Web.Pages.Cases;

/// <summary>One line of a case's history.</summary>
public sealed record TimelineEvent(long Seq, DateTimeOffset At, string Who, string Text, Tone Tone, string Icon);

/// <summary>经过: a case's history in plain Chinese, newest first, read from its trail.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Events">What happened.</param>
/// <param name="Verified">What verification found; null where it was not asked for.</param>
public sealed record Timeline(string CaseId, IReadOnlyList<TimelineEvent> Events, VerificationResult? Verified = null)
{
    private const int Recent = 12;

    /// <summary>What happened last.</summary>
    public IEnumerable<TimelineEvent> Latest => Events.Take(Recent);

    /// <summary>What happened before that, folded away.</summary>
    public IReadOnlyList<TimelineEvent> Earlier => [.. Events.Skip(Recent)];

    private const string Entries = """
        select seq, at, actor_name, on_behalf_of, kind, payload from audit_entry where stream = @id order by seq desc
        """;

    /// <summary>Reads it.</summary>
    public static async Task<Timeline> Read(Session session, string id)
    {
        var rows = await session.Query<Row>(Entries, new { id });
        var asks = await session.Query<(string Id, string Unit, string Vocabulary)>(
            "select a.id, u.name, a.vocabulary from ask a join unit u on u.id = a.unit where a.case_id = @id",
            new { id }
        );
        var opinions = asks.Where(a => Vocabulary.Named(a.Vocabulary).IsForSomeEyes)
            .ToDictionary(a => a.Id, a => $"{a.Unit}{Sentence.Given(Vocabulary.Named(a.Vocabulary))}");
        return new Timeline(id, [.. Folded(rows.Select(r => r with { Instead = Instead(r, opinions) }).ToList())]);
    }

    private sealed record Row
    {
        public required long Seq { get; init; }
        public required DateTimeOffset At { get; init; }
        public required string ActorName { get; init; }
        public string? OnBehalfOf { get; init; }
        public required string Kind { get; init; }
        public byte[]? Payload { get; init; }

        /// <summary>What is said in place of the entry's own words; null where they are for everybody.</summary>
        public string? Instead { get; init; }
    }

    /// <summary>Deliveries to many units in a row are one line.</summary>
    private static IReadOnlyList<TimelineEvent> Folded(IReadOnlyList<Row> rows)
    {
        var events = new List<TimelineEvent>();
        for (var i = 0; i < rows.Count; i++)
        {
            var run = rows.Skip(i).TakeWhile(r => r.Kind == "delivered").Count();
            events.Add(run > 1 ? Event(rows[i]) with { Text = Delivered(rows.Skip(i).Take(run)) } : Event(rows[i]));
            i += Math.Max(run, 1) - 1;
        }
        return events;
    }

    /// <summary>For example 会签送达 3 个单位.</summary>
    private static string Delivered(IEnumerable<Row> run) =>
        string.Join(
            "，",
            run.Select(r => TextOf(r.Payload))
                .GroupBy(text => text[(text.LastIndexOf('（') + 1)..].TrimEnd('）'), StringComparer.Ordinal)
                .Select(g => $"{g.Key}送达 {g.Count()} 个单位")
        );

    private static TimelineEvent Event(Row row)
    {
        var (tone, icon) = Look(row);
        return new TimelineEvent(row.Seq, row.At, row.ActorName, row.Instead ?? TextOf(row.Payload), tone, icon);
    }

    /// <summary>
    /// An opinion that not everybody sees is said without its words. Entries made before the trail left them out have
    /// them; a trail is not rewritten.
    /// </summary>
    private static string? Instead(Row row, IReadOnlyDictionary<string, string> opinions)
    {
        if (row.Payload is null || row.Kind is not ("answer" or "record" or "contest") || opinions.Count == 0)
            return null;
        using var json = JsonDocument.Parse(row.Payload);
        return
            json.RootElement.TryGetProperty("details", out var details)
            && details.ValueKind == JsonValueKind.Object
            && details.TryGetProperty("answer", out _)
            && details.TryGetProperty("ask", out var ask)
            && opinions.TryGetValue(ask.GetString() ?? "", out var given)
            ? given + (row.Kind == "contest" ? "：对代录提出异议" : "")
            : null;
    }

    private static string TextOf(byte[]? payload)
    {
        if (payload is null)
            return "内容已依法删除，这一条留痕仍在。";
        using var json = JsonDocument.Parse(payload);
        return json.RootElement.TryGetProperty("text", out var text) ? text.GetString() ?? "" : "";
    }

    private static (Tone, string) Look(Row row) =>
        row.Kind switch
        {
            "answer" => (Tone.Ok, "circle-check"),
            "record" => (Tone.Info, "phone"),
            "seen" => (Tone.Muted, "check"),
            "timer" => (Tone.Warn, "bell"),
            "return" => (Tone.Danger, "undo-2"),
            "cancelMeeting" => (Tone.Danger, "ban"),
            "issue" => (Tone.Ok, "stamp"),
            "delivered" => (Tone.Muted, "inbox"),
            _ => (Tone.Info, "info"),
        };
}
