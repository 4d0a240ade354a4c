using JointMeeting.Domain.Statistics;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit;

namespace JointMeeting.Web.Pages.Statistics;

/// <summary>Reads who was due at the meetings that were held in a period: each unit that the notice asked for its receipt, once.</summary>
public static class InvitedUnits
{
    private sealed record Row
    {
        public required string CaseId { get; init; }
        public required string Title { get; init; }
        public required DateTimeOffset StartsAt { get; init; }
        public required string Unit { get; init; }

        /// <summary>1 where the unit said 请假 when it was last asked.</summary>
        public required long Leave { get; init; }
    }

    /// <summary>Reads them.</summary>
    public static async Task<IReadOnlyList<Counted<InvitedUnit>>> Read(
        Session session,
        Reader reader,
        DateOnly from,
        DateOnly to
    )
    {
        var values = new
        {
            unit = reader.Unit,
            from = Moment.Text(Moment.At(from, TimeOnly.MinValue)),
            until = Moment.Text(Moment.At(to.AddDays(1), TimeOnly.MinValue)),
        };
        // A meeting that was moved was announced again; what was said last counts.
        var asked = await session.Query<Row>(
            $"""
            select a.case_id, c.title, m.starts_at, a.unit,
                   case when exists (select 1 from answer n where n.ask_id = a.id and n.value = 'leave' and n.origin <> 'Drafted') then 1 else 0 end as leave
              from meeting m join cases c on c.id = m.case_id join ask a on a.case_id = m.case_id
             where {reader.Sees("a.unit")} and m.starts_at >= @from and m.starts_at < @until
               and a.vocabulary = 'receipt' and a.within is null and a.delegated_from is null and a.state <> 'Replaced'
               and exists (select 1 from visit v where v.case_id = m.case_id and v.node = 'inSession' and v.left_at is not null)
             order by m.starts_at, a.case_id, a.id
            """,
            values
        );
        var there = (
            await session.Query<(string Meeting, string Unit, long StandIn)>(
                """
                select t.meeting, t.unit, min(t.stand_in) from attendance t join meeting m on m.case_id = t.meeting
                 where m.starts_at >= @from and m.starts_at < @until
                 group by t.meeting, t.unit
                """,
                values
            )
        ).ToDictionary(t => (t.Meeting, t.Unit), t => t.StandIn);
        return
        [
            .. asked
                .GroupBy(a => (a.CaseId, a.Unit))
                .Select(g => Of(g.Last(), there.TryGetValue(g.Key, out var standIn) ? standIn == 1 : null)),
        ];
    }

    /// <param name="standIn">Only stand-ins came; null where nobody did.</param>
    private static Counted<InvitedUnit> Of(Row row, bool? standIn)
    {
        var presence = standIn switch
        {
            true => Presence.StandIn,
            false => Presence.InPerson,
            null => row.Leave == 1 ? Presence.OnLeave : Presence.Absent,
        };
        return new(
            new(row.CaseId, row.Unit, presence),
            new(
                row.Unit,
                $"/meetings/{row.CaseId}",
                row.Title,
                When.Day(Moment.DayInChina(row.StartsAt)),
                AttendanceFigures.Label(presence)
            )
        );
    }
}
