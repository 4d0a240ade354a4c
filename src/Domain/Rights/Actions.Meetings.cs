namespace JointMeeting.Domain.Rights;

/// <content>What is done to mechanisms and their meetings.</content>
public static partial class Actions
{
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

    /// <summary>登记联络员和电话.</summary>
    public static readonly CaseAction KeepContacts = new(
        "keepContacts",
        "登记联络员和电话",
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

    /// <summary>说明不设任务的理由.</summary>
    public static readonly CaseAction NoteMinutesCoverage = new(
        "noteMinutesCoverage",
        "说明不设任务的理由",
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

    /// <summary>改期: another time or place.</summary>
    public static readonly CaseAction RescheduleMeeting = new(
        "rescheduleMeeting",
        "改期",
        CaseKind.Meeting,
        ["draft", "notified"],
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

    private static readonly CaseAction[] OfMeetings =
    [
        Convene,
        Substitute,
        KeepContacts,
        SendNotice,
        OpenSession,
        SignIn,
        CloseSession,
        SaveMinutes,
        NoteMinutesCoverage,
        Circulate,
        ProceedToSignature,
        Issue,
        CloseMeeting,
        RescheduleMeeting,
        CancelMeeting,
    ];
}
