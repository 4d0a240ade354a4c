using JointMeeting.Domain.Proposals.TakeOver;

namespace JointMeeting.Domain.Tests.Proposals.TakeOver;

public class ToldAnswerTests
{
    private static readonly DateOnly AsOf = new(2026, 3, 31);

    [Fact]
    public void A_day_of_reply_or_of_closing_up_to_the_as_of_date_tells_of_it()
    {
        Assert.Equal("答复日期 2026年3月31日", ToldAnswer.In(AsOf, null, null, null, null, [], AsOf));
        Assert.Equal("办结日期 2026年3月30日", ToldAnswer.In(null, new(2026, 3, 30), null, null, null, [], AsOf));
        Assert.Null(ToldAnswer.In(AsOf.AddDays(1), AsOf.AddDays(1), null, null, null, [], AsOf));
    }

    [Theory]
    [InlineData("临水函〔2026〕5号", true)]
    [InlineData("待编号", false)]
    [InlineData(" ", false)]
    public void A_number_of_a_reply_tells_of_it(string number, bool tells) =>
        Assert.Equal(tells, ToldAnswer.In(null, null, number, null, null, [], AsOf) is not null);

    /// <summary>The case of the fault: “A类（已解决）” told of nothing, and the item was given to the unit a second time.</summary>
    [Theory]
    [InlineData("A", true)]
    [InlineData("B1 类", true)]
    [InlineData("A类（已解决）", true)]
    [InlineData("A（已解决）", true)]
    [InlineData("已解决", true)]
    [InlineData("已经解决或采纳", true)]
    [InlineData("正在解决或列入计划", true)]
    [InlineData("正在办理", false)]
    [InlineData("办理中", false)]
    [InlineData("待定", false)]
    [InlineData("无", false)]
    [InlineData("—", false)]
    public void A_class_in_whatever_words_tells_of_it(string word, bool tells) =>
        Assert.Equal(tells, ToldAnswer.In(null, null, null, word, null, [], AsOf) is not null);

    [Fact]
    public void A_class_is_quoted_as_the_ledger_writes_it() =>
        Assert.Equal(
            "答复类别（办理结果）“A类（已解决）”",
            ToldAnswer.In(null, null, null, "A类（已解决）", null, [], AsOf)
        );

    /// <summary>What signers think is not for the unit to read from the history; the words do not carry it.</summary>
    [Theory]
    [InlineData("满意")]
    [InlineData("基本满意")]
    [InlineData("代表表示满意")]
    [InlineData("希望加快办理")]
    public void Feedback_tells_of_it_and_is_not_repeated(string word) =>
        Assert.Equal("已有代表（委员）反馈", ToldAnswer.In(null, null, null, null, word, [], AsOf));

    [Theory]
    [InlineData("未反馈")]
    [InlineData("待反馈")]
    [InlineData("无")]
    [InlineData("—")]
    public void A_cell_that_says_there_is_no_feedback_tells_of_nothing(string word) =>
        Assert.Null(ToldAnswer.In(null, null, null, null, word, [], AsOf));

    /// <summary>The cases of the fault: each was assigned without a word of warning.</summary>
    [Theory]
    [InlineData("已答复代表")]
    [InlineData("已书面答复代表")]
    [InlineData("2026年3月10日已答复")]
    [InlineData("已于2026年3月10日书面答复代表，代表表示满意")]
    [InlineData("县水利局已于2026年3月10日答复代表。")]
    [InlineData("已办结并答复代表")]
    [InlineData("2026年3月10日办结")]
    [InlineData("答复已送达代表")]
    [InlineData("清淤两公里，已于3月底前答复")]
    [InlineData("已将答复函寄送代表")]
    [InlineData("邀请代表座谈并当面答复")]
    [InlineData("答复日期:3月下旬")]
    public void A_text_that_tells_of_a_reply_in_whatever_words_is_a_doubt(string text) =>
        Assert.StartsWith("办理情况写到答复", ToldAnswer.In(null, null, null, null, null, [null, text], AsOf));

    [Theory]
    [InlineData("待答复")]
    [InlineData("尚未办结")]
    [InlineData("未按期答复")]
    [InlineData("逾期未答复")]
    [InlineData("正在起草答复")]
    [InlineData("答复起草中")]
    [InlineData("答复中")]
    [InlineData("答复函已起草，答复稿待审")]
    [InlineData("已起草答复")]
    [InlineData("已踏勘两次，拟于6月书面答复")]
    [InlineData("将于6月底前答复代表")]
    [InlineData("请于6月30日前答复")]
    [InlineData("答复期限6月30日")]
    [InlineData("答复情况：未答复")]
    [InlineData("答复日期:待定")]
    [InlineData("答复日期:办理中")]
    [InlineData("办结日期:无")]
    [InlineData("河道已疏浚两公里")]
    public void A_text_of_a_reply_that_is_still_to_come_tells_of_nothing(string text) =>
        Assert.Null(ToldAnswer.In(null, null, null, null, null, [text], AsOf));

    [Fact]
    public void The_words_of_a_text_are_quoted_but_not_what_signers_thought()
    {
        Assert.Equal(
            "办理情况写到答复“已书面答复代表”",
            ToldAnswer.In(null, null, null, null, null, ["清淤。已书面答复代表，满意"], AsOf)
        );
        Assert.Equal("办理情况写到答复", ToldAnswer.In(null, null, null, null, null, ["代表对上次答复不满意"], AsOf));
    }
}
