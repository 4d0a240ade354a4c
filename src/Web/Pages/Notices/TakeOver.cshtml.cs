using System.ComponentModel.DataAnnotations;
using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Supervision;
using JointMeeting.Domain.Supervision.Reporting;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Ledger;
using JointMeeting.Web.Intake;
using JointMeeting.Web.Kit;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Contents;
using JointMeeting.Workflows.Notices.TakeOver;
using JointMeeting.Workflows.Supervision;
using JointMeeting.Workflows.Supervision.Judge;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Notices;

/// <summary>转入督办台账: into which mechanism, as of which day, and what would become of every row; afterwards what has.</summary>
[Authorize(Roles = nameof(Role.OfficeClerk))]
public sealed class TakeOverModel(Steps steps) : NoticePage(steps)
{
    /// <summary>More rows at once only slow the page down; the numbers above the list count all.</summary>
    private const int MostRows = 300;

    private IReadOnlyList<PlannedRow> _plan = [];

    [BindProperty(SupportsGet = true), Display(Name = "转入哪个联席会议")]
    public string? Into { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "截至日期")]
    public DateOnly? AsOf { get; set; }

    [BindProperty, Display(Name = "核定依据"), MaxLength(500)]
    public string? Basis { get; set; }

    public IReadOnlyList<SelectListItem> Mechanisms { get; private set; } = [];

    /// <summary>截至日期 as the ledger itself states it; null where it does not.</summary>
    public DateOnly? StatedAsOf { get; private set; }

    /// <summary>What was taken over from this ledger.</summary>
    public IReadOnlyList<Taken> TakenOver { get; private set; } = [];

    /// <summary>How many tasks it added progress to that were there already.</summary>
    public long Continued { get; private set; }

    /// <summary>The mechanism that has its duties and figures now; null where there are none.</summary>
    public string? LeftTo { get; private set; }
    public long DutiesLeft { get; private set; }
    public long FiguresLeft { get; private set; }
    public long AddresseesLeft { get; private set; }

    /// <summary>What it left there beside tasks, in words.</summary>
    public string Left =>
        string.Join(
            "、",
            new[]
            {
                (AddresseesLeft, $"主送单位 {AddresseesLeft} 个"),
                (DutiesLeft, $"报送事项 {DutiesLeft} 项"),
                (FiguresLeft, $"目标和指标 {FiguresLeft} 项"),
            }
                .Where(part => part.Item1 > 0)
                .Select(part => part.Item2)
        );

    /// <summary>Targets and indicators that were taken.</summary>
    public int Figures => Proposals.Count(p => p.IsTaken && p.Kind is (ProposalKind.Target or ProposalKind.Indicator));

    public IReadOnlyList<PlannedRow> FirstRows => [.. _plan.Take(MostRows)];
    public int Rows => _plan.Count;
    public string? MechanismName => Mechanisms.FirstOrDefault(m => m.Value == Into)?.Text;

    /// <summary>Both are chosen, so that it can be shown what would become of the rows.</summary>
    public bool IsPlanned => MechanismName is not null && AsOf is not null && Undecided.Count == 0;

    /// <summary>Rows that wait for a person's judgement and that the ledger calls done.</summary>
    public IReadOnlyList<Taken> SaidDone =>
        [.. TakenOver.Where(task => task.Node == "historical" && task.Status is LedgerStatus.Done)];

    public int Count(RowFate fate) => _plan.Count(row => row.Fate == fate);

    public int Waiting(string node) => TakenOver.Count(task => task.Node == node);

    public static string Label(RowFate fate) =>
        fate switch
        {
            RowFate.Assign => "下达签收",
            RowFate.Judge => "历史待核",
            RowFate.Continues => "补记进展",
            RowFate.TakenBefore => "此前已转入",
        };

    public static Tone ToneOf(RowFate fate) =>
        fate switch
        {
            RowFate.Assign => Tone.Ok,
            RowFate.Judge => Tone.Warn,
            RowFate.Continues => Tone.Info,
            RowFate.TakenBefore => Tone.Muted,
        };

    /// <summary>Work during a month is not work by its end.</summary>
    public static string Words(StatedDeadline? deadline) =>
        deadline switch
        {
            null => "未写明",
            { Kind: DeadlineKind.During, Date: { } last } => $"{deadline.Raw}（至{When.Day(last)}）",
            { Date: { } day } => When.Day(day),
            _ => deadline.Raw,
        };

    public void OnGet() { }

    public Task<IActionResult> OnPost() =>
        AsOf is { } day
            ? Do(Id, new TakeOverLedger(Into ?? "", day), "已转入督办台账。", _ => Redirect($"/notices/{Id}/take-over"))
            : Refused("请填写截至日期。");

    /// <summary>一并核定: what the ledger calls done, with one basis; each task has its own line in its history.</summary>
    public async Task<IActionResult> OnPostJudge()
    {
        if (string.IsNullOrWhiteSpace(Basis))
            return await Refused("请填写核定依据。");
        var judged = 0;
        try
        {
            foreach (var task in SaidDone)
            {
                await Steps.Act(Me, task.Id, new JudgeHistorical(true, Basis));
                judged++;
            }
        }
        catch (Refusal refusal)
        {
            return await Refused($"已核定 {judged} 项，其余没有核定：{refusal.Why}");
        }
        this.Tell(Tone.Ok, $"已核定 {judged} 项为历史办结。");
        return Redirect($"/notices/{Id}/take-over");
    }

    protected override async Task Show()
    {
        await base.Show();
        StatedAsOf = StatedFacts.Read(Notice.Json).AsOf;
        await using var session = await Steps.Database.Read();
        Mechanisms =
        [
            .. (
                await session.Query<(string Id, string Name)>(
                    "select case_id, name from mechanism where office_unit = @Unit order by name",
                    new { Me.Unit }
                )
            ).Select(m => new SelectListItem(m.Name, m.Id)),
        ];
        TakenOver = await ReadTaken(session);
        Continued = await session.Scalar<long>("select count(*) from ledger_progress where ledger = @Id", new { Id });
        DutiesLeft = await session.Scalar<long>("select count(*) from duty where notice_case = @Id", new { Id });
        FiguresLeft = await session.Scalar<long>("select count(*) from figure where notice_case = @Id", new { Id });
        AddresseesLeft = await session.Scalar<long>(
            "select count(*) from addressee where notice_case = @Id",
            new { Id }
        );
        LeftTo = await session.Scalar<string?>(
            """
            select mechanism from duty where notice_case = @Id union select mechanism from figure where notice_case = @Id
            union select mechanism from addressee where notice_case = @Id
            """,
            new { Id }
        );
        Into ??= Mechanisms is [var only] ? only.Value : null;
        // Only a ledger says how far its rows had come by a day; any other document speaks of its own date.
        AsOf ??= StatedAsOf ?? (IsLedger ? null : Notice.IssueDate ?? Moment.DayInChina(Steps.Time.GetUtcNow()));
        if (Into is not null)
            PlanDuties([.. (await Addressees.Of(session, Into)).Select(row => row.AsAddressee())]);
        if (IsPlanned && Outcome is null)
            _plan = LedgerPlan.Of(
                Proposals,
                await TakenRows.Read(session, Into!),
                AsOf!.Value,
                Moment.DayInChina(Steps.Time.GetUtcNow())
            );
    }

    /// <summary>It has columns or words for a status, so its rows had come so far by a day.</summary>
    public bool IsLedger => Proposals.Any(p => p.Kind is ProposalKind.Column or ProposalKind.Status);

    private Task<IReadOnlyList<Taken>> ReadTaken(Session session)
    {
        const string taken = """
            select o.task as id, o.number, t.text, o.status, o.status_raw, o.as_of, v.node, c.outcome
              from taken_over o join task t on t.case_id = o.task join cases c on c.id = o.task
              left join visit v on v.case_id = o.task and v.left_at is null
             where o.ledger = @Id order by o.task
            """;
        return session.Query<Taken>(taken, new { Id });
    }

    private async Task<IActionResult> Refused(string why)
    {
        ModelState.AddModelError("", why);
        await Show();
        return this.Refuse();
    }

    /// <summary>A task that came from this ledger, and where it is now.</summary>
    public sealed record Taken
    {
        public required string Id { get; init; }
        public required string Number { get; init; }
        public required string Text { get; init; }
        public LedgerStatus? Status { get; init; }
        public string? StatusRaw { get; init; }
        public required DateOnly AsOf { get; init; }
        public string? Node { get; init; }
        public string? Outcome { get; init; }
    }
}
