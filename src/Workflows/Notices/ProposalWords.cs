namespace JointMeeting.Workflows.Notices;

/// <summary>What pages and the trail call proposals and their states.</summary>
public static class ProposalWords
{
    /// <summary>The kind in Chinese.</summary>
    public static string Label(ProposalKind kind) =>
        kind switch
        {
            ProposalKind.Heading => "文件信息",
            ProposalKind.Recipient => "主送单位",
            ProposalKind.Person => "名单",
            ProposalKind.Clause => "条款",
            ProposalKind.Column => "表头",
            ProposalKind.Unit => "单位名称",
            ProposalKind.Status => "台账状态",
            ProposalKind.Task => "任务",
            ProposalKind.Repair => "时限修复",
            ProposalKind.MonthEntry => "月度安排",
            ProposalKind.Duty => "报送事项",
            ProposalKind.Target => "目标",
            ProposalKind.Indicator => "指标",
            ProposalKind.Citation => "引用文件",
            ProposalKind.Finding => "存疑事项",
        };

    /// <summary>The part of the head in Chinese.</summary>
    public static string Label(HeadingField field) =>
        field switch
        {
            HeadingField.Title => "标题",
            HeadingField.DocumentNumber => "发文字号",
            HeadingField.Issuer => "发文机关",
            HeadingField.IssueDate => "成文日期",
        };

    /// <summary>The state in Chinese.</summary>
    public static string Label(ProposalState state) =>
        state switch
        {
            ProposalState.Pending => "待确认",
            ProposalState.Accepted => "采纳",
            ProposalState.Corrected => "更正",
            ProposalState.Rejected => "不采纳",
        };
}
