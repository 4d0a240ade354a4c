using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Rights;
using JointMeeting.Shared;
using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Workflows.Tests.Flow.Definition;

public class ShippedLifecycleTests
{
    private static readonly Lifecycles Lifecycles = Lifecycles.Shipped();
    private static readonly Registry Registry = Shipped.Registry();

    public static TheoryData<string> Ids => [.. Lifecycles.All.Select(l => l.Id)];

    [Fact]
    public void Every_kind_of_case_has_a_lifecycle() =>
        Assert.Equal(
            Enum.GetNames<CaseKind>().Select(n => n.ToLowerInvariant()).Order(),
            Lifecycles.All.Select(l => l.Id)
        );

    /// <summary>An unknown name would stop a case in the middle of its course.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_name_that_a_definition_uses_is_registered(string id)
    {
        var lifecycle = Lifecycles.Newest(id);
        Assert.All(lifecycle.Nodes.Values.OfType<Node.Decision>(), d => Assert.Contains(d.Rule, Registry.Rules.Keys));
        foreach (var ask in lifecycle.Nodes.Values.OfType<Node.Step>().Select(s => s.Ask).OfType<RoundInput>())
        {
            Assert.Contains(ask.Who, Registry.Who.Keys);
            if (ask.Deadline is { } rule)
                Assert.Contains(RuleSet.Defaults.SelectMany(d => d.Rules), r => r.Id == rule);
            if (Vocabulary.Named(ask.Vocabulary).Bond != TextBond.None)
                Assert.Contains(id, Registry.TextKinds.Keys);
        }
    }

    /// <summary>Silence counts where a draft is sent for opinions, and nowhere else; never for a signature.</summary>
    [Fact]
    public void Only_a_consultation_takes_silence_for_an_answer()
    {
        var rounds = Lifecycles
            .All.SelectMany(l => l.Nodes.Values)
            .OfType<Node.Step>()
            .Select(s => s.Ask)
            .OfType<RoundInput>()
            .ToList();
        Assert.Equal(27, rounds.Count);
        Assert.Equal("opinion", Assert.Single(rounds, r => r.Deemed).Vocabulary);
    }

    [Fact]
    public void Every_step_that_an_action_names_is_there() =>
        Assert.All(
            Actions.All.SelectMany(a => a.Nodes, (a, node) => (a, node)),
            x =>
                Assert.Contains(
                    Lifecycles.All.Where(l =>
                        x.a.Kind is null || l.Id.Equals($"{x.a.Kind}", StringComparison.OrdinalIgnoreCase)
                    ),
                    l => l.Nodes.GetValueOrDefault(x.node) is Node.Step
                )
        );

    /// <summary>To write them anew: JOINTMEETING_WRITE_OUTLINES=1 with this test.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void The_outline_in_the_docs_is_current(string id)
    {
        var path = Repository.PathOf("docs", "lifecycles", $"{id}.md");
        var outline = Outline.Of(Lifecycles.Newest(id));
        if (Environment.GetEnvironmentVariable("JOINTMEETING_WRITE_OUTLINES") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, outline);
        }
        Assert.True(File.Exists(path), $"docs/lifecycles/{id}.md is missing");
        Assert.Equal(File.ReadAllText(path), outline);
    }

    [Fact]
    public void An_outline_is_one_page_and_names_every_step_outcome_and_return()
    {
        foreach (var lifecycle in Lifecycles.All)
        {
            var page = Outline.Of(lifecycle);
            Assert.InRange(page.Split('\n').Length, 5, 170);
            Assert.All(lifecycle.Nodes.Keys, node => Assert.Contains($"`{node}`", page));
            Assert.All(lifecycle.Edges, edge => Assert.Contains($"- `{edge.Port}` → ", page));
            Assert.DoesNotContain("向`", page);
        }
        var meeting = Outline.Of(Lifecycles.Newest("meeting"));
        Assert.Contains("退回 → 纪要起草", meeting);
        Assert.Contains("自送会签日起 3个工作日，逾期只列出，不视为同意", meeting);
        Assert.Contains("会议召开日之前 2个工作日", meeting);
    }
}
