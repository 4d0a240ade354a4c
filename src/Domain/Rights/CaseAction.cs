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
}

/// <summary>One thing that can be done to a case, where, and by whom.</summary>
/// <param name="Id">Stable name, also of its command.</param>
/// <param name="Label">The word on the button.</param>
/// <param name="Kind">Kind of case.</param>
/// <param name="Nodes">Steps where it may be done; empty means at any open step.</param>
/// <param name="Doer">Who may do it.</param>
/// <param name="Opens">It opens the case it acts on.</param>
public sealed record CaseAction(
    string Id,
    string Label,
    CaseKind Kind,
    IReadOnlyList<string> Nodes,
    Doer Doer,
    bool Opens = false
);

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

    /// <summary>退回修改纪要: resolves an objection by changing the text.</summary>
    public static readonly CaseAction ReturnToDrafting = new(
        "returnToDrafting",
        "退回修改纪要",
        CaseKind.Meeting,
        ["countersigning", "awaitingSignature"],
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
        ReturnToDrafting,
        ProceedToSignature,
        Issue,
        CloseMeeting,
        CancelMeeting,
        JudgeHistorical,
        Reassign,
    ];
}
