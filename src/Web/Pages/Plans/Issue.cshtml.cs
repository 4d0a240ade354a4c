using JointMeeting.Documents.Reading;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Plans;
using JointMeeting.Workflows.Plans.Issue;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Plans;

/// <summary>印发归档: the number, the sealed final file compared with what was countersigned, original and copies.</summary>
public sealed class IssueModel(Steps steps) : PlanPage(steps)
{
    private const string Files = """
        select f.attachment, f.differences, f.by_name, f.at, a.name from final_text f
          join attachment a on a.id = f.attachment where f.case_id = @Id order by f.at desc
        """;

    [BindProperty]
    public string? Registered { get; set; }

    [BindProperty]
    public string? Series { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public IFormFile? Final { get; set; }

    public IReadOnlyList<DocumentNumberRow> Used { get; private set; } = [];
    public IReadOnlyList<FinalFile> Finals { get; private set; } = [];
    public IReadOnlyList<ArchiveCopyRow> Copies { get; private set; } = [];
    public Permission MayIssue => Rights.To(Actions.IssuePlan);
    public Permission MayVoid => Rights.To(Actions.VoidNumber);
    public Permission MayUpload => Rights.To(Actions.UploadFinal);
    public bool MayFile => Rights.To(Actions.FileOriginal).IsAllowed && !HasFiled(Plan.LeadUnit);

    /// <summary>Another joint organ's people register its copy.</summary>
    public bool MayRegister =>
        Rights.To(Actions.RegisterCopy).IsAllowed
        && Me.Unit != Plan.LeadUnit
        && !HasFiled(Me.Unit)
        && PlanUnits.Any(u => u.Unit == Me.Unit && u.Role == PlanRole.Joint);

    private bool HasFiled(string? unit) => Copies.Any(c => c.Unit == unit);

    public Task<IActionResult> OnPostIssueAsync() =>
        Act(new IssuePlan(Registered, Series), "已编号印发。请上传用印定稿并登记归档。");

    public Task<IActionResult> OnPostVoidAsync() => Act(new VoidNumber(Why ?? ""), "字号已作废，请重新编号。");

    public Task<IActionResult> OnPostFileAsync() => Act(new FileOriginal(Place ?? ""), "已登记归档。");

    public Task<IActionResult> OnPostCopyAsync() => Act(new RegisterCopy(Place ?? ""), "已登记收存副本。");

    public async Task<IActionResult> OnPostUploadAsync()
    {
        ModelState.Clear();
        if ((await Read(Final is null ? null : [Final])) is not [var file])
        {
            await Show();
            ModelState.AddModelError("Final", "请选择用印定稿文件（PDF 或 OFD）。");
            return this.Refuse();
        }
        try
        {
            return await Act(new UploadFinal(file, TextOf(file), Why), "定稿已上传并与会签稿比对。");
        }
        catch (ImportRefusedException secret)
        {
            await Show();
            ModelState.AddModelError("Final", secret.Message);
            return this.Refuse();
        }
    }

    protected override async Task LoadMore(Session session)
    {
        Used = await session.Query<DocumentNumberRow>(
            "select * from document_number where case_id = @Id order by at desc",
            new { Id }
        );
        Finals = await session.Query<FinalFile>(Files, new { Id });
        Copies = await session.Query<ArchiveCopyRow>(
            "select * from archive_copy where case_id = @Id order by at",
            new { Id }
        );
    }

    /// <summary>What can be read from the file, never of a secret one; nothing where it holds no text or is of a form that is not read.</summary>
    private static string TextOf(Upload file)
    {
        try
        {
            return string.Join('\n', ReadAny.Read(file.Bytes, file.Name).Lines.Select(l => l.Text));
        }
        catch (ImportRefusedException refused) when (refused.Code != RefusalCode.Classified)
        {
            return "";
        }
    }

    private Task<IActionResult> Act(Command command, string done)
    {
        ModelState.Clear();
        return Do(Id, command, done, _ => Redirect($"/plans/{Id}/issue"));
    }
}

/// <summary>An uploaded final file.</summary>
public sealed record FinalFile
{
    public required string Attachment { get; init; }
    public required string Name { get; init; }
    public required string Differences { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>How it compares with what was countersigned.</summary>
    public string Comparison =>
        Differences switch
        {
            "" => "与会签稿逐条一致",
            "unread" => "无可读文字，人工核对",
            var places => $"第 {places.Replace(",", "、", StringComparison.Ordinal)} 条不一致",
        };
}
