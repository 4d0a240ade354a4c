using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;

namespace JointMeeting.Domain.Tests.Asks;

public class SilenceTests
{
    [Fact]
    public void Silence_may_count_where_minutes_are_countersigned_and_not_where_a_plan_is()
    {
        Assert.Null(Silence.WhyItCannotCount(CaseKind.Meeting, Vocabulary.Countersign));
        Assert.Contains("第二十二条", Silence.WhyItCannotCount(CaseKind.Plan, Vocabulary.Countersign));
    }

    [Fact]
    public void A_draft_sent_for_opinions_may_be_deemed() =>
        Assert.Null(Silence.WhyItCannotCount(CaseKind.Plan, Vocabulary.Opinion));

    [Theory]
    [InlineData(null)]
    [InlineData(CaseKind.Meeting)]
    [InlineData(CaseKind.Plan)]
    public void A_signature_is_never_deemed_whatever_is_signed(CaseKind? kind)
    {
        Assert.NotNull(Silence.WhyItCannotCount(kind, Vocabulary.Signature));
        Assert.NotNull(Silence.WhyItCannotCount(kind, Vocabulary.JointSignature));
    }

    [Fact]
    public void Everybody_answers_where_a_joint_document_is_signed()
    {
        Assert.True(Silence.EverybodyAnswers(CaseKind.Plan, Vocabulary.Countersign));
        Assert.True(Silence.EverybodyAnswers(CaseKind.Plan, Vocabulary.JointSignature));
        Assert.False(Silence.EverybodyAnswers(CaseKind.Plan, Vocabulary.Opinion));
        Assert.False(Silence.EverybodyAnswers(CaseKind.Meeting, Vocabulary.Countersign));
    }
}
