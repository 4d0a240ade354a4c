using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>Whether a text reports what was reached or plans what is to be reached: only reports have indicators with actual values, only plans set targets.</summary>
internal static class ReportKind
{
    private const int EnoughSigns = 3;
    private static readonly Regex Title = new(
        "汇报|总结|(情况|进展)的?[^的]{0,6}(报告|通报|说明|简报|专报)|的报告$|工作报告|自查报告|自评|述职|(督查|督办|调度)通报|(推进|进展|完成|落实|办理|开展|执行|建设)情况([(（].{1,20}[)）])?$",
        Patterns.Linear
    );
    private static readonly Regex Plans = new("通知|方案|要点|计划$|规划|办法", Patterns.Linear);
    private static readonly Regex Reached = new(
        "超额完成|全面完成|同比(增长|增加|提高|下降)|比(上年|去年|20[0-9]{2}年)[^。;；]{0,12}(增加|增长|提高|下降|减少)|完成率|累计完成|顺利完成|圆满完成|累计(完成|服务|投入|发放|建成)|已(建成|拨付|开工|竣工|整改)[^,，。]{0,12}[0-9]",
        Patterns.Linear
    );
    private static readonly Regex Places = new(
        "各(地|县|区|市|镇|乡|街道|单位|部门|园区|学校|成员单位)[^,，。]{0,12}(情况|进展|进度|完成)",
        Patterns.Linear
    );
    private static readonly Regex NextSteps = new(
        "下一步|下步|下阶段|打算|工作安排|工作思路|今后|工作要求|有关要求|(下半年|[二三四]季度).{0,6}(安排|计划|任务|工作)$|工作(建议|措施)|(19|20)[0-9]{2}年.{0,6}(安排|打算|计划|部署|举措|任务|重点)$|(重点|主要|后续)(工作)?(安排|打算|举措)$",
        Patterns.Linear
    );
    private const int EnoughInAPart = 2;
    private static readonly Regex Progress = new("进展|进度|情况|成效|成绩|回顾|总结|汇报", Patterns.Linear);
    private static readonly Regex SoFar = new(
        "截至|(完成|占)(了)?(年度|全年|目标|任务)|(为|达到|超过|距|离|高于)[^,，。;；]{0,12}(目标|任务|计划)",
        Patterns.Linear
    );
    private static readonly Regex Judges = new("^会议(指出|认为|强调|要求|听取并)", Patterns.Linear);
    private static readonly Regex Problems = new("问题|不足|困难|短板|差距|原因", Patterns.Linear);

    public static bool IsReport(Stated<string>? title, Body body) =>
        title is not null && Title.IsMatch(title.Value) && !PlansIn(title.Value)
        || (
            !(title is not null && PlansIn(title.Value))
            && body.Clauses.Select(clause => clause.Text)
                .Concat(body.Passages.Select(passage => passage.Text))
                .Sum(text => Reached.Count(text)) >= EnoughSigns
        );

    /// <summary>A plan may begin with what was reached before it.</summary>
    private static bool PlansIn(string title) => Plans.IsMatch(title[^Math.Min(4, title.Length)..]);

    /// <summary>
    /// A part of minutes or of a plan that tells what was reached (听取进展汇报, 上年工作回顾), by its heading and its words.
    /// </summary>
    public static bool TellsResults(string section, IEnumerable<string> texts) =>
        Progress.IsMatch(section)
        && !LooksAhead(section)
        && texts.Where(text => !Judges.IsMatch(text)).Sum(text => Reached.Count(text) + SoFar.Count(text))
            >= EnoughInAPart;

    /// <summary>会议指出, 会议认为: what follows is weighed, and no result.</summary>
    public static bool IsJudgement(string text) => Judges.IsMatch(text);

    /// <summary>Parts of a report that look ahead.</summary>
    public static bool LooksAhead(string section) => NextSteps.IsMatch(section);

    /// <summary>各地进展情况: what each place reached.</summary>
    public static bool IsAboutPlaces(string section) => Places.IsMatch(section);

    /// <summary>存在问题: its figures illustrate, they are no results.</summary>
    public static bool IsAboutProblems(string section) => Problems.IsMatch(section);
}
