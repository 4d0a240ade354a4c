using System.Buffers;
using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.Findings;

/// <summary>加强与人社、工信等部门的联动: fields of work without a unit, in clauses that name no unit. Never resolved by guessing.</summary>
internal static class SectorNames
{
    private static readonly Regex Departments = new("部门", Patterns.Linear);
    private static readonly Regex Ending = new(
        "(等|及其他|和其他|以及其他)?(各|有关|相关|主管|行业|行业主管|职能){0,3}$",
        Patterns.Linear
    );
    private static readonly Regex Introduced = new(
        "(协同|会同|联合|与|配合|协调|督促|商)(?<s>[^与和]{2,8})$",
        Patterns.Linear
    );
    private static readonly SearchValues<char> Borders = SearchValues.Create("。；;，,：:》)");
    private const int LongestList = 80;

    public static IEnumerable<Finding> InClauses(IReadOnlyList<Clause> clauses)
    {
        foreach (var clause in clauses.Where(clause => clause.Units.IsEmpty))
        foreach (Match match in Departments.Matches(clause.Text))
            if (ListBefore(clause.Text, match.Index) is { Count: > 0 } sectors)
                yield return new(
                    FindingKind.SectorNames,
                    null,
                    clause.Number,
                    $"正文第 {clause.Number} 条只写了行业名称({string.Join('、', sectors)}),没有写明单位,请对应到单位。",
                    sectors,
                    clause.Line,
                    0.8
                );
    }

    /// <summary>The fields that end right before 部门; the list counts when one of them is a known field.</summary>
    private static List<string> ListBefore(string text, int end)
    {
        var start = Math.Max(0, end - LongestList);
        var before = text[start..end];
        var border = before.AsSpan().LastIndexOfAny(Borders);
        before = Ending.Replace(before[(border + 1)..], "");
        var pieces = before.Split('、').ToList();
        // The first piece carries the words that lead in: 加强与人社. One field alone needs such a word: 职业教育部门 is none.
        if (pieces.Count == 1 && Introduced.Match(pieces[0]) is { Success: true } introduced)
            pieces[0] = introduced.Groups["s"].Value;
        else if (pieces.Count > 1 && !UnitNames.IsSector(pieces[0]))
            pieces[0] = LastSector(pieces[0]);
        return
            pieces.TrueForAll(piece => piece.Length is > 0 and <= 8)
            && pieces.Count(UnitNames.IsSector) * 2 >= pieces.Count
            ? pieces
            : [];
    }

    private static string LastSector(string piece)
    {
        for (var length = Math.Min(8, piece.Length); length >= 2; length--)
            if (UnitNames.IsSector(piece[^length..]))
                return piece[^length..];
        return "";
    }
}
