using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Bulk;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Proposals.Intake;

/// <summary>A proposal that waits to be reviewed, with what is most alike.</summary>
public sealed record ToBeFiled(
    string CaseId,
    string Name,
    string Title,
    string Lead,
    EarlierRuling? Alike,
    double Share
);

/// <summary>审查立案: the CPPCC office files what it ticks; the others are opened for 不予立案, 并案 or 撤回.</summary>
[Authorize(Roles = nameof(Role.CppccOffice))]
[RequestFormLimits(ValueCountLimit = 50_000)]
public sealed class FilingModel(Steps steps) : CasePage(steps)
{
    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    public IReadOnlyList<ToBeFiled> Waiting { get; private set; } = [];

    public async Task OnGetAsync() => await Show();

    public async Task<IActionResult> OnPostAsync()
    {
        await Show();
        var work = Waiting
            .Where(w => Chosen.Contains(w.CaseId))
            .Select(w => new BulkWork(w.Name, w.CaseId, ""))
            .ToList();
        var job = Once ?? Ids.New(Steps.Time.GetUtcNow());
        return await Do(
            await Steps.HouseCase(),
            new StartBulk(job, BulkKinds.File, $"审查立案 {work.Count} 件", work),
            "已开始立案。",
            _ => Redirect($"/proposals/jobs/{job}")
        );
    }

    protected override async Task Show()
    {
        await using var session = await Steps.Database.Read();
        var rows = await session.Query<(string Id, string Session, string Number, string Title, string? Lead)>(
            """
            select i.case_id, i.session_name, i.number, i.title,
                   (select min(s.name) from item_signer s where s.case_id = i.case_id and s.is_lead = 1)
              from item i join visit v on v.case_id = i.case_id and v.left_at is null and v.node = 'submitted'
             where i.counterpart = @unit
            """,
            new { unit = Me.Unit }
        );
        var earlier = await EarlierRulings.Read(session, Me);
        Waiting =
        [
            .. rows.OrderBy(r => int.TryParse(r.Number, out var n) ? n : int.MaxValue)
                .Select(r =>
                {
                    var alike = earlier.Similar(r.Title, r.Id, 1);
                    return new ToBeFiled(
                        r.Id,
                        $"{r.Session} {r.Number} 号",
                        r.Title,
                        r.Lead ?? "—",
                        alike.Count > 0 ? alike[0].Ruling : null,
                        alike.Count > 0 ? alike[0].Share : 0
                    );
                }),
        ];
    }
}
