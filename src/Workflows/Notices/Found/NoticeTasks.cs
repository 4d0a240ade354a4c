using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Workflows.Notices.Confirm;
using JointMeeting.Workflows.Notices.TakeOver;

namespace JointMeeting.Workflows.Notices.Found;

/// <summary>A confirmed row of the annex with its confirmed deadline.</summary>
/// <param name="Row">As confirmed, with the units its names stand for.</param>
/// <param name="AsRead">As it was first read.</param>
internal sealed record NoticeTask(ProposedTask Row, StatedDeadline? Deadline, ProposedTask AsRead)
{
    /// <summary>
    /// What it is known by when its month plan comes again: what was written of it, of who leads and of the month, and the
    /// year as confirmed, since many plans state none; null for a row of a table.
    /// </summary>
    public IReadOnlyList<string>? MatterKeys { get; init; }
}

/// <summary>Joins confirmed rows with their confirmed repairs, and takes month plans apart.</summary>
internal static class NoticeTasks
{
    /// <summary>Rejected rows are left out; a rejected repair leaves the deadline as it was written, without a date.</summary>
    public static IReadOnlyList<NoticeTask> From(IReadOnlyList<ProposalRow> proposals)
    {
        var readings = Readings.Of(proposals);
        var repairs = proposals
            .Where(p => p.Kind == ProposalKind.Repair)
            .Select(p => (p.IsTaken, Value: ProposalValues.Read<ProposedRepair>(p.Value)))
            .ToDictionary(r => r.Value.TaskNumber, StringComparer.Ordinal);
        return
        [
            .. proposals
                .Where(p => p.Kind == ProposalKind.Task && p.IsTaken)
                .Select(p => new NoticeTask(
                    Named(ProposalValues.Read<ProposedTask>(p.Value), readings),
                    Confirmed(ProposalValues.Read<ProposedTask>(p.Value), repairs),
                    ProposalValues.Read<ProposedTask>(p.Original)
                )),
            .. proposals
                .Where(p => p.Kind == ProposalKind.MonthEntry && p.IsTaken)
                .SelectMany(p =>
                    Matters(
                        ProposalValues.Read<ProposedMonthEntry>(p.Value),
                        ProposalValues.Read<ProposedMonthEntry>(p.Original),
                        readings
                    )
                ),
        ];
    }

    private static IEnumerable<NoticeTask> Matters(
        ProposedMonthEntry confirmed,
        ProposedMonthEntry asRead,
        Readings readings
    ) =>
        confirmed
            .Tasks()
            .Select(matter => new NoticeTask(Named(matter, readings), matter.Deadline, matter)
            {
                MatterKeys =
                [
                    .. confirmed
                        .Written(matter.Text, asRead)
                        .Select(written => TakenRows.Key(written, asRead.Lead, asRead.Month, confirmed.To?.Year)),
                ],
            });

    private static ProposedTask Named(ProposedTask row, Readings readings) =>
        row with
        {
            Lead = readings.Units(row.Lead),
            Units = readings.Units(row.Units),
        };

    private static StatedDeadline? Confirmed(
        ProposedTask row,
        Dictionary<string, (bool IsTaken, ProposedRepair Value)> repairs
    ) =>
        !repairs.TryGetValue(row.Number, out var repair) ? row.Deadline
        : repair.IsTaken ? new(repair.Value.Raw, repair.Value.Kind, repair.Value.Date, repair.Value.Repaired)
        : new(repair.Value.Raw, DeadlineKind.Ambiguous, null, null);
}
