using JointMeeting.Domain.Proposals;

namespace JointMeeting.Domain.Tests.Proposals;

public class PublicVersionTests
{
    private const string Text = "已解决。电话：0712-1234567。";

    [Fact]
    public void The_full_text_needs_no_reason_and_loses_its_contact_data()
    {
        Assert.Null(PublicVersion.RefusalOf(Publication.Full, null, null));
        Assert.DoesNotContain("1234567", PublicVersion.Of(Publication.Full, Text, null));
    }

    [Fact]
    public void A_summary_has_a_reason_and_words_of_its_own()
    {
        Assert.Contains("理由", PublicVersion.RefusalOf(Publication.Summary, "", "摘要"));
        Assert.Contains("填写摘要", PublicVersion.RefusalOf(Publication.Summary, "涉及面广", " "));
        Assert.Null(PublicVersion.RefusalOf(Publication.Summary, "涉及面广", "摘要"));
        Assert.Equal("摘要", PublicVersion.Of(Publication.Summary, Text, " 摘要 "));
    }

    [Fact]
    public void A_summary_with_a_mark_of_secrecy_is_refused() =>
        Assert.Contains("秘密", PublicVersion.RefusalOf(Publication.Summary, "涉及面广", "机密★ 摘要"));

    [Fact]
    public void What_is_withheld_has_a_reason_and_no_public_text()
    {
        Assert.Contains("理由", PublicVersion.RefusalOf(Publication.Withheld, null, null));
        Assert.Null(PublicVersion.RefusalOf(Publication.Withheld, "涉及商业秘密", null));
        Assert.Null(PublicVersion.Of(Publication.Withheld, Text, null));
    }

    [Fact]
    public void Every_ground_names_its_source() =>
        Assert.All(PublicVersion.Grounds, g => Assert.StartsWith("政府信息公开条例", g.Source));
}
