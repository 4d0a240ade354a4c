using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>Whether a text reports what was reached or plans what is to be reached: only reports have indicators with actual values, only plans set targets.</summary>
internal static class ReportKind
{
    private const int EnoughSigns = 3;
    private static readonly Regex Title = new(
        "汇报|总结|情况的?(报告|通报|说明)|的报告$|工作报告|自查报告|自评|述职",
        Patterns.Linear
    );
    private static readonly Regex Plans = new("通知|方案|要点|计划$|规划|办法", Patterns.Linear);
    private static readonly Regex Reached = new(
        "超额完成|全面完成|同比(增长|增加|提高|下降)|比(上年|去年|20[0-9]{2}年)[^。;；]{0,12}(增加|增长|提高|下降|减少)|完成率|累计完成|顺利完成|圆满完成",
        Patterns.Linear
    );
    private static readonly Regex NextSteps = new("下一步|下步|下阶段|打算|工作安排|工作思路|今后", Patterns.Linear);
    private static readonly Regex Problems = new("问题|不足|困难|短板|差距|原因", Patterns.Linear);

    public static bool IsReport(Stated<string>? title, Body body) =>
        title is not null
            && Title.IsMatch(title.Value)
            && !Plans.IsMatch(title.Value[^Math.Min(4, title.Value.Length)..])
        || body.Clauses.Sum(clause => Reached.Count(clause.Text)) >= EnoughSigns;

    /// <summary>Parts of a report that look ahead.</summary>
    public static bool LooksAhead(string section) => NextSteps.IsMatch(section);

    /// <summary>存在问题: its figures illustrate, they are no results.</summary>
    public static bool IsAboutProblems(string section) => Problems.IsMatch(section);
}
