using System.Text.Json;
using System.Text.RegularExpressions;
using JointMeeting.Domain.Asks;

namespace JointMeeting.Workflows.Flow.Definition;

/// <summary>A definition file that is not of the profile; names the node and the fault.</summary>
public sealed class DefinitionFault(string definition, string node, string fault)
    : Exception($"{definition}: 节点“{node}”：{fault}")
{
    /// <summary>The lifecycle as far as it is known; <c>?</c> where not even its id could be read.</summary>
    public string Definition { get; } = definition;

    /// <summary>What is wrong with it.</summary>
    public string Fault { get; } = fault;

    /// <summary>The node, or <c>-</c> where it is about the file as a whole.</summary>
    public string Node { get; } = node;
}

/// <summary>
/// Reads Elsa 3's published JSON form, as far as our profile goes: one flowchart, literal inputs, our step types, fork,
/// join and decision. What the profile does not know is a fault, never dropped.
/// </summary>
public static class LifecycleReader
{
    private static readonly Dictionary<string, AskOrder> Orders = new(StringComparer.Ordinal)
    {
        ["parallel"] = AskOrder.Parallel,
        ["sequential"] = AskOrder.Sequential,
        ["grouped"] = AskOrder.Grouped,
    };

    /// <summary>Steps, decisions and forks; ends say only how it can end (docs/adr/0018).</summary>
    private const int MostNodes = 20;
    private const int MostCharacters = 500_000;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads and validates one file; of a huge one no more than shows that it is huge.</summary>
    /// <exception cref="DefinitionFault">The file is not of the profile.</exception>
    public static async Task<Lifecycle> Read(TextReader file) => Read(await Text(file));

    /// <summary>The text of a file that may be a definition; of a huge one no more than shows that it is huge.</summary>
    public static async Task<string> Text(TextReader file)
    {
        var text = new char[MostCharacters + 1];
        return new string(text, 0, await file.ReadBlockAsync(text));
    }

    /// <summary>Reads and validates one file.</summary>
    /// <exception cref="DefinitionFault">The file is not of the profile.</exception>
    public static Lifecycle Read(string json)
    {
        if (json.Length > MostCharacters)
            throw new DefinitionFault("?", "-", $"文件超过 {MostCharacters / 1000} 千字，不是流程定义");
        using var document = Parse(json);
        var outer = new JsonPart("?", "-", document.RootElement, "文件");
        var definition = ReadOuter(outer) with { Source = json };
        outer.RefuseUnknown();
        DefinitionRules.Check(definition);
        return definition;
    }

    private static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, Strict);
        }
        catch (JsonException e)
        {
            throw new DefinitionFault("?", "-", $"不是有效的 JSON（第 {(e.LineNumber ?? 0) + 1} 行附近）");
        }
    }

    private static Lifecycle ReadOuter(JsonPart outer)
    {
        var id = outer.Text("definitionId");
        var root = outer.Object("root");
        root.Pass("id", "version", "metadata");
        if (root.Text("type") != "Elsa.Flowchart")
            throw new DefinitionFault(id, "root", "只支持一张 Elsa.Flowchart");
        var nodes = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (var activity in root.Array("activities"))
        {
            var node = ReadNode(id, activity);
            if (!nodes.TryAdd(node.Id, node))
                throw new DefinitionFault(id, node.Id, "编号重复");
        }
        if (nodes.Values.Count(node => node is not Node.End) is 0 or > MostNodes)
            throw new DefinitionFault(id, "-", $"节点应为 1 至 {MostNodes} 个（结束节点不计）");
        var edges = root.Array("connections").Select(c => ReadEdge(id, c)).ToList();
        root.RefuseUnknown();
        return new Lifecycle(id, outer.Text("name"), outer.Number("version"), nodes, edges);
    }

    private static Node ReadNode(string definition, JsonElement activity)
    {
        var id = new JsonPart(definition, "-", activity, "activities 的每一项").Text("id");
        if (!Regex.IsMatch(id, "^[A-Za-z][A-Za-z0-9]*$", RegexOptions.NonBacktracking))
            throw new DefinitionFault(definition, id, "编号只能用字母和数字");
        var part = new JsonPart(definition, id, activity, "节点");
        part.Pass("id", "version", "metadata");
        Node node = part.Text("type") switch
        {
            "JointMeeting.Step" => new Node.Step(
                id,
                part.Input("title"),
                part.Input("state"),
                part.List("outcomes"),
                ReadRound(part)
            )
            {
                MayReturnTo = part.OptionalList("mayReturnTo"),
                Optional = part.OptionalInput("optional"),
                Off = part.OptionalInput("off") is not null && part.Word("off", "yes", "no") == "yes",
            },
            "JointMeeting.End" => new Node.End(id, part.Input("title"), part.Input("state")),
            "Elsa.FlowFork" => new Node.Fork(id, part.List("branches")),
            "Elsa.FlowJoin" => part.OptionalInput("mode") == "WaitAll"
                ? new Node.Join(id)
                : throw part.Fault("汇合必须写明 mode = WaitAll"),
            "Elsa.FlowDecision" => new Node.Decision(id, part.Rule("condition")),
            var type => throw part.Fault($"不支持的节点类型 {type}"),
        };
        part.RefuseUnknown();
        return node;
    }

    private static RoundInput? ReadRound(JsonPart part) =>
        part.OptionalInput("ask") is not { } vocabulary
            ? null
            : new RoundInput(
                vocabulary,
                part.Input("who"),
                part.OptionalInput("deadline"),
                part.Input("policy"),
                part.Word("completes", "auto", "byOffice") == "auto",
                part.OptionalInput("deemed") is not null && part.Word("deemed", "yes", "no") == "yes",
                part.OptionalInput("returnsTo"),
                part.Input("subject")
            )
            {
                Order = part.OptionalInput("order") is null
                    ? AskOrder.Parallel
                    : Orders[part.Word("order", [.. Orders.Keys])],
            };

    private static Edge ReadEdge(string definition, JsonElement connection)
    {
        var part = new JsonPart(definition, "-", connection, "connections 的每一项");
        part.Pass("vertices");
        var (source, target) = (part.Object("source"), part.Object("target"));
        var edge = new Edge(source.Text("activity"), source.Text("port"), target.Text("activity"));
        if (target.Text("port") != "In")
            throw new DefinitionFault(definition, edge.To, "连线只能进入 In");
        foreach (var read in new[] { part, source, target })
            read.RefuseUnknown();
        return edge;
    }
}
