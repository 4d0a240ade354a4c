using System.Text.Json;

namespace JointMeeting.Workflows.Flow.Definition;

/// <summary>A definition file that is not of the profile; names the node and the fault.</summary>
public sealed class DefinitionFault(string definition, string node, string fault)
    : Exception($"{definition}: 节点“{node}”：{fault}");

/// <summary>
/// Reads Elsa 3's published JSON form, as far as our profile goes: one flowchart, literal inputs, our step types, fork,
/// join and decision. What the profile does not know is a fault, never dropped.
/// </summary>
public static class LifecycleReader
{
    private const int MostNodes = 20;

    /// <summary>Reads and validates one file.</summary>
    /// <exception cref="DefinitionFault">The file is not of the profile.</exception>
    public static Lifecycle Read(string json)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException e)
        {
            throw new DefinitionFault("?", "-", $"不是有效的 JSON（第 {e.LineNumber + 1} 行）");
        }
        using (document)
        {
            var outer = document.RootElement;
            var id = outer.GetProperty("definitionId").GetString()!;
            var root = outer.GetProperty("root");
            if (root.GetProperty("type").GetString() != "Elsa.Flowchart")
                throw new DefinitionFault(id, "root", "只支持一张 Elsa.Flowchart");
            var nodes = new Dictionary<string, Node>(StringComparer.Ordinal);
            foreach (var activity in root.GetProperty("activities").EnumerateArray())
            {
                var node = ReadNode(id, activity);
                if (!nodes.TryAdd(node.Id, node))
                    throw new DefinitionFault(id, node.Id, "编号重复");
            }
            if (nodes.Count > MostNodes)
                throw new DefinitionFault(id, "-", $"节点超过 {MostNodes} 个");
            var edges = root.GetProperty("connections").EnumerateArray().Select(ReadEdge).ToList();
            var definition = new Lifecycle(
                id,
                outer.GetProperty("name").GetString()!,
                outer.GetProperty("version").GetInt32(),
                nodes,
                edges
            );
            DefinitionRules.Check(definition);
            return definition;
        }
    }

    private static Node ReadNode(string definition, JsonElement activity)
    {
        var id = activity.GetProperty("id").GetString()!;
        var inputs = new Inputs(definition, id, activity);
        Node node = activity.GetProperty("type").GetString() switch
        {
            "JointMeeting.Step" => new Node.Step(
                id,
                inputs.Text("title"),
                inputs.Text("state"),
                inputs.List("outcomes"),
                ReadRound(inputs)
            ),
            "JointMeeting.End" => new Node.End(id, inputs.Text("title"), inputs.Text("state")),
            "Elsa.FlowFork" => new Node.Fork(id, inputs.List("branches")),
            "Elsa.FlowJoin" => inputs.Text("mode") == "WaitAll"
                ? new Node.Join(id)
                : throw new DefinitionFault(definition, id, "汇合必须写明 mode = WaitAll"),
            "Elsa.FlowDecision" => new Node.Decision(id, inputs.Rule("condition")),
            var type => throw new DefinitionFault(definition, id, $"不支持的节点类型 {type}"),
        };
        inputs.RefuseUnknown();
        return node;
    }

    private static RoundInput? ReadRound(Inputs inputs) =>
        inputs.OptionalText("ask") is not { } vocabulary
            ? null
            : new RoundInput(
                vocabulary,
                inputs.Text("who"),
                inputs.OptionalText("deadline"),
                inputs.Text("policy"),
                inputs.Text("completes") == "auto",
                inputs.OptionalText("deemed") == "yes",
                inputs.OptionalText("returnsTo"),
                inputs.Text("subject")
            );

    private static Edge ReadEdge(JsonElement connection)
    {
        var source = connection.GetProperty("source");
        return new Edge(
            source.GetProperty("activity").GetString()!,
            source.GetProperty("port").GetString()!,
            connection.GetProperty("target").GetProperty("activity").GetString()!
        );
    }

    /// <summary>The inputs of one activity; remembers which were read, so that an unknown one is refused.</summary>
    private sealed class Inputs(string definition, string node, JsonElement activity)
    {
        private readonly HashSet<string> _read = new(["id", "type", "version", "metadata"], StringComparer.Ordinal);

        public string Text(string name) =>
            OptionalText(name) ?? throw new DefinitionFault(definition, node, $"缺少输入 {name}");

        public string? OptionalText(string name) => Literal(name, "Literal")?.GetString();

        public string Rule(string name) =>
            Literal(name, "Rule")?.GetString() ?? throw new DefinitionFault(definition, node, $"缺少规则 {name}");

        public IReadOnlyList<string> List(string name) =>
            Literal(name, "Literal") is { ValueKind: JsonValueKind.Array } list
                ? [.. list.EnumerateArray().Select(i => i.GetString()!)]
                : throw new DefinitionFault(definition, node, $"缺少列表 {name}");

        public void RefuseUnknown()
        {
            foreach (var property in activity.EnumerateObject().Where(p => !_read.Contains(p.Name)))
                throw new DefinitionFault(definition, node, $"不认识的属性 {property.Name}");
        }

        private JsonElement? Literal(string name, string expressionType)
        {
            _read.Add(name);
            if (!activity.TryGetProperty(name, out var input))
                return null;
            if (!input.TryGetProperty("typeName", out _))
                throw new DefinitionFault(definition, node, $"输入 {name} 缺少 typeName");
            var expression = input.GetProperty("expression");
            var type = expression.GetProperty("type").GetString();
            return type == expressionType
                ? expression.GetProperty("value")
                : throw new DefinitionFault(definition, node, $"输入 {name} 只能是 {expressionType}，不能是 {type}");
        }
    }
}
