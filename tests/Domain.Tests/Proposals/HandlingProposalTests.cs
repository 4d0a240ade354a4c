using JointMeeting.Domain.Proposals;

namespace JointMeeting.Domain.Tests.Proposals;

public class HandlingProposalTests
{
    private static readonly DutyCatalogue Catalogue = new([
        new("住建局", ["停车位", "停车场"], "三定规定第三条"),
        new("交警支队", ["停车"], "三定规定第五条"),
        new("教育局", ["学校", "幼儿园"], "三定规定第四条"),
    ]);

    [Fact]
    public void The_unit_whose_duty_the_title_names_in_the_longest_words_comes_first()
    {
        var touched = Catalogue.Touched("关于增加停车位的建议", "请新增停车场，方便学校接送。");
        Assert.Equal(["住建局", "交警支队", "教育局"], touched.Select(t => t.Duty.Unit));
        Assert.Equal(["停车位", "停车场"], touched[0].Words);
        Assert.Empty(Catalogue.Touched("关于发展养老服务的建议", ""));
    }

    [Fact]
    public void What_was_ruled_stands_without_a_look()
    {
        var proposal = HandlingProposal.For(["教育局"], ["财政局"], ["住建局"], Touched(), null);
        Assert.Equal(["教育局"], proposal.Hosts);
        Assert.Equal(["财政局"], proposal.CoHandlers);
        Assert.Null(proposal.Look);
        Assert.Equal(GroundKind.Ruled, proposal.Grounds[0].Kind);
    }

    [Fact]
    public void What_only_the_signer_suggests_stands_where_a_duty_or_an_earlier_ruling_agrees()
    {
        Assert.Null(HandlingProposal.For([], [], ["住建局"], Touched(), null).Look);
        Assert.Null(HandlingProposal.For([], [], ["财政局"], [], new("旧件", "财政局")).Look);
        Assert.Contains("请核对", HandlingProposal.For([], [], ["财政局"], Touched(), null).Look);
    }

    [Fact]
    public void What_nobody_named_is_worked_out_and_always_looked_at()
    {
        var byDuty = HandlingProposal.For([], [], [], Touched(), null);
        Assert.Equal(["住建局"], byDuty.Hosts);
        Assert.Equal("按职责目录或以往交办推荐，请核对", byDuty.Look);
        Assert.Contains("停车位（三定规定第三条）", byDuty.Grounds[0].Detail);
        Assert.Equal(["城管局"], HandlingProposal.For([], [], [], Touched(), new("旧件", "城管局")).Hosts);
        Assert.Equal("没有建议单位，请填写", HandlingProposal.For([], [], [], [], null).Look);
    }

    [Fact]
    public void The_most_alike_of_many_texts_are_found_without_looking_at_all_of_them()
    {
        var texts = new SimilarTexts<int>([
            (1, "关于增加学校周边停车位的建议"),
            (2, "关于建设社区食堂的建议"),
            (3, "关于增设学校周边停车泊位的建议"),
        ]);
        Assert.Equal([1, 3], texts.To("关于增加学校周边停车位的建议", 5).Select(t => t.What));
        Assert.Equal([1], texts.To("关于增加学校周边停车位的建议", 1).Select(t => t.What));
        Assert.Empty(texts.To("", 5));
    }

    /// <summary>Every title has the words of every other: without a limit this compares a hundred million pairs.</summary>
    [Fact]
    public void A_list_of_ten_thousand_is_asked_against_ten_thousand_in_seconds()
    {
        var titles = Enumerable.Range(1, 10_000).Select(n => $"关于在第{n}片区增加停车位的建议").ToList();
        var texts = new SimilarTexts<string>(titles.Select(t => (t, t)));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.All(titles, t => Assert.Equal(1.0, texts.To(t, 1)[0].Share));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }

    private static IReadOnlyList<TouchedDuty> Touched() => Catalogue.Touched("关于增加停车位的建议", "");
}
