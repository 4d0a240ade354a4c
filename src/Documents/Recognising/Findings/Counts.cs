using System.Buffers;
using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.Findings;

/// <summary>Counts that do not agree: 等6部门 with five names, numbers missing in a table.</summary>
internal static class Counts
{
    private const int LongestList = 120;
    private static readonly SearchValues<char> Stops = SearchValues.Create("。；;：:》《");
    private static readonly Regex Stated = new(
        "等([0-9]{1,2}|[一二三四五六七八九十]{1,3})个?(部门|单位|部委)",
        Patterns.Linear
    );
    private static readonly Regex BeforeList = new("(联合|会同|协同|由|及|与|，|,)", Patterns.Linear);

    public static IEnumerable<Finding> InLines(Sheet sheet) => sheet.Lines.SelectMany(InLine);

    /// <summary>The list that ends with 等N部门, if it is a list.</summary>
    public static UnitList? ListEndingAt(string text, int end)
    {
        var start = Math.Max(0, end - LongestList);
        var sentence = text[start..end];
        sentence = sentence[(sentence.AsSpan().LastIndexOfAny(Stops) + 1)..];
        var introduced = BeforeList.Matches(sentence);
        if (introduced.Count > 0 && introduced[^1].Index + introduced[^1].Length < sentence.IndexOf('、'))
            sentence = sentence[(introduced[^1].Index + introduced[^1].Length)..];
        var list = UnitsExpression.ParseList(sentence);
        return list.Stated is null ? null : list;
    }

    public static IEnumerable<Finding> InTable(IReadOnlyList<TaskRow> rows)
    {
        for (var at = 1; at < rows.Count; at++)
            if (rows[at].Number > rows[at - 1].Number + 1)
                yield return new(
                    FindingKind.CountMismatch,
                    rows[at].Number,
                    null,
                    $"分工表序号由 {rows[at - 1].Number} 跳到 {rows[at].Number},中间可能缺行,请核对原文。",
                    [],
                    rows[at].Line,
                    0.8
                );
    }

    private static IEnumerable<Finding> InLine(Line line)
    {
        foreach (Match match in Stated.Matches(line.Squeezed))
            if (ListEndingAt(line.Squeezed, match.Index + match.Length) is { } list && Disagrees(list))
                yield return new(
                    FindingKind.CountMismatch,
                    null,
                    null,
                    $"“{match.Value}”写明 {list.Stated} 个,实际列出 {list.All.Count} 个({string.Join("、", list.All)}),可能含发文单位,请核对。",
                    list.All,
                    line.Number,
                    0.7
                )
                {
                    Values = [$"{list.Stated}", $"{list.All.Count}"],
                };
    }

    // 教育部等八部门 names one for all; only a list that is nearly complete is expected to be complete.
    private static bool Disagrees(UnitList list) =>
        list.All.Count > list.Stated
        || (list.All.Count >= 3 && list.All.Count < list.Stated && list.Stated - list.All.Count <= 2);
}
