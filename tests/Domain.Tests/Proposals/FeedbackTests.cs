using JointMeeting.Domain.Proposals;

namespace JointMeeting.Domain.Tests.Proposals;

public class FeedbackTests
{
    private static readonly FeedbackFact Good = new(Satisfaction.Satisfied, Satisfaction.Basically, null);

    [Fact]
    public void Dissatisfaction_says_why()
    {
        Assert.Null(FeedbackRules.Refusal(Good));
        Assert.Contains("理由", FeedbackRules.Refusal(Good with { Result = Satisfaction.Dissatisfied }));
        Assert.Null(FeedbackRules.Refusal(new(Satisfaction.Dissatisfied, Satisfaction.Satisfied, "未当面沟通")));
    }

    [Fact]
    public void Two_entries_of_one_paper_must_agree()
    {
        Assert.Null(FeedbackRules.Disagreement(Good, Good with { Reason = "字迹" }));
        Assert.Contains("不一致", FeedbackRules.Disagreement(Good, Good with { Result = Satisfaction.Satisfied }));
    }

    [Fact]
    public void One_dissatisfied_signer_sends_the_item_back_and_the_second_time_it_goes_up()
    {
        Assert.Null(FeedbackRules.Overall([]));
        Assert.Equal(Satisfaction.Basically, FeedbackRules.Overall([Satisfaction.Satisfied, Satisfaction.Basically]));
        Assert.Equal(
            Satisfaction.Dissatisfied,
            FeedbackRules.Overall([Satisfaction.Dissatisfied, Satisfaction.Satisfied])
        );
        Assert.False(FeedbackRules.Escalates(0));
        Assert.True(FeedbackRules.Escalates(1));
    }

    [Fact]
    public void A_request_to_return_names_reason_unit_and_head_and_comes_in_time()
    {
        var (today, last) = (new DateOnly(2026, 3, 10), new DateOnly(2026, 3, 10));
        Assert.Null(ReturnWindow.Refusal("不属本局职责", "交通局", "王局长", today, last));
        Assert.Null(ReturnWindow.Refusal("不属本局职责", "交通局", "王局长", today, null));
        Assert.Contains("理由", ReturnWindow.Refusal(" ", "交通局", "王局长", today, last));
        Assert.Contains("建议承办单位", ReturnWindow.Refusal("不属", null, "王局长", today, last));
        Assert.Contains("签字", ReturnWindow.Refusal("不属", "交通局", "", today, last));
        Assert.Contains("不作调整", ReturnWindow.Refusal("不属", "交通局", "王", today.AddDays(1), last));
    }

    [Fact]
    public void A_promise_is_looked_back_upon_at_the_end_of_each_quarter()
    {
        Assert.Equal(new(2026, 3, 31), Commitments.LookBack(new(2026, 1, 1)));
        Assert.Equal(new(2026, 6, 30), Commitments.LookBack(new(2026, 6, 30)));
        Assert.Equal(new(2026, 12, 31), Commitments.LookBack(new(2026, 10, 1)));
        Assert.True(Commitments.IsCarriedOver(new(2025, 12, 31), CommitmentState.Running, new(2026, 1, 1)));
        Assert.False(Commitments.IsCarriedOver(new(2025, 12, 31), CommitmentState.Kept, new(2026, 1, 1)));
    }

    [Fact]
    public void B_becomes_A_only_with_every_promise_kept_evidence_and_a_second_notice()
    {
        var (a, b, c) = (Class("A"), Class("B"), Class("C"));
        Assert.Null(Commitments.RefusalOfUpgrade(b, a, 0, 0, true, "云教函〔2026〕9号", false, false));
        Assert.Contains("没有兑现", Commitments.RefusalOfUpgrade(b, a, 1, 0, true, "函", false, false));
        Assert.Contains("说明无法兑现", Commitments.RefusalOfUpgrade(b, a, 0, 1, true, "函", false, false));
        Assert.Contains("佐证", Commitments.RefusalOfUpgrade(b, a, 0, 0, false, "函", false, false));
        Assert.Contains("再次书面告知", Commitments.RefusalOfUpgrade(b, a, 0, 0, true, " ", false, false));
        Assert.Contains("确认", Commitments.RefusalOfUpgrade(b, a, 0, 0, true, "函", true, false));
        Assert.Contains("不能转为", Commitments.RefusalOfUpgrade(c, a, 0, 0, true, "函", false, false));
    }

    private static ReplyClass Class(string code) => ClassScheme.FourLetters.Find(code)!;
}
