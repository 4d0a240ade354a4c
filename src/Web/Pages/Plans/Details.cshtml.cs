using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Texts.Coverage;
using JointMeeting.Domain.Texts.Editing;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Asking;
using JointMeeting.Workflows.Plans;
using JointMeeting.Workflows.Plans.Check;
using JointMeeting.Workflows.Plans.Consult;
using JointMeeting.Workflows.Plans.Countersign;
using JointMeeting.Workflows.Plans.Deliberate;
using JointMeeting.Workflows.Plans.Draft;
using JointMeeting.Workflows.Plans.Finish;
using JointMeeting.Workflows.Steering;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Plans;

/// <summary>
/// 概况: where the plan is and what to do next; for a unit's head one sheet: what is asked of us, what we commit to, what
/// changed since we last answered, what others object to, by when.
/// </summary>
public sealed class DetailsModel(Steps steps) : PlanPage(steps)
{
    private const string Meetings = """
        select m.case_id, c.title, m.agenda from meeting m join cases c on c.id = m.case_id
         where m.mechanism = @Mechanism and c.outcome is null order by m.starts_at desc
        """;

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public bool NotNeeded { get; set; }

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    /// <summary>公开征求意见: from when to when, and why shorter.</summary>
    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    [BindProperty]
    public string? WhyShorter { get; set; }

    /// <summary>Meeting and topic, separated by a line.</summary>
    [BindProperty]
    public string? Topic { get; set; }

    /// <summary>The one request that is chased; all that wait where none is named.</summary>
    [BindProperty]
    public string? Ask { get; set; }

    /// <summary>Who holds it now.</summary>
    public IReadOnlyList<Holding> Holding => Cases.Holding.Of(Case, Units);

    public Timeline History { get; private set; } = null!;
    public IReadOnlyList<PlanCheckRow> Checks { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    /// <summary>What the reader's unit commits to in the newest text.</summary>
    public IReadOnlyList<ClauseRow> Ours => [.. Clauses.Where(c => c.AsText().Units.Contains(Me.Unit ?? ""))];

    /// <summary>What changed since the text the reader's unit answered last; empty where it never did.</summary>
    public IReadOnlyList<ClauseChanged> Changed { get; private set; } = [];

    /// <summary>The number of the text that the reader's unit answered last.</summary>
    public int? AnsweredOn { get; private set; }

    /// <summary>Others' objections that the reader may see.</summary>
    public IReadOnlyList<Objection> Objections { get; private set; } = [];

    public IReadOnlyDictionary<string, ClauseRow> AllClauses { get; private set; } =
        new Dictionary<string, ClauseRow>();

    /// <summary>Words that ask for a fair-competition review, with their clauses.</summary>
    public IReadOnlyList<(ClauseRow Clause, string Words)> FlaggedWords =>
        [.. Clauses.Select(c => (c, string.Join("、", FairCompetition.In(c.Text)))).Where(x => x.Item2.Length > 0)];

    /// <summary>The plan in force that amends this one, and the one that this one amends.</summary>
    public (string Id, string Title)? AmendedBy { get; private set; }

    public string? AmendsTitle { get; private set; }

    /// <summary>How many organs the text says issue it, where that is not how many are to sign; null where it agrees.</summary>
    public int? OtherOrgans => Number is null ? StatedOrgans.Otherwise(Clauses.Select(c => c.Text), JointOrgans) : null;

    public int JointOrgans => PlanUnits.Count(u => u.Role != PlanRole.Consulted);

    public bool WasCountersigned => Case.LastVisit("countersigning") is not null;

    public Permission MayReturn => Rights.ToReturn("revising");

    public Task<IActionResult> OnPostConsultAsync() =>
        Act(new SendForOpinions(), "已送有关单位征求意见。", $"/plans/{Id}/opinions");

    public Task<IActionResult> OnPostFinishAsync() => Act(new FinishDraft(), "统稿完成，请逐项登记审查结果。");

    public Task<IActionResult> OnPostAgainAsync() =>
        Act(new SendAgain(), "已重新送会签，只征求条文受影响的单位。", $"/plans/{Id}/countersign");

    public async Task<IActionResult> OnPostUrgeAsync()
    {
        await Show();
        return await Act(new Urge(Ask is { } one ? [one] : [.. Holding.Select(h => h.Ask.Id)]), "已催办。");
    }

    public async Task<IActionResult> OnPostCheckAsync() =>
        await Act(
            new RecordCheck(!NotNeeded, Words ?? "", await Read(Files)) { Period = new(From, To, WhyShorter) },
            "已登记。"
        );

    public Task<IActionResult> OnPostDeliberateAsync()
    {
        var parts = (Topic ?? "").Split('\n', 2);
        var (meeting, topic) = parts is [{ Length: > 0 } m, var t] ? (m, t) : (null, null);
        return Act(
            new RecordDeliberation(NotNeeded ? null : Body ?? "", On, meeting, topic, Words ?? ""),
            "已登记审议结果，送各联合发文单位主要负责人签发。",
            $"/plans/{Id}/countersign"
        );
    }

    public Task<IActionResult> OnPostReturnAsync() =>
        Act(
            new ReturnTo("revising", Words ?? ""),
            "已退回统稿。修改后重新送会签，只征求受影响的单位。",
            $"/plans/{Id}/draft"
        );

    public Task<IActionResult> OnPostWithdrawAsync() => Act(new WithdrawPlan(Words ?? ""), "已撤销立项。");

    public Task<IActionResult> OnPostEndAsync() => Act(new EndPlan(Words ?? ""), "方案已实施完毕。");

    public Task<IActionResult> OnPostRepealAsync() =>
        EndAll(() => EndOfPlan.Repeal(Steps, Me, Id, Words ?? ""), "方案已废止，未办结的任务一并终止。");

    public Task<IActionResult> OnPostReplaceAsync() =>
        EndAll(() => EndOfPlan.Replace(Steps, Me, Id), "已由修订方案替代，未办结的任务已终止并注明接续。");

    public Task<IActionResult> OnPostAmendAsync() =>
        Do(
            Id,
            new AmendPlan(Words ?? ""),
            "修订稿已立项。",
            done => Redirect(done.Opened is [var amended, ..] ? $"/plans/{amended}/draft" : $"/plans/{Id}")
        );

    protected override async Task LoadMore(Session session)
    {
        History = await Timeline.Read(session, Id);
        Checks = await session.Query<PlanCheckRow>(
            "select * from plan_check where case_id = @Id order by id",
            new { Id }
        );
        AmendedBy = await EndOfPlan.AmendedBy(session, Id);
        AmendsTitle = await session.Scalar<string?>("select title from cases where id = @Amends", new { Plan.Amends });
        if (Node == "deliberating" && IsOffice)
            Topics = [.. await ReadTopics(session)];
        AllClauses = await OpinionRows.AllClauses(session, Id);
        await ReadChanges(session);
        var closed = Case.LastVisit("consulting") is { LeftAt: not null };
        if (!OpinionsVisible.To(Plan.OpinionsSeen, IsOffice, isOwn: false, closed))
            return;
        var inOpinions = (await OpinionRows.Read(session, Id)).Where(o => o.Value == PositionValue.Object);
        Objections =
        [
            .. inOpinions
                .Select(o => new Objection(o.Unit, ClauseName(o.Clause, AllClauses), o.Text))
                .Concat(InCountersign())
                .Where(o => o.Unit != Me.Unit),
        ];
    }

    /// <summary>What each unit said last in the countersign, where it objects; also while it is asked anew.</summary>
    private IEnumerable<Objection> InCountersign() =>
        from ask in Case.Asks
        where ask.Vocabulary == Vocabulary.Countersign.Id && Case.EffectOf(ask) is not null
        group ask by ask.Unit into own
        where Case.EffectOf(own.Last()) == AnswerEffect.Objects
        select new Objection(own.Key, "会签", Case.AnswerTo(own.Last().Id)!.Text);

    private async Task<IEnumerable<SelectListItem>> ReadTopics(Session session) =>
        from meeting in await session.Query<(string Id, string Title, string Agenda)>(Meetings, new { Plan.Mechanism })
        from topic in meeting.Agenda.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        select new SelectListItem($"{meeting.Title}：{topic}", $"{meeting.Id}\n{topic}");

    private async Task ReadChanges(Session session)
    {
        var last = Case
            .Asks.Where(a => a.Unit == Me.Unit && a.State == AskState.Answered && a.TextVersion is not null)
            .Where(a => Case.AnswerTo(a.Id) is { Origin: not AnswerOrigin.Carried })
            .LastOrDefault();
        if (last is null || Text is null || last.TextVersion == Text.Id)
            return;
        var before = await session.One<TextVersionRow>(
            "select * from text_version where id = @TextVersion",
            new { last.TextVersion }
        );
        AnsweredOn = before?.Number;
        var changes = await Comparison.Of(session, Id, before, Clauses);
        Changed = [.. changes.Where(c => c.Change is not (Change.Same or Change.Moved))];
    }

    /// <summary>Ends the plan with its tasks, several steps one after another; a refusal comes back on this page.</summary>
    private async Task<IActionResult> EndAll(Func<Task> end, string done)
    {
        ModelState.Clear();
        try
        {
            await end();
            this.Tell(Tone.Ok, done);
            return Redirect($"/plans/{Id}");
        }
        catch (Refusal refusal)
        {
            await Show();
            ModelState.AddModelError("", refusal.Why);
            return this.Refuse();
        }
    }

    private Task<IActionResult> Act(Command command, string done, string? next = null)
    {
        ModelState.Clear();
        return Do(Id, command, done, _ => Redirect(next ?? $"/plans/{Id}"));
    }
}

/// <summary>What a unit objects to, and where it said so.</summary>
public sealed record Objection(string Unit, string On, string? Text);
