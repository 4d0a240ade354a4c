using JointMeeting.Domain.Texts;
using JointMeeting.Domain.Texts.Coverage;

namespace JointMeeting.Domain.Tests.Texts.Coverage;

public class DecisionCoverageTests
{
    [Fact]
    public void A_decision_with_unit_day_and_task_has_no_gap() => Assert.Empty(Gaps(Decided("年内建成停车场 5 处。")));

    [Fact]
    public void A_decision_without_task_unit_or_day_names_each() =>
        Assert.Equal(
            [Gap.NoTask, Gap.NoUnit, Gap.NoDate],
            Gaps(Decided("年内建成停车场 5 处。") with { HasTask = false, HasUnit = false, HasDeadline = false })
        );

    [Theory]
    [InlineData("会议议定，由市教育局牵头摸底。")]
    [InlineData("会议要求各单位月底前报送。")]
    public void A_narrative_sentence_that_decides_has_no_task(string text) =>
        Assert.Equal([Gap.NoTask], Gaps(Decided(text) with { Mark = ClauseMark.Narrative }));

    [Theory]
    [InlineData("会议听取了汇报。")]
    [InlineData("会议认为停车难是民生关切。")]
    public void A_narrative_sentence_that_tells_has_no_gap(string text) =>
        Assert.Empty(Gaps(Decided(text) with { Mark = ClauseMark.Narrative, HasTask = false }));

    [Fact]
    public void What_was_left_open_needs_no_task() =>
        Assert.Empty(Gaps(Decided("会议要求继续研究资金。") with { Mark = ClauseMark.Discussed, HasTask = false }));

    [Theory]
    [InlineData("尽快建成停车场。", "尽快")]
    [InlineData("就资金问题进一步研究。", "进一步研究")]
    public void Words_that_nobody_can_verify_are_flagged_softly(string text, string words)
    {
        var found = Assert.Single(DecisionCoverage.Of([Decided(text)]));
        Assert.Equal((Gap.Soft, words, false), (found.Gap, found.Words, found.Stops));
    }

    [Fact]
    public void A_soft_word_in_a_later_sentence_is_found_but_asks_for_no_second_task() =>
        Assert.Equal([Gap.Soft], Gaps(Decided("年内建成 5 处。适时评估。")));

    [Fact]
    public void A_noted_sentence_is_asked_about_again_once_its_words_change()
    {
        var clause = Decided("尽快建成停车场。");
        var noted = clause with { Noted = new HashSet<string> { DecisionCoverage.Key(clause.Text, Gap.Soft) } };
        Assert.Empty(Gaps(noted));
        Assert.Equal([Gap.Soft], Gaps(noted with { Text = "尽快建成停车场和平台。" }));
    }

    private static CoveredClause Decided(string text) =>
        new("c", text, ClauseMark.Decided, HasUnit: true, HasDeadline: true, HasTask: true, new HashSet<string>());

    private static IEnumerable<Gap> Gaps(CoveredClause clause) => DecisionCoverage.Of([clause]).Select(f => f.Gap);
}
