namespace JointMeeting.Domain.Proposals;

/// <summary>One class of results (答复类别).</summary>
/// <param name="Code">What stands at the top right of the reply.</param>
/// <param name="Solved">It counts as solved.</param>
/// <param name="FollowUp">It is a promise that must be followed up (承诺跟踪).</param>
public sealed record ReplyClass(string Code, string Meaning, bool Solved = false, bool FollowUp = false);

/// <summary>
/// The classes a locality notes on its replies, from the furthest solved to the least; letters nationally
/// (2005 办法), in some places other words or four textual results.
/// </summary>
public sealed record ClassScheme(string Id, string Name, IReadOnlyList<ReplyClass> Classes)
{
    /// <summary>A/B/C/D.</summary>
    public static readonly ClassScheme FourLetters = new(
        "abcd",
        "A/B/C/D 四类",
        [
            new("A", "已经解决或基本解决", Solved: true),
            new("B", "正在解决或列入计划解决", FollowUp: true),
            new("C", "因条件限制待以后解决"),
            new("D", "留作参考"),
        ]
    );

    /// <summary>A/B/C.</summary>
    public static readonly ClassScheme ThreeLetters = new(
        "abc",
        "A/B/C 三类",
        [
            new("A", "已经解决或采纳", Solved: true),
            new("B", "列入计划逐步解决", FollowUp: true),
            new("C", "留作参考或暂难解决"),
        ]
    );

    /// <summary>甲/乙/丙.</summary>
    public static readonly ClassScheme ThreeStems = new(
        "jyb",
        "甲/乙/丙 三类",
        [
            new("甲", "已经解决或采纳", Solved: true),
            new("乙", "正在解决或列入规划", FollowUp: true),
            new("丙", "留作参考或暂难解决"),
        ]
    );

    /// <summary>Four results in words, without letters.</summary>
    public static readonly ClassScheme FourResults = new(
        "four",
        "四种办理结果",
        [
            new("解决采纳", "已经解决或者采纳", Solved: true),
            new("正在解决", "正在解决或者列入计划", FollowUp: true),
            new("计划解决", "条件成熟后解决", FollowUp: true),
            new("留作参考", "留作参考"),
        ]
    );

    /// <summary>All schemes of this product.</summary>
    public static readonly IReadOnlyList<ClassScheme> All = [FourLetters, ThreeLetters, ThreeStems, FourResults];

    /// <summary>The scheme of that id.</summary>
    /// <exception cref="KeyNotFoundException">No scheme has that id.</exception>
    public static ClassScheme Named(string id) =>
        All.FirstOrDefault(s => s.Id == id) ?? throw new KeyNotFoundException($"No class scheme is named '{id}'.");

    /// <summary>The class of that code, or null where this scheme has none.</summary>
    public ReplyClass? Find(string code) => Classes.FirstOrDefault(c => c.Code == code);

    /// <summary>
    /// The class of the whole from the classes of its parts (逐条答复). A part that is still to be followed up makes the
    /// whole one to be followed up; else the part that is furthest from solved decides. So what is solved only in part
    /// never counts as solved.
    /// </summary>
    /// <exception cref="Refusal">There is no part, or one has no class of this scheme.</exception>
    public ReplyClass Overall(IReadOnlyList<string?> parts)
    {
        if (parts.Count == 0)
            throw new Refusal("答复没有内容,不能确定类别。");
        var classes = parts
            .Select(
                (code, i) =>
                    code is { } c && Find(c) is { } known
                        ? known
                        : throw new Refusal($"第 {i + 1} 项还没有选择{Name}中的类别。")
            )
            .ToList();
        return classes.Find(c => c.FollowUp) is not null
            ? Classes.First(c => c.FollowUp && classes.Contains(c))
            : classes.MaxBy(c => Classes.ToList().IndexOf(c))!;
    }

    /// <summary>Why this class may not stand for the whole, or null: one that differs from the derived class needs a reason.</summary>
    public string? RefusalOfOverride(IReadOnlyList<string?> parts, string chosen, string? reason)
    {
        if (Find(chosen) is null)
            return $"“{chosen}”不是{Name}中的类别。";
        var derived = Overall(parts);
        return chosen == derived.Code || !string.IsNullOrWhiteSpace(reason)
            ? null
            : $"逐条类别推算的总体类别为 {derived.Code},改为 {chosen} 须填写理由。";
    }
}
