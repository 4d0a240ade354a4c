namespace JointMeeting.Domain.Rights;

/// <content>What is done to plans (方案) and to disagreements about them.</content>
public static partial class Actions
{
    /// <summary>起草方案.</summary>
    public static readonly CaseAction StartPlan = new(
        "startPlan",
        "起草方案",
        CaseKind.Mechanism,
        ["standing"],
        Doer.Office
    );

    /// <summary>保存文稿.</summary>
    public static readonly CaseAction SavePlan = new(
        "savePlan",
        "保存文稿",
        CaseKind.Plan,
        ["drafting", "revising"],
        Doer.Office
    );

    /// <summary>调整参与单位.</summary>
    public static readonly CaseAction ArrangePlan = new(
        "arrangePlan",
        "调整参与单位",
        CaseKind.Plan,
        ["drafting", "revising"],
        Doer.Office
    );

    /// <summary>送征求意见.</summary>
    public static readonly CaseAction SendForOpinions = new(
        "sendForOpinions",
        "送征求意见",
        CaseKind.Plan,
        ["drafting", "revising"],
        Doer.Office
    );

    /// <summary>结束征求意见.</summary>
    public static readonly CaseAction CloseConsultation = new(
        "closeConsultation",
        "结束征求意见",
        CaseKind.Plan,
        ["consulting"],
        Doer.Office
    );

    /// <summary>登记采纳情况.</summary>
    public static readonly CaseAction DecideOpinions = new(
        "decideOpinions",
        "登记采纳情况",
        CaseKind.Plan,
        ["consulting", "revising"],
        Doer.Office
    );

    /// <summary>送单位确认采纳情况.</summary>
    public static readonly CaseAction SendAdoption = new(
        "sendAdoption",
        "送单位确认采纳情况",
        CaseKind.Plan,
        ["revising"],
        Doer.Office
    );

    /// <summary>统稿完成.</summary>
    public static readonly CaseAction FinishDraft = new(
        "finishDraft",
        "统稿完成",
        CaseKind.Plan,
        ["revising"],
        Doer.Office
    );

    /// <summary>登记审查结果.</summary>
    public static readonly CaseAction RecordCheck = new(
        "recordCheck",
        "登记审查结果",
        CaseKind.Plan,
        ["publicComment", "legality", "fairCompetition"],
        Doer.Office
    );

    /// <summary>重新送会签.</summary>
    public static readonly CaseAction SendAgain = new(
        "sendAgain",
        "重新送会签",
        CaseKind.Plan,
        ["revising"],
        Doer.Office
    );

    /// <summary>按裁定继续会签.</summary>
    public static readonly CaseAction ProceedPastRulings = new(
        "proceedPastRulings",
        "按裁定继续会签",
        CaseKind.Plan,
        ["countersigning"],
        Doer.Office
    );

    /// <summary>对文字性修改提出异议.</summary>
    public static readonly CaseAction ChallengeMarking = new(
        "challengeMarking",
        "对文字性修改提出异议",
        CaseKind.Plan,
        ["countersigning", "deliberating", "signing"],
        Doer.Concerned
    );

    /// <summary>登记分歧.</summary>
    public static readonly CaseAction OpenDisagreement = new(
        "openDisagreement",
        "登记分歧",
        CaseKind.Plan,
        ["consulting", "revising", "countersigning", "deliberating"],
        Doer.Office
    );

    /// <summary>登记审议结果.</summary>
    public static readonly CaseAction RecordDeliberation = new(
        "recordDeliberation",
        "登记审议结果",
        CaseKind.Plan,
        ["deliberating"],
        Doer.Office
    );

    /// <summary>编号印发.</summary>
    public static readonly CaseAction IssuePlan = new(
        "issuePlan",
        "编号印发",
        CaseKind.Plan,
        ["numbering"],
        Doer.Office
    );

    /// <summary>作废字号.</summary>
    public static readonly CaseAction VoidNumber = new(
        "voidNumber",
        "作废字号",
        CaseKind.Plan,
        ["issued"],
        Doer.Office
    );

    /// <summary>上传用印定稿.</summary>
    public static readonly CaseAction UploadFinal = new(
        "uploadFinal",
        "上传用印定稿",
        CaseKind.Plan,
        ["issued", "implementing"],
        Doer.Office
    );

    /// <summary>登记归档.</summary>
    public static readonly CaseAction FileOriginal = new(
        "fileOriginal",
        "登记归档",
        CaseKind.Plan,
        ["issued", "implementing"],
        Doer.Office
    );

    /// <summary>登记收存副本.</summary>
    public static readonly CaseAction RegisterCopy = new(
        "registerCopy",
        "登记收存副本",
        CaseKind.Plan,
        ["issued", "implementing"],
        Doer.Concerned
    );

    /// <summary>说明不设任务的理由.</summary>
    public static readonly CaseAction NoteCoverage = new(
        "noteCoverage",
        "说明不设任务的理由",
        CaseKind.Plan,
        ["issued"],
        Doer.Office
    );

    /// <summary>分解下达任务.</summary>
    public static readonly CaseAction DecomposePlan = new(
        "decomposePlan",
        "分解下达任务",
        CaseKind.Plan,
        ["issued"],
        Doer.Office
    );

    /// <summary>修订方案.</summary>
    public static readonly CaseAction AmendPlan = new(
        "amendPlan",
        "修订方案",
        CaseKind.Plan,
        ["implementing"],
        Doer.Office
    );

    /// <summary>实施完毕.</summary>
    public static readonly CaseAction EndPlan = new(
        "endPlan",
        "实施完毕",
        CaseKind.Plan,
        ["implementing"],
        Doer.Office
    );

    /// <summary>废止方案.</summary>
    public static readonly CaseAction RepealPlan = new(
        "repealPlan",
        "废止方案",
        CaseKind.Plan,
        ["implementing"],
        Doer.Office
    );

    /// <summary>撤销立项.</summary>
    public static readonly CaseAction WithdrawPlan = new(
        "withdrawPlan",
        "撤销立项",
        CaseKind.Plan,
        ["drafting", "revising"],
        Doer.Office
    );

    /// <summary>报上一级协调.</summary>
    public static readonly CaseAction Escalate = new(
        "escalate",
        "报上一级协调",
        CaseKind.Disagreement,
        ["negotiation", "heads", "office", "deputy"],
        Doer.Office
    );

    /// <summary>登记协商一致.</summary>
    public static readonly CaseAction RecordAgreement = new(
        "recordAgreement",
        "登记协商一致",
        CaseKind.Disagreement,
        ["office", "deputy", "leader"],
        Doer.Office
    );

    /// <summary>登记条文已删除.</summary>
    public static readonly CaseAction RecordRemoval = new(
        "recordRemoval",
        "登记条文已删除",
        CaseKind.Disagreement,
        ["negotiation", "heads", "office", "deputy", "leader"],
        Doer.Office
    );

    private static readonly CaseAction[] OfPlans =
    [
        StartPlan,
        SavePlan,
        ArrangePlan,
        SendForOpinions,
        CloseConsultation,
        DecideOpinions,
        SendAdoption,
        FinishDraft,
        RecordCheck,
        SendAgain,
        ProceedPastRulings,
        ChallengeMarking,
        OpenDisagreement,
        RecordDeliberation,
        IssuePlan,
        VoidNumber,
        UploadFinal,
        FileOriginal,
        RegisterCopy,
        NoteCoverage,
        DecomposePlan,
        AmendPlan,
        EndPlan,
        RepealPlan,
        WithdrawPlan,
        Escalate,
        RecordAgreement,
        RecordRemoval,
    ];
}
