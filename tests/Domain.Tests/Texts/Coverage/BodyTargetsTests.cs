using JointMeeting.Domain.Texts.Coverage;

namespace JointMeeting.Domain.Tests.Texts.Coverage;

public class BodyTargetsTests
{
    [Fact]
    public void A_number_that_no_task_repeats_is_a_target_of_the_body_alone()
    {
        const string clause = "实施停车扩容行动，到2027年新增停车位三千个，改造老旧停车场12处，利用率达到85%以上。";
        Assert.Equal(
            ["到2027年新增停车位三千个", "利用率达到85%以上"],
            BodyTargets.NotIn(clause, ["改造老旧停车场12处"])
        );
    }

    [Fact]
    public void What_a_task_says_too_is_none() =>
        Assert.Empty(BodyTargets.NotIn("新增停车位三千个。", ["开展排查", "新增停车位三千个"]));

    [Theory]
    [InlineData("2027年底前完成。")]
    [InlineData("建立一个工作机制。")]
    [InlineData("按照第3号文件执行。")]
    public void A_date_an_article_or_a_number_of_a_paper_is_none(string clause) =>
        Assert.Empty(BodyTargets.NotIn(clause, []));
}
