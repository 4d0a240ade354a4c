using JointMeeting.Domain.Proposals;

namespace JointMeeting.Domain.Tests.Proposals;

public class SimilarityTests
{
    [Fact]
    public void Items_on_the_same_matter_are_found_and_others_are_not()
    {
        var asked = TextLikeness.Of("关于增加学校周边停车位的建议");
        var again = TextLikeness.Of("关于进一步增加中小学校周边停车泊位的建议");
        var other = TextLikeness.Of("关于加强农村饮用水水源保护的建议");
        Assert.True(asked.To(again) >= TextLikeness.Similar, $"{asked.To(again)}");
        Assert.True(asked.To(other) < 0.1, $"{asked.To(other)}");
        Assert.Equal(asked.To(again), again.To(asked));
        Assert.Equal(1, asked.To(asked));
    }

    [Fact]
    public void What_every_title_has_makes_no_two_alike() =>
        Assert.Equal(0, TextLikeness.Of("关于进一步加强养老的建议").To(TextLikeness.Of("关于进一步加强治水的建议")));

    [Theory]
    [InlineData("停车设施", "tcss")]
    [InlineData("云江市教育局", "yjsjyj")]
    [InlineData("安全2026A", "aq2026a")]
    [InlineData("做作座", "zzz")]
    [InlineData("啊", "a")]
    [InlineData("，〔〕", "")]
    public void A_name_is_found_by_its_initials(string name, string initials) =>
        Assert.Equal(initials, PinyinInitials.Of(name));
}
