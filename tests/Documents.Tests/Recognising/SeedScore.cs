using System.Text.Json;
using System.Text.Json.Nodes;
using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;

namespace JointMeeting.Documents.Tests.Recognising;

/// <summary>How many facts of one kind the truth has, how many of them the product prints, and how many more it prints.</summary>
internal sealed record SeedScore(string Kind, IReadOnlyList<string> Missing, IReadOnlyList<string> Extra, int Expected)
{
    public override string ToString() =>
        $"{Kind, -16} {Expected - Missing.Count}/{Expected}, extra {Extra.Count}"
        + Shown(" - missing ", Missing)
        + Shown(" - extra ", Extra);

    public static SeedScore Of(string kind, IEnumerable<string> truth, IEnumerable<string> read)
    {
        var (expected, found) = (truth.ToList(), read.ToList());
        var left = found.ToList();
        var missing = expected.Where(fact => !left.Remove(fact)).ToList();
        return new(kind, missing, left, expected.Count);
    }

    /// <summary>Facts that are not texts: each of the truth takes the first that fits.</summary>
    public static SeedScore Of<T>(
        string kind,
        IEnumerable<JsonElement> truth,
        IEnumerable<JsonNode> read,
        Func<JsonElement, JsonNode, bool> fits,
        Func<JsonElement, string> shown
    )
    {
        var (expected, left) = (truth.ToList(), read.ToList());
        var missing = new List<string>();
        foreach (var fact in expected)
            if (left.FindIndex(one => fits(fact, one)) is >= 0 and var at)
                left.RemoveAt(at);
            else
                missing.Add(shown(fact));
        return new(
            kind,
            missing,
            [.. left.Select(one => one["raw"]?.ToString() ?? one.ToJsonString())],
            expected.Count
        );
    }

    /// <summary>What import --json prints of a seed, read through the door for all formats.</summary>
    public static JsonObject Printed(string seed) =>
        JsonNode
            .Parse(
                NoticeJson.Write(
                    NoticeReader.Read(ReadAny.Read(Shared.Seed(seed), $"{seed}.txt"), new DateOnly(2026, 1, 15))
                )
            )!
            .AsObject();

    private static string Shown(string what, IReadOnlyList<string> facts) =>
        facts.Count == 0
            ? ""
            : what + string.Join(" | ", facts.Take(12).Select(fact => fact[..Math.Min(24, fact.Length)]));
}
