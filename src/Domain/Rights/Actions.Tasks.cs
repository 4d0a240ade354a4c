namespace JointMeeting.Domain.Rights;

/// <content>What is done to tasks (督办事项).</content>
public static partial class Actions
{
    /// <summary>核定历史事项: what was already past at import, a task or an item, is judged by a person.</summary>
    public static readonly CaseAction JudgeHistorical = new(
        "judgeHistorical",
        "核定历史事项",
        null,
        ["historical"],
        Doer.Office
    );

    /// <summary>调整分工后重新下达.</summary>
    public static readonly CaseAction Reassign = new(
        "reassign",
        "维持分工并重新下达",
        CaseKind.Task,
        ["assigned"],
        Doer.Office
    );

    /// <summary>终止 a task: what it asked for is no longer wanted.</summary>
    public static readonly CaseAction CancelTask = new("cancelTask", "终止事项", CaseKind.Task, [], Doer.Office);

    /// <summary>节点完成: said by a unit of the task; closes nothing.</summary>
    public static readonly CaseAction ReachMilestone = new(
        "reachMilestone",
        "登记节点完成",
        CaseKind.Task,
        ["assigned", "inProgress", "verifying"],
        Doer.Concerned
    );

    private static readonly CaseAction[] OfTasks = [JudgeHistorical, Reassign, CancelTask, ReachMilestone];
}
