using JointMeeting.Ledger;
using JointMeeting.Workflows.Meetings;

namespace JointMeeting.Web.Pages.Meetings;

/// <summary>到会人员 as lists and minutes name them: in the order of the seats, the convenor first, guests last.</summary>
internal static class AttendanceList
{
    private const string InOrderOfSeats = """
        select a.* from attendance a join meeting m on m.case_id = a.meeting
          left join (select mechanism, unit, min(position) as place from seat group by mechanism, unit) u
            on u.mechanism = m.mechanism and u.unit = a.unit
          left join (select s.mechanism, s.unit, t.person_name, min(s.position) as place
                       from seat s join tenure t on t.seat = s.id group by s.mechanism, s.unit, t.person_name) p
            on p.mechanism = m.mechanism and p.unit = a.unit and p.person_name = a.person_name
         where a.meeting = @meeting
         order by coalesce(u.place, @guests), coalesce(p.place, @guests), a.at, a.person_name
        """;

    /// <summary>Who signed in to that meeting.</summary>
    public static Task<IReadOnlyList<AttendanceRow>> Read(Session session, string meeting) =>
        session.Query<AttendanceRow>(InOrderOfSeats, new { meeting, guests = int.MaxValue });
}
