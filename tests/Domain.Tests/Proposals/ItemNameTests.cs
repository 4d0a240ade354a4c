using JointMeeting.Domain.Proposals;

namespace JointMeeting.Domain.Tests.Proposals;

public class ItemNameTests
{
    [Theory]
    [InlineData("12", "12")]
    [InlineData("第12号", "12")]
    [InlineData("012", "12")]
    [InlineData(" １２ ", "12")]
    [InlineData("000", "000")]
    [InlineData("B-012", "B-012")]
    public void A_number_is_one_number_however_it_is_written(string typed, string number) =>
        Assert.Equal(number, ItemName.Number(typed));

    [Theory]
    [InlineData("五届三次")]
    [InlineData("五届三次会议")]
    [InlineData(" 五届 三次会议 ")]
    public void A_session_is_one_session_with_and_without_the_word_meeting(string typed) =>
        Assert.Equal("五届三次", ItemName.Session(typed));
}
