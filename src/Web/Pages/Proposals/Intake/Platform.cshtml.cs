using System.ComponentModel.DataAnnotations;
using JointMeeting.Documents.Writing;
using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Bulk;
using JointMeeting.Workflows.Proposals;
using JointMeeting.Workflows.Proposals.Register;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Proposals.Intake;

/// <summary>导出到外部平台: in that platform's column order, and which items were uploaded.</summary>
[Authorize(Roles = ItemReceivers.Roles)]
[RequestFormLimits(ValueCountLimit = 50_000)]
public sealed class PlatformModel(Steps steps) : CasePage(steps)
{
    private const string Mine = """
        select i.* from item i join cases c on c.id = i.case_id
         where i.part = '' and (c.office_unit = @unit or i.counterpart = @unit)
         order by i.year desc, i.session_name, i.number
        """;

    private const string OverBefore = """
        select c.id from cases c
         where c.outcome = 'doneBefore'
            or exists (select 1 from visit v where v.case_id = c.id and v.node = 'historical' and v.left_at is null)
        """;

    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    [BindProperty, Display(Name = "平台的列（按顺序）")]
    public string? Headings { get; set; }

    [BindProperty]
    public string Format { get; set; } = "xlsx";

    public IReadOnlyList<ItemRow> Items { get; private set; } = [];

    private HashSet<string> Historical { get; set; } = [];

    /// <summary>历史待核 or 历史办结: over before this system knew of it, so nobody waits for its upload.</summary>
    public bool IsHistorical(ItemRow item) => Historical.Contains(item.CaseId);

    /// <summary>Ticked beforehand.</summary>
    public bool IsToBeUploaded(ItemRow item) => item.UploadedAt is null && !IsHistorical(item);

    public async Task OnGetAsync()
    {
        await Show();
        await using var session = await Steps.Database.Read();
        Headings =
            await session.Scalar<string?>(
                "select headings from platform_columns where office_unit = @unit",
                new { unit = Me.Unit }
            ) ?? PlatformSheet.Usual;
    }

    public async Task<IActionResult> OnPostExportAsync()
    {
        await Show();
        var chosen = Items.Where(i => Chosen.Contains(i.CaseId)).ToList();
        var platform = PlatformSheet.Of(Headings);
        try
        {
            var export = new ExportItems(platform.Text, chosen.Count, platform.HasContacts);
            await Steps.Act(Me, await Steps.HouseCase(), export);
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", refusal.Why);
            return this.Refuse();
        }
        var sheet = await Sheet(platform, chosen);
        return Format == "csv"
            ? File(Csv.Write(sheet), "text/csv", "建议提案.csv")
            : File(
                Workbook.Write(sheet),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "建议提案.xlsx"
            );
    }

    public async Task<IActionResult> OnPostUploadedAsync()
    {
        await Show();
        var work = Items
            .Where(i => Chosen.Contains(i.CaseId) && i.UploadedAt is null)
            .Select(i => new BulkWork(
                $"{i.SessionName} {i.Number} 号",
                i.CaseId,
                BulkKinds.Write(new UploadedWork(Workflows.Proposals.Items.CaseKindOf(i.Kind)))
            ))
            .ToList();
        var job = Once ?? Ids.New(Steps.Time.GetUtcNow());
        return await Do(
            await Steps.HouseCase(),
            new StartBulk(job, BulkKinds.Uploaded, $"标记已上传 {work.Count} 件", work),
            "已开始标记。",
            _ => Redirect($"/proposals/jobs/{job}")
        );
    }

    protected override async Task Show()
    {
        await using var session = await Steps.Database.Read();
        Items = await session.Query<ItemRow>(Mine, new { unit = Me.Unit });
        Historical = [.. await session.Query<string>(OverBefore)];
    }

    private async Task<Sheet> Sheet(PlatformSheet platform, IReadOnlyList<ItemRow> items)
    {
        await using var session = await Steps.Database.Read();
        var signers = (await session.Query<SignerRow>("select * from item_signer order by case_id, position")).ToLookup(
            s => s.CaseId,
            StringComparer.Ordinal
        );
        return platform.Write(
            [.. items.Select(i => (i, (IReadOnlyList<SignerRow>)[.. signers[i.CaseId]]))],
            await UnitBook.Read(session)
        );
    }
}
