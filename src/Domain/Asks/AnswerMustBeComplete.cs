namespace JointMeeting.Domain.Asks;

/// <summary>What a person hands in to settle an ask.</summary>
/// <param name="Value">A value of the ask's vocabulary.</param>
/// <param name="Text">Reason, opinion or progress text.</param>
/// <param name="Basis">The rule or document an objection rests on.</param>
/// <param name="PersonName">Who comes in the principal's place (代会人).</param>
/// <param name="PersonPost">The stand-in's post (职务).</param>
/// <param name="TakesBack">带回研究: what the stand-in says is to be confirmed after the meeting.</param>
/// <param name="HasEvidence">A file comes with it.</param>
public sealed record AnswerDraft(
    string Value,
    string? Text = null,
    string? Basis = null,
    string? PersonName = null,
    string? PersonPost = null,
    bool TakesBack = false,
    bool HasEvidence = false
)
{
    /// <summary>What the unit says about single clauses (条款意见).</summary>
    public IReadOnlyList<Position> Positions { get; init; } = [];

    /// <summary>填报项目 that were filled in; one that was left empty is not there, and is not zero.</summary>
    public IReadOnlyList<FilledField> Fields { get; init; } = [];
}

/// <summary>One field of a report (填报项目) with what the unit filled in.</summary>
public sealed record FilledField(string Name, string Value);

/// <summary>代录: how an answer that came by phone or on paper reached the office.</summary>
/// <param name="Who">The person of the unit who gave it.</param>
/// <param name="Channel">电话, 纸质, 当面, 微信.</param>
/// <param name="At">When it was given, Asia/Shanghai.</param>
public sealed record RecordedFrom(string Who, string Channel, DateTimeOffset At);

/// <summary>An answer is taken only with everything its value asks for; a refusal names what is missing.</summary>
public static class AnswerMustBeComplete
{
    /// <summary>The reason the draft cannot be taken, or null where it can.</summary>
    public static string? WhatIsMissing(Vocabulary vocabulary, AnswerDraft draft)
    {
        var value = vocabulary.Find(draft.Value);
        if (value is null)
            return $"“{draft.Value}”不是{vocabulary.Label}的可选项，请从列表中选择。";
        if (PositionsMustFit.WhatIsWrong(vocabulary, value, draft.Positions) is { } wrong)
            return wrong;
        if (value.NeedsText && string.IsNullOrWhiteSpace(draft.Text) && !draft.Positions.Any(p => p.WantsChange))
            return $"选择“{value.Label}”须填写理由或说明。";
        if (value.NeedsEvidence && !draft.HasEvidence)
            return $"“{value.Label}”须上传佐证材料。";
        if (vocabulary == Vocabulary.PeriodicReport && !ReportsSomething(draft))
            return "请填写报送内容，或上传报送材料。没有此项情况的，请选“零报告”并说明。";
        if (draft.Value == "standIn" && string.IsNullOrWhiteSpace(draft.PersonName))
            return "派员代会须填写代会人姓名。";
        if (draft.Value == "standIn" && string.IsNullOrWhiteSpace(draft.PersonPost))
            return "派员代会须填写代会人职务。";
        return draft.TakesBack && draft.Value != "standIn" ? "只有派员代会才能选择“带回研究”。" : null;
    }

    private static bool ReportsSomething(AnswerDraft draft) =>
        !string.IsNullOrWhiteSpace(draft.Text) || draft.Fields.Count > 0 || draft.HasEvidence;
}
