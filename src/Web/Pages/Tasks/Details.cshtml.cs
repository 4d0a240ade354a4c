using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Supervision;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Web.Pages.Mechanisms;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Supervision;
using JointMeeting.Workflows.Supervision.Judge;
using JointMeeting.Workflows.Supervision.Milestones;
using JointMeeting.Workflows.Supervision.Reassign;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Tasks;

/// <summary>One task: what it is, who signed for it, what was reported, and what comes next.</summary>
public sealed class DetailsModel(Steps steps) : CaseFilePage(steps)
{
    [BindProperty]
    public string? Verdict { get; set; }

    [BindProperty]
    public string? Basis { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? Milestone { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>节点; none of them closes the task.</summary>
    public IReadOnlyList<MilestoneLine> Milestones { get; private set; } = [];

    /// <summary>Targets that only the body of the document states.</summary>
    public IReadOnlyList<string> Targets { get; private set; } = [];

    /// <summary>Numbers that documents set for it, with what was reported of them.</summary>
    public FigureLines Figures { get; private set; } = null!;

    public Permission Reaching => Rights.To(Actions.ReachMilestone);

    public TaskRow Row { get; private set; } = null!;
    public TaskLine Line { get; private set; } = null!;

    /// <summary>What the ledger said that it was taken over from; null where it comes from none.</summary>
    public TakenOverRow? Ledger { get; private set; }
    public IReadOnlyList<ReportLine> Reports { get; private set; } = [];
    public Timeline History { get; private set; } = null!;
    public WorkingDayCalendar Calendar => Steps.Calendar;
    public Light Light => Line.LightOn(Today, Calendar);

    public static IReadOnlyList<SelectListItem> Verdicts { get; } =
    [new("导入前已办结", "done"), new("仍需办理，下达承办单位", "open")];

    /// <summary>Open requests that the reader may answer.</summary>
    public IEnumerable<AskRow> Mine =>
        Case.Asks.Where(a => a.State == AskState.Open && Rights.ToAnswer(a.Id).IsAllowed);

    /// <summary>Open requests that the office may record for a unit.</summary>
    public IReadOnlyList<AskRow> ToRecord =>
        [.. Case.Asks.Where(a => a.State == AskState.Open && a.Unit != Me.Unit && Rights.ToRecord(a.Id).IsAllowed)];

    public Permission? Judging =>
        Line.Standing.Stage == TaskStage.Historical ? Rights.To(Actions.JudgeHistorical) : null;

    public Permission Keeping => Rights.To(Actions.Reassign);

    public bool Disputed =>
        Case.OpenVisit("assigned") is { } visit
        && Case.Round(visit.Id, Vocabulary.SignFor.Id).Any(a => Case.EffectOf(a) == AnswerEffect.Objects);

    public IReadOnlyList<AnswerCell> SignFors =>
        Case.LastVisit("assigned") is { } visit
            ? [.. Case.Round(visit.Id, Vocabulary.SignFor.Id).Select(a => AnswerCell.Of(Case, Units, a, Today))]
            : [];

    public string SignForNote => $"{SignFors.Count(s => s.At is not null)}/{SignFors.Count}";

    public string? SourceAddress =>
        Ledger is not null
            ? (Me.Is(Role.OfficeClerk) ? $"/notices/{Line.SourceCase}" : null)
            : CaseAddress.Of(Line.SourceKind, Line.SourceCase);

    public string NoDate =>
        Row.DeadlineKind == DeadlineKind.Ongoing ? "持续实施，不计超期" : "没有确定的日期，不计超期";

    /// <summary>Why it is judged first.</summary>
    public string WhyHistorical =>
        LedgerStatuses.WasOverBefore(Ledger?.Status)
            ? $"台账载明“{LedgerStatuses.Label(Ledger!.Status!.Value)}”"
            : "导入时时限已过";

    /// <summary>What to do next, and who does it.</summary>
    public (Tone Tone, string Title, string Text) Next =>
        Mine.FirstOrDefault() is { } mine
            ? (Tone.Warn, "等待您办理", $"{mine.Subject}。请点右上角的按钮办理{DueText(mine.Due)}。")
            : Line.Standing.Stage switch
            {
                TaskStage.Historical => (
                    Tone.Info,
                    "历史待核",
                    $"{WhyHistorical}，不计超期。由联席会议办公室核定是否已经办结。"
                ),
                TaskStage.Assigned => (Tone.Info, "等待签收", $"还有{Waiting()}没有签收。"),
                TaskStage.InProgress => (
                    Tone.Info,
                    "办理中",
                    $"由{Units.Names(Row.LeadUnits)}报送进展；完成后附佐证材料申请办结。"
                ),
                TaskStage.Verifying => (Tone.Info, "核实中", "由联席会议办公室核实办结申请，符合的予以销号。"),
                TaskStage.Done => (Tone.Ok, Line.State, "本事项已办结，材料可供查阅。"),
            };

    public Task<IActionResult> OnPostJudgeAsync() =>
        Do(
            Id,
            new JudgeHistorical(Verdict == "done", Verdict is null ? "" : Basis ?? ""),
            Verdict == "done" ? "已核定为历史办结。" : "已下达承办单位签收。",
            _ => Redirect($"/tasks/{Id}")
        );

    public Task<IActionResult> OnPostKeepAsync() =>
        Do(Id, new KeepAssignment(Why ?? ""), "已维持分工并下达，转入办理。", _ => Redirect($"/tasks/{Id}"));

    public Task<IActionResult> OnPostReachAsync() =>
        Do(
            Id,
            new ReachMilestone(Milestone ?? "", Note ?? ""),
            "已登记节点完成，任务仍须申请办结、核实销号。",
            _ => Redirect($"/tasks/{Id}")
        );

    protected override async Task Load(Session session)
    {
        Row =
            await session.One<TaskRow>("select * from task where case_id = @Id", new { Id })
            ?? throw new Domain.Refusal("没有找到该督办事项。");
        Line = (await TaskLines.One(session, Id))!;
        Ledger = await session.One<TakenOverRow>("select * from taken_over where task = @Id", new { Id });
        Reports = await ReportLines.Read(session, Case, Units);
        Milestones = await MilestoneLine.Of(session, Id);
        Targets = await session.Query<string>(
            "select text from task_target where task = @Id order by position",
            new { Id }
        );
        Figures = await FigureLines.ReadTask(session, Id);
        History = await Timeline.Read(session, Id);
    }

    private string Waiting() =>
        string.Join(
            "、",
            Case.Asks.Where(a => a.State == AskState.Open && a.Vocabulary == Vocabulary.SignFor.Id)
                .Select(a => Units.Name(a.Unit))
        );

    private static string DueText(DateOnly? due) => due is { } day ? $"，{When.Day(day)}前完成" : "";
}
