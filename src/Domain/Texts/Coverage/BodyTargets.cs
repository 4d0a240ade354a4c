using System.Text.RegularExpressions;

namespace JointMeeting.Domain.Texts.Coverage;

/// <summary>
/// 正文目标: what a clause sets as a number and none of its tasks repeats. A target that stands only in the body is
/// measured by nobody unless it is linked to a task. No rule asks for it.
/// </summary>
public static class BodyTargets
{
    private static readonly Regex Figure = new(
        "([0-9]+(\\.[0-9]+)?|[二三四五六七八九十百千两]+)(余|多)?(万|亿)?"
            + "(%|％|‰|个|家|人|名|所|项|门|条|套|处|次|场|户|座|台|亩|元|公里|平方米|吨|岗|班|类|支|间|辆|对|本|种|倍|以上)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    );

    /// <summary>The parts of the clause that set such a number, in reading order.</summary>
    /// <param name="clause">The body's words.</param>
    /// <param name="tasks">The texts of the tasks planned for it.</param>
    public static IReadOnlyList<string> NotIn(string clause, IReadOnlyList<string> tasks) =>
        [
            .. clause
                .Split(
                    ['，', ',', '。', '；', ';', '\n'],
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                )
                .Where(part => Figures(part) is { Count: > 0 } set && !tasks.Any(t => set.All(t.Contains))),
        ];

    private static List<string> Figures(string part) =>
        [.. Figure.Matches(part).Where(m => m.Index == 0 || part[m.Index - 1] != '第').Select(m => m.Value)];
}
