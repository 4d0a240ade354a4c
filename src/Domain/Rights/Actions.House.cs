namespace JointMeeting.Domain.Rights;

/// <content>What is done to accounts, and what units arrange for themselves.</content>
public static partial class Actions
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

    /// <summary>确定主要负责人: which head of the unit signs what only the principal one may.</summary>
    public static readonly CaseAction SetPrincipal = new(
        "setPrincipal",
        "确定主要负责人",
        CaseKind.House,
        [],
        Doer.UnitPeople
    );

    /// <summary>修改流程: an office switches optional steps and sets the inputs of rounds.</summary>
    public static readonly CaseAction EditLifecycle = new("editLifecycle", "修改流程", CaseKind.House, [], Doer.Office);

    /// <summary>导入流程.</summary>
    public static readonly CaseAction ImportLifecycle = new(
        "importLifecycle",
        "导入流程",
        CaseKind.House,
        [],
        Doer.Office
    );

    /// <summary>撤销单位: it ends, another carries on.</summary>
    public static readonly CaseAction AbolishUnit = new(
        "abolishUnit",
        "撤销单位",
        CaseKind.House,
        [],
        Doer.Administrator
    );

    private static readonly CaseAction[] OfHouse =
    [
        SetUp,
        CreateAccount,
        DisableAccount,
        ResetPassword,
        SetStandIn,
        EndStandIn,
        SetInnerChain,
        SetPrincipal,
        EditLifecycle,
        ImportLifecycle,
        AbolishUnit,
    ];
}
