using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>What a single cell of a task table holds, judged by its form.</summary>
internal static class TaskCells
{
    private const int LongestTime = 60;
    private const int LongestEvent = 20;
    private static readonly Regex Year = new(
        "(19|20)[0-9]{2}年?|[0-9]月|年底|期间|季度|半年|[上中下]旬|月底",
        Patterns.Linear
    );

    // Words such as 持续 make a time only where a cell begins with them: 建立常态巡查制度 is a task.
    private static readonly Regex Undated = new(
        "^(持续|长期|常态|贯穿|每|定期|分季|按季|按月|按期|逐年|年度|自|会后|印发后|立即|尽快|及时|适时|抓紧|力争|两会|节前|学期末)",
        Patterns.Linear
    );

    public static bool IsUnits(Cell cell) =>
        cell.Squeezed.Length is >= 2 and <= 400
        && (UnitsExpression.StatesUnits(cell.Squeezed) || UnitsExpression.IsPlainList(cell.Text));

    /// <summary>A short text whose time can be read.</summary>
    public static bool IsTime(Cell cell) =>
        cell.Squeezed.Length <= LongestTime
        && TimeExpression.Read(cell.Text, null) is { } time
        && (
            time.Value.Date is not null
            || Year.IsMatch(cell.Squeezed)
            || Undated.IsMatch(cell.Squeezed)
            || IsByEvent(cell.Squeezed)
        );

    /// <summary>国庆节前, 汛期前, 验收后30日内.</summary>
    private static bool IsByEvent(string squeezed) =>
        squeezed.Length <= LongestEvent
        && (Holidays.Before(squeezed, null) is not null || RelativeTimes.Read(squeezed, isDated: false) is not null);
}
