using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>What a column of a task table or a ledger holds.</summary>
public enum Column
{
    Number,
    Task,
    Lead,
    Units,
    Time,

    /// <summary>What the task belongs to, beside it instead of above it, often merged over several rows.</summary>
    Section,

    /// <summary>What a task consists of or aims at (具体措施, 工作目标), beside the task itself.</summary>
    Detail,

    /// <summary>How far a task has come, in words or as a share.</summary>
    Progress,

    /// <summary>One word for where a task stands.</summary>
    Status,
    Other,
}

/// <summary>Header cells of task tables.</summary>
internal static class TaskColumns
{
    private const int LongestHeading = 14;
    private static readonly Regex AsOf = new("^(截至|截止).{2,12}(日|底|月|末|年|季度)", Patterns.Linear);
    private static readonly Regex Measure = new("举措|措施|内容|要求|做法", Patterns.Linear);
    private static readonly Regex Remarks = Of("备注|说明|其他");
    private static readonly Regex Remark = new("[(（][^()（）]{0,20}[)）]$", Patterns.Linear);

    private static readonly (Column Column, Regex Words)[] Known =
    [
        (
            Column.Other,
            Of(
                "存在(的)?(主要)?(问题|困难).{0,8}|(实际|具体)(完成|办结|办理)(时间|日期)|(办结|答复|销号|交办)(时间|日期)"
            )
        ),
        (Column.Number, Of("(序|编)号|(建议|提案|议案|事项|任务)(编|序)?号|案号")),
        (
            Column.Task,
            Of(
                "(重点|主要|具体|年度|目标|改革|创建|试点)?(工作|任务)(任务|内容|事项|措施|举措|分工|要点)?|(重点|主要|具体|改革|创建|试点|民生|实事)(事项|项目|内容|举措)(名称)?|项目(名称|内容)|(重点|主要)(工作|任务)(任务|内容|事项|措施)?|任务(名称|清单)|事项|(重点|主要)?(举措|措施)|重点任务分工|(督办|督查|交办|议定|整改|落实|办理)(事项|任务|内容|要求)(名称|内容)?|(建议|提案|议案)(标题|名称|题目|案由|内容)?|案由|标题|(反馈)?问题(描述|内容|清单|表现)?"
            )
        ),
        (Column.Lead, Of("(牵头|主办|主责|牵头责任|第一责任)(单位|部门|科室|处室|机构)|牵头(方|县区)?")),
        (
            Column.Units,
            Of(
                "(牵头(及|和|、)?)?责任(单位|部门|主体|科室|处室)|(配合|协办|会办|分办|参与|参加|协同|承办|落实|实施)(单位|部门|科室|处室)|责任分工|(协助|协作|支持|共同|其他|相关|有关)(责任)?(单位|部门|科室|处室)|(配合|协同)(方|责任单位)?|(牵头|主办)(单位|部门)?(及|和|、)(责任|配合|协办)(单位|部门)"
            )
        ),
        (
            Column.Time,
            Of(
                "(工作|任务|推进|实施)?(时间|进度)(安排|节点|要求|进度|计划|表)?|(完成|办理|工作)?(时限|期限)(要求)?|完成时间|时间|进度|(计划|要求|应|规定|目标)?(完成|办结|办理|答复|整改|销号)(时限|期限|时间|日期)(要求)?|截止(时间|日期)"
            )
        ),
        (
            Column.Progress,
            Of(
                "(目前|当前|最新|本月|本周|本季度|近期|阶段)?(工作|任务|办理|推进|整改|落实|执行|实施|项目)?(进展|完成|办理|落实|推进|整改|执行|实施|进度)(情况|成效|概况)(说明|描述)?|(目前|当前|最新|工作|任务|办理|推进|整改|项目)?进展|(完成|工作)?(进度)?(比例|百分比|完成率)|完成进度"
            )
        ),
        (
            Column.Status,
            Of(
                "(目前|当前|办理|完成|进度|进展|工作|任务|整改|销号|办结|推进|落实)?状态|是否已?(按期|按时)?(完成|办结|销号|整改|落实|到位)(到位)?|(办结|销号)(情况|与否)|完成与否|办理结果"
            )
        ),
        (Column.Section, Of("(工作|任务|事项|项目)?(类别|分类|领域|板块|方面|专题)|议题(名称)?|一级(任务|指标)")),
        (
            Column.Detail,
            Of(
                "(具体|主要|推进|落实|保障|整改|实施|攻坚|改进|工作)?(举措|措施|内容|要求|安排|步骤|做法)|(工作|年度|预期|阶段|阶段性)?目标(要求|任务)?|目标任务|(预期|工作)?成果(形式|要求)?|(工作|完成|验收|考核|评价|办结|销号|达标|整改)标准|任务要求"
            )
        ),
        (Column.Other, Of("备注|说明|责任人|联系人|联系电话|责任领导|分管领导|牵头领导")),
    ];

    public static Column? Read(string squeezed) =>
        squeezed.Length is 0 or > 40 ? null : Named(squeezed) ?? Named(Remark.Replace(AsOf.Replace(squeezed, ""), ""));

    /// <summary>进度 beside a column of times says how far a task has come.</summary>
    public static bool MayBeProgress(string squeezed) => squeezed is "进度" or "工作进度" or "任务进度";

    /// <summary>What is to be done, as against what it is to lead to.</summary>
    public static bool IsMeasure(string squeezed) => Measure.IsMatch(squeezed);

    /// <summary>备注: anything may stand below it.</summary>
    public static bool IsRemark(string squeezed) => Remarks.IsMatch(squeezed);

    /// <summary>A table of tasks has a column of tasks and one of units.</summary>
    public static bool IsTaskTable(IReadOnlyCollection<Column> columns) =>
        columns.Contains(Column.Task) && (columns.Contains(Column.Units) || columns.Contains(Column.Lead));

    /// <summary>A ledger has a column of tasks and one that says how far they have come.</summary>
    public static bool IsLedger(IReadOnlyCollection<Column> columns) =>
        columns.Contains(Column.Task) && (columns.Contains(Column.Progress) || columns.Contains(Column.Status));

    private static Column? Named(string heading)
    {
        if (heading.Length is 0 or > LongestHeading)
            return null;
        foreach (var (column, words) in Known)
            if (words.IsMatch(heading))
                return column;
        return null;
    }

    private static Regex Of(string words) => new($"^({words})$", Patterns.Linear);
}
