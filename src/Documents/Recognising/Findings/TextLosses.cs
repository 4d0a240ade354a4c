using System.Text.RegularExpressions;
using JointMeeting.Documents.Recognising.Figures;

namespace JointMeeting.Documents.Recognising.Findings;

/// <summary>Signs that fell out between the parts of a text: the stop behind a title or at an end, 年 behind a year, 月 in a month plan.</summary>
internal static class TextLosses
{
    private const int Enough = 3;

    public static IEnumerable<Finding> Find(
        IReadOnlyList<Clause> clauses,
        IReadOnlyList<StatedTime> times,
        IReadOnlyList<CalendarEntry> calendar,
        Sheet sheet
    ) => [.. Titles(clauses), .. Ends(clauses), .. Years(times), .. Plan(calendar, sheet)];

    private static IEnumerable<Finding> Titles(IReadOnlyList<Clause> clauses) =>
        clauses
            .Where(clause => clause.TitleRunsOn)
            .Select(clause =>
                Of(
                    clause.Number,
                    $"第 {clause.Number} 条标题与正文之间缺少句号:“{Short(clause.Text)}”。",
                    clause.Line,
                    0.7
                )
            );

    private static IEnumerable<Finding> Ends(IReadOnlyList<Clause> clauses)
    {
        var open = clauses.Where(clause => clause.Text.Length > 40 && !IsEnded(clause.Text)).ToList();
        return clauses.Count < Enough || open.Count * 2 > clauses.Count
            ? []
            : open.Select(clause =>
                Of(
                    clause.Number,
                    $"第 {clause.Number} 条末尾没有句号,可能被截断:“…{clause.Text[^12..]}”。",
                    clause.Line,
                    0.6
                )
            );
    }

    private static bool IsEnded(string text) =>
        text.TrimEnd()[^1] is '。' or '；' or ';' or '！' or '.' or ')' or '）' or '”' or '：' or ':';

    private static IEnumerable<Finding> Years(IReadOnlyList<StatedTime> times) =>
        times
            .Where(time => time.Doubt is { } doubt && doubt.StartsWith("“年”"))
            .Select(time => Of(null, $"“{time.Raw}”后“年”字缺失,共 {time.Count} 处,请核对。", time.Line, 0.7));

    private static IEnumerable<Finding> Plan(IReadOnlyList<CalendarEntry> calendar, Sheet sheet)
    {
        foreach (var entry in calendar.Where(entry => entry.Doubt is not null))
            yield return Of(null, $"{entry.Month}月安排{entry.Doubt}。", entry.Line, 0.7);
        foreach (var entry in calendar)
        foreach (var damage in LostSigns.Find(entry.Text))
            yield return Of(null, $"{entry.Month}月第 {entry.Number} 项文字有缺损:{damage.Text}。", entry.Line, 0.7);
        var first = calendar.Count == 0 ? 0 : calendar[0].Line;
        if (sheet.Lines.LastOrDefault(line => line.Number < first) is { Squeezed: "1" } cell)
            yield return Of(null, "月份栏只有数字,“月”字缺失,按月份读取。", cell.Number, 0.8);
    }

    private static Finding Of(int? clause, string text, int line, double confidence) =>
        new(FindingKind.DamagedText, null, clause, text, [], line, confidence);

    private static string Short(string text) => text[..Math.Min(30, text.Length)];
}
