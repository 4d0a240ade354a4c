using System.Text.Json;
using System.Text.Json.Nodes;
using static JointMeeting.Documents.Tests.Recognising.SeedFacts;

namespace JointMeeting.Documents.Tests.Recognising;

/// <summary>The parts of a truth file that several seeds have, each scored against the product's JSON.</summary>
internal static class SeedParts
{
    public static (JsonElement Truth, JsonObject Read) Both(string seed) =>
        (Shared.Json("truth", $"seed{seed}.json"), SeedScore.Printed(seed));

    public static SeedScore Heading(JsonElement truth, JsonObject read, params (string Truth, string Read)[] fields) =>
        SeedScore.Of(
            "heading",
            fields.Select(field => $"{field.Read} {Text(truth, field.Truth)}"),
            fields.Select(field => $"{field.Read} {read[field.Read]}")
        );

    public static SeedScore Items(JsonElement truth, JsonObject read) =>
        SeedScore.Of(
            "items",
            Array(truth, "items")
                .Select(item =>
                    $"{item.GetProperty("no")} {Text(item, "section")} {Text(item, "title")} {Text(item, "text")}"
                ),
            Nodes(read, "clauses")
                .Select(clause => $"{clause["number"]} {clause["section"]} {clause["title"]} {clause["text"]}")
        );

    public static SeedScore PerSection(JsonElement truth, JsonObject read) =>
        SeedScore.Of(
            "per section",
            truth.GetProperty("itemsPerSection").EnumerateObject().Select(section => $"{section.Name} {section.Value}"),
            Nodes(read, "clauses")
                .CountBy(clause => $"{clause["section"]}")
                .Select(section => $"{section.Key} {section.Value}")
        );

    public static SeedScore Targets(JsonElement truth, JsonObject read) =>
        SeedScore.Of<JsonNode>(
            "targets",
            Array(truth, "numericTargets"),
            Nodes(read, "targets"),
            IsTarget,
            fact => Text(fact, "text")!
        );

    /// <summary>Damage the truth describes in words: the words of the finding or doubt that shows it.</summary>
    public static SeedScore Damage(JsonObject read, params string[] signs)
    {
        var shown = Nodes(read, "findings")
            .Select(finding => $"{finding["text"]}")
            .Concat(Nodes(read, "doubts").SelectMany(doubt => doubt["why"]!.AsArray().Select(why => $"{why}")))
            .ToList();
        return SeedScore.Of("damage", signs, signs.Where(sign => shown.Exists(text => text.Contains(sign))));
    }

    public static void PrintTimes(string seed, JsonElement truth, JsonObject read, int least)
    {
        var expected = Array(truth, "timeExpressions")
            .Where(time => !Text(time, "norm")!.StartsWith("ordinal,"))
            .ToList();
        var times = Nodes(read, "times").ToList();
        var missing = expected
            .Where(time => !times.Exists(one => IsTime(time, one)))
            .Select(time => Text(time, "raw")!)
            .ToList();
        var extra = times
            .Where(one => !expected.Exists(time => IsTime(time, one)))
            .Select(one => $"{one["raw"]} {one["kind"]}")
            .ToList();
        Print(seed, new SeedScore("times", missing, extra, expected.Count));
        Assert.True(
            expected.Count - missing.Count >= least,
            $"{expected.Count - missing.Count} of {expected.Count} times"
        );
    }

    public static SeedScore[] Print(string seed, params SeedScore[] scores)
    {
        foreach (var score in scores)
            Console.WriteLine($"seed {seed}: {score}");
        return scores;
    }

    public static IEnumerable<string> Split(JsonObject read) =>
        Nodes(read, "calendar")
            .Where(entry => entry["matters"]!.AsArray().Count > 0)
            .Select(entry =>
                $"{entry["matters"]!.AsArray().Count} {entry["month"]} {entry["month"]}.{entry["number"]}"
            );

    public static IEnumerable<JsonNode> Findings(JsonObject read, string kind) =>
        Nodes(read, "findings").Where(finding => $"{finding["kind"]}" == kind);

    public static string Values(JsonElement truth, string name) =>
        string.Join('、', Array(truth, name).Select(value => value.GetString()));

    public static string Join(JsonNode? array) => string.Join('、', array!.AsArray().Select(node => node!.ToString()));

    public static IEnumerable<JsonElement> Array(JsonElement truth, string name) =>
        truth.GetProperty(name).EnumerateArray();

    public static IEnumerable<JsonNode> Nodes(JsonObject read, string name) => read[name]!.AsArray().OfType<JsonNode>();
}
