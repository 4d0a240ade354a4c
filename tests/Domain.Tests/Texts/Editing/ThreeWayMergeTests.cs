using FsCheck;
using FsCheck.Fluent;
using JointMeeting.Domain.Texts.Editing;

namespace JointMeeting.Domain.Tests.Texts.Editing;

public class ThreeWayMergeTests
{
    private static readonly Dictionary<string, string> Seen = new()
    {
        ["1"] = "一",
        ["2"] = "二",
        ["3"] = "三",
    };

    [Fact]
    public void What_each_changed_alone_is_taken_from_each() =>
        Assert.Equal(
            ["Mine:一改", "Theirs:二改", "Both:三"],
            Merge(
                [Clause("1", "一改"), Clause("2", "二"), Clause("3", "三")],
                [Clause("1", "一"), Clause("2", "二改"), Clause("3", "三")]
            )
        );

    [Fact]
    public void What_both_changed_differently_is_left_to_a_person() =>
        Assert.Equal(
            ["Undecided:甲改/乙改", "Both:二", "Both:三"],
            Merge(
                [Clause("1", "甲改"), Clause("2", "二"), Clause("3", "三")],
                [Clause("1", "乙改"), Clause("2", "二"), Clause("3", "三")]
            )
        );

    [Fact]
    public void The_same_change_by_both_is_no_conflict() =>
        Assert.Equal(
            ["Both:同改", "Both:二", "Both:三"],
            Merge(
                [Clause("1", "同改"), Clause("2", "二"), Clause("3", "三")],
                [Clause("1", "同改"), Clause("2", "二"), Clause("3", "三")]
            )
        );

    [Fact]
    public void What_one_deleted_unchanged_is_gone_and_what_the_other_changed_meanwhile_is_not() =>
        Assert.Equal(
            ["Undecided:/一改", "Both:三"],
            Merge([Clause("3", "三")], [Clause("1", "一改"), Clause("2", "二"), Clause("3", "三")])
        );

    [Fact]
    public void What_the_other_deleted_and_I_changed_is_left_to_a_person() =>
        Assert.Equal(
            ["Undecided:一改/", "Both:三"],
            Merge([Clause("1", "一改"), Clause("2", "二"), Clause("3", "三")], [Clause("3", "三")])
        );

    [Fact]
    public void The_others_new_clause_comes_behind_the_one_it_stands_behind() =>
        Assert.Equal(
            ["Both:一", "Theirs:新", "Both:二", "Mine:我新", "Both:三"],
            Merge(
                [Clause("1", "一"), Clause("2", "二"), Clause(null, "我新"), Clause("3", "三")],
                [Clause("1", "一"), Clause(null, "新"), Clause("2", "二"), Clause("3", "三")]
            )
        );

    /// <summary>Whatever two drafters do, no wording that one of them changed or added is missing from the merged text.</summary>
    [Fact]
    public void Nothing_is_overwritten() =>
        Prop.ForAll(
                Arb.From(Gen.Choose(0, int.MaxValue)),
                seed =>
                {
                    var random = new Random(seed);
                    var (mine, theirs) = (Changed(random), Changed(random));
                    var kept = ThreeWayMerge
                        .Of(Seen, mine, theirs)
                        .SelectMany(m => new[] { m.From == TakenFrom.Theirs ? null : m.Mine, m.Theirs })
                        .OfType<Side<string>>()
                        .Select(s => s.Content)
                        .ToHashSet();
                    foreach (var clause in mine.Concat(theirs))
                        if (clause.Id is null || Seen[clause.Id] != clause.Content)
                            Assert.Contains(clause.Content, kept);
                }
            )
            .QuickCheckThrowOnFailure();

    private static List<Side<string>> Changed(Random random)
    {
        var clauses = Seen.Where(_ => random.Next(4) > 0)
            .Select(s => Clause(s.Key, random.Next(2) == 0 ? s.Value : $"{s.Value}{random.Next(3)}"))
            .ToList();
        for (var i = random.Next(3); i > 0; i--)
            clauses.Insert(random.Next(clauses.Count + 1), Clause(null, $"新{random.Next(100)}"));
        return clauses;
    }

    private static IEnumerable<string> Merge(Side<string>[] mine, Side<string>[] theirs) =>
        ThreeWayMerge.Of(Seen, mine, theirs).Select(m => $"{m.From}:{Words(m)}");

    private static string Words(MergedClause<string> m) =>
        m.From switch
        {
            TakenFrom.Undecided => $"{m.Mine?.Content}/{m.Theirs?.Content}",
            TakenFrom.Theirs => m.Theirs!.Content,
            TakenFrom.Both or TakenFrom.Mine => m.Mine!.Content,
        };

    private static Side<string> Clause(string? id, string text) => new(id, text, text);
}
