using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Supervision.Reporting;
using JointMeeting.Ledger;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Mechanisms;
using JointMeeting.Workflows.Reports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Mechanisms;

/// <summary>报送事项 of a mechanism: what is asked for when, what waits for the office, and every report so far.</summary>
public sealed class ReportsModel(Steps steps) : CaseFilePage(steps)
{
    private const string SoFar = """
        select r.case_id, r.duty, r.due_on, c.closed_at,
               (select count(*) from ask a where a.case_id = r.case_id and a.within is null
                   and a.delegated_from is null and a.state <> 'Replaced') as asked,
               (select count(*) from ask a where a.case_id = r.case_id and a.within is null
                   and a.delegated_from is null and a.state = 'Answered') as answered
          from report r join cases c on c.id = r.case_id where r.mechanism = @Id order by r.due_on desc, r.case_id
        """;

    [BindProperty]
    public string? Duty { get; set; }

    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    [BindProperty]
    public ReportPeriod Period { get; set; } = ReportPeriod.Quarterly;

    [BindProperty]
    public DateOnly? FirstDue { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>The duty whose form is open.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Arrange { get; set; }

    public MechanismRow Row { get; private set; } = null!;
    public IReadOnlyList<DutyRow> Duties { get; private set; } = [];
    public ILookup<string, ReportSoFar> Reports { get; private set; } =
        Array.Empty<ReportSoFar>().ToLookup(r => r.Duty);
    public IReadOnlyList<SelectListItem> UnitChoices { get; private set; } = [];

    public Permission Arranging => Rights.To(Actions.ArrangeReports);

    public DutyRow? Arranged => Duties.FirstOrDefault(d => d.Id == Arrange && d.StoppedAt is null);

    public static IReadOnlyList<SelectListItem> Periods { get; } =
    [.. Enum.GetValues<ReportPeriod>().Select(p => new SelectListItem(ReportPeriods.Label(p), $"{p}"))];

    /// <summary>Who reports, as it stands.</summary>
    public string Who(DutyRow duty) =>
        duty.Units.Length > 0 ? Units.Names(duty.Units)
        : duty.Reporters.Length > 0 ? duty.Reporters
        : "来文没有写明";

    public Task<IActionResult> OnPostArrangeAsync() =>
        Do(
            Id,
            new ArrangeReports(Duty ?? "", Chosen, Period, FirstDue, Why ?? ""),
            "已安排报送，到时自动请各单位报送。",
            _ => Redirect($"/mechanisms/{Id}/reports")
        );

    public Task<IActionResult> OnPostStopAsync() =>
        Do(Id, new StopReports(Duty ?? "", Why ?? ""), "已停止报送。", _ => Redirect($"/mechanisms/{Id}/reports"));

    protected override async Task Load(Session session)
    {
        Row =
            await session.One<MechanismRow>("select * from mechanism where case_id = @Id", new { Id })
            ?? throw new Domain.Refusal("没有找到该联席会议。");
        Duties = await session.Query<DutyRow>(
            "select * from duty where mechanism = @Id order by notice_case, position",
            new { Id }
        );
        Reports = (await session.Query<ReportSoFar>(SoFar, new { Id })).ToLookup(r => r.Duty, StringComparer.Ordinal);
        Arrange ??= Duty;
        if (Arranged is null)
            return;
        var members = (
            await session.Query<string>("select distinct unit from seat where mechanism = @Id", new { Id })
        ).ToHashSet(StringComparer.Ordinal);
        UnitChoices =
        [
            .. Units.All.OrderBy(u => members.Contains(u.Id) ? 0 : 1).Select(u => new SelectListItem(u.Name, u.Id)),
        ];
    }

    /// <summary>One period that was asked for.</summary>
    public sealed record ReportSoFar
    {
        public required string CaseId { get; init; }
        public required string Duty { get; init; }
        public required DateOnly DueOn { get; init; }
        public DateTimeOffset? ClosedAt { get; init; }
        public required long Asked { get; init; }
        public required long Answered { get; init; }
    }
}
