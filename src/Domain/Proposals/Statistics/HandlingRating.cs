namespace JointMeeting.Domain.Proposals.Statistics;

/// <summary>A mark of a unit's handling.</summary>
public enum Mark
{
    /// <summary>良好.</summary>
    Good,

    /// <summary>合格.</summary>
    Pass,

    /// <summary>不合格.</summary>
    Fail,
}

/// <summary>One rated aspect with its mark.</summary>
/// <param name="Mark">Null where nothing is there to be rated by, which is not good.</param>
public sealed record RatedAspect(string Name, Mark? Mark, string Why);

/// <summary>
/// The rating preset of Shenzhen 2007 (news report; check the text in force). Signing: all in time good, 90% and more
/// pass. Replies: 80% and more in three months and none later than that with consent good, all within six pass.
/// Satisfaction: 80% and more 满意 without 不满意 good, all at least 基本满意 pass. Any fail fails; two goods are good.
/// While an aspect has nothing to be rated by, there is no rating yet unless another one fails.
/// </summary>
public sealed record HandlingRating(IReadOnlyList<RatedAspect> Aspects, Mark? Overall)
{
    /// <summary>What people call a mark.</summary>
    public static string Label(Mark? mark) =>
        mark switch
        {
            Mark.Good => "良好",
            Mark.Pass => "合格",
            Mark.Fail => "不合格",
            null => "暂不评级",
        };

    /// <summary>Rates a unit by its figures.</summary>
    /// <param name="assigned">Items assigned.</param>
    /// <param name="signed">Signed for in time.</param>
    /// <param name="byFirstDeadline">Replied by the deadline without extensions: three months, or what the rules in force say.</param>
    /// <param name="byExtended">Replied later, but within what was approved.</param>
    /// <param name="late">Replied later than that, or not replied and past its deadline.</param>
    public static HandlingRating Of(
        int assigned,
        int signed,
        int byFirstDeadline,
        int byExtended,
        int late,
        int satisfied,
        int basically,
        int dissatisfied
    )
    {
        var replies = byFirstDeadline + byExtended + late;
        var feedback = satisfied + basically + dissatisfied;
        RatedAspect[] aspects =
        [
            new("签收", Signing(assigned, signed), $"按时签收 {signed}/{assigned}"),
            new(
                "答复",
                Replying(replies, byFirstDeadline, late),
                $"按原定期限 {byFirstDeadline}/{replies},逾期 {late}"
            ),
            new(
                "满意",
                Satisfying(feedback, satisfied, dissatisfied),
                $"满意 {satisfied}/{feedback},不满意 {dissatisfied}"
            ),
        ];
        Mark? overall =
            Array.Exists(aspects, a => a.Mark == Mark.Fail) ? Mark.Fail
            : Array.Exists(aspects, a => a.Mark is null) ? null
            : aspects.Count(a => a.Mark == Mark.Good) >= 2 ? Mark.Good
            : Mark.Pass;
        return new(aspects, overall);
    }

    private static Mark? Signing(int assigned, int signed) =>
        assigned == 0 ? null
        : signed == assigned ? Mark.Good
        : signed * 10 >= assigned * 9 ? Mark.Pass
        : Mark.Fail;

    private static Mark? Replying(int all, int byFirstDeadline, int late) =>
        all == 0 ? null
        : late > 0 ? Mark.Fail
        : byFirstDeadline * 10 >= all * 8 ? Mark.Good
        : Mark.Pass;

    private static Mark? Satisfying(int all, int satisfied, int dissatisfied) =>
        all == 0 ? null
        : dissatisfied > 0 ? Mark.Fail
        : satisfied * 10 >= all * 8 ? Mark.Good
        : Mark.Pass;
}
