using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

internal enum Column
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
    Other,
}

/// <summary>Header cells of task tables.</summary>
internal static class TaskColumns
{
    private static readonly (Column Column, Regex Words)[] Known =
    [
        (Column.Number, Of("序号|编号")),
        (
            Column.Task,
            Of(
                "(重点|主要|具体|年度|目标)?(工作|任务)(任务|内容|事项|措施|举措|分工|要点)?|(重点|主要)(工作|任务)(任务|内容|事项|措施)?|任务(名称|清单)|事项|(重点|主要)?(举措|措施)|重点任务分工"
            )
        ),
        (Column.Lead, Of("(牵头|主办|主责)(单位|部门|科室|处室)")),
        (
            Column.Units,
            Of(
                "(牵头(及|和|、)?)?责任(单位|部门|主体|科室|处室)|(配合|协办|会办|参与|参加|协同|承办|落实|实施)(单位|部门|科室|处室)|责任分工|(牵头|主办)(单位|部门)?(及|和|、)(责任|配合|协办)(单位|部门)"
            )
        ),
        (
            Column.Time,
            Of(
                "(工作|任务)?(时间|进度)(安排|节点|要求|进度|计划)|(完成|办理|工作)?(时限|期限)(要求)?|完成时间|时间|进度"
            )
        ),
        (Column.Section, Of("(工作|任务|事项)?(类别|分类|领域|板块|方面)")),
        (
            Column.Detail,
            Of(
                "(具体|主要)(举措|措施|内容|要求)|(工作|年度|预期)?目标(要求|任务)?|目标任务|(预期)?成果(形式)?|工作标准|任务要求"
            )
        ),
        (Column.Other, Of("备注|责任人|联系人|联系电话|进展(情况)?|责任领导|分管领导|牵头领导")),
    ];

    public static Column? Read(string squeezed)
    {
        if (squeezed.Length is 0 or > 14)
            return null;
        foreach (var (column, words) in Known)
            if (words.IsMatch(squeezed))
                return column;
        return null;
    }

    /// <summary>A table of tasks has a column of tasks and one of units.</summary>
    public static bool IsTaskTable(IReadOnlyCollection<Column> columns) =>
        columns.Contains(Column.Task) && (columns.Contains(Column.Units) || columns.Contains(Column.Lead));

    private static Regex Of(string words) => new($"^({words})$", Patterns.Linear);
}
