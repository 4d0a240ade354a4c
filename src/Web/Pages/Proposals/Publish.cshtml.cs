using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Proposals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Proposals;

/// <summary>公开办理结果: what goes out is shown as it goes out; where it was put is entered, or why it is withheld after all.</summary>
public sealed class PublishModel(Steps steps) : ItemPage(steps)
{
    [BindProperty]
    public string? Where { get; set; }

    [BindProperty]
    public string? Ground { get; set; }

    public ReplyRow? Sent { get; private set; }

    /// <summary>The newest request; it may be answered already.</summary>
    public AskRow? Ask => Case.AsksOf(ItemVocabulary.Publish) is [.., var last] ? last : null;

    public Permission MayAnswer =>
        Ask is { State: AskState.Open } ask
            ? Rights.ToAnswer(ask.Id)
            : new Permission.Refused("本件没有等待公开的答复。");

    public static IReadOnlyList<SelectListItem> Grounds { get; } =
    [.. PublicVersion.Grounds.Select(g => new SelectListItem(g.Text, $"{g.Text}（{g.Source}）"))];

    public Task<IActionResult> OnPostPublishedAsync() => Answer(new AnswerDraft("published", Where), "已登记公开。");

    public Task<IActionResult> OnPostWithheldAsync() => Answer(new AnswerDraft("withheld", Ground), "已改为不公开。");

    protected override async Task LoadMore(Session session) => Sent = await session.LastReply(Id);

    private async Task<IActionResult> Answer(AnswerDraft draft, string done)
    {
        await Show();
        return await Do(Id, new AnswerAsk(Ask?.Id ?? "", draft), done, _ => Redirect($"/proposals/{Id}"));
    }
}
