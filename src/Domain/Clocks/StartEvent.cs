namespace JointMeeting.Domain.Clocks;

/// <summary>What a period is counted from (起算事件).</summary>
public enum StartEvent
{
    Meeting,
    CountersignSent,
    CloseAsked,
    TaskIssued,
    MonthEnd,
    QuarterEnd,
    ConsultSent,
    LegalityReviewAsked,
    CommentPublished,
    SessionClose,
    Assign,
    AssignNotice,
    AssignMeeting,
    OnlineAssign,
    Receipt,
    Returned,
    ReturnRequest,
    Request,
    Reply,
    ReplyReceived,
    RedoOrder,
    Dissatisfied,
}

/// <summary>The Chinese names of start events.</summary>
public static class StartEvents
{
    /// <summary>The day of the event as people call it.</summary>
    public static string Label(StartEvent start) =>
        start switch
        {
            StartEvent.Meeting => "会议召开日",
            StartEvent.CountersignSent => "送会签日",
            StartEvent.CloseAsked => "申请办结日",
            StartEvent.TaskIssued => "任务下达日",
            StartEvent.MonthEnd => "月末",
            StartEvent.QuarterEnd => "季末",
            StartEvent.ConsultSent => "送征求意见日",
            StartEvent.LegalityReviewAsked => "送合法性审核日",
            StartEvent.CommentPublished => "公开征求意见日",
            StartEvent.SessionClose => "大会闭会日",
            StartEvent.Assign => "交办日",
            StartEvent.AssignNotice => "交办通知日",
            StartEvent.AssignMeeting => "交办会日",
            StartEvent.OnlineAssign => "网上交办日",
            StartEvent.Receipt => "收到日",
            StartEvent.Returned => "退回日",
            StartEvent.ReturnRequest => "申请退回日",
            StartEvent.Request => "提出要求日",
            StartEvent.Reply => "答复日",
            StartEvent.ReplyReceived => "收到答复日",
            StartEvent.RedoOrder => "要求重办日",
            StartEvent.Dissatisfied => "反馈不满意日",
        };
}
