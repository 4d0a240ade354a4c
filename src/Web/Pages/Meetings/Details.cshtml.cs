using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Web.Pages.Tasks;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Meetings.Close;
using JointMeeting.Workflows.Meetings.Countersign;
using JointMeeting.Workflows.Meetings.Issue;
using JointMeeting.Workflows.Meetings.Notify;
using JointMeeting.Workflows.Meetings.Session;
using JointMeeting.Workflows.Steering;
using Microsoft.AspNetCore.Mvc;
using Session = JointMeeting.Ledger.Session;

namespace JointMeeting.Web.Pages.Meetings;

/// <summary>One meeting: where it is, what to do next, and every step that needs no form of its own.</summary>
public sealed class DetailsModel(Steps steps) : MeetingPage(steps)
{
    [BindProperty]
    public string? UrgentReason { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public Timeline History { get; private set; } = null!;
    public IReadOnlyList<TaskLine> Tasks { get; private set; } = [];
    public WorkingDayCalendar Calendar => Steps.Calendar;
    public Permission MayNotice => Rights.To(Actions.SendNotice);
    public Permission MayCancel => Rights.To(Actions.CancelMeeting);

    /// <summary>The last day on which the notice is in time.</summary>
    public DateOnly NoticeBy =>
        Clock
            .Explain(
                [new Started(Moment.DayInChina(Meeting.StartsAt))],
                RuleSet.Meeting.Rule("notice", Today)!,
                Steps.Calendar
            )
            .Date;

    public bool NoticeIsLate => Today > NoticeBy;

    public IReadOnlyList<string> Agenda =>
        Meeting.Agenda.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What to do next, in a line and a sentence.</summary>
    public (string Title, string Text) Next => NextStep.Of(this);

    /// <summary>Pages where the next thing is done.</summary>
    public IReadOnlyList<ActionLink> Links => [.. NextStep.Links(this)];

    /// <summary>Actions of the step, also refused ones with the reason.</summary>
    public IReadOnlyList<ActionButton> Buttons => [.. NextStep.Buttons(this)];

    public Task<IActionResult> OnPostNoticeAsync() =>
        Act(new SendNotice(UrgentReason), "会议通知已发出。请在“回执”页跟踪各单位的答复。");

    public Task<IActionResult> OnPostOpenAsync() =>
        Act(new OpenSession(), "会议已开始，请办理签到。", $"/meetings/{Id}/attendance");

    public Task<IActionResult> OnPostCloseSessionAsync() =>
        Act(new CloseSession(), "会议已结束，请起草纪要。", $"/meetings/{Id}/draft");

    public Task<IActionResult> OnPostCirculateAsync() =>
        Act(new Circulate(), "纪要已送有关单位会签。", $"/meetings/{Id}/countersign");

    public Task<IActionResult> OnPostReturnAsync() =>
        Act(
            new ReturnTo("minutesDrafting", Why ?? ""),
            "已退回起草。修改后重新送会签，只征求受影响的单位。",
            $"/meetings/{Id}/draft"
        );

    public Task<IActionResult> OnPostProceedAsync() =>
        Act(new ProceedToSignature(), "已送召集人签发，逾期未会签的单位在纪要中列明。", $"/meetings/{Id}/countersign");

    public Task<IActionResult> OnPostIssueAsync() => Act(new IssueMinutes(), "纪要已印发，议定事项已转为督办事项。");

    public Task<IActionResult> OnPostCloseMeetingAsync() => Act(new CloseMeeting(), "会议已办结。");

    public Task<IActionResult> OnPostCancelAsync() => Act(new CancelMeeting(Why ?? ""), "会议已取消。");

    /// <summary>Open requests of this meeting that the reader may answer.</summary>
    public IEnumerable<AskRow> Mine =>
        Case.Asks.Where(a => a.State == AskState.Open && Rights.ToAnswer(a.Id).IsAllowed);

    protected override async Task LoadMore(Session session)
    {
        History = await Timeline.Read(session, Id);
        Tasks = await TaskLines.OfMeeting(session, Id);
    }

    private Task<IActionResult> Act(Command command, string done, string? next = null) =>
        Do(Id, command, done, _ => Redirect(next ?? $"/meetings/{Id}"));
}
