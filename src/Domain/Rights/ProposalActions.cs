namespace JointMeeting.Domain.Rights;

/// <summary>What can be done to suggestions (建议) and proposals (提案); the same acts in both lifecycles.</summary>
public static class ProposalActions
{
    private static readonly string[] BeforeReply = ["assigned", "handling", "officeReview", "signing", "signedOff"];
    private static readonly string[] AfterReply = ["replied", "following"];

    /// <summary>登记.</summary>
    public static readonly ActionPair Register = Pair("registerItem", "登记", Doer.Intake, [], opens: true);

    /// <summary>更正登记内容, also what a second import of the list does.</summary>
    public static readonly ActionPair Amend = Pair("amendItem", "更正登记", Doer.Intake, []);

    /// <summary>立案: proposals only.</summary>
    public static readonly CaseAction File = new(
        "fileProposal",
        "立案",
        CaseKind.Proposal,
        ["submitted"],
        Doer.Counterpart
    );

    /// <summary>不作为建议处理 / 不予立案, with the reason and where it goes.</summary>
    public static readonly ActionPair NotAccept = Pair(
        "notAccept",
        "不予受理",
        Doer.Counterpart,
        ["registered"],
        proposal: ["submitted"]
    );

    /// <summary>并案.</summary>
    public static readonly ActionPair Merge = Pair(
        "mergeItem",
        "并案",
        Doer.Intake,
        ["registered", "preassigning"],
        proposal: ["submitted", "registered", "preassigning"]
    );

    /// <summary>撤回, on the signer's written request.</summary>
    public static readonly ActionPair Withdraw = Pair(
        "withdrawItem",
        "撤回",
        Doer.Counterpart,
        ["registered", "preassigning", .. BeforeReply],
        proposal: ["submitted", "registered", "preassigning", .. BeforeReply]
    );

    /// <summary>预分办.</summary>
    public static readonly ActionPair PreAssign = Pair("preAssign", "预分办", Doer.Office, ["registered"]);

    /// <summary>交办.</summary>
    public static readonly ActionPair Assign = Pair("assignItem", "交办", Doer.Office, ["registered", "preassigning"]);

    /// <summary>申请退回改办.</summary>
    public static readonly ActionPair RequestReturn = Pair(
        "requestReturn",
        "申请退回",
        Doer.Handler,
        ["assigned", "handling"]
    );

    /// <summary>交科室办理: a dated hand-over within the unit, the last of the chain.</summary>
    public static readonly ActionPair PassToSection = Pair(
        "passToSection",
        "交科室办理",
        Doer.Handler,
        ["assigned", "handling"]
    );

    /// <summary>裁定退回申请.</summary>
    public static readonly ActionPair RuleReturn = Pair(
        "ruleReturn",
        "裁定退回",
        Doer.Office,
        ["assigned", "handling", "officeReview", "signing", "signedOff"]
    );

    /// <summary>登记联系: 面商, 电话, 座谈, 调研, 走访.</summary>
    public static readonly ActionPair LogContact = Pair(
        "logContact",
        "登记联系",
        Doer.Handler,
        [.. BeforeReply, .. AfterReply]
    );

    /// <summary>退回协办意见, where it says nothing.</summary>
    public static readonly ActionPair SendBackOpinion = Pair(
        "sendBackOpinion",
        "退回协办意见",
        Doer.Host,
        ["assigned", "handling"]
    );

    /// <summary>登记分歧 with another handling unit.</summary>
    public static readonly ActionPair OpenDisagreement = Pair(
        "openItemDisagreement",
        "登记分歧",
        Doer.Host,
        ["handling"]
    );

    /// <summary>申请延期.</summary>
    public static readonly ActionPair RequestExtension = Pair("requestExtension", "申请延期", Doer.Host, ["handling"]);

    /// <summary>批复延期申请.</summary>
    public static readonly ActionPair RuleExtension = Pair("ruleExtension", "批复延期", Doer.Office, ["handling"]);

    /// <summary>起草答复.</summary>
    public static readonly ActionPair SaveReply = Pair("saveReply", "保存答复稿", Doer.Host, ["handling"]);

    /// <summary>送审: the draft goes up.</summary>
    public static readonly ActionPair SubmitReply = Pair("submitReply", "送审", Doer.Host, ["handling"]);

    /// <summary>发出答复: number, copies, publication.</summary>
    public static readonly ActionPair SendReply = Pair("sendReply", "发出答复", Doer.Host, ["signedOff"]);

    /// <summary>登记反馈.</summary>
    public static readonly ActionPair EnterFeedback = Pair("enterFeedback", "登记反馈", Doer.Counterpart, ["replied"]);

    /// <summary>更正反馈 that was entered wrongly, until it is released.</summary>
    public static readonly ActionPair CorrectFeedback = Pair(
        "correctFeedback",
        "更正反馈",
        Doer.Counterpart,
        ["replied"]
    );

    /// <summary>生成反馈链接.</summary>
    public static readonly ActionPair MakeLink = Pair("makeLink", "生成反馈链接", Doer.Counterpart, ["replied"]);

    /// <summary>代表(委员)本人反馈, through the single-use link.</summary>
    public static readonly ActionPair GiveFeedback = Pair("giveFeedback", "本人反馈", Doer.System, ["replied"]);

    /// <summary>公布反馈结果: only from then on the handling unit sees it.</summary>
    public static readonly ActionPair ReleaseFeedback = Pair(
        "releaseFeedback",
        "公布反馈结果",
        Doer.Counterpart,
        ["replied"]
    );

    /// <summary>升级处理: what the joint study meeting or the expert assessment came to.</summary>
    public static readonly ActionPair DecideEscalation = Pair(
        "decideEscalation",
        "升级处理",
        Doer.Intake,
        ["escalated"]
    );

    /// <summary>转类 (B→A).</summary>
    public static readonly ActionPair Upgrade = Pair("upgradeClass", "转为已解决", Doer.Host, ["following"]);

    /// <summary>承诺回头看.</summary>
    public static readonly ActionPair LookBack = Pair("lookBack", "回头看", Doer.Intake, AfterReply);

    /// <summary>办结.</summary>
    public static readonly ActionPair Close = Pair("closeItem", "办结", Doer.Office, ["following", "divided"]);

    /// <summary>标记已上传外部平台.</summary>
    public static readonly ActionPair MarkUploaded = Pair("markUploaded", "标记已上传", Doer.Intake, []);

    /// <summary>批量办理: starts a job whose items are each a step of their own.</summary>
    public static readonly CaseAction StartBulk = new("startBulk", "批量办理", CaseKind.House, [], Doer.Intake);

    /// <summary>维护职责目录, by which the units of an item are proposed.</summary>
    public static readonly CaseAction SetDuties = new("setDuties", "维护职责目录", CaseKind.House, [], Doer.Intake);

    /// <summary>导出 to the platform outside: who took the contact data along stays in the trail.</summary>
    public static readonly CaseAction ExportItems = new("exportItems", "导出清单", CaseKind.House, [], Doer.Intake);

    /// <summary>建立接口密钥 for another system.</summary>
    public static readonly CaseAction MakeAccessKey = new(
        "makeAccessKey",
        "建立接口密钥",
        CaseKind.House,
        [],
        Doer.UnitPeople
    );

    /// <summary>停用接口密钥.</summary>
    public static readonly CaseAction EndAccessKey = new(
        "endAccessKey",
        "停用接口密钥",
        CaseKind.House,
        [],
        Doer.UnitPeople
    );

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<CaseAction> All =
    [
        .. new[]
        {
            Register,
            Amend,
            NotAccept,
            Merge,
            Withdraw,
            PreAssign,
            Assign,
            RequestReturn,
            PassToSection,
            RuleReturn,
            LogContact,
            SendBackOpinion,
            OpenDisagreement,
            RequestExtension,
            RuleExtension,
            SaveReply,
            SubmitReply,
            SendReply,
            EnterFeedback,
            CorrectFeedback,
            MakeLink,
            GiveFeedback,
            ReleaseFeedback,
            DecideEscalation,
            Upgrade,
            LookBack,
            Close,
            MarkUploaded,
        }.SelectMany(p => new[] { p.Suggestion, p.Proposal }),
        File,
        StartBulk,
        SetDuties,
        ExportItems,
        MakeAccessKey,
        EndAccessKey,
    ];

    private static ActionPair Pair(
        string id,
        string label,
        Doer doer,
        IReadOnlyList<string> nodes,
        IReadOnlyList<string>? proposal = null,
        bool opens = false
    ) =>
        new(
            new CaseAction(id, label, CaseKind.Suggestion, nodes, doer, opens),
            new CaseAction(id, label, CaseKind.Proposal, proposal ?? nodes, doer, opens)
        );
}

/// <summary>One act in both lifecycles.</summary>
public sealed record ActionPair(CaseAction Suggestion, CaseAction Proposal)
{
    /// <summary>The act for that kind of case.</summary>
    public CaseAction For(CaseKind kind) => kind == CaseKind.Proposal ? Proposal : Suggestion;
}
