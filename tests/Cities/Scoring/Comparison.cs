using System.Text.Json.Nodes;

namespace JointMeeting.Cities.Scoring;

/// <summary>Compares what the importer prints with the truth, fact by fact.</summary>
public sealed class Comparison
{
    private readonly List<Verdict> verdicts = [];
    private readonly JsonObject read;
    private readonly HashSet<string> doubts;

    private Comparison(JsonObject read)
    {
        this.read = read;
        doubts = [.. Items("doubts").Select(doubt => doubt["path"]!.ToString())];
    }

    public static IReadOnlyList<Verdict> Of(JsonObject truth, JsonObject read)
    {
        var comparison = new Comparison(read);
        foreach (var field in NoticeFacts.Heading)
            comparison.Judge(field, truth, read, comparison.IsRefused || comparison.doubts.Contains(field.Doubt));
        if (truth["recipients"] is JsonArray recipients)
            comparison.Recipients(recipients);
        foreach (var kind in NoticeFacts.Lists)
            if (Values.At(truth, kind.List) is JsonArray list)
                comparison.List(kind, [.. list.OfType<JsonNode>()]);
        return comparison.verdicts;
    }

    /// <summary>A refusal warns of everything that is missing.</summary>
    private bool IsRefused => read.ContainsKey("refused");

    private void Recipients(JsonArray truth)
    {
        var found = Items("recipients").Select(unit => Values.Text(unit)).ToList();
        var doubted = IsRefused || doubts.Any(path => path.StartsWith("recipients[", StringComparison.Ordinal));
        foreach (var unit in truth.Select(unit => Values.Text(unit)))
            verdicts.Add(new("recipient", unit, found.Remove(unit) ? unit : null, doubted));
        verdicts.AddRange(found.Select(unit => new Verdict("recipient", null, unit, doubted)));
    }

    private void List(ItemKind kind, List<JsonNode> truth)
    {
        if (kind.List == "indicators")
            truth = [.. truth.Select(Targets.WrittenOut)];
        // What the importer says it left out is a warning about itself, no finding about the document.
        var found = Items(kind.List)
            .Index()
            .Where(item => kind.List != "findings" || !IsUnread(item.Item))
            .SelectMany(item =>
                (
                    kind.List == "targets" ? Targets.Each(item.Item)
                    : kind.List == "indicators" ? [Targets.WrittenOut(item.Item)]
                    : [item.Item]
                ).Select(one => (item.Index, Item: one))
            )
            .ToList();
        var pairs = new Dictionary<JsonNode, (int Index, JsonNode Item)>();
        foreach (var same in kind.Same)
        foreach (var item in truth.Where(item => !pairs.ContainsKey(item)))
            if (found.FindIndex(other => same(item, other.Item)) is >= 0 and var at)
            {
                pairs[item] = found[at];
                found.RemoveAt(at);
            }
        foreach (var item in truth)
        foreach (var field in kind.Fields)
            if (pairs.TryGetValue(item, out var pair))
                Judge(
                    field,
                    item,
                    pair.Item,
                    IsDoubted(kind, field, pair.Index) || IsFound(kind, item, field, pair.Item)
                );
            else
                Judge(field, item, null, IsRefused || IsCountedMissing(kind, item) || IsLeftOut(kind, item));
        // An added item counts once. An added finding is a warning itself.
        foreach (var (index, item) in found)
            verdicts.Add(
                new(
                    kind.Fields[0].Kind,
                    null,
                    Values.Of(kind.Fields[0].Names, item, truth.FirstOrDefault()) ?? "（空）",
                    kind.List == "findings" || IsDoubted(kind, kind.Fields[0], index)
                )
            );
    }

    /// <summary>A fact that the truth leaves open is not judged.</summary>
    private void Judge(Field field, JsonNode truth, JsonNode? item, bool flagged)
    {
        string[] stated = [.. field.Names.Where(name => Values.States(truth, name))];
        var (expected, found) = (Values.Of(stated, truth, truth), Values.Of(stated, item, truth));
        if (expected is not null || found is not null)
            verdicts.Add(
                new(field.Kind, expected, found, flagged, Values.At(truth, field.Names[0] + ".repaired") is not null)
            );
    }

    private bool IsDoubted(ItemKind kind, Field field, int index)
    {
        var path = $"{kind.List}[{index}]";
        return kind.List is "tasks" or "clauses"
            ? doubts.Contains(path + field.Doubt)
            : doubts.Any(doubt => (doubt + ".").StartsWith(path + ".", StringComparison.Ordinal));
    }

    /// <summary>A value that is not read at all has no doubt; a finding on its row warns all the same.</summary>
    private bool IsFound(ItemKind kind, JsonNode truth, Field field, JsonNode item) =>
        kind.List == "tasks" && Values.Of(field.Names, item, null) is null && FindingsOn(truth["number"]).Any();

    /// <summary>A missing row is flagged by the count that jumps over it.</summary>
    private bool IsCountedMissing(ItemKind kind, JsonNode item) =>
        kind.List == "tasks"
        && item["number"] is { } number
        && FindingsOn(number.GetValue<int>() + 1).Any(finding => finding["kind"]!.ToString() == "countMismatch");

    /// <summary>A missing item is flagged where the importer says that it left out the words it stands in.</summary>
    private bool IsLeftOut(ItemKind kind, JsonNode item) =>
        kind.List != "findings"
        && Values.Text(item["text"] ?? item["title"] ?? item["name"]) is { } words
        && Items("findings")
            .Any(finding => IsUnread(finding) && Values.Text(finding["support"])?.Contains(words) == true);

    private static bool IsUnread(JsonNode finding) => finding["kind"]!.ToString() == "unread";

    private IEnumerable<JsonNode> FindingsOn(JsonNode? row) =>
        Items("findings").Where(finding => row is not null && Values.Text(finding["row"]) == Values.Text(row));

    private IEnumerable<JsonNode> Items(string path) => (Values.At(read, path) as JsonArray)?.OfType<JsonNode>() ?? [];
}
