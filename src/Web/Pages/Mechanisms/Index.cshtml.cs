using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.SignIn;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JointMeeting.Web.Pages.Mechanisms;

/// <summary>The mechanisms a person's unit runs or belongs to.</summary>
public sealed class IndexModel(Database database) : PageModel
{
    private const string Mine = """
        select m.case_id, m.name, u.name as office, m.document_number, m.founded_by,
               (select count(distinct s.unit) from seat s
                 where s.mechanism = m.case_id and s.role <> 'LiaisonOfficer') as members,
               (select count(*) from meeting e where e.mechanism = m.case_id) as meetings,
               (select count(*) from task t join cases k on k.id = t.case_id
                 where t.mechanism = m.case_id and k.closed_at is null) as open_tasks
          from mechanism m join unit u on u.id = m.office_unit
         where (@clerk = 1 and m.office_unit = @unit)
            or exists (select 1 from seat s where s.mechanism = m.case_id and s.unit = @unit)
         order by m.name
        """;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool IsClerk => User.IsInRole(nameof(Role.OfficeClerk));

    public async Task OnGetAsync()
    {
        await using var session = await database.Read();
        Rows = await session.Query<Row>(Mine, new { unit = User.AsPerson().Unit, clerk = IsClerk ? 1 : 0 });
    }

    public sealed record Row
    {
        public required string CaseId { get; init; }
        public required string Name { get; init; }
        public required string Office { get; init; }
        public string? DocumentNumber { get; init; }
        public required string FoundedBy { get; init; }
        public required int Members { get; init; }
        public required int Meetings { get; init; }
        public required int OpenTasks { get; init; }
    }
}
