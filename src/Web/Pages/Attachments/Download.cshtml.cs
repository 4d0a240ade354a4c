using JointMeeting.Domain;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
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
        await steps.Look(User.AsPerson(), attachment.CaseId);
        var content = await session.One<StoredBytes>(
            "select bytes from attachment_content where hash = @Hash",
            new { attachment.Hash }
        );
        Response.Headers.CacheControl = "private, no-store";
        return File(content!.Bytes, "application/octet-stream", attachment.Name);
    }

    private sealed record StoredBytes
    {
        public required byte[] Bytes { get; init; }
    }
}
