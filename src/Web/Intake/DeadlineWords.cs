using JointMeeting.Domain.Texts.Deadlines;

namespace JointMeeting.Web.Intake;

/// <summary>What people call the kinds of deadlines.</summary>
public static class DeadlineWords
{
    /// <summary>The kind in Chinese.</summary>
    public static string Label(DeadlineKind kind) =>
        kind switch
        {
            DeadlineKind.By => "某日前完成",
            DeadlineKind.Point => "在某日",
            DeadlineKind.During => "某段时间内",
            DeadlineKind.Range => "起止时段",
            DeadlineKind.Ongoing => "持续实施，不设期限",
            DeadlineKind.OngoingUntil => "持续实施至某日",
            DeadlineKind.Recurring => "定期反复",
            DeadlineKind.Relative => "自某事起算",
            DeadlineKind.Soft => "力争、尽快",
            DeadlineKind.Label => "名称里的年份，不是期限",
            DeadlineKind.Ambiguous => "说法不明，待定",
        };
}
