using JointMeeting.Domain.Asks;

namespace JointMeeting.Domain.Tests.Asks;

public class AnswerMustBeCompleteTests
{
    [Theory]
    [InlineData("receipt", "sign", "“sign”不是会议回执的可选项，请从列表中选择。")]
    [InlineData("receipt", "leave", "选择“请假”须填写理由或说明。")]
    [InlineData("countersign", "object", "选择“不同意”须填写理由或说明。")]
    [InlineData("countersign", "agreeWithChanges", "选择“原则同意（有修改意见）”须填写理由或说明。")]
    [InlineData("signature", "sendBack", "选择“退回修改”须填写理由或说明。")]
    public void A_refusal_names_what_is_missing(string vocabulary, string value, string why) =>
        Assert.Equal(why, AnswerMustBeComplete.WhatIsMissing(Vocabulary.Named(vocabulary), new(value, "  ")));

    [Fact]
    public void A_task_is_not_closed_without_evidence()
    {
        var draft = new AnswerDraft("applyClose", "已建成投用");
        Assert.Equal("“申请办结”须上传佐证材料。", AnswerMustBeComplete.WhatIsMissing(Vocabulary.Report, draft));
        Assert.Null(AnswerMustBeComplete.WhatIsMissing(Vocabulary.Report, draft with { HasEvidence = true }));
    }

    [Fact]
    public void A_stand_in_has_a_name_and_a_post()
    {
        var draft = new AnswerDraft("standIn");
        Assert.Contains("姓名", AnswerMustBeComplete.WhatIsMissing(Vocabulary.Receipt, draft));
        draft = draft with { PersonName = "林一" };
        Assert.Contains("职务", AnswerMustBeComplete.WhatIsMissing(Vocabulary.Receipt, draft));
        draft = draft with { PersonPost = "副局长", TakesBack = true };
        Assert.Null(AnswerMustBeComplete.WhatIsMissing(Vocabulary.Receipt, draft));
    }

    [Fact]
    public void Only_a_stand_in_may_take_the_matter_back() =>
        Assert.Contains(
            "只有派员代会",
            AnswerMustBeComplete.WhatIsMissing(Vocabulary.Receipt, new("attend", TakesBack: true))
        );

    [Fact]
    public void Every_value_of_every_vocabulary_is_taken_with_all_it_asks_for()
    {
        foreach (var vocabulary in Vocabulary.All)
        foreach (var value in vocabulary.Values)
        {
            var full = new AnswerDraft(value.Id, "理由", null, "林一", "副局长", HasEvidence: true);
            Assert.Null(AnswerMustBeComplete.WhatIsMissing(vocabulary, full));
        }
    }
}
