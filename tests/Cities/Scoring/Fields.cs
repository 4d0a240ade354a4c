using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace JointMeeting.Cities.Scoring;

/// <summary>One fact of an item, and where the importer would say that it doubts it.</summary>
/// <param name="Kind">The kind of fact it counts as.</param>
/// <param name="Names">The fields in the JSON that make the fact; wrong in one, it is wrong.</param>
/// <param name="Doubt">The end of the path in the importer's doubts.</param>
internal sealed record Field(string Kind, string[] Names, string Doubt = "")
{
    public Field(string kind, string name, string doubt = "")
        : this(kind, [name], doubt) { }
}

/// <summary>A list of the JSON: what is compared of its items, and how an item of the truth finds its counterpart.</summary>
/// <param name="Same">From the surest to the least sure way.</param>
internal sealed record ItemKind(
    string List,
    IReadOnlyList<Field> Fields,
    params IReadOnlyList<Func<JsonNode, JsonNode, bool>> Same
);

internal static class Values
{
    public static JsonNode? At(JsonNode? node, string path)
    {
        foreach (var name in path.Split('.'))
            node = (node as JsonObject)?[name];
        return node;
    }

    /// <summary>A value as one line of text, without blanks; of an object only what the truth's object states.</summary>
    /// <returns>Null for nothing: null, false, an empty text or list.</returns>
    public static string? Text(JsonNode? value, JsonNode? like = null) =>
        value switch
        {
            null => null,
            JsonArray list => Joined(list.Select(item => Text(item, (like as JsonArray)?.FirstOrDefault()))),
            JsonObject thing => Joined(
                (like as JsonObject ?? thing)
                    .Select(property => property.Key)
                    .Select(name => $"{name}={Text(thing[name])}")
            ),
            _ => Scalar(value),
        };

    /// <summary>The named fields of an item as one line of text; of nothing but empty ones, null.</summary>
    public static string? Of(string[] names, JsonNode? item, JsonNode? like)
    {
        var texts = names.Select(name => Text(At(item, name), At(like, name))).ToList();
        return texts.Exists(text => text is not null) ? string.Join(" | ", texts) : null;
    }

    /// <summary>Whether an item has the field at all, be it null.</summary>
    public static bool States(JsonNode item, string path)
    {
        var end = path.LastIndexOf('.');
        var holder = end < 0 ? item : At(item, path[..end]);
        return holder is JsonObject properties && properties.ContainsKey(path[(end + 1)..]);
    }

    public static bool AreEqual(JsonNode truth, JsonNode read, params string[] names) =>
        names.All(name => Text(truth[name]) == Text(read[name]));

    /// <summary>Two names for one thing: one holds the other.</summary>
    public static bool AreAlike(JsonNode truth, JsonNode read, string name) =>
        (Text(truth[name]), Text(read[name])) is ({ } one, { } other)
        && (one.Contains(other, StringComparison.Ordinal) || other.Contains(one, StringComparison.Ordinal));

    private static string? Joined(IEnumerable<string?> texts) =>
        string.Join('、', texts) is { Length: > 0 } joined ? joined : null;

    private static string? Scalar(JsonNode value) =>
        value.GetValueKind() switch
        {
            JsonValueKind.False => null,
            JsonValueKind.True => "true",
            JsonValueKind.Number => decimal.Parse(value.ToJsonString(), NumberStyles.Float).ToString("0.########"),
            _ => string.Concat(value.ToString().Where(sign => !char.IsWhiteSpace(sign))).TrimEnd('。', '；', ';')
                is { Length: > 0 } text
                ? text
                : null,
        };
}
