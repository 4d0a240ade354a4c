using JointMeeting.Workflows.Flow;
using JointMeeting.Workflows.Flow.Definition;
using JointMeeting.Workflows.Tests.Flow.Embedded;

namespace JointMeeting.Workflows.Tests.Flow.Conformance;

/// <summary>
/// One random course of moves made by several states side by side, also the moves that must be refused: they enter and
/// leave the same steps in the same order, and refuse with the same words.
/// </summary>
internal sealed class Course
{
    private readonly System.Random _random;
    private readonly List<(IFlow Flow, byte[] State)> _sides = [];

    /// <summary>Starts on every flow.</summary>
    public Course(Lifecycle lifecycle, System.Random random, params IFlow[] flows)
    {
        (Lifecycle, _random) = (lifecycle, random);
        _sides.AddRange(flows.Select(f => (f, Array.Empty<byte>())));
        Make(new Move.Start(), started: false);
    }

    public Lifecycle Lifecycle { get; }

    /// <summary>Steps where the case waits, in the order it came to them.</summary>
    public IReadOnlyList<string> Waiting { get; private set; } = [];

    /// <summary>A random lifecycle with edges back and past, as a file.</summary>
    public static Lifecycle Random(System.Random random) =>
        DefinitionFile.Of(WithShortcuts(Block.AsLifecycle(Block.Random(random)), random));

    /// <summary>From here on, another state goes beside.</summary>
    public Course Beside(IFlow flow, byte[] state)
    {
        _sides.Add((flow, state));
        return this;
    }

    public void GoOn(int moves)
    {
        for (var n = 0; n < moves; n++)
            Make(RandomMove(), started: true);
    }

    private void Make(Move move, bool started)
    {
        var answers = _random.Next();
        var made = _sides.Select(s => Made(s.Flow, started ? s.State : null, move, answers)).ToList();
        Assert.All(made, m => Assert.Equal(made[0].Why, m.Why));
        if (made[0].Advanced is not { } first)
            return;
        for (var i = 0; i < made.Count; i++)
        {
            Assert.Equal(first.Entered, made[i].Advanced!.Entered);
            Assert.Equal(first.Left, made[i].Advanced!.Left);
            Assert.Equal(first.EndedAt, made[i].Advanced!.EndedAt);
            _sides[i] = (_sides[i].Flow, made[i].Advanced!.State);
        }
        Waiting = [.. Waiting.Except(first.Left), .. first.Entered];
    }

    private (Advanced? Advanced, string? Why) Made(IFlow flow, byte[]? state, Move move, int answers)
    {
        try
        {
            return (flow.Advance(Lifecycle, state, move, rule => (rule[^1] + answers) % 2 == 0), null);
        }
        catch (MoveRefused refused)
        {
            return (null, refused.Message);
        }
    }

    private Move RandomMove()
    {
        var steps = Lifecycle.Nodes.Values.OfType<Node.Step>().ToList();
        var any = steps[_random.Next(steps.Count)];
        var at = Waiting.Count == 0 ? any : Lifecycle.Step(Waiting[_random.Next(Waiting.Count)]);
        return _random.Next(20) switch
        {
            0 => new Move.Complete(any.Id, "done"),
            1 => new Move.Complete(at.Id, "unheardOf"),
            2 => new Move.Jump("nowhere"),
            < 7 => new Move.Jump(any.Id),
            _ => new Move.Complete(at.Id, at.Outcomes.ElementAtOrDefault(_random.Next(at.Outcomes.Count)) ?? "none"),
        };
    }

    /// <summary>Gives some steps a second outcome, to any step of the same branch: a loop, a skip, or itself.</summary>
    private static Lifecycle WithShortcuts(Lifecycle d, System.Random random)
    {
        var scopes = ForkScopes.Of(d);
        var nodes = d.Nodes.ToDictionary(StringComparer.Ordinal);
        var edges = d.Edges.ToList();
        var steps = d.Nodes.Values.OfType<Node.Step>().ToList();
        foreach (var step in steps.Where(_ => random.Next(3) == 0))
        {
            var near = steps.Where(s => s.Id != d.Start.Id && scopes[s.Id].SequenceEqual(scopes[step.Id])).ToList();
            if (near.Count == 0)
                continue;
            nodes[step.Id] = step with { Outcomes = [.. step.Outcomes, "other"] };
            edges.Add(new Edge(step.Id, "other", near[random.Next(near.Count)].Id));
        }
        var richer = d with { Nodes = nodes, Edges = edges };
        DefinitionRules.Check(richer);
        return richer;
    }
}
