using System.Text.Json;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Audit;
using JointMeeting.Web.Kit;

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
        return new Timeline(id, Folded(rows));
    }

    private sealed record Row
    {
        public required long Seq { get; init; }
        public required DateTimeOffset At { get; init; }
        public required string ActorName { get; init; }
        public string? OnBehalfOf { get; init; }
        public required string Kind { get; init; }
        public byte[]? Payload { get; init; }
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
        return new TimelineEvent(row.Seq, row.At, row.ActorName, TextOf(row.Payload), tone, icon);
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
