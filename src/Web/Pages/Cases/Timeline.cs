using System.Text.Json;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Audit;
using JointMeeting.Web.Kit;

namespace JointMeeting.Web.Pages.Cases;

/// <summary>One line of a case's history.</summary>
public sealed record TimelineEvent(long Seq, DateTimeOffset At, string Who, string Text, Tone Tone, string? Icon);

/// <summary>经过: a case's history in plain Chinese, newest first, read from its trail.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Events">What happened.</param>
/// <param name="Verified">What verification found; null where it was not asked for.</param>
public sealed record Timeline(string CaseId, IReadOnlyList<TimelineEvent> Events, VerificationResult? Verified = null)
{
    private const string Entries = """
        select seq, at, actor_name, on_behalf_of, kind, payload from audit_entry where stream = @id order by seq desc
        """;

    /// <summary>Reads it.</summary>
    public static async Task<Timeline> Read(Session session, string id)
    {
        var rows = await session.Query<Row>(Entries, new { id });
        return new Timeline(id, [.. rows.Select(Event)]);
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

    private static (Tone, string?) Look(Row row) =>
        row.Kind switch
        {
            "answer" => (Tone.Ok, null),
            "record" => (Tone.Info, "phone"),
            "seen" => (Tone.Muted, "check"),
            "timer" => (Tone.Warn, "bell"),
            "returnToDrafting" => (Tone.Danger, "undo-2"),
            "cancelMeeting" => (Tone.Danger, "ban"),
            "issue" => (Tone.Ok, "stamp"),
            _ => (Tone.Info, null),
        };
}
