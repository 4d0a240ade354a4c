using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Outbox;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Flow;
using JointMeeting.Workflows.Rounds;

namespace JointMeeting.Workflows;

/// <summary>
/// One step while it is carried out: the case, who acts, the open transaction. Commands change the case only through
/// it, so nothing happens without its line in the trail.
/// </summary>
public sealed class Step
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private readonly List<(string Destination, string Kind, object Payload)> _messages = [];
    private readonly List<Step> _opened = [];
    private readonly List<Step> _following = [];
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly List<string> _skipped = [];
    private string? _said;
    private object? _details;

    internal Step(Steps steps, Session session, CaseFile file, Person actor, DateTimeOffset now)
    {
        (Steps, Session, File, Actor, Now) = (steps, session, file, actor, now);
    }

    /// <summary>The open transaction.</summary>
    public Session Session { get; }

    /// <summary>The case.</summary>
    public CaseFile File { get; }

    /// <summary>Who acts.</summary>
    public Person Actor { get; }

    /// <summary>When; one moment for the whole step.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The day it is in China.</summary>
    public DateOnly Today => Moment.DayInChina(Now);

    /// <summary>代: for which unit the actor acts, or null.</summary>
    public string? OnBehalfOf { get; set; }

    /// <summary>代: name of the person in whose place the actor answers as a stand-in, or null.</summary>
    public string? DeputyFor { get; set; }

    /// <summary>Nothing was left to do: the step ends without a trace.</summary>
    public bool IsIdle { get; private set; }

    /// <summary>The working days deadlines count by.</summary>
    public Domain.Clocks.WorkingDayCalendar Calendar => Steps.Calendar;

    internal Steps Steps { get; }

    /// <summary>The case's id.</summary>
    public string CaseId => File.Row.Id;

    /// <summary>A new id, in time order.</summary>
    public string NewId() => Ids.New(Now);

    /// <summary>What the timeline says, and what the trail keeps beside it.</summary>
    public void Say(string sentence, object? details = null) => (_said, _details) = (sentence, details);

    /// <summary>Somebody else did it before; nothing is written, not even to the trail.</summary>
    public void NothingToDo() => IsIdle = true;

    /// <summary>A step of the lifecycle that is switched off was passed; the timeline says so behind what was done.</summary>
    internal void Skipped(string title) => _skipped.Add($"；“{title}”未启用，跳过");

    /// <summary>Queues a message; it is sent after the commit and only then.</summary>
    public void Send(string destination, string kind, object payload) => _messages.Add((destination, kind, payload));

    /// <summary>A unit's name as people read it.</summary>
    public async Task<string> UnitName(string unit) =>
        await Session.Scalar<string?>("select name from unit where id = @unit", new { unit }) ?? unit;

    /// <summary>A text as desks get it, one clause a line; read once, however many units are asked about it.</summary>
    internal async Task<string> WordsOf(string textVersion)
    {
        if (!_words.TryGetValue(textVersion, out var words))
            _words[textVersion] = words = string.Join("\n", (await Session.Clauses(textVersion)).Select(c => c.Text));
        return words;
    }

    /// <summary>Ends a step of the trunk with an outcome.</summary>
    public Task Complete(string node, string outcome) =>
        Travel.Make(this, new Move.Complete(node, outcome), EnteredBy.Next, outcome, null);

    /// <summary>
    /// 退回: closes the open stays with their siblings and opens one at the target, which remembers where it came from.
    /// </summary>
    public Task Return(string to, string from) =>
        Travel.Make(this, new Move.Jump(to), EnteredBy.Return, "returned", from);

    /// <summary>跳回 to the step a return came from.</summary>
    public Task JumpBack(string to) => Travel.Make(this, new Move.Jump(to), EnteredBy.Jump, "jumpedBack", null);

    /// <summary>撤回: back to the step just left, whose round begins with the answers of the others.</summary>
    public Task TakeBack(string to, IReadOnlyDictionary<string, AnswerRow> kept) =>
        Travel.Make(this, new Move.Jump(to), EnteredBy.TakenBack, "takenBack", null, kept);

    /// <summary>重新征求: the step where the case waits begins anew; what was answered stays with the stay that ends.</summary>
    public Task Anew(string node) => Travel.Make(this, new Move.Jump(node), EnteredBy.Anew, "anew", null);

    /// <summary>Starts the lifecycle of the case that this step opened.</summary>
    internal Task Start() => Travel.Make(this, new Move.Start(), EnteredBy.Next, "", null);

    /// <summary>
    /// Opens a case of its own under this one, in the same transaction: <paramref name="prepare"/> writes its rows,
    /// then its lifecycle starts.
    /// </summary>
    public async Task<string> Open(CaseKind kind, string title, bool blocksParent, Func<Step, Task> prepare)
    {
        var child = await Steps.Fresh(this, kind, title, blocksParent);
        await prepare(child);
        await child.Start();
        _opened.Add(child);
        return child.CaseId;
    }

    /// <summary>Does something to another case that follows this one, in the same transaction and with its own line there.</summary>
    public async Task Also(string caseId, Func<Step, Task> what)
    {
        var other = new Step(Steps, Session, await CaseFile.Load(Session, caseId, Steps.Lifecycles, Today), Actor, Now);
        await what(other);
        _following.Add(other);
    }

    /// <summary>Names the office that runs the case from now on.</summary>
    public void HandToOffice(string unit) => File.Row = File.Row with { OfficeUnit = unit };

    /// <summary>Cases this step opened.</summary>
    internal IReadOnlyList<string> Opened => [.. _opened.SelectMany(c => c.Opened.Prepend(c.CaseId))];

    /// <summary>Writes the trail entry, the messages and the case row; children and followers after it.</summary>
    internal async Task Write(string kind, bool isNew)
    {
        if (_said is null)
            throw new InvalidOperationException($"The command '{kind}' did not say what it did.");
        var before = File.Row;
        var payload = JsonSerializer.SerializeToUtf8Bytes(
            new { text = _said + string.Concat(_skipped), details = _details },
            Readable
        );
        var entry = Ledger.Audit.Trail.Next(
            CaseId,
            before.AuditSeq + 1,
            before.AuditHead,
            Moment.Text(Now),
            (Actor.Id, Actor.Name, OnBehalfOf),
            kind,
            payload
        );
        await Session.Insert("audit_entry", entry);
        await WriteMessages();
        File.Row = before with
        {
            RowVersion = before.RowVersion + 1,
            AuditSeq = before.AuditSeq + 1,
            AuditHead = entry.Hash,
        };
        if (isNew)
            await Session.Insert("cases", File.Row);
        else
            await UpdateCase(before.RowVersion);
        foreach (var child in _opened)
            await child.Write("open", isNew: true);
        foreach (var other in _following)
            await other.Write(kind, isNew: false);
    }

    private async Task UpdateCase(int seen)
    {
        const string update = """
            update cases set title = @Title, office_unit = @OfficeUnit, flow_state = @FlowState,
                   row_version = @RowVersion, audit_seq = @AuditSeq, audit_head = @AuditHead,
                   closed_at = @ClosedAt, outcome = @Outcome, version = @Version, flow = @Flow,
                   paused_at = @PausedAt, paused_why = @PausedWhy
             where id = @Id and row_version = @seen
            """;
        var row = File.Row;
        var changed = await Session.Execute(
            update,
            new
            {
                row.Title,
                row.OfficeUnit,
                row.FlowState,
                row.RowVersion,
                row.AuditSeq,
                row.AuditHead,
                row.ClosedAt,
                row.Outcome,
                row.Version,
                row.Flow,
                row.PausedAt,
                row.PausedWhy,
                row.Id,
                seen,
            }
        );
        if (changed != 1)
            throw new ChangedMeanwhile();
    }

    private async Task WriteMessages()
    {
        foreach (var (message, index) in _messages.Select((m, i) => (m, i)))
        {
            var previous = await Session.LastTo(message.Destination, CaseId);
            await Session.Insert(
                "outbox",
                new OutboxRow
                {
                    Id = NewId(),
                    CaseId = CaseId,
                    Seq = ((File.Row.AuditSeq + 1) * 1000) + index,
                    Previous = previous,
                    Destination = message.Destination,
                    Kind = message.Kind,
                    Payload = JsonSerializer.Serialize(message.Payload, message.Payload.GetType(), Readable),
                    CreatedAt = Now,
                }
            );
        }
    }
}

/// <summary>Another step on the same case was faster; the step runs again from the start.</summary>
internal sealed class ChangedMeanwhile : Exception;
