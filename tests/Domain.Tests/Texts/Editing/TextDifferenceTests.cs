using FsCheck;
using FsCheck.Fluent;
using JointMeeting.Domain.Texts.Editing;

namespace JointMeeting.Domain.Tests.Texts.Editing;

public class TextDifferenceTests
{
    [Fact]
    public void What_changed_is_shown_where_it_stands() =>
        Assert.Equal(
            [
                new Run(Stretch.Same, "2026年"),
                new Run(Stretch.Removed, "6"),
                new Run(Stretch.Added, "9"),
                new Run(Stretch.Same, "月底前建成"),
            ],
            TextDifference.Between("2026年6月底前建成", "2026年9月底前建成")
        );

    [Fact]
    public void Equal_wordings_have_one_stretch() =>
        Assert.Equal(new Run(Stretch.Same, "同"), Assert.Single(TextDifference.Between("同", "同")));

    [Fact]
    public void The_runs_give_back_both_wordings() =>
        Prop.ForAll(
                Arb.From(Wording),
                Arb.From(Wording),
                (was, now) =>
                {
                    var runs = TextDifference.Between(was, now);
                    Assert.Equal(was, string.Concat(runs.Where(r => r.Kind != Stretch.Added).Select(r => r.Text)));
                    Assert.Equal(now, string.Concat(runs.Where(r => r.Kind != Stretch.Removed).Select(r => r.Text)));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_clause_of_ten_thousand_signs_is_compared_without_its_middle()
    {
        var runs = TextDifference.Between(
            "头" + new string('旧', 10_000) + "尾",
            "头" + new string('新', 10_000) + "尾"
        );
        Assert.Equal([Stretch.Same, Stretch.Removed, Stretch.Added, Stretch.Same], runs.Select(r => r.Kind));
    }

    private static Gen<string> Wording =>
        from size in Gen.Choose(0, 12)
        from signs in Gen.ArrayOf(Gen.Elements<char>("市教育局财".ToCharArray()), size)
        select new string(signs);
}
