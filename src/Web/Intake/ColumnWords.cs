using JointMeeting.Documents.Recognising;
using JointMeeting.Domain.Supervision;

namespace JointMeeting.Web.Intake;

/// <summary>What people call the columns of a ledger.</summary>
public static class ColumnWords
{
    /// <summary>The column in Chinese.</summary>
    public static string Label(Column column) =>
        column switch
        {
            Column.Number => "序号",
            Column.Task => "任务",
            Column.Lead => "牵头单位",
            Column.Units => "责任单位、配合单位",
            Column.Time => "完成时限",
            Column.Section => "类别",
            Column.Detail => "措施、目标等，原样保留",
            Column.Progress => "进展情况",
            Column.Status => "状态",
            Column.Other => "其他栏，原样保留",
        };

    /// <summary>A stored column in Chinese.</summary>
    public static string LabelOfColumn(string column) =>
        IsColumn(column) ? Label(Enum.Parse<Column>(column)) : $"（没有“{column}”这一栏）";

    /// <summary>True for the name of a column.</summary>
    public static bool IsColumn(string column) => Enum.IsDefined(typeof(Column), column);

    /// <summary>A stored status in Chinese.</summary>
    public static string LabelOfStatus(string status) =>
        Enum.IsDefined(typeof(LedgerStatus), status)
            ? LedgerStatuses.Label(Enum.Parse<LedgerStatus>(status))
            : "（没有认出）";
}
