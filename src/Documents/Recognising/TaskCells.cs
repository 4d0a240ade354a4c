using System.Text.RegularExpressions;
using JointMeeting.Domain.Texts.Deadlines;

namespace JointMeeting.Documents.Recognising;

/// <summary>What a single cell of a task table holds, judged by its form.</summary>
internal static class TaskCells
{
    private const int LongestTime = 60;
    private static readonly Regex Year = new("(19|20)[0-9]{2}年?|[0-9]月|年底|期间", Patterns.Linear);

    public static bool IsUnits(Cell cell) =>
        cell.Squeezed.Length is >= 2 and <= 400
        && (UnitsExpression.StatesUnits(cell.Squeezed) || UnitsExpression.IsPlainList(cell.Text));

    /// <summary>A short text whose time can be read.</summary>
    public static bool IsTime(Cell cell) =>
        cell.Squeezed.Length <= LongestTime
        && TimeExpression.Read(cell.Text, null) is { } time
        && (time.Value.Kind is not DeadlineKind.Ambiguous || Year.IsMatch(cell.Squeezed));
}
