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

    /// <summary>补记进展: the mechanism has this task; a later edition of the ledger says how far it has come since.</summary>
    Continues,

    /// <summary>此前已转入: the mechanism has this task, and the ledger says nothing new of it; nothing is made twice.</summary>
    TakenBefore,
}

/// <summary>A confirmed row with what its words were confirmed to mean.</summary>
/// <param name="Why">Why it is to be judged, zh-CN; null otherwise.</param>
/// <param name="Key">What the same row is known by in a later ledger.</param>
/// <param name="Task">The task it stands for, where the mechanism has it.</param>
public sealed record PlannedRow(
    ProposedTask Row,
    IReadOnlyList<string> Lead,
    IReadOnlyList<string> Responsible,
    StatedDeadline? Deadline,
    LedgerStatus? Status,
    RowFate Fate,
    string? Why,
    string Key,
    string? Task
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
        var (key, known) = Known(task, before);
        var why = known is null ? WhyToJudge(status, deadline, asOf, today) : null;
        return new(
            task.Row,
            task.Row.Lead,
            [.. task.Row.Units.Except(task.Row.Lead)],
            deadline,
            status,
            known is null
                ? why is null
                    ? RowFate.Assign
                    : RowFate.Judge
                : IsNews(task.Row.Ledger, known, asOf)
                    ? RowFate.Continues
                    : RowFate.TakenBefore,
            why,
            key,
            known?.Task
        );
    }

    /// <summary>What it is known by, and the task it stands for: a matter of a month plan by what was written of it, with its year.</summary>
    private static (string Key, KnownTask? Known) Known(NoticeTask task, TakenRows before)
    {
        var (row, read) = (task.Row, task.AsRead);
        if (task.MatterKeys is not { } written)
        {
            var key = TakenRows.Key(read.Text, read.Lead);
            return (key, before.Find(key, TakenRows.Key(row.Text, row.Lead)));
        }
        var own = TakenRows.Key(row.Text, row.Lead, task.Deadline?.Date);
        return (TakenRows.OneKey(written.Count > 0 ? written : [own]), before.Find(own) ?? before.OfMatters(written));
    }

    /// <summary>Of a later day than what is kept, and in other words.</summary>
    private static bool IsNews(LedgerEntry? entry, KnownTask known, DateOnly asOf) =>
        entry is { } said
        && (said.StatusRaw ?? said.Progress) is not null
        && !(known.AsOf >= asOf)
        && (said.StatusRaw, said.Progress, said.More) != (known.StatusRaw, known.Progress, known.More);

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
