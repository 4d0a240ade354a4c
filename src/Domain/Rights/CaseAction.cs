namespace JointMeeting.Domain.Rights;

/// <summary>Who may do an action.</summary>
public enum Doer
{
    /// <summary>Clerks of the office that runs the case.</summary>
    Office,

    /// <summary>系统管理员.</summary>
    Administrator,

    /// <summary>Timers and messages.</summary>
    System,

    /// <summary>联络员 and heads, for what is their own unit's.</summary>
    UnitPeople,
}

/// <summary>One thing that can be done to a case, where, and by whom.</summary>
/// <param name="Id">Stable name, also of its command.</param>
/// <param name="Label">The word on the button.</param>
/// <param name="Kind">Kind of case; null for every kind but the house itself.</param>
/// <param name="Nodes">Steps where it may be done; empty means at any open step.</param>
/// <param name="Doer">Who may do it.</param>
/// <param name="Opens">It opens the case it acts on.</param>
public sealed record CaseAction(
    string Id,
    string Label,
    CaseKind? Kind,
    IReadOnlyList<string> Nodes,
    Doer Doer,
    bool Opens = false
)
{
    /// <summary>It is for cases of that kind.</summary>
    public bool IsFor(CaseKind kind) => Kind is { } one ? one == kind : kind != CaseKind.House;
}

/// <summary>Every action of this product. Rights, pages, API, command line and messages read this one table.</summary>
public static class Actions
{
    /// <summary>首次设置: makes the first administrator and clerk; guarded by the single-use link.</summary>
    public static readonly CaseAction SetUp = new("setUp", "首次设置", CaseKind.House, [], Doer.System, Opens: true);

    /// <summary>新建账号.</summary>
    public static readonly CaseAction CreateAccount = new(
        "createAccount",
        "新建账号",
        CaseKind.House,
        [],
        Doer.Administrator
    );

    /// <summary>停用账号.</summary>
    public static readonly CaseAction DisableAccount = new(
        "disableAccount",
        "停用账号",
        CaseKind.House,
        [],
        Doer.Administrator
    );

    /// <summary>重置密码.</summary>
    public static readonly CaseAction ResetPassword = new(
        "resetPassword",
        "重置密码",
        CaseKind.House,
        [],
        Doer.Administrator
    );

    /// <summary>导入来文.</summary>
    public static readonly CaseAction Import = new("import", "导入来文", CaseKind.Notice, [], Doer.Office, Opens: true);

    /// <summary>确认识别结果.</summary>
    public static readonly CaseAction Confirm = new(
        "confirm",
        "确认识别结果",
        CaseKind.Notice,
        ["review"],
        Doer.Office
    );

    /// <summary>建立联席会议.</summary>
    public static readonly CaseAction Found = new("found", "建立联席会议", CaseKind.Notice, ["review"], Doer.Office);

    /// <summary>发起会议.</summary>
    public static readonly CaseAction Convene = new(
        "convene",
        "发起会议",
        CaseKind.Mechanism,
        ["standing"],
        Doer.Office
    );

    /// <summary>成员替补.</summary>
    public static readonly CaseAction Substitute = new(
        "substitute",
        "成员替补",
        CaseKind.Mechanism,
        ["standing"],
        Doer.Office
    );

    /// <summary>发出通知.</summary>
    public static readonly CaseAction SendNotice = new(
        "sendNotice",
        "发出会议通知",
        CaseKind.Meeting,
        ["draft"],
        Doer.Office
    );

    /// <summary>开始会议.</summary>
    public static readonly CaseAction OpenSession = new(
        "openSession",
        "开始会议",
        CaseKind.Meeting,
        ["notified"],
        Doer.Office
    );

    /// <summary>签到.</summary>
    public static readonly CaseAction SignIn = new(
        "signIn",
        "签到",
        CaseKind.Meeting,
        ["notified", "inSession"],
        Doer.Office
    );

    /// <summary>结束会议.</summary>
    public static readonly CaseAction CloseSession = new(
        "closeSession",
        "结束会议",
        CaseKind.Meeting,
        ["inSession"],
        Doer.Office
    );

    /// <summary>起草纪要.</summary>
    public static readonly CaseAction SaveMinutes = new(
        "saveMinutes",
        "保存纪要",
        CaseKind.Meeting,
        ["minutesDrafting"],
        Doer.Office
    );

    /// <summary>送会签.</summary>
    public static readonly CaseAction Circulate = new(
        "circulate",
        "送会签",
        CaseKind.Meeting,
        ["minutesDrafting"],
        Doer.Office
    );

    /// <summary>送签发: also where units let the day pass; they are listed as 逾期未会签.</summary>
    public static readonly CaseAction ProceedToSignature = new(
        "proceedToSignature",
        "送签发",
        CaseKind.Meeting,
        ["countersigning"],
        Doer.Office
    );

    /// <summary>印发.</summary>
    public static readonly CaseAction Issue = new("issue", "印发纪要", CaseKind.Meeting, ["signed"], Doer.Office);

    /// <summary>会议办结.</summary>
    public static readonly CaseAction CloseMeeting = new(
        "closeMeeting",
        "会议办结",
        CaseKind.Meeting,
        ["supervising"],
        Doer.Office
    );

    /// <summary>取消会议.</summary>
    public static readonly CaseAction CancelMeeting = new(
        "cancelMeeting",
        "取消会议",
        CaseKind.Meeting,
        ["draft", "notified"],
        Doer.Office
    );

    /// <summary>核定历史事项: what was already past at import is judged by a person.</summary>
    public static readonly CaseAction JudgeHistorical = new(
        "judgeHistorical",
        "核定历史事项",
        CaseKind.Task,
        ["historical"],
        Doer.Office
    );

    /// <summary>调整分工后重新下达.</summary>
    public static readonly CaseAction Reassign = new(
        "reassign",
        "维持分工并重新下达",
        CaseKind.Task,
        ["assigned"],
        Doer.Office
    );

    /// <summary>退回: to a step that the present one names; the open requests there end and a new round begins.</summary>
    public static readonly CaseAction Return = new("return", "退回", null, [], Doer.Office);

    /// <summary>跳回: after a return, straight to where it came from.</summary>
    public static readonly CaseAction JumpBack = new("jumpBack", "跳回", null, [], Doer.Office);

    /// <summary>暂停: every clock stands still and nothing is done until it is resumed.</summary>
    public static readonly CaseAction Pause = new("pause", "暂停", null, [], Doer.Office);

    /// <summary>恢复.</summary>
    public static readonly CaseAction Resume = new("resume", "恢复", null, [], Doer.Office);

    /// <summary>加签: one more unit is asked in the running round.</summary>
    public static readonly CaseAction AddAskee = new("addAskee", "加签", null, [], Doer.Office);

    /// <summary>减签: a unit is no longer asked.</summary>
    public static readonly CaseAction RemoveAskee = new("removeAskee", "减签", null, [], Doer.Office);

    /// <summary>改派: another unit is asked in its place.</summary>
    public static readonly CaseAction ReplaceAskee = new("replaceAskee", "改派", null, [], Doer.Office);

    /// <summary>催办.</summary>
    public static readonly CaseAction Urge = new("urge", "催办", null, [], Doer.Office);

    /// <summary>延期: a request's deadline, as its rule allows.</summary>
    public static readonly CaseAction Extend = new("extend", "延期", null, [], Doer.Office);

    /// <summary>撤销延期.</summary>
    public static readonly CaseAction RevokeExtension = new("revokeExtension", "撤销延期", null, [], Doer.Office);

    /// <summary>传阅: a copy for information, which nothing disturbs.</summary>
    public static readonly CaseAction SendCopy = new("sendCopy", "传阅", null, [], Doer.Office);

    /// <summary>终止 a task: what it asked for is no longer wanted.</summary>
    public static readonly CaseAction CancelTask = new("cancelTask", "终止事项", CaseKind.Task, [], Doer.Office);

    /// <summary>重算期限: a new holiday notice moved it.</summary>
    public static readonly CaseAction Recount = new("recount", "重算期限", null, [], Doer.System);

    /// <summary>设置代办人: who acts while one is away (代), or from now on when one has left.</summary>
    public static readonly CaseAction SetStandIn = new("setStandIn", "设置代办人", CaseKind.House, [], Doer.UnitPeople);

    /// <summary>结束代办.</summary>
    public static readonly CaseAction EndStandIn = new("endStandIn", "结束代办", CaseKind.House, [], Doer.UnitPeople);

    /// <summary>设置内部审核: a unit's own chain for a kind of request.</summary>
    public static readonly CaseAction SetInnerChain = new(
        "setInnerChain",
        "设置内部审核",
        CaseKind.House,
        [],
        Doer.UnitPeople
    );

    /// <summary>All of them but answering, which is a right on an ask.</summary>
    public static readonly IReadOnlyList<CaseAction> All =
    [
        SetUp,
        CreateAccount,
        DisableAccount,
        ResetPassword,
        Import,
        Confirm,
        Found,
        Convene,
        Substitute,
        SendNotice,
        OpenSession,
        SignIn,
        CloseSession,
        SaveMinutes,
        Circulate,
        ProceedToSignature,
        Issue,
        CloseMeeting,
        CancelMeeting,
        JudgeHistorical,
        Reassign,
        CancelTask,
        Return,
        JumpBack,
        Pause,
        Resume,
        AddAskee,
        RemoveAskee,
        ReplaceAskee,
        Urge,
        Extend,
        RevokeExtension,
        SendCopy,
        Recount,
        SetStandIn,
        EndStandIn,
        SetInnerChain,
    ];
}
