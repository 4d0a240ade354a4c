using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using JointMeeting.Shared;
using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Workflows.Tests.Flow.Definition;

/// <summary>Whatever the file, the answer is a lifecycle or a fault that names the node; never another exception.</summary>
public class LifecycleReaderTests
{
    private static Draft Small => new Draft().Step("a", "done").End("end").Edges("a done end");

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("{", "JSON")]
    [InlineData("会议", "JSON")]
    [InlineData("{\"definitionId\":\"a\",\"definitionId\":\"b\"}", "JSON")]
    [InlineData("null", "应当是对象")]
    [InlineData("[]", "应当是对象")]
    [InlineData("{}", "缺少 definitionId")]
    [InlineData("{\"definitionId\":7}", "definitionId 应当是文字")]
    [InlineData("{\"definitionId\":\"a\"}", "缺少 root")]
    [InlineData("{\"definitionId\":\"a\",\"root\":1}", "应当是对象")]
    public void A_file_that_is_no_definition(string json, string fault) =>
        Assert.Contains(fault, Assert.Throws<DefinitionFault>(() => LifecycleReader.Read(json)).Message);

    [Fact]
    public void A_huge_file_is_refused_before_it_is_read() =>
        Assert.Contains(
            "不是流程定义",
            Assert.Throws<DefinitionFault>(() => LifecycleReader.Read(new string('{', 600_000))).Message
        );

    [Fact]
    public void More_than_twenty_nodes_beside_its_ends()
    {
        Assert.Contains("20", Assert.Throws<DefinitionFault>(Chain(21).Read).Message);
        Assert.Equal(22, Chain(20).Read().Nodes.Count);
    }

    private static Draft Chain(int steps)
    {
        var draft = new Draft();
        foreach (var n in Enumerable.Range(1, steps))
            draft
                .Step($"s{n}", "done", "over")
                .Edges($"s{n} done {(n < steps ? $"s{n + 1}" : "end")}", $"s{n} over stopped");
        draft.End("end");
        draft.End("stopped");
        return draft;
    }

    [Fact]
    public void Another_root_than_a_flowchart()
    {
        var draft = Small;
        draft.File["root"]!["type"] = "Elsa.Sequence";
        Assert.Equal("root", Assert.Throws<DefinitionFault>(draft.Read).Node);
    }

    [Fact]
    public void Two_nodes_of_one_id() => Refused("a", "编号重复", Small.Step("a", "done"));

    [Theory]
    [InlineData("a/b")]
    [InlineData("a|b")]
    [InlineData("环节")]
    [InlineData("a b")]
    public void An_id_that_would_be_misread(string id) => Refused(id, "编号", Small.Step(id, "done"));

    [Theory]
    [InlineData("Elsa.Delay")]
    [InlineData("JointMeeting.Stepp")]
    public void An_unknown_step(string type) => Refused("x", "不支持的节点类型", Small.Add("x", type));

    [Theory]
    [InlineData("JavaScript")]
    [InlineData("CSharp")]
    [InlineData("Literal")]
    public void A_condition_that_is_a_script(string kind) =>
        Refused(
            "x",
            "只能是 Rule",
            Small.Add("x", "Elsa.FlowDecision", ("condition", Draft.Input("Boolean", kind, "1 == 1")))
        );

    [Fact]
    public void A_title_that_is_a_script() =>
        Refused(
            "x",
            "只能是 Literal",
            Small.Step("x").With(a => a["title"] = Draft.Input("String", "JavaScript", "1"))
        );

    public static TheoryData<string, string, Action<JsonObject>> Broken =>
        new()
        {
            { "不认识的属性 canStartWorkflow", "unknown property", a => a["canStartWorkflow"] = true },
            { "不认识的属性 who", "asks nobody", a => a["who"] = Draft.Input("String", "Literal", "members") },
            { "缺少 type", "no type", a => a.Remove("type") },
            { "缺少输入 title", "no title", a => a.Remove("title") },
            { "缺少输入 state", "no state", a => a.Remove("state") },
            { "缺少列表 outcomes", "no outcomes", a => a.Remove("outcomes") },
            { "缺少列表 outcomes", "outcomes as text", a => a["outcomes"] = Draft.Input("String", "Literal", "done") },
            {
                "每一项 应当是文字",
                "a number",
                a => a["outcomes"] = Draft.Input("List<String>", "Literal", new JsonArray(1))
            },
            { "缺少 typeName", "no typeName", a => ((JsonObject)a["title"]!).Remove("typeName") },
            { "缺少 expression", "no expression", a => ((JsonObject)a["title"]!).Remove("expression") },
            { "缺少 value", "no value", a => ((JsonObject)a["title"]!["expression"]!).Remove("value") },
            { "缺少 type", "no kind", a => ((JsonObject)a["title"]!["expression"]!).Remove("type") },
            { "不认识的属性 memory", "input with more", a => a["title"]!["memory"] = 1 },
            { "应当是文字", "a number as title", a => a["title"] = Draft.Input("String", "Literal", 5) },
            { "应当是文字", "an empty title", a => a["title"] = Draft.Input("String", "Literal", "") },
            { "title 应当是对象", "a bare title", a => a["title"] = "筹备" },
            { "ask 应当是对象", "no input at all", a => a["ask"] = 1 },
        };

    [Theory]
    [MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public void A_step_that_is_broken(string fault, string what, Action<JsonObject> change)
    {
        Assert.NotEmpty(what);
        Refused("x", fault, Small.Step("x", "done").Edges("x done end").With(change));
    }

    [Fact]
    public void A_property_that_nobody_reads_is_never_dropped()
    {
        foreach (
            var place in new Func<Draft, JsonObject>[]
            {
                d => d.File,
                d => (JsonObject)d.File["root"]!,
                d => (JsonObject)d.Connections[0]!,
                d => (JsonObject)d.Connections[0]!["source"]!,
                d => (JsonObject)d.Connections[0]!["target"]!,
            }
        )
        {
            var draft = Small;
            place(draft)["condition"] = "x";
            Assert.Contains("不认识的属性 condition", Assert.Throws<DefinitionFault>(draft.Read).Message);
        }
    }

    [Fact]
    public void An_edge_into_another_port_than_In()
    {
        var draft = Small;
        draft.Connections[0]!["target"]!["port"] = "Cancel";
        Assert.Equal("end", Assert.Throws<DefinitionFault>(draft.Read).Node);
    }

    /// <summary>Any one piece of a shipped definition taken out or replaced.</summary>
    [Fact]
    public void A_damaged_definition_is_a_fault_and_nothing_else()
    {
        var text = File.ReadAllText(Repository.PathOf("src", "Workflows", "Meetings", "meeting.json"));
        var faults = 0;
        Prop.ForAll(
                Arb.From(Gen.Choose(0, int.MaxValue)),
                seed =>
                {
                    var random = new System.Random(seed);
                    var json = JsonNode.Parse(text)!;
                    Damage(json, random);
                    var fault = Record.Exception(() => LifecycleReader.Read(json.ToJsonString()));
                    faults += fault is null ? 0 : 1;
                    return fault is null or DefinitionFault;
                }
            )
            .QuickCheckThrowOnFailure();
        Assert.InRange(faults, 40, 100);
    }

    private static void Damage(JsonNode node, System.Random random)
    {
        while (true)
        {
            var children = node switch
            {
                JsonObject o => o.Select(p => p.Value).OfType<JsonNode>().ToList(),
                JsonArray a => a.OfType<JsonNode>().ToList(),
                _ => [],
            };
            if (children.Count > 0 && random.Next(4) > 0)
            {
                node = children[random.Next(children.Count)];
                continue;
            }
            if (node.Parent is null)
                continue;
            JsonNode?[] others = [null, JsonValue.Create(5), JsonValue.Create("x"), new JsonObject(), new JsonArray()];
            if (node.Parent is JsonObject parent && random.Next(2) == 0)
                parent.Remove(node.GetPropertyName());
            else
                node.ReplaceWith(others[random.Next(others.Length)]);
            return;
        }
    }

    private static void Refused(string node, string fault, Draft draft)
    {
        var found = Assert.Throws<DefinitionFault>(draft.Read);
        Assert.Contains(fault, found.Message);
        Assert.Contains($"“{node}”", found.Message);
    }
}
