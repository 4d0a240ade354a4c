namespace JointMeeting.Domain.Rights;

/// <content>What is done to imported notices.</content>
public static partial class Actions
{
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

    /// <summary>转入督办台账: of a running ledger.</summary>
    public static readonly CaseAction TakeOver = new(
        "takeOver",
        "转入督办台账",
        CaseKind.Notice,
        ["review"],
        Doer.Office
    );

    /// <summary>搁置来文.</summary>
    public static readonly CaseAction SetAside = new("setAside", "搁置来文", CaseKind.Notice, ["review"], Doer.Office);

    /// <summary>不再沿用已学用法: belongs to the office, not to one document.</summary>
    public static readonly CaseAction Forget = new("forget", "不再沿用已学用法", CaseKind.House, [], Doer.Office);

    private static readonly CaseAction[] OfNotices = [Import, Confirm, Found, TakeOver, SetAside, Forget];
}
