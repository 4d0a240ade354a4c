using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using JointMeeting.Domain;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Audit;
using JointMeeting.Ledger.Outbox;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Flow;

namespace JointMeeting.Workflows;

/// <summary>
/// The one way anything changes: load, rights, rule, flow, then write with the trail and the messages, in one
/// transaction. On a conflict the whole step runs again; rules are pure, so that is safe.
/// </summary>
public sealed class Steps(
    Database database,
    TimeProvider time,
    Lifecycles lifecycles,
    Registry registry,
    Flows flows,
    WorkingDayCalendar calendar
)
{
    private const int Tries = 12;

    /// <summary>Where cases live.</summary>
    public Database Database => database;

    /// <summary>The lifecycles cases run on.</summary>
    public Lifecycles Lifecycles => lifecycles;

    /// <summary>The working days deadlines count by.</summary>
    public WorkingDayCalendar Calendar => calendar;

    /// <summary>The clock on the wall, moved in tests and in the demo.</summary>
    public TimeProvider Time => time;

    /// <summary>Name of the flow that new cases use.</summary>
    public string FlowOfNewCases => flows.ForNewCases;

    internal Registry Registry => registry;

    /// <summary>The flow that made the case's state.</summary>
    internal IFlow FlowOf(CaseRow row) => flows.Named(row.Flow);

    /// <summary>A person does something to a case.</summary>
    /// <param name="person">Who.</param>
    /// <param name="target">Which case.</param>
    /// <param name="command">What.</param>
    /// <param name="once">
    /// Id of the form handed in: the same form a second time does nothing. It is this person's own word for this command
    /// on this case; what anybody else calls by the same word is another form.
    /// </param>
    /// <exception cref="Refusal">Not allowed or not possible; says why; nothing changed.</exception>
    public Task<Done> Act(Person person, Target target, Command command, string? once = null) =>
        Try(person, target, command, once is null ? null : FormOf(person, target, command.Name, once));

    /// <summary>A message is acted on: whoever acts and whatever is done about it, it is done once.</summary>
    /// <param name="effect">What the message leaves behind; no form is kept under such a word.</param>
    /// <exception cref="Refusal">Not allowed or not possible; says why; nothing changed.</exception>
    public Task<Done> ActOnMessage(Person person, string caseId, Command command, string effect) =>
        Try(person, new Target.Existing(caseId), command, effect);

    /// <summary>The case that the person opened by that form; null where the form was not handed in.</summary>
    public async Task<string?> OpenedBy(Person person, Target.New target, Command command, string once)
    {
        await using var session = await database.Read();
        return await FirstResult(session, FormOf(person, target, command.Name, once));
    }

    private async Task<Done> Try(Person person, Target target, Command command, string? form)
    {
        NothingClassifiedComesIn.Check(target, command);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Attempt(person, target, command, form);
            }
            catch (Exception e) when (e is ChangedMeanwhile || (e is DbException db && database.Dialect.IsConflict(db)))
            {
                if (attempt == Tries)
                    throw new Refusal("同时办理的人较多，本次没有保存。请稍后重新提交。");
                await Pause(attempt);
            }
            catch (MoveRefused e)
            {
                throw new Refusal(e.Message);
            }
        }
    }

    /// <summary>A person does something to a case that is there.</summary>
    public Task<Done> Act(Person person, string caseId, Command command, string? once = null) =>
        Act(person, new Target.Existing(caseId), command, once);

    /// <summary>A case with the rights of a person on it, for pages; reads only.</summary>
    /// <exception cref="Refusal">There is no such case, or the person may not read it.</exception>
    public async Task<(CaseFile File, Rights Rights)> Look(Person person, string caseId)
    {
        await using var session = await database.Read();
        var file = await CaseFile.Load(session, caseId, lifecycles, Moment.DayInChina(time.GetUtcNow()));
        var rights = Rights.For(person, file.Facts());
        return rights.ToRead() is Permission.Refused refused ? throw new Refusal(refused.Why) : (file, rights);
    }

    /// <summary>Cases with the rights of a person on each, read together; what the person may not read is left out.</summary>
    public async Task<IReadOnlyList<(CaseFile File, Rights Rights)>> LookAtAll(
        Session session,
        Person person,
        IReadOnlyList<string> cases
    ) =>
        [
            .. (await CaseFile.LoadAll(session, cases, lifecycles, Moment.DayInChina(time.GetUtcNow())))
                .Select(file => (file, Rights.For(person, file.Facts())))
                .Where(looked => looked.Item2.ToRead().IsAllowed),
        ];

    private async Task<Done> Attempt(Person person, Target target, Command command, string? form)
    {
        await using var session = await database.Write();
        var now = time.GetUtcNow();
        if (form is not null && !await session.FirstTime(form, now))
            return new Done((target as Target.Existing)?.Id ?? (await FirstResult(session, form))!, true, []);
        var isNew = target is Target.New;
        var file = target switch
        {
            Target.New fresh => await FreshFile(session, now, fresh.Kind, fresh.Title, null, null, false),
            Target.Existing existing => await CaseFile.Load(session, existing.Id, lifecycles, Moment.DayInChina(now)),
            _ => throw new InvalidOperationException(),
        };
        if (command.May(Rights.For(person, file.Facts())) is Permission.Refused refused)
            throw new Refusal(refused.Why);
        var step = new Step(this, session, file, person, now);
        if (isNew)
        {
            await command.Prepare(step);
            await step.Start();
        }
        await command.Apply(step);
        if (step.IsIdle)
            return new Done(step.CaseId, true, []);
        await step.Write(command.Name, isNew);
        if (form is not null && isNew)
            await session.FirstTime($"{form}:{step.CaseId}", now);
        await session.Commit();
        return new Done(step.CaseId, false, step.Opened);
    }

    internal async Task<Step> Fresh(Step parent, CaseKind kind, string title, bool blocksParent)
    {
        var office = parent.File.Row.OfficeUnit;
        var file = await FreshFile(parent.Session, parent.Now, kind, title, parent.CaseId, office, blocksParent);
        return new Step(this, parent.Session, file, parent.Actor, parent.Now);
    }

    private async Task<CaseFile> FreshFile(
        Session session,
        DateTimeOffset now,
        CaseKind kind,
        string title,
        string? parent,
        string? office,
        bool blocksParent
    )
    {
        var lifecycle = await lifecycles.ReadNewest(session, kind.ToString().ToLowerInvariant());
        var row = new CaseRow
        {
            Id = Ids.New(now),
            Kind = kind,
            Title = title,
            Parent = parent,
            BlocksParent = blocksParent,
            OfficeUnit = office,
            Definition = lifecycle.Id,
            Version = lifecycle.Version,
            Flow = flows.ForNewCases,
            AuditHead = Trail.Root,
            OpenedAt = now,
        };
        return CaseFile.Fresh(row, lifecycle);
    }

    /// <summary>A hash, so that no word anybody sends can look like another's form or match several.</summary>
    private static string FormOf(Person person, Target target, string command, string once)
    {
        var on = target is Target.Existing existing ? existing.Id : "";
        var words = Encoding.UTF8.GetBytes(string.Join('\n', person.Id, command, on, once));
        return $"form:{Convert.ToHexStringLower(SHA256.HashData(words))}";
    }

    private static async Task<string?> FirstResult(Session session, string form)
    {
        var effect = await session.Scalar<string?>(
            "select effect from inbox where effect like @pattern",
            new { pattern = form + ":%" }
        );
        return effect?[(form.Length + 1)..];
    }

    private static Task Pause(int attempt) => Task.Delay(Random.Shared.Next(5, 20 * attempt));
}
