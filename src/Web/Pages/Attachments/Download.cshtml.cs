using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JointMeeting.Web.Pages.Attachments;

/// <summary>Hands out a file to whoever may read its case; always as a download, never shown by the browser.</summary>
[RefusedIsForbidden]
public sealed class DownloadModel(Steps steps) : PageModel
{
    /// <summary>Which file, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        await using var session = await steps.Database.Read();
        var attachment =
            await session.One<AttachmentRow>("select * from attachment where id = @Id", new { Id })
            ?? throw new Refusal("没有找到该附件。");
        var me = User.AsPerson();
        var (file, _) = await steps.Look(me, attachment.CaseId);
        if (await OpinionOf(session, attachment) is { } unit && await session.Plan(attachment.CaseId) is { } plan)
            if (!OpinionsVisible.To(plan, file, me, unit))
                throw new Refusal("该附件属于其他单位的意见，对您不可见。");
        var content = await session.One<StoredBytes>(
            "select bytes from attachment_content where hash = @Hash",
            new { attachment.Hash }
        );
        Response.Headers.CacheControl = "private, no-store";
        return File(content!.Bytes, "application/octet-stream", attachment.Name);
    }

    /// <summary>The unit whose opinion the file belongs to, where not everybody sees it.</summary>
    private static async Task<string?> OpinionOf(Session session, AttachmentRow attachment)
    {
        var ask = await session.One<AskRow>(
            "select a.* from ask a join answer n on n.ask_id = a.id where n.id = @Owner",
            new { attachment.Owner }
        );
        return ask is not null && Vocabulary.Named(ask.Vocabulary).IsForSomeEyes ? ask.Unit : null;
    }

    private sealed record StoredBytes
    {
        public required byte[] Bytes { get; init; }
    }
}
