using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Supervision;
using JointMeeting.Domain.Texts.Editing;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Web.Pages.Plans;
using JointMeeting.Web.Pages.Proposals;
using JointMeeting.Web.Pages.Reports;
using JointMeeting.Web.Pages.Tasks;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Meetings;
using JointMeeting.Workflows.Plans;
using JointMeeting.Workflows.Proposals.Reply;
using JointMeeting.Workflows.Reports;
using JointMeeting.Workflows.Supervision;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Asks;

/// <summary>A page about one request: what is asked, about what, by when, and what was answered before.</summary>
public abstract class AskPage(Steps steps) : CaseFilePage(steps)
{
    /// <summary>The request.</summary>
    public AskRow Ask { get; private set; } = null!;

    /// <summary>Its clock; null where it has no deadline.</summary>
    public ClockRow? Clock { get; private set; }

    /// <summary>The clauses it is about, those that name the unit first.</summary>
    public IReadOnlyList<AskedClause> Clauses { get; private set; } = [];

    /// <summary>What changed since the text the unit answered last; empty where it never did.</summary>
    public IReadOnlyList<ClauseChanged> Changed { get; private set; } = [];

    /// <summary>What was done with the unit's opinions, where that is what it is asked to confirm.</summary>
    public IReadOnlyList<OpinionRow> Adopted { get; private set; } = [];

    /// <summary>Answered with one tap where nothing is to be said; null where that is not offered.</summary>
    public AnswerValue? OneTap =>
        Case.Row.Kind != CaseKind.Plan ? null
        : Ask.Vocabulary == Vocabulary.Opinion.Id ? Vocabulary.Find("noObjection")
        : Ask.Vocabulary == Vocabulary.Countersign.Id ? Vocabulary.Find("agree")
        : null;

    /// <summary>口径核对: earlier words on the matter that nobody has noted on; only for who looks at a reply.</summary>
    public IReadOnlyList<ConsistencyFinding> Unresolved { get; private set; } = [];

    /// <summary>Who is to sign a reply, and why it comes up so far; null for other requests.</summary>
    public string? SignedBy { get; private set; }

    /// <summary>Who handles the suggestion or proposal it is about: 主办、协办; null for other requests.</summary>
    public string? HandledBy { get; private set; }

    private IReadOnlyDictionary<string, string?> _classes = new Dictionary<string, string?>();

    /// <summary>The class of one part of a reply; null for an introduction, a closing or a text that is no reply.</summary>
    public string? ClassOf(ClauseRow clause) => _classes.GetValueOrDefault(clause.Id);

    /// <summary>Where it is about a meeting.</summary>
    public MeetingRow? Meeting { get; private set; }

    /// <summary>Where it is about a task.</summary>
    public TaskRow? Task { get; private set; }

    /// <summary>What was reported on the task so far.</summary>
    public IReadOnlyList<ReportLine> Reports { get; private set; } = [];

    /// <summary>Where it is one period of a reporting duty (报送事项).</summary>
    public DutyRow? Duty { get; private set; }

    /// <summary>填报项目 the request wants filled in; empty for most.</summary>
    public IReadOnlyList<string> AskedFields { get; private set; } = [];

    /// <summary>What answers of the case filled in, by answer.</summary>
    public FilledFields Filled { get; private set; } = FilledFields.None;

    /// <summary>The words it is answered in.</summary>
    public Vocabulary Vocabulary => Vocabulary.Named(Ask.Vocabulary);

    /// <summary>May the reader answer as the unit?</summary>
    public Permission MayAnswer => Rights.ToAnswer(Ask.Id);

    /// <summary>May the reader enter an answer for the unit (代录)?</summary>
    public Permission MayRecord => Rights.ToRecord(Ask.Id);

    /// <summary>Every answer so far, newest first.</summary>
    public IEnumerable<AnswerRow> Earlier =>
        Case
            .Answers.Where(a => a.AskId == Ask.Id && (a.Origin != AnswerOrigin.Drafted || Me.Unit == Ask.Unit))
            .Reverse();

    /// <summary>The stations of the unit's own chain; only the unit itself sees them.</summary>
    public IReadOnlyList<AskRow> Inner => Me.Unit == Ask.Unit ? Case.Inner(Ask.Id) : [];

    /// <summary>What a station of the chain looks at: the draft of the ask it is within.</summary>
    public AnswerRow? Draft => Ask.Within is { } outer ? Case.DraftOf(outer) : null;

    /// <summary>The ask that a station is within; null for what is asked of the unit itself.</summary>
    public AskRow? Outer => Case.Asks.FirstOrDefault(a => a.Id == Ask.Within);

    /// <summary>Who may take over a station of the chain (转办); empty where the reader may not give it away.</summary>
    public IReadOnlyList<SelectListItem> Colleagues { get; private set; } = [];

    /// <summary>How it stands now.</summary>
    public AnswerCell Now => AnswerCell.Of(Case, Units, Ask, Today);

    /// <summary>Where its case has a page.</summary>
    public string CaseAddressOf => CaseAddress.Of(Case.Row.Kind, Case.Row.Id) ?? "/";

    /// <summary>How pressing it is, while it is open.</summary>
    public Urgency Urgency => DueLight.Of(Ask.Due, Today, Steps.Calendar);

    /// <summary>The values to choose from.</summary>
    public IReadOnlyList<SelectListItem> Values =>
        [.. Vocabulary.Values.Select(v => new SelectListItem(v.Label + Needs(v), v.Id))];

    /// <summary>
    /// Chosen beforehand where it is what one comes to say: a co-handler's opinion, a signed receipt. Never a consent.
    /// </summary>
    public string? Usual =>
        Vocabulary == ItemVocabulary.CoOpinion || Vocabulary == ItemVocabulary.Accept ? Vocabulary.Values[0].Id : null;

    /// <summary>Days left or days over, in words.</summary>
    public string DueText => DueLight.Describe(Ask.Due, Today, Steps.Calendar);

    /// <inheritdoc />
    protected sealed override async Task<string> CaseId()
    {
        await using var session = await Steps.Database.Read();
        return await session.Scalar<string?>("select case_id from ask where id = @Id", new { Id })
            ?? throw new Refusal("没有找到该请办。");
    }

    /// <inheritdoc />
    protected sealed override async Task Load(Session session)
    {
        Ask = Case.Asks.First(a => a.Id == Id);
        if (Ask.Within is not null && Me.Unit != Ask.Unit)
            throw new Refusal("这是其他单位的内部审核，不能查看。");
        if (Vocabulary.IsForSomeEyes && await session.Plan(Case.Row.Id) is { } plan)
            if (!OpinionsVisible.To(plan, Case, Me, Ask.Unit))
                throw new Refusal(
                    $"{Units.Name(Ask.Unit)}的意见对您不可见（{OpinionsVisible.Label(plan.OpinionsSeen)}）。"
                );
        if (Rights.ToPassOn(Ask.Id).IsAllowed)
            Colleagues = [new("请选择", ""), .. await ColleaguesOf(session)];
        Clock = await session.One<ClockRow>("select * from clock where owner = @Id and owner_kind = 'ask'", new { Id });
        // Who reviews a reply before it is signed looks at the draft that went up.
        if ((Ask.TextVersion ?? (Vocabulary == ItemVocabulary.ReplyReview ? Case.Item?.LastText : null)) is { } text)
            Clauses =
            [
                .. (await session.Clauses(text))
                    .Select(c => new AskedClause(c, c.AsText().Units.Contains(Ask.Unit)))
                    .OrderBy(c => c.NamesUnit ? 0 : 1),
            ];
        if (Case.Row.Kind == CaseKind.Plan)
        {
            var own = Clauses.Where(c => c.NamesUnit).Select(c => c.Row.Id).ToHashSet(StringComparer.Ordinal);
            Changed =
            [
                .. (await PlanChanges.SinceLastAnswer(session, Case, Ask)).OrderBy(c =>
                    c.Now is { } now && own.Contains(now.Id) ? 0 : 1
                ),
            ];
            if (Ask.Vocabulary == Vocabulary.AdoptionConfirm.Id)
                Adopted =
                [
                    .. (await OpinionRows.Read(session, Case.Row.Id)).Where(o =>
                        o.Unit == Ask.Unit && o.Decision is not null
                    ),
                ];
        }
        if (Case.Item is { } about)
        {
            HandledBy = string.Join(
                "　",
                Case.Handlers.GroupBy(h => h.Duty)
                    .OrderBy(g => g.Key == HandlingDuty.CoHandler ? 1 : 0)
                    .Select(g =>
                        $"{Assignment.Label(g.Key, ItemKinds.IsOfCongress(about.Kind))}：{string.Join("、", g.Select(h => Units.Name(h.Unit)))}"
                    )
            );
            if (Clauses.Count > 0)
                _classes = (
                    await session.Query<(string Clause, string? Class)>(
                        "select clause, class_code from reply_part where version = @Version",
                        new { Clauses[0].Row.Version }
                    )
                ).ToDictionary(p => p.Clause, p => p.Class, StringComparer.Ordinal);
        }
        if (
            Case.Item is { } item
            && (Vocabulary == ItemVocabulary.ReplySign || Vocabulary == ItemVocabulary.ReplyReview)
        )
        {
            var host = Case.Handlers.FirstOrDefault(h => Assignment.MayReply(h.Duty))?.Unit;
            Unresolved = [.. (await ConsistencyList.Read(session, item, host, Me)).Where(f => f.IsUnresolved)];
            var (tier, why) = await ReplyChain.Of(session, Case, Today);
            SignedBy =
                $"{item.ClassCode} 类，由{ReplyRisk.SignedBy(item.SignerLevel, tier)}{await PrincipalOf(session)}签发{(why.Count > 0 ? $"（{string.Join("；", why)}）" : "")}";
        }
        Meeting = await session.One<MeetingRow>("select * from meeting where case_id = @Id", new { Case.Row.Id });
        Task = await session.One<TaskRow>("select * from task where case_id = @Id", new { Case.Row.Id });
        if (Task is not null)
            Reports = await ReportLines.Read(session, Case, Units);
        Duty = await session.One<DutyRow>(
            "select d.* from duty d join report r on r.duty = d.id where r.case_id = @Id",
            new { Case.Row.Id }
        );
        AskedFields = await Workflows.Reports.AskedFields.Of(session, Case.Row, Ask.Vocabulary);
        Filled = await FilledFields.Read(session, Case.Row.Id);
    }

    /// <summary>The principal head by name, where that head must sign; empty where any may, or nobody is named.</summary>
    private async Task<string?> PrincipalOf(Session session) =>
        Case.SigningOf(Ask) != SigningHead.Any && Case.Acting.GetValueOrDefault(Ask.Id)?.Holder is { } holder
            ? await session.Scalar<string?>("select name from account where id = @holder", new { holder })
            : null;

    private async Task<IEnumerable<SelectListItem>> ColleaguesOf(Session session)
    {
        var colleagues = await session.Query<(string Id, string Name)>(
            "select id, name from account where unit = @Unit and disabled_at is null and id <> @holder order by name",
            new { Ask.Unit, holder = Case.Acting[Ask.Id].Holder }
        );
        return colleagues.Select(c => new SelectListItem(c.Name, c.Id));
    }

    private static string Needs(AnswerValue value) =>
        (value.NeedsText, value.NeedsEvidence) switch
        {
            (true, true) => "（须填说明、传佐证）",
            (true, false) => "（须填说明）",
            (false, true) => "（须传佐证）",
            (false, false) => "",
        };
}

/// <summary>A clause a request is about.</summary>
public sealed record AskedClause(ClauseRow Row, bool NamesUnit);
