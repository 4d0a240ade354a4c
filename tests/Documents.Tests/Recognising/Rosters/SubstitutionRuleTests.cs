using JointMeeting.Documents.Recognising;

namespace JointMeeting.Documents.Tests.Recognising;

/// <summary>Rules on who follows a member are told from what else is said of members and changes.</summary>
public class SubstitutionRuleTests
{
    [Theory]
    [InlineData("联席会议成员如有人事变动,由该成员单位接任工作的同志替补,不另行文", StatedSubstitution.Automatic)]
    [InlineData("成员因工作变动需要调整的，由所在单位接任者自然替补，不再另行发文", StatedSubstitution.Automatic)]
    [InlineData("今后，联席会议成员发生工作调动的，由其所在单位相应职务人员自行接替", StatedSubstitution.Automatic)]
    [InlineData("组成人员若有变化，由相应岗位人员递补，报联席会议办公室备案", StatedSubstitution.Automatic)]
    [InlineData("如有变动,报请召集人同意后,由接任工作的同志自行替补,不另行文", StatedSubstitution.ConvenorConsent)]
    [InlineData(
        "成员因工作变动需要调整的，由所在单位提出，报联席会议召集人批准后及时调整",
        StatedSubstitution.ConvenorConsent
    )]
    [InlineData("成员因工作变动需要调整的,由所在单位提出,联席会议确定", StatedSubstitution.MeetingConfirms)]
    public void A_rule_of_substitution_is_told_with_its_mode(string sentence, StatedSubstitution mode)
    {
        Assert.True(SubstitutionRule.Is(sentence));
        Assert.Equal(mode, SubstitutionRule.Mode(sentence));
    }

    [Theory]
    [InlineData("鉴于人事变动和工作需要，经研究，决定对联席会议成员进行调整")]
    [InlineData("联席会议可根据工作需要，经召集人同意，增加或调整成员单位")]
    [InlineData("联络员如有变动，及时报联席会议办公室备案")]
    [InlineData("本方案如因政策变化需要调整，由市发展改革委提出，报市政府批准")]
    [InlineData("联席会议成员应当按时参加会议，因故不能参加的，报召集人同意")]
    public void A_sentence_on_something_else_is_none(string sentence) => Assert.False(SubstitutionRule.Is(sentence));
}
