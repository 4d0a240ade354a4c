using FsCheck;
using FsCheck.Fluent;
using JointMeeting.Domain.Asks;

namespace JointMeeting.Domain.Tests.Asks;

/// <summary>What holds for every round under every policy.</summary>
public class AskRoundTests
{
    private static readonly Func<string, AskStanding>[] Ways =
    [
        A.Open,
        A.Waiting,
        A.Deemed,
        A.Consent,
        A.Neutral,
        A.Objection,
        A.SentBack,
        unit => new(unit, AskState.Withdrawn, null),
        unit => new(unit, AskState.Replaced, null),
    ];

    private static readonly string[] Policies =
    [
        "all",
        "any",
        "veto",
        "ratio:1/2",
        "ratio:2/3",
        "ratio:3/4",
        "ratio:1/1",
    ];

    /// <summary>A round of up to eight units in any state, with a policy.</summary>
    private static Arbitrary<(string Policy, AskStanding[] Round)> AnyRound =>
        (
            from policy in Gen.Elements(Policies)
            from size in Gen.Choose(0, 8)
            from ways in Gen.ArrayOf(Gen.Elements(Ways), size)
            select (policy, ways.Select((way, i) => way($"单位{i}")).ToArray())
        ).ToArbitrary();

    [Fact]
    public void The_order_of_answers_does_not_matter() =>
        Prop.ForAll(
                AnyRound,
                Arb.From(Gen.Choose(0, int.MaxValue)),
                (given, seed) =>
                {
                    var shuffled = given.Round.OrderBy(a => HashCode.Combine(seed, a.Unit)).ToList();
                    return Print(given.Policy, shuffled) == Print(given.Policy, given.Round);
                }
            )
            .QuickCheckThrowOnFailure();

    /// <summary>Every round of up to four units, not a sample: 7,381 of them.</summary>
    [Theory]
    [InlineData("all")]
    [InlineData("veto")]
    public void A_round_of_all_passes_exactly_when_nobody_is_open_and_nobody_is_against(string policy)
    {
        var passed = 0;
        foreach (var round in EveryRoundOfUpTo(4))
        {
            var free = round.All(a =>
                a.State is AskState.Withdrawn or AskState.Replaced or AskState.Deemed
                || a.Effect is AnswerEffect.Consents or AnswerEffect.Neutral
            );
            Assert.Equal(free, AskPolicy.Parse(policy).Judge(round) is Judgement.Passed);
            passed += free ? 1 : 0;
        }
        Assert.InRange(passed, 100, 7000);
    }

    /// <summary>Counted anew from the words of the policy: 比例 is consents over those that took a side or still may.</summary>
    [Fact]
    public void A_ratio_round_passes_exactly_when_its_share_consents_for_sure()
    {
        var (passed, failed, open) = (0, 0, 0);
        foreach (var round in EveryRoundOfUpTo(4))
        {
            var voters = round.Where(a => a.State is not (AskState.Withdrawn or AskState.Replaced)).ToList();
            voters.RemoveAll(a => a.Effect == AnswerEffect.Neutral);
            var consents = voters.Count(a => a.State == AskState.Deemed || a.Effect == AnswerEffect.Consents);
            var missing = voters.Count(a => a.State is AskState.Open or AskState.Waiting);
            var judged = AskPolicy.Parse("ratio:2/3").Judge(round);
            if (consents > 0 && 3 * consents >= 2 * voters.Count)
                passed += Assert.IsType<Judgement.Passed>(judged) is null ? 0 : 1;
            else if (missing > 0 && 3 * (consents + missing) >= 2 * voters.Count)
                open += Assert.IsType<Judgement.StillOpen>(judged) is null ? 0 : 1;
            else
                failed += Assert.IsType<Judgement.Failed>(judged) is null ? 0 : 1;
        }
        Assert.True(passed > 100 && failed > 100 && open > 100);
    }

    [Fact]
    public void What_has_passed_or_failed_stays_so_however_the_open_units_answer() =>
        Prop.ForAll(
                AnyRound,
                Arb.From(Gen.ArrayOf(Gen.Elements(A.Consent, A.Neutral, A.Objection, A.Deemed), 8)),
                (given, later) =>
                {
                    var before = AskPolicy.Parse(given.Policy).Judge(given.Round);
                    var settled = given.Round.Select((a, i) => IsOpen(a) ? later[i](a.Unit) : a).ToList();
                    var after = AskPolicy.Parse(given.Policy).Judge(settled);
                    return before is Judgement.StillOpen || before.GetType() == after.GetType();
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_consent_more_never_undoes_a_pass_and_an_objection_more_never_makes_one() =>
        Prop.ForAll(
                AnyRound,
                Arb.From(Gen.Choose(0, 7)),
                (given, at) =>
                {
                    var policy = AskPolicy.Parse(given.Policy);
                    var passes = policy.Judge(given.Round) is Judgement.Passed;
                    var better = Changed(given.Round, at, A.Consent);
                    var worse = Changed(given.Round, at, A.Objection);
                    return (!passes || policy.Judge(better) is Judgement.Passed)
                        && (passes || policy.Judge(worse) is not Judgement.Passed);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_round_that_nobody_can_change_any_more_is_never_still_open() =>
        Prop.ForAll(
                AnyRound,
                given =>
                    given.Round.Any(IsOpen)
                    || AskPolicy.Parse(given.Policy).Judge(given.Round) is not Judgement.StillOpen
            )
            .QuickCheckThrowOnFailure();

    private static bool IsOpen(AskStanding ask) => ask.State is AskState.Open or AskState.Waiting;

    /// <summary>Another answer of one unit that had its say or may have it; a unit out of the round stays out.</summary>
    private static AskStanding[] Changed(AskStanding[] round, int at, Func<string, AskStanding> to) =>
        [
            .. round.Select(
                (a, i) => i == at && a.State is not (AskState.Withdrawn or AskState.Replaced) ? to(a.Unit) : a
            ),
        ];

    private static IEnumerable<AskStanding[]> EveryRoundOfUpTo(int units)
    {
        IEnumerable<AskStanding[]> rounds =
        [
            [],
        ];
        for (var n = 0; n < units; n++)
        {
            foreach (var round in rounds)
                yield return round;
            var unit = $"单位{n}";
            rounds = rounds.SelectMany(r => Ways.Select(way => (AskStanding[])[.. r, way(unit)]));
        }
        foreach (var round in rounds)
            yield return round;
    }

    private static string Print(string policy, IReadOnlyList<AskStanding> round) =>
        AskPolicy.Parse(policy).Judge(round) switch
        {
            Judgement.StillOpen open => $"open {string.Join(',', open.Missing.Order())}",
            Judgement.Failed failed => $"failed {failed.Why} {string.Join(',', failed.Against.Order())}",
            Judgement.Passed => "passed",
            var other => throw new InvalidOperationException($"{other}"),
        };
}
