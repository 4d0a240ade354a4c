using JointMeeting.Domain.Proposals.TakeOver;

namespace JointMeeting.Domain.Tests.Proposals.TakeOver;

public class ToldAnswerTests
{
    private static readonly DateOnly AsOf = new(2026, 3, 31);

    [Fact]
    public void A_day_of_reply_or_of_closing_up_to_the_as_of_date_tells_of_it()
    {
        Assert.Equal("答复日期 2026年3月31日", ToldAnswer.In(AsOf, null, null, null, null, AsOf));
        Assert.Equal("办结日期 2026年3月30日", ToldAnswer.In(null, new(2026, 3, 30), null, null, null, AsOf));
        Assert.Null(ToldAnswer.In(AsOf.AddDays(1), AsOf.AddDays(1), null, null, null, AsOf));
    }

    [Theory]
    [InlineData("临水函〔2026〕5号", true)]
    [InlineData("待编号", false)]
    [InlineData(" ", false)]
    public void A_number_of_a_reply_tells_of_it(string number, bool tells) =>
        Assert.Equal(tells, ToldAnswer.In(null, null, number, null, null, AsOf) is not null);

    [Theory]
    [InlineData("A", true)]
    [InlineData("B类", true)]
    [InlineData("B1 类", true)]
    [InlineData("正在办理", false)]
    [InlineData("拟列入计划", false)]
    public void A_letter_of_a_class_tells_of_it_and_other_words_do_not(string word, bool tells) =>
        Assert.Equal(tells, ToldAnswer.In(null, null, null, word, null, AsOf) is not null);

    /// <summary>What signers think is not for the unit to read from the history; the words do not carry it.</summary>
    [Theory]
    [InlineData("满意")]
    [InlineData("基本满意")]
    [InlineData("不满意")]
    public void Feedback_tells_of_it_and_is_not_repeated(string word) =>
        Assert.Equal("已有代表（委员）反馈", ToldAnswer.In(null, null, null, null, word, AsOf));

    [Theory]
    [InlineData("未反馈")]
    [InlineData("希望加快办理")]
    public void Other_words_of_a_signer_tell_of_nothing(string word) =>
        Assert.Null(ToldAnswer.In(null, null, null, null, word, AsOf));
}
