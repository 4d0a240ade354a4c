using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Workflows;

namespace JointMeeting.Web.Pages.Meetings;

/// <summary>A meeting as a list shows it.</summary>
public sealed record MeetingListRow
{
    public required string CaseId { get; init; }
    public required string Title { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required string Place { get; init; }
    public required string Definition { get; init; }
    public required int Version { get; init; }
    public string? Outcome { get; init; }
    public string? Node { get; init; }
    public int? IssueYear { get; init; }
    public int? IssueNumber { get; init; }

    /// <summary>Requests that nobody has answered yet.</summary>
    public required int Waiting { get; init; }

    public string StepOf(Lifecycles lifecycles) => StepTitle.Of(lifecycles, Definition, Version, Node ?? Outcome);
}

/// <summary>The meetings a person may read: those their office runs, their mechanisms hold, or their unit was asked in.</summary>
public static class MeetingList
{
    private const string Readable = """
        select m.case_id, c.title, m.starts_at, m.place, c.definition, c.version, c.outcome, v.node,
               m.issue_year, m.issue_number,
               (select count(*) from ask a where a.case_id = c.id and a.state = 'Open') as waiting
          from meeting m join cases c on c.id = m.case_id
          left join visit v on v.case_id = c.id and v.left_at is null
         where (@clerk = 1 and c.office_unit = @unit)
            or exists (select 1 from seat s where s.mechanism = m.mechanism and s.unit = @unit)
            or exists (select 1 from ask a where a.case_id = c.id and a.unit = @unit)
         order by m.starts_at desc limit @most
        """;

    /// <summary>Reads them, newest first.</summary>
    public static Task<IReadOnlyList<MeetingListRow>> Read(Session session, Person person, int most = 500) =>
        session.Query<MeetingListRow>(
            Readable,
            new
            {
                unit = person.Unit,
                clerk = person.Is(Role.OfficeClerk) ? 1 : 0,
                most,
            }
        );
}
