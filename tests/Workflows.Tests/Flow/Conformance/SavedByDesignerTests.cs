using System.Text.Json.Nodes;
using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Workflows.Tests.Flow.Conformance;

/// <summary>What Elsa's serializer adds when a designer saves a file, piece by piece.</summary>
public class SavedByDesignerTests
{
    [Fact]
    public void Empty_inputs_ids_of_its_own_and_lists_written_as_text_change_nothing()
    {
        var draft = Saved();
        Assert.Equal(["done", "other"], draft.Read().Step("a").Outcomes);
        Assert.Null(draft.Read().Step("a").Ask);
    }

    [Theory]
    [InlineData("canStartWorkflow", "true")]
    [InlineData("mergeMode", "\"Race\"")]
    public void A_property_that_changes_the_course_is_refused_with_the_node(string name, string value)
    {
        var draft = Saved().With(a => a["customProperties"]![name] = JsonNode.Parse(value));
        Assert.Equal("end", Assert.Throws<DefinitionFault>(draft.Read).Node);
    }

    [Fact]
    public void A_text_that_holds_no_list_is_refused_with_the_node()
    {
        var draft = new Draft()
            .Step("a", "done")
            .With(a => a["outcomes"] = Draft.Input("List<String>", "Literal", "done"));
        Assert.Equal("a", Assert.Throws<DefinitionFault>(draft.Read).Node);
    }

    private static Draft Saved()
    {
        var outcomes = Draft.Input("List<String>", "Literal", "[\"done\",\"other\"]");
        var draft = new Draft()
            .Step("a")
            .With(a => a["outcomes"] = outcomes)
            .End("end")
            .Edges("a done end", "a other end");
        foreach (var activity in draft.Activities.OfType<JsonObject>())
        {
            activity["nodeId"] = $"Workflow1:Flowchart1:{activity["id"]}";
            activity["name"] = null;
            activity["ask"] = null;
            activity["customProperties"] = new JsonObject { ["canStartWorkflow"] = false, ["more"] = new JsonArray() };
        }
        return draft;
    }
}
