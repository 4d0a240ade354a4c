using JointMeeting.Documents.Recognising.ItemLists;

namespace JointMeeting.Web.Pages.Proposals.Intake;

/// <summary>The columns of a running ledger, where the list is shown as cells to be corrected and read again.</summary>
internal static class CourseCells
{
    public static readonly string[] Headings =
    [
        "签收日期",
        "办理状态",
        "办理情况",
        "办理进展",
        "答复日期",
        "办结日期",
        "答复文号",
        "答复类别",
        "满意度",
        "备注",
        "原表位置",
    ];

    public static string[] Of(ListedItem item)
    {
        var course = item.Course ?? new();
        // A text that is no word would be asked for as one, did it stand in the column of words.
        var isWord = course.Status is { FromText: false };
        return
        [
            $"{course.SignedOn:yyyy-MM-dd}",
            isWord ? course.StatusRaw ?? "" : "",
            isWord ? "" : course.StatusRaw ?? "",
            course.Progress ?? "",
            $"{course.RepliedOn:yyyy-MM-dd}",
            $"{course.ClosedOn:yyyy-MM-dd}",
            course.ReplyNumber ?? "",
            course.ClassRaw ?? "",
            course.FeedbackRaw ?? "",
            course.More ?? "",
            item.Place,
        ];
    }
}
