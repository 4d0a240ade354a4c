using JointMeeting.Domain;
using JointMeeting.Workflows.Flow;

namespace JointMeeting.Workflows.Tests.Flow;

public class FlowsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("embedded")]
    public void New_cases_use_the_embedded_flow_unless_another_is_named(string? configured) =>
        Assert.Equal("embedded", new Flows(configured).ForNewCases);

    [Fact]
    public void A_flow_that_is_not_compiled_in_stops_the_start_and_says_what_to_do()
    {
        var stopped = Assert.Throws<Refusal>(() => new Flows("camunda"));
        Assert.Contains("JOINTMEETING_FLOW=camunda", stopped.Message);
        Assert.Contains("embedded", stopped.Message);
        Assert.Contains("-p:UseElsa=true", stopped.Message);
    }

    [Fact]
    public void A_case_of_a_flow_that_is_not_compiled_in_is_refused_with_its_name() =>
        Assert.Contains("camunda", Assert.Throws<Refusal>(() => new Flows(null).Named("camunda")).Message);

    [Fact]
    public void A_case_goes_on_with_the_flow_that_made_its_state()
    {
        var flows = new Flows(null);
        Assert.Equal("embedded", flows.Named("embedded").Name);
        Assert.Same(flows.Named("embedded"), flows.Named("embedded"));
    }
}
