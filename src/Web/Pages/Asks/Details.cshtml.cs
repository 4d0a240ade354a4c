using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Kit;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Asks;

/// <summary>The one page on which a unit answers anything it is asked.</summary>
public sealed class DetailsModel(Steps steps) : AskPage(steps)
{
    [BindProperty]
    public AnswerForm Input { get; set; } = new();

    [BindProperty]
    public string? Unit { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? Colleague { get; set; }

    /// <summary>
    /// A station of the unit's own chain is looked at at once, and what is answered in one go is not signed for before.
    /// </summary>
    public bool MustSign =>
        Ask is { SeenAt: null, State: AskState.Open, Within: null } && !ItemVocabulary.All.Contains(Vocabulary);

    /// <summary>What is worked on over weeks, or settled by an act of its own, has its own page.</summary>
    public override void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        if (context.Result is PageResult && HttpMethods.IsGet(Request.Method) && Elsewhere is { } address)
            context.Result = Redirect(address);
    }

    private string? Elsewhere =>
        Ask.Vocabulary == ItemVocabulary.Handle.Id ? $"/proposals/{Case.Row.Id}/reply"
        : Ask.Vocabulary == ItemVocabulary.Feedback.Id ? $"/proposals/{Case.Row.Id}/feedback"
        : Ask.Vocabulary == ItemVocabulary.Publish.Id ? $"/proposals/{Case.Row.Id}/publish"
        : Ask.Vocabulary == ItemVocabulary.ReturnRuling.Id || Ask.Vocabulary == ItemVocabulary.ExtensionRuling.Id
            ? $"/proposals/{Case.Row.Id}"
        : null;

    public IReadOnlyList<SelectListItem> OtherUnits =>
        [new("请选择", ""), .. Units.All.Where(u => u.Id != Ask.Unit).Select(u => new SelectListItem(u.Name, u.Id))];

    public bool NeedsFiles => Vocabulary.Values.Any(v => v.NeedsEvidence);

    /// <summary>签收 is a button of its own, because looking at a page must not change anything.</summary>
    public async Task<IActionResult> OnPostSeenAsync()
    {
        ModelState.Clear();
        return await Do(await CaseId(), new MarkSeen(Id), "已签收，请填写答复。", _ => Redirect($"/asks/{Id}#answer"));
    }

    /// <summary>全文无意见, 同意: one tap, nothing to fill in.</summary>
    public async Task<IActionResult> OnPostOneTapAsync()
    {
        ModelState.Clear();
        await Show();
        return OneTap is { } value
            ? await Do(await CaseId(), new AnswerAsk(Id, new(value.Id)), $"已答复“{value.Label}”。", _ => Redirect("/"))
            : NotFound();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            await Show();
            return this.Refuse();
        }
        var command = new AnswerAsk(Id, Input.Draft(), await Read(Input.Files));
        return await Do(await CaseId(), command, "答复已提交。", _ => Redirect("/"));
    }

    public async Task<IActionResult> OnPostDelegateAsync() =>
        await Also(new DelegateAsk(Id, Unit ?? "", Why ?? ""), "已委托，办理后将返回。");

    public async Task<IActionResult> OnPostCallBackAsync() => await Also(new CallBack(Id), "已收回，请自行办理。");

    public async Task<IActionResult> OnPostPassOnAsync() =>
        await Do(await CaseId(), new PassOn(Id, Colleague ?? "", Why ?? ""), "已转给同事办理。", _ => Redirect("/"));

    public async Task<IActionResult> OnPostContestAsync() =>
        await Also(new ContestRecorded(Id, Why ?? ""), "异议已记录。");

    private async Task<IActionResult> Also(Command command, string done)
    {
        ModelState.Clear();
        return await Do(await CaseId(), command, done, _ => Redirect($"/asks/{Id}"));
    }

    /// <summary>An earlier answer in words; what was carried, deemed or recorded says so.</summary>
    public string Words(AnswerRow answer)
    {
        var label = Vocabulary.Find(answer.Value)?.Label ?? answer.Value;
        var how = answer.Origin switch
        {
            AnswerOrigin.Explicit when answer.DeputyFor is { } principal => $"{label}（代{principal}）",
            AnswerOrigin.Explicit => label,
            AnswerOrigin.Recorded =>
                $"代录：{label}（{answer.RecordedWho}，{answer.RecordedChannel}，{When.Minute(answer.RecordedAt ?? answer.At)}）",
            AnswerOrigin.Carried => $"沿用以前的意见“{label}”",
            AnswerOrigin.Drafted => $"拟稿：{label}",
            AnswerOrigin.Contested => $"对代录的“{label}”提出异议",
            AnswerOrigin.Deemed => "逾期未答复，按规则视为无不同意见",
        };
        var person = answer.PersonName is null ? "" : $"，代会人{answer.PersonName}（{answer.PersonPost}）";
        var back = answer.Provisional ? "，带回研究" : "";
        var text = answer.Text is null ? "" : $"：{answer.Text}";
        var basis = answer.Basis is null ? "" : $"（依据：{answer.Basis}）";
        var fields = Filled.Words(answer.Id) is { } filled ? $"（{filled}）" : "";
        return $"{how}{person}{back}{text}{fields}{basis}";
    }
}
