using JointMeeting.Domain;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Proposals;
using JointMeeting.Workflows.Proposals.Feedback;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Proposals;

/// <summary>登记反馈: only the congress or CPPCC office opens this page; the handling unit sees nothing before the release.</summary>
public sealed class FeedbackModel(Steps steps) : ItemPage(steps)
{
    [BindProperty]
    public FeedbackInput Input { get; set; } = new();

    [BindProperty]
    public FeedbackInput Right { get; set; } = new();

    /// <summary>更正原因.</summary>
    [BindProperty]
    public string? Why { get; set; }

    public IReadOnlyList<(string Signer, string Name)> Copies { get; private set; } = [];
    public IReadOnlyList<FeedbackRow> Given { get; private set; } = [];

    /// <summary>What had been entered before it was corrected, newest first.</summary>
    public IReadOnlyList<FormerFeedbackRow> Former { get; private set; } = [];

    /// <summary>Links of this item that were tried in vain: used before, or expired.</summary>
    public IReadOnlyList<(DateTimeOffset At, string Why)> DeadLinks { get; private set; } = [];

    /// <summary>Shown once, after it was made.</summary>
    [TempData]
    public string? Link { get; set; }

    /// <summary>Whose link it is: it must not go to another signer.</summary>
    [TempData]
    public string? LinkFor { get; set; }

    /// <summary>How many signers have not given theirs, or wait for the second entry.</summary>
    public int Outstanding => SignerOptions.Count;

    /// <summary>The day after which the result may be released without them.</summary>
    public DateOnly? DueOn => Case.AsksOf(ItemVocabulary.Feedback) is [.., var last] ? last.Due : null;

    public static IReadOnlyList<SelectListItem> Values { get; } =
    [.. Enum.GetValues<Satisfaction>().Select(s => new SelectListItem(FeedbackRules.Label(s), s.ToString()))];

    /// <summary>How feedback may come in under the item's rule set.</summary>
    public HandlingWays Ways => Item.Ways();

    /// <summary>What this office enters itself; the link is the signer's own.</summary>
    public IReadOnlyList<SelectListItem> Modes =>
        [
            .. new[] { (FeedbackMode.Form, "征询意见表（两人分别录入）"), (FeedbackMode.Telephone, "电话回访") }
                .Where(m => Ways.Refusal(m.Item1) is null)
                .Select(m => new SelectListItem(m.Item2, m.Item1.ToString())),
        ];

    public bool MayUseLinks => Ways.Refusal(FeedbackMode.Link) is null;

    /// <summary>Whose feedback is not in yet, or waits for the second entry.</summary>
    public IReadOnlyList<SelectListItem> SignerOptions =>
        [
            .. Copies
                .Where(c => !Given.Any(f => f.Signer == c.Signer && f.Counts))
                .Select(c => new SelectListItem(c.Name, c.Signer)),
        ];

    /// <summary>Whose feedback was entered, and may be corrected.</summary>
    public IReadOnlyList<SelectListItem> GivenOptions =>
        [.. Copies.Where(c => Given.Any(f => f.Signer == c.Signer)).Select(c => new SelectListItem(c.Name, c.Signer))];

    public string NameOf(string signer) => Copies.FirstOrDefault(c => c.Signer == signer).Name;

    public Permission MayCorrect => Rights.To(ProposalActions.CorrectFeedback.For(Kind));

    public Permission MayRelease => Rights.To(ProposalActions.ReleaseFeedback.For(Kind));

    public string StateOf(string signer) =>
        Given.FirstOrDefault(f => f.Signer == signer) switch
        {
            null => "未反馈",
            { Counts: false } => "待第二人复核录入",
            { } given => Words(given.Mode, given.AsFact()),
        };

    public static string Words(FeedbackMode mode, FeedbackFact fact) =>
        $"{FeedbackRules.Label(mode)}：态度{FeedbackRules.Label(fact.Attitude)}，结果{FeedbackRules.Label(fact.Result)} {fact.Reason}";

    public async Task<IActionResult> OnPostEnterAsync()
    {
        await Show();
        if (Input.Fact() is not { } fact)
        {
            ModelState.AddModelError("", FeedbackInput.Missing);
            return this.Refuse();
        }
        var enter = new EnterFeedback(Kind, Input.Signer ?? "", Input.Mode, fact);
        return await Do(Id, enter, "已登记。", _ => Redirect($"/proposals/{Id}/feedback"));
    }

    public async Task<IActionResult> OnPostCorrectAsync()
    {
        await Show();
        if (Right.Fact() is not { } fact)
        {
            ModelState.AddModelError("", FeedbackInput.Missing);
            return this.Refuse();
        }
        var correct = new CorrectFeedback(Kind, Right.Signer ?? "", Right.Mode, fact, Why ?? "");
        return await Do(Id, correct, "已更正，原登记留存。", _ => Redirect($"/proposals/{Id}/feedback"));
    }

    public async Task<IActionResult> OnPostLinkAsync()
    {
        await Show();
        var token = FeedbackLinks.NewToken();
        return await Do(
            Id,
            new MakeLink(Kind, Input.Signer ?? "", token),
            "已生成反馈链接，只显示这一次。",
            done =>
            {
                LinkFor = Copies.FirstOrDefault(c => c.Signer == Input.Signer).Name;
                Link = done.Repeated ? null : $"{Request.Scheme}://{Request.Host}/feedback/{token}";
                return Redirect($"/proposals/{Id}/feedback");
            }
        );
    }

    public async Task<IActionResult> OnPostReleaseAsync()
    {
        await Show();
        return await Do(Id, new ReleaseFeedback(Kind), "反馈结果已公布。", _ => Redirect($"/proposals/{Id}"));
    }

    protected override async Task LoadMore(Session session)
    {
        if (!IsCounterpart)
        {
            const string why = "反馈由人大代表工委或政协提案委登记，承办单位在公布前不能查看。";
            await RefusedAttempts.Keep(Steps, Me, Id, "readFeedback", why);
            throw new Refusal(why);
        }
        if (await session.LastReply(Id) is not { } reply)
            return;
        Copies = await session.Query<(string, string)>(
            """
            select c.signer, c.name from reply_copy c left join item_signer s on s.id = c.signer
             where c.reply = @Id order by case when s.is_lead = 1 then 0 else 1 end, c.name
            """,
            new { reply.Id }
        );
        DeadLinks = await session.Query<(DateTimeOffset, string)>(
            "select at, why from feedback_attempt where case_id = @Id order by at desc limit 20",
            new { Id }
        );
        Former = await session.Query<FormerFeedbackRow>(
            "select * from feedback_former where reply = @Id order by corrected_at desc, id desc",
            new { reply.Id }
        );
        Given = await session.Query<FeedbackRow>("select * from feedback where reply = @Id", new { reply.Id });
    }
}

/// <summary>One signer's feedback as entered.</summary>
public sealed class FeedbackInput
{
    public string? Signer { get; set; }
    public FeedbackMode Mode { get; set; }

    /// <summary>Nothing is chosen beforehand: a verdict is the signer's own.</summary>
    public Satisfaction? Attitude { get; set; }
    public Satisfaction? Result { get; set; }
    public string? Reason { get; set; }

    /// <summary>What to say where one of the two questions is not answered.</summary>
    public const string Missing = "请分别选择对办理态度和对办理结果的评价。";

    /// <summary>Both answers, each for itself; null while one is missing.</summary>
    public FeedbackFact? Fact() =>
        (Attitude, Result) is ({ } attitude, { } result) ? new FeedbackFact(attitude, result, Reason) : null;
}
