using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using JointMeeting.Ledger.Outbox;
using JointMeeting.Ledger.Stores;
using JointMeeting.Services.Contracts;
using JointMeeting.Services.Contracts.V1;

namespace JointMeeting.Services.Bus;

/// <summary>Turns stored messages into contracts and back.</summary>
internal static class Envelope
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private static readonly Dictionary<string, Type> Contracts = typeof(AskOpened)
        .Assembly.GetExportedTypes()
        .Where(t => t.Namespace == typeof(AskOpened).Namespace && t.IsAssignableTo(typeof(IOrdered)))
        .ToDictionary(t => t.Name, StringComparer.Ordinal);

    /// <summary>The contract of a queued message: its payload with its place in the order.</summary>
    public static IOrdered Contract(OutboxRow row)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(row.Payload)!.AsObject();
        json["caseId"] = row.CaseId;
        json["seq"] = row.Seq;
        json["previous"] = row.Previous;
        return (IOrdered)json.Deserialize(Contracts[row.Kind], Options)!;
    }

    /// <summary>The stored form of a message that waits.</summary>
    public static DeskHeldRow Held(IOrdered message) =>
        new()
        {
            CaseId = message.CaseId,
            Seq = message.Seq,
            Previous = message.Previous,
            Kind = message.GetType().Name,
            Payload = Payload(message),
        };

    /// <summary>A message that waited.</summary>
    public static IOrdered Contract(DeskHeldRow row) =>
        (IOrdered)JsonSerializer.Deserialize(row.Payload, Contracts[row.Kind], Options)!;

    /// <summary>A contract as JSON.</summary>
    public static string Payload(IOrdered message) => JsonSerializer.Serialize(message, message.GetType(), Options);
}
