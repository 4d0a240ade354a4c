using System.Text.Json;
using System.Text.Json.Nodes;

namespace JointMeeting.Cities;

/// <summary>A truth that says more than its document would make the importer look wrong, or right.</summary>
public sealed class TruthTests
{
    /// <summary>Fields whose words stand in the document as they are.</summary>
    private static readonly string[] Verbatim =
    [
        "title",
        "text",
        "name",
        "post",
        "raw",
        "section",
        "unit",
        "scope",
        "reporters",
    ];

    public static TheoryData<string> Names => [.. CityDocument.All.Select(document => document.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_word_of_a_truth_stands_in_its_document(string name)
    {
        var document = CityDocument.All.Single(document => document.Name == name);
        var text = Squeezed(string.Concat(document.Source().Lines.Select(line => line.Text)));
        Assert.All(Words(document.Truth), word => Assert.Contains(Squeezed(word), text));
    }

    private static IEnumerable<string> Words(JsonNode? node) =>
        node switch
        {
            JsonObject item => item.SelectMany(field =>
                Verbatim.Contains(field.Key) && field.Value?.GetValueKind() == JsonValueKind.String
                    ? [field.Value.ToString()]
                    : Words(field.Value)
            ),
            JsonArray list => list.SelectMany(Words),
            _ => [],
        };

    private static string Squeezed(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)));
}
