namespace JointMeeting.Domain.Rights;

/// <content>What is done to any case: its course, its running round, its clocks.</content>
public static partial class Actions
{
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

    /// <summary>重算期限: a new holiday notice moved it.</summary>
    public static readonly CaseAction Recount = new("recount", "重算期限", null, [], Doer.System);

    /// <summary>迁移到新版流程: a running case goes on with another version of its lifecycle.</summary>
    public static readonly CaseAction MoveVersion = new("moveVersion", "迁移到新版流程", null, [], Doer.Office);

    /// <summary>更换流程引擎: a running case goes on with another flow, or its flow's new version.</summary>
    public static readonly CaseAction SwitchFlow = new("switchFlow", "更换流程引擎", null, [], Doer.Office);

    /// <summary>转承接单位: what waits for an abolished unit.</summary>
    public static readonly CaseAction HandToSuccessors = new("handToSuccessors", "转承接单位", null, [], Doer.System);

    private static readonly CaseAction[] OfSteering =
    [
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
        MoveVersion,
        SwitchFlow,
        HandToSuccessors,
    ];
}
