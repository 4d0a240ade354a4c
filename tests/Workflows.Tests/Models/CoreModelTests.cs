using FsCheck;
using FsCheck.Fluent;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Workflows.Flow;
using JointMeeting.Workflows.Flow.Definition;
using JointMeeting.Workflows.Flow.Embedded;
using JointMeeting.Workflows.Tests.Flow.Conformance;
using JointMeeting.Workflows.Tests.Flow.Embedded;

namespace JointMeeting.Workflows.Tests.Models;

/// <summary>
/// The pure core against a small model written independently: 20,000 random courses. Each step of a random lifecycle holds
/// a round in groups, which is answered, added to, thinned out and returned from, under a clock that is paused, extended
/// and revoked. Checked after every move: no ask is lost, no step skipped, a join passes once, deadlines replay.
/// </summary>
public class CoreModelTests
{
    private const int Courses = 20_000;
    private const int Moves = 24;
    private static readonly EmbeddedFlow Flow = new();
    private static readonly string[] Policies = ["all", "any", "veto", "ratio:2/3"];

    [Fact]
    public void The_core_goes_where_the_model_goes() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), Agrees)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Courses));

    private static bool Agrees(int seed)
    {
        var random = new Random(seed);
        var tree = Block.Random(random);
        var lifecycle = DefinitionFile.Of(Block.AsLifecycle(tree));
        var walk = Walk.Of(tree, Rule);
        var policy = AskPolicy.Parse(Policies[random.Next(Policies.Length)]);
        var advanced = Flow.Advance(lifecycle, null, new Move.Start(), Rule);
        var rounds = advanced.Entered.ToDictionary(n => n, _ => new Round(policy, random), StringComparer.Ordinal);
        for (var move = 0; move < Moves && advanced.EndedAt is null; move++)
        {
            if (!rounds.Keys.Order().SequenceEqual(walk.Waiting.Order()))
                return false;
            var node = rounds.Keys.ElementAt(random.Next(rounds.Count));
            if (random.Next(12) == 0)
            {
                var target = tree.Steps.ElementAt(random.Next(tree.Steps.Count()));
                var allowed = walk.Jump(target);
                try
                {
                    advanced = Flow.Advance(lifecycle, advanced.State, new Move.Jump(target), Rule);
                }
                catch (MoveRefused) when (!allowed)
                {
                    continue;
                }
                if (!allowed)
                    return false;
                Follow(advanced);
                continue;
            }
            if (!rounds[node].Step(random))
                return false;
            if (rounds[node].Passed)
            {
                if (!walk.Complete(node))
                    return false;
                advanced = Flow.Advance(lifecycle, advanced.State, new Move.Complete(node, "done"), Rule);
                Follow(advanced);
            }
        }
        return advanced.EndedAt is null || walk.IsDone;

        void Follow(Advanced now)
        {
            foreach (var left in now.Left)
                rounds.Remove(left);
            foreach (var entered in now.Entered)
                rounds.Add(entered, new Round(policy, random));
        }

        bool Rule(string rule) => (rule.Length + rule[^1] + seed) % 2 == 0;
    }

    /// <summary>One round twice: by the core's rules, and as a plain count.</summary>
    private sealed class Round
    {
        private readonly AskPolicy _policy;
        private readonly List<AskStanding> _asks;
        private readonly Clocked _clock = new();

        public Round(AskPolicy policy, Random random)
        {
            _policy = policy;
            _asks = [.. Enumerable.Range(0, random.Next(1, 5)).Select(i => Waits($"u{i}", random.Next(3)))];
            Open();
        }

        public bool Passed => _policy.Judge(_asks) is Judgement.Passed;

        /// <summary>Does one thing to the round; false where core and model disagree.</summary>
        public bool Step(Random random)
        {
            var at = random.Next(_asks.Count);
            var before = _asks.Count;
            switch (random.Next(10))
            {
                case 0:
                    _asks.Add(Waits($"u{_asks.Count}", random.Next(3)));
                    before++;
                    break;
                case 1 when _asks.Count(a => a.State != AskState.Withdrawn) > 1 && _asks[at].Effect is null:
                    _asks[at] = _asks[at] with { State = AskState.Withdrawn };
                    break;
                case 2:
                    return _clock.Change(random);
                case 3 when _asks[at].State is AskState.Open or AskState.Answered:
                    _asks[at] = Settled(_asks[at], AnswerEffect.Objects);
                    break;
                default:
                    if (_asks[at].State is AskState.Open or AskState.Answered)
                        _asks[at] = Settled(
                            _asks[at],
                            random.Next(4) == 0 ? AnswerEffect.Neutral : AnswerEffect.Consents
                        );
                    break;
            }
            Open();
            return _asks.Count == before && NobodyIsForgotten();
        }

        /// <summary>Where the round has not passed and nothing blocks it, somebody can act: no ask waits for ever.</summary>
        private bool NobodyIsForgotten()
        {
            var live = _asks.Where(a => a.State is not AskState.Withdrawn).ToList();
            var objected = live.Any(a => a.Effect == AnswerEffect.Objects);
            var someoneActs = live.Any(a => a.State == AskState.Open);
            var allIn = live.All(a => a.State is AskState.Answered);
            var yes = live.Count(a => a.Effect == AnswerEffect.Consents);
            var voters = live.Count(a => a.Effect != AnswerEffect.Neutral);
            var passes = _policy switch
            {
                AskPolicy.AllSettle or AskPolicy.Veto => allIn && !objected,
                AskPolicy.AnyConsents => yes > 0,
                AskPolicy.Ratio r => yes > 0 && yes * r.Denominator >= voters * r.Numerator,
                _ => throw new InvalidOperationException(),
            };
            var unreachable = _policy switch
            {
                AskPolicy.AllSettle or AskPolicy.Veto => objected,
                AskPolicy.AnyConsents => allIn,
                AskPolicy.Ratio r => (yes + live.Count(a => a.Effect is null)) * r.Denominator < voters * r.Numerator
                    || allIn,
                _ => throw new InvalidOperationException(),
            };
            return passes == Passed && (passes || unreachable || someoneActs);
        }

        private void Open()
        {
            if (_policy.GroupToOpen(_asks) is not { } group)
                return;
            for (var i = 0; i < _asks.Count; i++)
                if (_asks[i] is { State: AskState.Waiting } ask && ask.Group == group)
                    _asks[i] = ask with { State = AskState.Open };
        }

        private static AskStanding Waits(string unit, int group) => new(unit, AskState.Waiting, null, group);

        private static AskStanding Settled(AskStanding ask, AnswerEffect effect) =>
            ask with
            {
                State = AskState.Answered,
                Effect = effect,
            };
    }

    /// <summary>A clock that is changed at random and must replay to the same day from what it kept.</summary>
    private sealed class Clocked
    {
        private static readonly DeadlineRule Rule = new(
            "r",
            "试验",
            StartEvent.CountersignSent,
            "试验",
            new Period(5, PeriodUnit.Workday),
            RollForward: true,
            ExtensionCap: new Period(10, PeriodUnit.Workday),
            ExtendedBy: "召集人"
        );

        private readonly List<ClockEvent> _events = [new Started(new(2026, 3, 2))];
        private DateOnly _today = new(2026, 3, 2);

        public bool Change(Random random)
        {
            _today = _today.AddDays(random.Next(3));
            ClockEvent change = random.Next(4) switch
            {
                0 => new Paused(_today, "甲", "等待批复"),
                1 => new Resumed(_today, "甲", "批复已到"),
                2 => new Extended($"e{_events.Count}", new(random.Next(1, 6), PeriodUnit.Workday), "召集人", "延期"),
                _ => new Revoked($"e{random.Next(_events.Count)}", "甲", "撤销"),
            };
            if (ClockChange.Refusal(_events, change, Rule, WorkingDayCalendar.Embedded) is null)
                _events.Add(change);
            var kept = Explanation.Of(_events, Rule, WorkingDayCalendar.Embedded);
            var replayed = Explanation.Parse(kept.ToJson()).Replay(WorkingDayCalendar.Embedded);
            var shuffled = Clock.Explain([.. _events.AsEnumerable().Reverse()], Rule, WorkingDayCalendar.Embedded);
            return replayed.SameDates && shuffled.Date == kept.Due.Date;
        }
    }
}
