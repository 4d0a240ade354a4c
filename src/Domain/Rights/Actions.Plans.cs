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
    public static readonly CaseAction SavePlan = OnPlan("savePlan", "保存文稿", "drafting", "revising");

    /// <summary>调整参与单位.</summary>
    public static readonly CaseAction ArrangePlan = OnPlan("arrangePlan", "调整参与单位", "drafting", "revising");

    /// <summary>送征求意见.</summary>
    public static readonly CaseAction SendForOpinions = OnPlan("sendForOpinions", "送征求意见", "drafting", "revising");

    /// <summary>结束征求意见.</summary>
    public static readonly CaseAction CloseConsultation = OnPlan("closeConsultation", "结束征求意见", "consulting");

    /// <summary>登记采纳情况.</summary>
    public static readonly CaseAction DecideOpinions = OnPlan(
        "decideOpinions",
        "登记采纳情况",
        "consulting",
        "revising"
    );

    /// <summary>送单位确认采纳情况.</summary>
    public static readonly CaseAction SendAdoption = OnPlan("sendAdoption", "送单位确认采纳情况", "revising");

    /// <summary>统稿完成.</summary>
    public static readonly CaseAction FinishDraft = OnPlan("finishDraft", "统稿完成", "revising");

    /// <summary>登记审查结果.</summary>
    public static readonly CaseAction RecordCheck = OnPlan(
        "recordCheck",
        "登记审查结果",
        "publicComment",
        "legality",
        "fairCompetition"
    );

    /// <summary>重新送会签.</summary>
    public static readonly CaseAction SendAgain = OnPlan("sendAgain", "重新送会签", "revising");

    /// <summary>按裁定继续会签.</summary>
    public static readonly CaseAction ProceedPastRulings = OnPlan(
        "proceedPastRulings",
        "按裁定继续会签",
        "countersigning"
    );

    /// <summary>对文字性修改提出异议.</summary>
    public static readonly CaseAction ChallengeMarking = OnPlanByUnits(
        "challengeMarking",
        "对文字性修改提出异议",
        "countersigning",
        "deliberating",
        "signing"
    );

    /// <summary>登记分歧.</summary>
    public static readonly CaseAction OpenDisagreement = OnPlan(
        "openDisagreement",
        "登记分歧",
        "consulting",
        "revising",
        "countersigning",
        "deliberating"
    );

    /// <summary>登记审议结果.</summary>
    public static readonly CaseAction RecordDeliberation = OnPlan("recordDeliberation", "登记审议结果", "deliberating");

    /// <summary>编号印发.</summary>
    public static readonly CaseAction IssuePlan = OnPlan("issuePlan", "编号印发", "numbering");

    /// <summary>作废字号.</summary>
    public static readonly CaseAction VoidNumber = OnPlan("voidNumber", "作废字号", "issued");

    /// <summary>上传用印定稿.</summary>
    public static readonly CaseAction UploadFinal = OnPlan("uploadFinal", "上传用印定稿", "issued", "implementing");

    /// <summary>登记归档.</summary>
    public static readonly CaseAction FileOriginal = OnPlan("fileOriginal", "登记归档", "issued", "implementing");

    /// <summary>登记收存副本.</summary>
    public static readonly CaseAction RegisterCopy = OnPlanByUnits(
        "registerCopy",
        "登记收存副本",
        "issued",
        "implementing"
    );

    /// <summary>说明不设任务的理由.</summary>
    public static readonly CaseAction NoteCoverage = OnPlan("noteCoverage", "说明不设任务的理由", "issued");

    /// <summary>分解下达任务.</summary>
    public static readonly CaseAction DecomposePlan = OnPlan("decomposePlan", "分解下达任务", "issued");

    /// <summary>修订方案.</summary>
    public static readonly CaseAction AmendPlan = OnPlan("amendPlan", "修订方案", "implementing");

    /// <summary>由修订方案替代.</summary>
    public static readonly CaseAction ReplacePlan = OnPlan("replacePlan", "由修订方案替代", "implementing");

    /// <summary>实施完毕.</summary>
    public static readonly CaseAction EndPlan = OnPlan("endPlan", "实施完毕", "implementing");

    /// <summary>废止方案.</summary>
    public static readonly CaseAction RepealPlan = OnPlan("repealPlan", "废止方案", "implementing");

    /// <summary>撤销立项.</summary>
    public static readonly CaseAction WithdrawPlan = OnPlan("withdrawPlan", "撤销立项", "drafting", "revising");

    /// <summary>报上一级协调.</summary>
    public static readonly CaseAction Escalate = OnDisagreement(
        "escalate",
        "报上一级协调",
        "negotiation",
        "heads",
        "office",
        "deputy"
    );

    /// <summary>登记协商一致.</summary>
    public static readonly CaseAction RecordAgreement = OnDisagreement(
        "recordAgreement",
        "登记协商一致",
        "office",
        "deputy",
        "leader"
    );

    /// <summary>登记条文已删除.</summary>
    public static readonly CaseAction RecordRemoval = OnDisagreement(
        "recordRemoval",
        "登记条文已删除",
        "negotiation",
        "heads",
        "office",
        "deputy",
        "leader"
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
        ReplacePlan,
        EndPlan,
        RepealPlan,
        WithdrawPlan,
        Escalate,
        RecordAgreement,
        RecordRemoval,
    ];

    private static CaseAction OnPlan(string id, string label, params string[] nodes) =>
        new(id, label, CaseKind.Plan, nodes, Doer.Office);

    private static CaseAction OnPlanByUnits(string id, string label, params string[] nodes) =>
        new(id, label, CaseKind.Plan, nodes, Doer.Concerned);

    private static CaseAction OnDisagreement(string id, string label, params string[] nodes) =>
        new(id, label, CaseKind.Disagreement, nodes, Doer.Office);
}
