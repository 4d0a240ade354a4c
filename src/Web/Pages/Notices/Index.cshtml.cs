using System.ComponentModel.DataAnnotations;
using JointMeeting.Documents.Reading;
using JointMeeting.Domain.Rights;
using JointMeeting.Web.Intake;
using JointMeeting.Web.Kit;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Notices.Import;
using JointMeeting.Workflows.Notices.Learn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Notices;

/// <summary>来文导入: the imported notices, and the form to import one.</summary>
[Authorize(Roles = nameof(Role.OfficeClerk))]
public sealed class IndexModel(Steps steps) : CasePage(steps)
{
    [BindProperty, Display(Name = "通知文件")]
    public IFormFile? Paper { get; set; }

    [BindProperty, Display(Name = "通知全文")]
    public string? Text { get; set; }

    public IReadOnlyList<Listed> Imported { get; private set; } = [];

    public Task OnGet() => Show();

    public async Task<IActionResult> OnPost()
    {
        try
        {
            if (await Handed() is not { } source)
                throw new ImportRefusedException(RefusalCode.Empty, "请选择通知文件，或粘贴通知全文。");
            var name = Paper is null ? "粘贴的通知" : Path.GetFileName(Paper.FileName);
            var known = await KnownToMe();
            var read = ReadNotice.From(name, source, Steps.Time, known);
            var (notice, proposals) = NoticeProposals.Of(read, known);
            return await Do(
                new Target.New(CaseKind.Notice, read.Title),
                new ImportNotice(notice, proposals, TakeUndoubted: false),
                $"已导入，识别 {proposals.Count} 项。请对照原文确认。",
                done => RedirectToPage("Review", new { id = done.CaseId })
            );
        }
        catch (ImportRefusedException refused)
        {
            // What may not be kept is not sent back either.
            if (refused.Code is RefusalCode.Classified)
            {
                ModelState.Remove(nameof(Text));
                Text = null;
            }
            ModelState.AddModelError(Paper is null ? nameof(Text) : nameof(Paper), refused.Message);
            await Show();
            return this.Refuse();
        }
    }

    private async Task<Known> KnownToMe()
    {
        await using var session = await Steps.Database.Read();
        return await Known.Read(session, Me.Unit, Ledger.Moment.DayInChina(Steps.Time.GetUtcNow()));
    }

    /// <summary>The file where there is one, else the pasted text, else null.</summary>
    private async Task<SourceText?> Handed()
    {
        if (Paper is null)
            return string.IsNullOrWhiteSpace(Text) ? null : SourceText.FromText(Text);
        await using var stream = Paper.OpenReadStream();
        return await ReadAny.ReadAsync(stream, Paper.FileName);
    }

    protected override async Task Show()
    {
        const string mine = """
            select c.id, coalesce(n.title, c.title) as title, c.opened_at, c.outcome, n.document_number, n.file_name,
                   sum(case when p.state = 'Pending' then 1 else 0 end) as pending, count(p.id) as proposals
              from cases c join notice n on n.case_id = c.id left join proposal p on p.case_id = c.id
             where c.kind = 'Notice' and (c.office_unit is null or c.office_unit = @Unit)
             group by c.id, c.title, n.title, c.opened_at, c.outcome, n.document_number, n.file_name
             order by c.opened_at desc
            """;
        await using var session = await Steps.Database.Read();
        Imported = await session.Query<Listed>(mine, new { Me.Unit });
    }

    /// <summary>A line of the list.</summary>
    public sealed record Listed
    {
        public required string Id { get; init; }
        public required string Title { get; init; }
        public required DateTimeOffset OpenedAt { get; init; }
        public string? Outcome { get; init; }
        public string? DocumentNumber { get; init; }
        public required string FileName { get; init; }
        public long Pending { get; init; }
        public long Proposals { get; init; }
    }
}
