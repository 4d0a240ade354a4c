using System.Text.Json.Nodes;
using JointMeeting.Workflows.Definitions;
using JointMeeting.Workflows.Flow.Definition;
using JointMeeting.Workflows.Tests.Flow;

namespace JointMeeting.Workflows.Tests.Definitions;

/// <summary>A definition that the profile allows and that this program could still not run is refused, with the node.</summary>
public class NamesAreKnownTests
{
    private static readonly Lifecycles Lifecycles = Lifecycles.Shipped();

    public static TheoryData<string> Business =>
        [.. Lifecycles.All.Select(l => l.Id).Where(id => id != BusinessOnly.House)];

    [Theory]
    [MemberData(nameof(Business))]
    public void Every_shipped_lifecycle_may_be_imported(string id) => Check(Lifecycles.Newest(id).Source!);

    [Theory]
    [InlineData("who", "everybody", "没有登记“everybody”这种请办对象")]
    [InlineData("who", "planUnits", "“planUnits”不是本业务的请办对象")]
    [InlineData("deadline", "someday", "没有“someday”这条时限规则")]
    [InlineData("ask", "receipt", "请办的种类不能改")]
    public void A_name_that_nobody_registered(string input, string value, string fault) =>
        Refused("countersigning", fault, a => a[input] = Draft.Input("String", "Literal", value));

    /// <summary>The page never offers it; a file must not do it either.</summary>
    [Fact]
    public void A_signature_in_person_that_another_is_to_give() =>
        Refused(
            "awaitingSignature",
            "须由本人签署",
            a => a["who"] = Draft.Input("String", "Literal", "unitsNamedInMinutes")
        );

    [Fact]
    public void A_rule_that_nobody_registered()
    {
        var file = JsonNode.Parse(Lifecycles.Newest("task").Source!)!;
        Activity(file, "pastAtImport")["condition"] = Draft.Input("Boolean", "Rule", "isMonday");
        Refused("pastAtImport", "没有登记“isMonday”这条判断规则", file);
    }

    [Fact]
    public void A_lifecycle_of_no_kind_of_case() =>
        Assert.Contains(
            "没有“test”这种业务流程",
            Assert.Throws<DefinitionFault>(() => Check(Draft.Forked().Json)).Message
        );

    [Fact]
    public void The_lifecycle_of_the_house() =>
        Assert.Contains(
            "没有“house”这种业务流程",
            Assert.Throws<DefinitionFault>(() => Check(Lifecycles.Newest("house").Source!)).Message
        );

    /// <summary>The command that ends it would find nothing to end.</summary>
    [Fact]
    public void A_step_that_a_command_ends_is_taken_away()
    {
        var file = JsonNode.Parse(Lifecycles.Newest("meeting").Source!)!;
        var root = file["root"]!;
        root["activities"]!.AsArray().Remove(Activity(file, "signed"));
        foreach (var edge in root["connections"]!.AsArray().ToList())
            if ((string?)edge!["source"]!["activity"] == "signed")
                root["connections"]!.AsArray().Remove(edge);
            else if ((string?)edge["target"]!["activity"] == "signed")
                edge["target"]!["activity"] = "supervising";
        Refused("signed", "不能删去", file);
    }

    [Fact]
    public void An_outcome_that_a_command_uses_is_taken_away()
    {
        var file = JsonNode.Parse(Lifecycles.Newest("meeting").Source!)!;
        Activity(file, "countersigning")["outcomes"]!["expression"]!["value"] = new JsonArray("passed");
        var edges = file["root"]!["connections"]!.AsArray();
        edges.Remove(edges.First(e => (string?)e!["source"]!["port"] == "proceeded"));
        Refused("countersigning", "缺少出口 proceeded", file);
    }

    [Fact]
    public void A_step_that_the_program_did_not_make_optional_is_switched_off() =>
        Refused(
            "inSession",
            "不能停用",
            a =>
            {
                a["optional"] = Draft.Input("String", "Literal", "closed");
                a["off"] = Draft.Input("String", "Literal", "yes");
            }
        );

    /// <summary>No command knows it.</summary>
    [Fact]
    public void A_new_step_that_nobody_can_end()
    {
        var file = JsonNode.Parse(Lifecycles.Newest("mechanism").Source!)!;
        var added = new Draft().Step("review", "done").Activities[0]!.DeepClone();
        file["root"]!["activities"]!.AsArray().Insert(0, added);
        file["root"]!["connections"]!
            .AsArray()
            .Add(new Draft().Edges("review done standing").Connections[0]!.DeepClone());
        Refused("review", "没有人能推进", file);
    }

    private static JsonObject Activity(JsonNode file, string id) =>
        file["root"]!["activities"]!.AsArray().First(a => (string?)a!["id"] == id)!.AsObject();

    private static void Refused(string node, string fault, Action<JsonObject> change)
    {
        var file = JsonNode.Parse(Lifecycles.Newest("meeting").Source!)!;
        change(Activity(file, node));
        Refused(node, fault, file);
    }

    private static void Refused(string node, string fault, JsonNode file)
    {
        var found = Assert.Throws<DefinitionFault>(() => Check(file.ToJsonString()));
        Assert.Equal(node, found.Node);
        Assert.Contains(fault, found.Fault);
    }

    private static void Check(string json)
    {
        var read = LifecycleReader.Read(json);
        NamesAreKnown.Check(read, Lifecycles.ShippedOf(read.Id), Shipped.Registry());
    }
}
