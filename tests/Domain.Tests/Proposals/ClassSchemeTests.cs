using JointMeeting.Domain.Proposals;

namespace JointMeeting.Domain.Tests.Proposals;

public class ClassSchemeTests
{
    [Theory]
    [InlineData("A,A", "A")]
    [InlineData("A,B", "B")]
    [InlineData("B,C", "B")]
    [InlineData("A,C", "C")]
    [InlineData("A,D,C", "D")]
    [InlineData("D", "D")]
    public void The_whole_is_no_better_than_its_parts(string parts, string whole) =>
        Assert.Equal(whole, ClassScheme.FourLetters.Overall(parts.Split(',')).Code);

    [Theory]
    [InlineData("abc", "A,C,B", "B")]
    [InlineData("jyb", "甲,丙", "丙")]
    [InlineData("four", "解决采纳,计划解决", "计划解决")]
    [InlineData("four", "计划解决,正在解决", "正在解决")]
    public void Every_scheme_derives_in_its_own_words(string scheme, string parts, string whole) =>
        Assert.Equal(whole, ClassScheme.Named(scheme).Overall(parts.Split(',')).Code);

    [Fact]
    public void What_is_solved_only_in_part_never_counts_as_solved()
    {
        foreach (var scheme in ClassScheme.All)
        foreach (var one in scheme.Classes)
        foreach (var two in scheme.Classes)
            Assert.Equal(one.Solved && two.Solved, scheme.Overall([one.Code, two.Code]).Solved);
    }

    [Fact]
    public void The_order_of_the_parts_makes_no_difference()
    {
        foreach (var scheme in ClassScheme.All)
        foreach (var one in scheme.Classes)
        foreach (var two in scheme.Classes)
            Assert.Equal(scheme.Overall([one.Code, two.Code]), scheme.Overall([two.Code, one.Code]));
    }

    [Fact]
    public void A_part_without_a_class_of_the_scheme_is_named()
    {
        var refusal = Assert.Throws<Refusal>(() => ClassScheme.ThreeLetters.Overall(["A", "D"]));
        Assert.StartsWith("第 2 项", refusal.Why, StringComparison.Ordinal);
        Assert.Throws<Refusal>(() => ClassScheme.ThreeLetters.Overall([]));
    }

    [Fact]
    public void Another_class_than_the_derived_one_needs_a_reason()
    {
        var scheme = ClassScheme.FourLetters;
        Assert.Null(scheme.RefusalOfOverride(["A", "B"], "B", null));
        Assert.Contains("须填写理由", scheme.RefusalOfOverride(["A", "B"], "A", " "));
        Assert.Null(scheme.RefusalOfOverride(["A", "B"], "A", "主要诉求已解决"));
        Assert.Contains("不是", scheme.RefusalOfOverride(["A"], "E", "理由"));
    }
}
