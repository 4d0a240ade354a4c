using JointMeeting.Domain.Statistics;

namespace JointMeeting.Domain.Tests.Statistics;

public class UnitRankingTests
{
    /// <summary>教育 and 财政 did all, 交通 two of three, 民政 four of six with one late more, 人社 had nothing due.</summary>
    [Fact]
    public void Units_with_equal_figures_share_a_place_and_who_had_nothing_due_has_none() =>
        Assert.Equal(
            [("教育", 1), ("财政", 1), ("交通", 3), ("民政", 4), ("人社", null)],
            UnitRanking
                .Of([
                    Unit("人社", 0, 0, 0),
                    Unit("民政", 4, 6, 2),
                    Unit("教育", 2, 2, 0),
                    Unit("交通", 2, 3, 1),
                    Unit("财政", 5, 5, 0),
                ])
                .Select(u => (u.Unit, u.Place))
        );

    /// <summary>Both are printed as 66.7%.</summary>
    [Fact]
    public void What_differs_behind_the_printed_decimal_is_no_tie() =>
        Assert.Equal(
            ["乙", "甲"],
            UnitRanking.Of([Unit("甲", 1333, 2000, 0), Unit("乙", 2, 3, 0)]).Select(u => u.Unit)
        );

    private static (string, Rate, int) Unit(string name, int done, int due, int late) =>
        (name, new Rate("完成率", done, due, ""), late);
}
