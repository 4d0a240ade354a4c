using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Workflows.Definitions;

/// <summary>A definition's file while it is changed: all that is not changed stays as it was written, also for a designer.</summary>
internal sealed class DefinitionFile(Lifecycle lifecycle)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly JsonNode _file = JsonNode.Parse(lifecycle.Source!)!;

    /// <summary>Sets a literal input of a node; null takes it away.</summary>
    public void Set(string node, string input, string? value)
    {
        var activity = _file["root"]!["activities"]!.AsArray().First(a => (string?)a!["id"] == node)!.AsObject();
        if (value is null)
            activity.Remove(input);
        else
            activity[input] = new JsonObject
            {
                ["typeName"] = "String",
                ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value },
            };
    }

    /// <summary>The file under that version number.</summary>
    public string Write(int version)
    {
        _file["version"] = version;
        return _file.ToJsonString(Readable);
    }
}
