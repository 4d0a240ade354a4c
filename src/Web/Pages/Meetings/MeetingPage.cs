using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Bodies;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Flow.Definition;
using JointMeeting.Workflows.Meetings;

namespace JointMeeting.Web.Pages.Meetings;

/// <summary>One of the pages of a meeting; all of them share the heading, the tabs and the flow line.</summary>
public abstract class MeetingPage(Steps steps) : CaseFilePage(steps)
{
    private static readonly string[] Trunk =
    [
        "draft",
        "notified",
        "inSession",
        "minutesDrafting",
        "countersigning",
        "awaitingSignature",
        "signed",
        "supervising",
        "closed",
    ];

    /// <summary>The meeting.</summary>
    public MeetingRow Meeting { get; private set; } = null!;

    /// <summary>The mechanism's name.</summary>
    public string MechanismName { get; private set; } = "";

    /// <summary>Kind, time and place in a line.</summary>
    public string Note =>
        $"{MeetingKinds.Rule(Meeting.Kind).Label}　{When.Minute(Meeting.StartsAt)}　{Meeting.Place}{IssueText}";

    /// <summary>Where the meeting is, in words.</summary>
    public string State => StepTitle.Of(Steps.Lifecycles, Case);

    /// <summary>The tone of the state.</summary>
    public Tone StateTone =>
        Case.Row.Outcome switch
        {
            null => Tone.Info,
            "cancelled" => Tone.Muted,
            _ => Tone.Ok,
        };

    /// <summary>The open step, or null once it ended.</summary>
    public string? Node => Case.OpenVisits.FirstOrDefault()?.Node;

    /// <summary>The receipts, if the notice went out.</summary>
    public IReadOnlyList<AskRow> Receipts => RoundAt("notified", Vocabulary.Receipt);

    /// <summary>The last countersign round, if there was one.</summary>
    public IReadOnlyList<AskRow> Countersigns => RoundAt("countersigning", Vocabulary.Countersign);

    /// <summary>The flow line.</summary>
    public IReadOnlyList<FlowStep> Flow => [.. Trunk.Select(Stop)];

    private string IssueText =>
        Meeting is { IssueYear: { } year, IssueNumber: { } number } ? $"　〔{year}〕第 {number} 期" : "";

    /// <inheritdoc />
    protected sealed override async Task Load(Session session)
    {
        Meeting =
            await session.One<MeetingRow>("select * from meeting where case_id = @Id", new { Id })
            ?? throw new Refusal("没有找到该会议。");
        MechanismName =
            await session.Scalar<string?>(
                "select name from mechanism where case_id = @Mechanism",
                new { Meeting.Mechanism }
            ) ?? "";
        // The shared heading is a partial page, which cannot name the window itself.
        ViewData["Title"] = Case.Row.Title;
        await LoadMore(session);
    }

    /// <summary>Reads what only this page shows.</summary>
    protected abstract Task LoadMore(Session session);

    /// <summary>The newest round held at a step.</summary>
    protected IReadOnlyList<AskRow> RoundAt(string node, Vocabulary vocabulary) =>
        Case.LastVisit(node) is { } visit ? Case.Round(visit.Id, vocabulary.Id) : [];

    private FlowStep Stop(string node)
    {
        var title = StepTitle.Of(Steps.Lifecycles, Case.Row.Definition, Case.Row.Version, node);
        if (node == Case.Row.Outcome)
            return new(title, StepState.Done, Day(Case.Row.ClosedAt));
        var place = Array.IndexOf(Trunk, node);
        var current = Case.OpenVisits.Select(v => Array.IndexOf(Trunk, v.Node)).DefaultIfEmpty(-1).Max();
        if (current == place)
            return new(title, StepState.Current, DueNote(node));
        var visit = Case.LastVisit(node);
        if (visit?.Skipped ?? Case.Lifecycle.Nodes.GetValueOrDefault(node) is Node.Step { Off: true })
            return new(title, StepState.Skipped, "未启用");
        return visit is not null && (current < 0 || place < current) ? new(title, StepState.Done, Day(visit.LeftAt))
            : Case.Row.Outcome == "cancelled" ? new(title, StepState.Skipped)
            : new(title, StepState.Waiting);
    }

    private string? DueNote(string node) =>
        Case.Lifecycle.Nodes.GetValueOrDefault(node) is Node.Step { Ask: { } ask }
        && Case.Round(Case.OpenVisit(node)!.Id, ask.Vocabulary).Max(a => a.Due) is { } due
            ? $"限 {due:M月d日}"
            : null;

    private static string? Day(DateTimeOffset? at) => at is { } moment ? $"{Moment.DayInChina(moment):M月d日}" : null;
}
