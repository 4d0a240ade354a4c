using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Flow.Definition;
using JointMeeting.Workflows.House.StandIns;
using JointMeeting.Workflows.Proposals;

namespace JointMeeting.Workflows;

/// <summary>All that is known of a case when somebody acts on it or looks at it.</summary>
public sealed partial class CaseFile
{
    private CaseFile(CaseRow row, Lifecycle lifecycle) => (Row, Lifecycle) = (row, lifecycle);

    /// <summary>The case's own row, as last written.</summary>
    public CaseRow Row { get; set; }

    /// <summary>The version of the lifecycle it runs on.</summary>
    public Lifecycle Lifecycle { get; }

    /// <summary>Every stay at a step, in order.</summary>
    public List<VisitRow> Visits { get; } = [];

    /// <summary>Every request, in order.</summary>
    public List<AskRow> Asks { get; } = [];

    /// <summary>Every answer, in order.</summary>
    public List<AnswerRow> Answers { get; } = [];

    /// <summary>Units that may read it.</summary>
    public HashSet<string> Concerned { get; } = new(StringComparer.Ordinal);

    /// <summary>Who acts where a certain person must, by ask.</summary>
    public Dictionary<string, Acting> Acting { get; } = new(StringComparer.Ordinal);

    /// <summary>The suggestion or proposal that this case is, or null.</summary>
    public ItemRow? Item { get; set; }

    /// <summary>Who handles it.</summary>
    public List<HandlerRow> Handlers { get; } = [];

    /// <summary>Who handles the item that a disagreement is about; null for any other case.</summary>
    private HandlingFacts? _about;

    /// <summary>This is a disagreement about that item, so it is run by whoever runs the item.</summary>
    internal void About(CaseFile item) => _about = item.Facts().Handling;

    /// <summary>The stays that are not over.</summary>
    public IEnumerable<VisitRow> OpenVisits => Visits.Where(v => v.LeftAt is null);

    /// <summary>The open stay at that step, or null.</summary>
    public VisitRow? OpenVisit(string node) => OpenVisits.FirstOrDefault(v => v.Node == node);

    /// <summary>The newest stay at that step, or null.</summary>
    public VisitRow? LastVisit(string node) => Visits.LastOrDefault(v => v.Node == node);

    /// <summary>The answer that counts: the newest that left the unit, or null.</summary>
    public AnswerRow? AnswerTo(string ask) =>
        Answers.LastOrDefault(a => a.AskId == ask && a.Origin != AnswerOrigin.Drafted);

    /// <summary>What the unit's own chain looks at: the newest draft, or null.</summary>
    public AnswerRow? DraftOf(string ask) =>
        Answers.LastOrDefault(a => a.AskId == ask && a.Origin == AnswerOrigin.Drafted);

    /// <summary>The stations of the unit's own chain on its newest draft, in order.</summary>
    public IReadOnlyList<AskRow> Inner(string ask) =>
        [.. Asks.Where(a => a.Within == ask && a.State is not (AskState.Replaced or AskState.Withdrawn))];

    /// <summary>The requests of a stay, in one vocabulary, neither replaced nor handed on from another.</summary>
    public IReadOnlyList<AskRow> Round(string visit, string vocabulary) =>
        [
            .. Asks.Where(a =>
                a.VisitId == visit
                && a.Vocabulary == vocabulary
                && a.State != AskState.Replaced
                && a.DelegatedFrom is null
            ),
        ];

    /// <summary>
    /// The round of the definition that an ask is of; null where it stands beside its step's round, or where the version
    /// the case was moved to no longer has that step.
    /// </summary>
    public RoundInput? RoundOf(AskRow ask) =>
        Lifecycle.Nodes.GetValueOrDefault(Visits.First(v => v.Id == ask.VisitId).Node) is Node.Step { Ask: { } round }
        && round.Vocabulary == ask.Vocabulary
            ? round
            : null;

    /// <summary>How a round stands for its policy.</summary>
    public IReadOnlyList<AskStanding> Standing(string visit, string vocabulary) =>
        [.. Round(visit, vocabulary).Select(a => new AskStanding(a.Unit, a.State, EffectOf(a), a.Grp))];

    /// <summary>A case that is about to be opened.</summary>
    public static CaseFile Fresh(CaseRow row, Lifecycle lifecycle) => new(row, lifecycle);

    /// <summary>What rights depend on.</summary>
    public CaseFacts Facts() =>
        new(
            Row.Id,
            Row.Kind,
            Row.Title,
            Row.OfficeUnit,
            Row.ClosedAt is not null,
            [.. OpenVisits.Select(Waiting)],
            [.. Asks.Select(Fact)],
            Concerned,
            Row.PausedAt is null ? null : Row.PausedWhy,
            LastMoveThatCanBeTakenBack()
        )
        {
            Handling = Item is null ? _about : HandlingFactsOf(Item, Handlers),
        };

    /// <summary>Of a suggestion or proposal only moves between drafting and signing; others wrote more than the move.</summary>
    private string? LastMoveThatCanBeTakenBack() =>
        Rounds.LastMove.Of(this) is { } move
        && (Item is null || move.Left.Node is "handling" or "officeReview" or "signing")
            ? move.By
            : null;

    private static HandlingFacts HandlingFactsOf(ItemRow item, IReadOnlyList<HandlerRow> handlers) =>
        new(
            item.Counterpart,
            handlers.Where(h => Assignment.MayReply(h.Duty)).Select(h => h.Unit).ToHashSet(StringComparer.Ordinal),
            handlers.Where(h => !Assignment.MayReply(h.Duty)).Select(h => h.Unit).ToHashSet(StringComparer.Ordinal)
        );

    private WaitingAt Waiting(VisitRow visit) =>
        new(visit.Node, Lifecycle.Step(visit.Node).Title, ReturnsFrom(visit), visit.ComeBackTo);

    /// <summary>Where the office may return the case to from there: earlier steps that the definition allows.</summary>
    private List<string> ReturnsFrom(VisitRow visit)
    {
        var allowed = Lifecycle.Step(visit.Node).MayReturnTo;
        var before = Visits
            .TakeWhile(v => v.Id != visit.Id)
            .Where(v => v.Node != visit.Node && Lifecycle.Nodes.GetValueOrDefault(v.Node) is Node.Step { Off: false })
            .ToList();
        var nodes = before.Select(v => v.Node).Distinct();
        return
        [
            .. nodes.Where(n =>
                allowed.Contains(n)
                || allowed.Contains(Node.Step.Any)
                || (allowed.Contains(Node.Step.Previous) && before[^1].Node == n)
            ),
        ];
    }

    private AskFact Fact(AskRow ask) =>
        new(
            ask.Id,
            ask.Unit,
            Acting.GetValueOrDefault(ask.Id)?.Holder,
            ask.Vocabulary,
            ask.State,
            OpenVisits.Any(v => v.Id == ask.VisitId),
            ask.Seat is not null || ask.Holder is not null,
            Acting.GetValueOrDefault(ask.Id)?.StandIns,
            ask.Within is not null,
            AnswerTo(ask.Id) is { Origin: AnswerOrigin.Recorded },
            SigningOf(ask)
        );

    /// <summary>Which head of its unit must sign an ask.</summary>
    public SigningHead SigningOf(AskRow ask) =>
        Item is { } item && ask.Vocabulary == ItemVocabulary.ReplySign.Id ? item.Signing() : SigningHead.Any;

    /// <summary>
    /// What the newest answer that settles does to the round; null while none did. A report of progress after it
    /// neither settles nor undoes anything.
    /// </summary>
    public AnswerEffect? EffectOf(AskRow ask) =>
        ask.State != AskState.Answered
            ? null
            : Answers
                .Where(a => a.AskId == ask.Id && a.Origin != AnswerOrigin.Drafted)
                .Select(a => Vocabulary.Named(ask.Vocabulary).Find(a.Value)?.Effect)
                .LastOrDefault(effect => effect is not (null or AnswerEffect.Interim));
}
