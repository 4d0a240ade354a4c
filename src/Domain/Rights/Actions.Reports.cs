namespace JointMeeting.Domain.Rights;

/// <content>What is done about reporting duties (报送事项) and their reports.</content>
public static partial class Actions
{
    /// <summary>安排报送: says who reports, how often and by when, where the document leaves it open or it changes.</summary>
    public static readonly CaseAction ArrangeReports = new(
        "arrangeReports",
        "安排报送",
        CaseKind.Mechanism,
        ["standing"],
        Doer.Office
    );

    /// <summary>停止报送: no further report is asked for.</summary>
    public static readonly CaseAction StopReports = new(
        "stopReports",
        "停止报送",
        CaseKind.Mechanism,
        ["standing"],
        Doer.Office
    );

    /// <summary>汇总完成: ends one period's report; who has not reported stays as not reported.</summary>
    public static readonly CaseAction CloseReport = new(
        "closeReport",
        "汇总完成",
        CaseKind.Report,
        ["collecting"],
        Doer.Office
    );

    private static readonly CaseAction[] OfReports = [ArrangeReports, StopReports, CloseReport];
}
