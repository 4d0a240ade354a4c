using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Texts.Editing;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Plans;

namespace JointMeeting.Web.Pages.Plans;

/// <summary>One of the pages of a plan; all of them share the heading, the tabs and the flow line.</summary>
public abstract class PlanPage(Steps steps) : CaseFilePage(steps)
{
    private static readonly string[] Trunk =
    [
        "drafting",
        "consulting",
        "revising",
        "publicComment",
        "legality",
        "fairCompetition",
        "countersigning",
        "deliberating",
        "signing",
        "numbering",
        "issued",
        "implementing",
    ];

    /// <summary>The plan.</summary>
    public PlanRow Plan { get; private set; } = null!;

    /// <summary>Its units, lead first.</summary>
    public IReadOnlyList<PlanUnitRow> PlanUnits { get; private set; } = [];

    /// <summary>Its newest text, or null while nothing is written.</summary>
    public TextVersionRow? Text { get; private set; }

    /// <summary>The clauses of the newest text.</summary>
    public IReadOnlyList<ClauseRow> Clauses { get; private set; } = [];

    /// <summary>The number of each clause, as printed.</summary>
    public IReadOnlyDictionary<string, string> Numbers { get; private set; } = new Dictionary<string, string>();

    /// <summary>Its document number, or null.</summary>
    public DocumentNumberRow? Number { get; private set; }

    /// <summary>Titles of the disagreements that are open.</summary>
    public IReadOnlyList<string> OpenDisagreements { get; private set; } = [];

    /// <summary>The open step, or null once it ended.</summary>
    public string? Node => Case.OpenVisits.FirstOrDefault()?.Node;

    /// <summary>The lifecycles, for the titles of steps.</summary>
    public Lifecycles Lifecycles => Steps.Lifecycles;

    /// <summary>Lead unit and number in a line.</summary>
    public string Note =>
        $"{Units.Name(Plan.LeadUnit)}牵头{(Number is { State: NumberState.Active } n ? $"　{n.Text}" : "")}{(Plan.SignedOn is { } day ? $"　{When.Day(day)}" : "")}";

    /// <summary>Where the plan is, in words.</summary>
    public string State => StepTitle.Of(Steps.Lifecycles, Case);

    /// <summary>The flow line.</summary>
    public IReadOnlyList<FlowStep> Flow => [.. Trunk.Select(Stop)];

    /// <summary>The newest round held at a step.</summary>
    public IReadOnlyList<AskRow> RoundAt(string node, Vocabulary vocabulary) =>
        Case.LastVisit(node) is { } visit ? Case.Round(visit.Id, vocabulary.Id) : [];

    /// <summary>Requests that the reader may answer.</summary>
    public IEnumerable<AskRow> Mine =>
        Case.Asks.Where(a => a.State == AskState.Open && Rights.ToAnswer(a.Id).IsAllowed);

    /// <summary>The clause's number and first words, as tables name it.</summary>
    public string ClauseName(string? clause, IReadOnlyDictionary<string, ClauseRow> all) =>
        clause is null ? "全文"
        : all.TryGetValue(clause, out var row)
            ? PlanLooks.Short(Numbers.GetValueOrDefault(row.Id) ?? $"第 {row.Position} 条", row.Text)
        : "—";

    /// <inheritdoc />
    protected sealed override async Task Load(Session session)
    {
        Plan = await session.Plan(Id) ?? throw new Refusal("没有找到该方案。");
        PlanUnits = await session.PlanUnits(Id);
        Text = await session.Latest(Id, PlanFile.Text);
        Clauses = Text is null ? [] : await session.Clauses(Text.Id);
        Numbers = PlanLooks.Numbers(Clauses);
        Number = await session.One<DocumentNumberRow>(
            "select * from document_number where id = @NumberId",
            new { Plan.NumberId }
        );
        OpenDisagreements = await session.OpenDisagreements(Id);
        // The shared heading is a partial page, which cannot name the window itself.
        ViewData["Title"] = Case.Row.Title;
        await LoadMore(session);
    }

    /// <summary>Reads what only this page shows.</summary>
    protected abstract Task LoadMore(Session session);

    private FlowStep Stop(string node)
    {
        var title = StepTitle.Of(Steps.Lifecycles, Case.Row.Definition, Case.Row.Version, node);
        var place = Array.IndexOf(Trunk, node);
        var current = Case.OpenVisits.Select(v => Array.IndexOf(Trunk, v.Node)).DefaultIfEmpty(-1).Max();
        var visit = Case.LastVisit(node);
        return current == place ? new(title, StepState.Current)
            : visit is { Outcome: "notNeeded" } && (current < 0 || place < current) ? new(title, StepState.Skipped)
            : visit is not null && (current < 0 || place < current) ? new(title, StepState.Done, Day(visit.LeftAt))
            : new(title, StepState.Waiting);
    }

    private static string? Day(DateTimeOffset? at) => at is { } moment ? $"{Moment.DayInChina(moment):M月d日}" : null;
}
