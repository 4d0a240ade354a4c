using JointMeeting.Domain;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Kit;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Proposals;
using JointMeeting.Workflows.Proposals.Feedback;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JointMeeting.Web.Pages.Proposals;

/// <summary>A signer's own page behind the single-use link; needs no account. Looking at it uses nothing up.</summary>
[AllowAnonymous]
public sealed class GiveModel(Steps steps) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public FeedbackInput Input { get; set; } = new();

    public string? Dead { get; private set; }
    public bool Given { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>The reply that is judged, as it was sent.</summary>
    public ReplyRow? Reply { get; private set; }
    public IReadOnlyList<ClauseRow> Clauses { get; private set; } = [];

    /// <summary>Who is asked, as one speaks to them: 钟书遥代表.</summary>
    public string Signer { get; private set; } = "";

    /// <summary>What its class means, in the words of the scheme.</summary>
    public string ClassMeaning { get; private set; } = "";

    public async Task OnGetAsync() => await Look();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Look() is not { } link)
            return this.Refuse();
        if (Input.Fact() is not { } fact)
        {
            ModelState.AddModelError("", FeedbackInput.Missing);
            return this.Refuse();
        }
        try
        {
            await using var session = await steps.Database.Read();
            var kind = await session.Scalar<string>("select kind from cases where id = @CaseId", new { link.CaseId });
            await steps.Act(Person.System, link.CaseId, new GiveFeedback(Enum.Parse<CaseKind>(kind!), Token, fact));
            Given = true;
            return Page();
        }
        catch (Refusal refusal)
        {
            ModelState.AddModelError("", refusal.Why);
            return this.Refuse();
        }
    }

    private async Task<LinkRow?> Look()
    {
        (var link, Dead) = await FeedbackLinks.Find(steps, Token);
        if (link is null)
            return null;
        await using var session = await steps.Database.Read();
        const string asked =
            "select count(*) from visit where case_id = @CaseId and node = 'replied' and left_at is null";
        if (await session.Scalar<long>(asked, new { link.CaseId }) == 0)
        {
            Dead = "这次征询已经结束，不能再填写。如有意见请联系工作机构。";
            return null;
        }
        var item = (await session.Item(link.CaseId))!;
        Title = item.Title;
        Reply = await session.One<ReplyRow>("select * from reply where id = @Reply", new { link.Reply });
        Clauses = await session.Clauses(Reply!.Version);
        var name = await session.Scalar<string?>(
            "select name from reply_copy where reply = @Reply and signer = @Signer",
            new { link.Reply, link.Signer }
        );
        Signer = $"{name}{ItemKinds.Signer(item.Kind)}";
        ClassMeaning = ClassScheme.Named(item.Scheme).Find(Reply.ClassCode)?.Meaning ?? "";
        return link;
    }
}
