using System.Text.Json.Nodes;
using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Workflows.Tests.Flow;

/// <summary>Writes a definition file piece by piece, so that a test can break exactly one piece.</summary>
internal sealed class Draft
{
    private readonly JsonObject _root = new()
    {
        ["id"] = "Flowchart1",
        ["type"] = "Elsa.Flowchart",
        ["version"] = 1,
        ["activities"] = new JsonArray(),
        ["connections"] = new JsonArray(),
    };

    public Draft() =>
        File = new JsonObject
        {
            ["definitionId"] = "test",
            ["name"] = "试验流程",
            ["version"] = 1,
            ["root"] = _root,
        };

    public JsonObject File { get; }

    public string Json => File.ToJsonString();

    public JsonArray Activities => (JsonArray)_root["activities"]!;

    public JsonArray Connections => (JsonArray)_root["connections"]!;

    public Lifecycle Read() => LifecycleReader.Read(Json);

    public Draft Step(string id, params string[] outcomes) =>
        Add(
            id,
            "JointMeeting.Step",
            ("title", Input("String", "Literal", $"环节{id}")),
            ("state", Input("String", "Literal", "Draft")),
            ("outcomes", List(outcomes))
        );

    /// <summary>A step that asks; inputs as <c>name=value</c> replace or add to the usual ones.</summary>
    public Draft Asking(string id, string[] outcomes, params string[] inputs)
    {
        Step(id, outcomes);
        var usual = new[] { "ask=receipt", "who=members", "policy=all", "completes=byOffice", "subject=请答复" };
        foreach (var (name, value) in usual.Concat(inputs).Select(i => (i.Split('=')[0], i.Split('=')[1])))
            Activities[^1]![name] = Input("String", "Literal", value);
        return this;
    }

    public Draft End(string id) =>
        Add(
            id,
            "JointMeeting.End",
            ("title", Input("String", "Literal", $"结束{id}")),
            ("state", Input("String", "Literal", "Closed"))
        );

    public Draft Fork(string id, params string[] branches) => Add(id, "Elsa.FlowFork", ("branches", List(branches)));

    public Draft Join(string id, string mode = "WaitAll") =>
        Add(id, "Elsa.FlowJoin", ("mode", Input("Elsa.FlowJoinMode", "Literal", mode)));

    public Draft Decision(string id, string rule) =>
        Add(id, "Elsa.FlowDecision", ("condition", Input("Boolean", "Rule", rule)));

    /// <summary>Edges as <c>from port to</c>.</summary>
    public Draft Edges(params string[] edges)
    {
        foreach (var parts in edges.Select(e => e.Split(' ')))
            Connections.Add(
                new JsonObject
                {
                    ["source"] = new JsonObject { ["activity"] = parts[0], ["port"] = parts[1] },
                    ["target"] = new JsonObject { ["activity"] = parts[2], ["port"] = "In" },
                    ["vertices"] = new JsonArray(),
                }
            );
        return this;
    }

    /// <summary>Changes the last activity by hand.</summary>
    public Draft With(Action<JsonObject> change)
    {
        change((JsonObject)Activities[^1]!);
        return this;
    }

    public Draft Add(string id, string type, params (string Name, JsonNode Value)[] inputs)
    {
        var activity = new JsonObject
        {
            ["id"] = id,
            ["type"] = type,
            ["version"] = 1,
        };
        foreach (var (name, value) in inputs)
            activity[name] = value;
        Activities.Add(activity);
        return this;
    }

    public static JsonObject Input(string typeName, string kind, JsonNode value) =>
        new()
        {
            ["typeName"] = typeName,
            ["expression"] = new JsonObject { ["type"] = kind, ["value"] = value },
        };

    private static JsonObject List(string[] items) =>
        Input("List<String>", "Literal", new JsonArray([.. items.Select(i => (JsonNode)i)]));

    /// <summary>A fork of two branches with one step each, between two steps.</summary>
    public static Draft Forked() =>
        new Draft()
            .Step("before", "done")
            .Fork("split", "left", "right")
            .Step("a", "done")
            .Step("b", "done")
            .Join("both")
            .Step("after", "done")
            .End("end")
            .Edges("before done split", "split left a", "split right b", "a done both", "b done both")
            .Edges("both Done after", "after done end");
}
