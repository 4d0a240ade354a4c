using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Workflows.Definitions;
using JointMeeting.Workflows.Definitions.Presets;
using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Workflows.Tests.Definitions;

/// <summary>Whatever an office can choose, and whatever a preset fills in, the program can run.</summary>
public class ChoicesTests
{
    private static readonly Lifecycles Lifecycles = Lifecycles.Shipped();

    private static IEnumerable<(Lifecycle Lifecycle, Node.Step Step)> Rounds =>
        from lifecycle in Lifecycles.All
        from step in lifecycle.Nodes.Values.OfType<Node.Step>()
        where step.Ask is not null
        select (lifecycle, step);

    [Fact]
    public void Every_choice_is_registered_and_has_a_name_that_people_read()
    {
        var registry = Shipped.Registry();
        foreach (var (lifecycle, step) in Rounds)
        {
            var choices = RoundChoices.For(lifecycle.Id, step.Ask!);
            Assert.Contains(step.Ask!.Who, choices.Who);
            Assert.All(choices.Who, w => Assert.Contains(w, registry.Who.Keys));
            Assert.All(choices.Who, w => Assert.DoesNotContain("`", Outline.WhoOf(w)));
            Assert.All(
                choices.Deadlines,
                d => Assert.Contains(RuleSet.Defaults.SelectMany(s => s.Rules), r => r.Id == d)
            );
            Assert.All(choices.Policies, p => AskPolicy.Parse(p));
        }
    }

    /// <summary>A rule without a period needs a case that states its own day.</summary>
    [Fact]
    public void A_meeting_is_not_offered_the_day_that_a_task_states()
    {
        var (meeting, step) = Rounds.First(r => r.Lifecycle.Id == "meeting");
        Assert.DoesNotContain("task", RoundChoices.For(meeting.Id, step.Ask!).Deadlines);
    }

    [Fact]
    public void Only_the_office_is_offered_what_only_the_office_can_answer() =>
        Assert.Equal(["office"], RoundChoices.For("task", Lifecycles.Newest("task").Step("verifying").Ask!).Who);

    [Fact]
    public void Every_preset_names_steps_and_choices_that_are_there_and_says_where_it_comes_from()
    {
        Assert.NotEmpty(Preset.All);
        Assert.Equal(Preset.All.Count, Preset.All.Select(p => (p.Lifecycle, p.Id)).Distinct().Count());
        foreach (var preset in Preset.All)
        {
            Assert.NotEmpty(preset.Source);
            Assert.NotNull(preset.Caution);
            var lifecycle = Lifecycles.Newest(preset.Lifecycle);
            foreach (var set in preset.Steps)
            {
                var step = lifecycle.Step(set.Node);
                var choices = RoundChoices.For(lifecycle.Id, step.Ask!);
                Assert.True(set.On is null || step.Optional is not null, $"{preset.Id}: {set.Node}");
                Assert.True(set.Who is null || choices.Who.Contains(set.Who), $"{preset.Id}: {set.Who}");
                Assert.True(set.Deadline is null || choices.Deadlines.Contains(set.Deadline), $"{preset.Id}");
                Assert.True(set.Policy is null || choices.Policies.Contains(set.Policy), $"{preset.Id}: {set.Policy}");
            }
        }
    }
}
