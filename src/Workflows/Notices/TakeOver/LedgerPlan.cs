using JointMeeting.Domain.Supervision;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Ledger;
using JointMeeting.Workflows.Notices.Found;

namespace JointMeeting.Workflows.Notices.TakeOver;

/// <summary>What becomes of a row.</summary>
public enum RowFate
{
    /// <summary>下达签收: it runs on, and its units are asked to sign for it.</summary>
    Assign,

    /// <summary>历史待核: it was past or over, and a person judges it before any unit is asked.</summary>
    Judge,

    /// <summary>此前已转入: the mechanism has this task; nothing is made twice.</summary>
    TakenBefore,
}

/// <summary>A confirmed row with what its words were confirmed to mean.</summary>
/// <param name="Why">Why it is to be judged, zh-CN; null otherwise.</param>
/// <param name="Key">What the same row is known by in a later ledger.</param>
public sealed record PlannedRow(
    ProposedTask Row,
    IReadOnlyList<string> Lead,
    IReadOnlyList<string> Responsible,
    StatedDeadline? Deadline,
    LedgerStatus? Status,
    RowFate Fate,
    string? Why,
    string Key
);

/// <summary>What a takeover would make of the confirmed rows; the page shows it before anything is done.</summary>
public static class LedgerPlan
{
    /// <summary>In the order of the ledger; rows that were not taken are left out.</summary>
    public static IReadOnlyList<PlannedRow> Of(
        IReadOnlyList<ProposalRow> proposals,
        TakenRows before,
        DateOnly asOf,
        DateOnly today
    )
    {
        var readings = Readings.Of(proposals);
        return [.. NoticeTasks.From(proposals).Select(task => Plan(task, readings, before, asOf, today))];
    }

    private static PlannedRow Plan(NoticeTask task, Readings readings, TakenRows before, DateOnly asOf, DateOnly today)
    {
        var status = readings.Status(task.Row.Ledger);
        var deadline =
            task.Deadline
            ?? (
                status is LedgerStatus.Ongoing
                    ? new(task.Row.Ledger?.StatusRaw ?? "", DeadlineKind.Ongoing, null, null)
                    : null
            );
        var key = TakenRows.Key(task.AsRead.Text, task.AsRead.Lead);
        var known = before.Has(key, TakenRows.Key(task.Row.Text, task.Row.Lead));
        var why = known ? null : WhyToJudge(status, deadline, asOf, today);
        return new(
            task.Row,
            task.Row.Lead,
            [.. task.Row.Units.Except(task.Row.Lead)],
            deadline,
            status,
            known ? RowFate.TakenBefore
                : why is null ? RowFate.Assign
                : RowFate.Judge,
            why,
            key
        );
    }

    /// <summary>
    /// What was past before this system knew of it is no unit's overdue here. A day between the as-of date and today
    /// is past as well: the ledger cannot say whether it was met.
    /// </summary>
    private static string? WhyToJudge(LedgerStatus? status, StatedDeadline? deadline, DateOnly asOf, DateOnly today) =>
        LedgerStatuses.WasOverBefore(status) ? $"台账载明“{LedgerStatuses.Label(status!.Value)}”"
        : deadline is not { Kind: not DeadlineKind.Ongoing, Date: { } day } ? null
        : day < asOf ? "截至日期前时限已过"
        : day < today ? "截至日期后、转入前时限已过"
        : null;
}

/// <summary>The tasks a mechanism has, to be told apart from rows of a ledger that comes again.</summary>
public sealed class TakenRows
{
    private readonly Dictionary<string, Queue<string>> _tasks = new(StringComparer.Ordinal);
    private readonly HashSet<string> _met = new(StringComparer.Ordinal);

    /// <summary>A mechanism without tasks.</summary>
    public static TakenRows None => new();

    /// <summary>Reads them.</summary>
    public static async Task<TakenRows> Read(Session session, string mechanism)
    {
        const string tasks = """
            select t.case_id, t.text, t.lead_units, o.row_key
              from task t left join taken_over o on o.task = t.case_id
             where t.mechanism = @mechanism order by t.case_id
            """;
        var names = (await session.Query<(string Id, string Name)>("select id, name from unit")).ToDictionary(
            unit => unit.Id,
            unit => unit.Name,
            StringComparer.Ordinal
        );
        var taken = new TakenRows();
        foreach (
            var (id, text, lead, key) in await session.Query<(string, string, string, string?)>(
                tasks,
                new { mechanism }
            )
        )
        {
            taken.Add(Key(text, [.. Rows.Split(lead).Select(unit => names.GetValueOrDefault(unit, unit))]), id);
            if (key is not null)
                taken.Add(key, id);
        }
        return taken;
    }

    /// <summary>The wording and the first lead unit; numbers move when a ledger is kept on.</summary>
    public static string Key(string text, IReadOnlyList<string> lead) =>
        $"{Plain(text)}|{(lead.Count > 0 ? Plain(lead[0]) : "")}";

    /// <summary>Whether a task is known by one of these keys; each task stands for one row.</summary>
    public bool Has(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            while (_tasks.TryGetValue(key, out var tasks) && tasks.TryDequeue(out var task))
                if (_met.Add(task))
                    return true;
        return false;
    }

    private void Add(string key, string task)
    {
        if (!_tasks.TryGetValue(key, out var tasks))
            _tasks[key] = tasks = new();
        tasks.Enqueue(task);
    }

    private static string Plain(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)));
}
