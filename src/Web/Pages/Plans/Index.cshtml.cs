using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JointMeeting.Web.Pages.Plans;

/// <summary>The plans a person may read, newest first.</summary>
public sealed class IndexModel(Steps steps) : PageModel
{
    private const string Readable = """
        select p.case_id, c.title, u.name as lead_name, c.definition, c.version, c.outcome, v.node, c.opened_at,
               n.series, n.year, n.number as numbered,
               (select count(*) from ask a where a.case_id = c.id and a.state = 'Open') as waiting
          from plan p join cases c on c.id = p.case_id join unit u on u.id = p.lead_unit
          left join visit v on v.case_id = c.id and v.left_at is null
          left join document_number n on n.id = p.number_id and n.state = 'Active'
         where (@clerk = 1 and c.office_unit = @unit)
            or exists (select 1 from plan_unit x where x.plan = p.case_id and x.unit = @unit)
            or exists (select 1 from ask a where a.case_id = c.id and a.unit = @unit)
         order by c.opened_at desc, c.id desc
        """;

    public IReadOnlyList<PlanListRow> Rows { get; private set; } = [];

    public string StepOf(PlanListRow row) =>
        StepTitle.Of(steps.Lifecycles, row.Definition, row.Version, row.Node ?? row.Outcome);

    public async Task OnGetAsync()
    {
        var me = User.AsPerson();
        await using var session = await steps.Database.Read();
        Rows = await session.Query<PlanListRow>(
            Readable,
            new { unit = me.Unit, clerk = me.Is(Role.OfficeClerk) ? 1 : 0 }
        );
    }
}

/// <summary>A plan as a list shows it.</summary>
public sealed record PlanListRow
{
    public required string CaseId { get; init; }
    public required string Title { get; init; }
    public required string LeadName { get; init; }
    public required string Definition { get; init; }
    public required int Version { get; init; }
    public string? Outcome { get; init; }
    public string? Node { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required int Waiting { get; init; }
    public string? Series { get; init; }
    public int? Year { get; init; }
    public int? Numbered { get; init; }

    public string? Number => Series is null ? null : $"{Series}〔{Year}〕{Numbered}号";
}
