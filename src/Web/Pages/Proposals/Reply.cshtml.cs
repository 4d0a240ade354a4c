using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Proposals;
using JointMeeting.Workflows.Proposals.Reply;
using JointMeeting.Workflows.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Proposals;

/// <summary>
/// 起草答复: one answer with one class, or parts with theirs, beside last year's reply, the co-handlers' opinions and
/// what was said on the matter before; and 发出答复 once it is signed.
/// </summary>
public sealed class ReplyModel(Steps steps) : ItemPage(steps)
{
    private const int SpareRows = 2;

    [BindProperty]
    public List<ReplyInput> Input { get; set; } = [];

    /// <summary>Notes on earlier words, saved with the draft.</summary>
    [BindProperty]
    public List<NoteInput> Notes { get; set; } = [];

    [BindProperty]
    public string? SeenVersion { get; set; }

    [BindProperty]
    public string? SeenAt { get; set; }

    [BindProperty]
    public string? ClassCode { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Name of the standard line to put in.</summary>
    [BindProperty]
    public string? Line { get; set; }

    [BindProperty]
    public SendInput Send { get; set; } = new();

    public TextVersionRow? Latest { get; private set; }
    public IReadOnlyList<ConsistencyFinding> Findings { get; private set; } = [];
    public IReadOnlyList<(string Name, string Text)> Lines { get; private set; } = [];
    public (ReplyTier Tier, IReadOnlyList<string> Why) Risk { get; private set; }

    public IReadOnlyList<AnswerCell> Opinions =>
        [.. Case.AsksOf(ItemVocabulary.CoOpinion).Select(a => AnswerCell.Of(Case, Units, a, Today))];

    public ClassScheme Scheme => ClassScheme.Named(Item.Scheme);

    public IReadOnlyList<SelectListItem> Classes =>
        [
            new("不分类（引言、结语）", ""),
            .. Scheme.Classes.Select(c => new SelectListItem($"{c.Code}：{c.Meaning}", c.Code)),
        ];

    public IReadOnlyList<SelectListItem> Overall =>
        [new("按逐条类别推算", ""), .. Scheme.Classes.Select(c => new SelectListItem(c.Code, c.Code))];

    public IReadOnlyList<SelectListItem> LineOptions => [.. Lines.Select(l => new SelectListItem(l.Name, l.Name))];

    public static IReadOnlyList<SelectListItem> Publications { get; } =
    [.. Enum.GetValues<Publication>().Select(p => new SelectListItem(PublicVersion.Label(p), p.ToString()))];

    /// <summary>What is most usual for not making public, to choose from; or other words beside it.</summary>
    public static IReadOnlyList<SelectListItem> Grounds { get; } =
    [
        new("（全文公开不填）", ""),
        new("涉及面广、内容复杂，公开摘要", "涉及面广、内容复杂，公开摘要"),
        .. PublicVersion.Grounds.Select(g => new SelectListItem(g.Text, $"{g.Text}（{g.Source}）")),
    ];

    public Permission MaySave => Rights.To(ProposalActions.SaveReply.For(Kind));
    public Permission MaySend => Rights.To(ProposalActions.SendReply.For(Kind));

    public Task<IActionResult> OnPostMoreAsync() =>
        Again(() => Input.AddRange(Enumerable.Range(0, SpareRows).Select(_ => new ReplyInput())));

    /// <summary>插入标准用语, without losing what was typed.</summary>
    public Task<IActionResult> OnPostLineAsync() =>
        Again(() =>
        {
            Input.RemoveAll(i => string.IsNullOrWhiteSpace(i.Text));
            Input.Add(new ReplyInput { Text = Lines.FirstOrDefault(l => l.Name == Line).Text });
        });

    public async Task<IActionResult> OnPostSaveAsync()
    {
        await Show();
        return await Do(Id, Saving(), "答复稿已保存。", _ => Redirect($"/proposals/{Id}/reply"));
    }

    /// <summary>Saves what was typed and sends it up, in one step.</summary>
    public async Task<IActionResult> OnPostSubmitAsync()
    {
        await Show();
        var submit = new SubmitReply(Kind, string.IsNullOrEmpty(ClassCode) ? null : ClassCode, Reason, Saving());
        return await Do(Id, submit, "答复稿已送审。", _ => Redirect($"/proposals/{Id}"));
    }

    public async Task<IActionResult> OnPostSendAsync()
    {
        await Show();
        var send = new SendReply(
            Kind,
            Send.Number,
            Send.Series,
            Send.Publication,
            string.Join("；", new[] { Send.Ground, Send.PublicationReason }.Where(r => !string.IsNullOrWhiteSpace(r))),
            Send.ContactName,
            Send.ContactPhone,
            Send.Summary
        );
        return await Do(Id, send, "答复已发出。", _ => Redirect($"/proposals/{Id}"));
    }

    protected override async Task LoadMore(Session session)
    {
        Latest = await session.Latest(Id, Items.ReplyText);
        Findings = await ConsistencyList.Read(session, Item, Me.Unit, Me);
        Lines = StandardLines.Of(Item, Signers, Opinions, await ItemView.Contacted(session, Id));
        Risk = await ReplyChain.Of(session, Case, Today);
        if (HttpMethods.IsPost(Request.Method))
            return;
        (SeenVersion, SeenAt) = (Latest?.Id, Latest is null ? null : Moment.Text(Latest.MadeAt));
        Input = await Parts(session);
        if (Input.Count == 0)
            Input.AddRange(Skeleton());
        await Prefill(session);
    }

    /// <summary>The series and the contact are mostly those of the unit's last reply.</summary>
    private async Task Prefill(Session session)
    {
        Send.Series = await session.Scalar<string?>(
            "select kind from reply_series where unit = @Unit order by year desc, last desc limit 1",
            new { Me.Unit }
        );
        Send.ContactName = Me.Name;
        Send.ContactPhone = Me.Unit is { } unit ? Units.Phone(unit) : null;
    }

    private async Task<List<ReplyInput>> Parts(Session session)
    {
        if (Latest is null)
            return [];
        var classes = await session.Query<ReplyPartRow>(
            "select * from reply_part where version = @Id",
            new { Latest.Id }
        );
        return
        [
            .. (await session.Clauses(Latest.Id)).Select(c => new ReplyInput
            {
                Before = c.Id,
                Text = c.Text,
                ClassCode = classes.FirstOrDefault(p => p.Clause == c.Id)?.ClassCode,
                PromisedBy = c.DeadlineDate,
            }),
        ];
    }

    /// <summary>One answer and one class by default; more parts are added where the item asks for more than one thing.</summary>
    private IEnumerable<ReplyInput> Skeleton()
    {
        yield return new() { Text = StandardLines.Opening(Item, Signers) };
        yield return new() { ClassCode = Scheme.Classes[0].Code };
        if (Opinions.Count > 0)
            yield return new() { Text = string.Join("", Opinions.Select(StandardLines.Opinion)) };
    }

    private async Task<IActionResult> Again(Action change)
    {
        ModelState.Clear();
        await Show();
        change();
        return Page();
    }

    private SaveReply Saving() =>
        new(
            Kind,
            new SeenText(SeenVersion, SeenAt),
            [
                .. Input
                    .Where(i => !string.IsNullOrWhiteSpace(i.Text))
                    .Select(i => new ReplyPart(
                        i.Before,
                        i.Text!,
                        string.IsNullOrEmpty(i.ClassCode) ? null : i.ClassCode,
                        i.PromisedBy
                    )),
            ],
            [.. Notes.Where(n => n.Key is not null).Select(n => new FindingNote(n.Key!, n.Note ?? ""))]
        );
}

/// <summary>One part of the reply as typed.</summary>
public sealed class ReplyInput
{
    public string? Before { get; set; }
    public string? Text { get; set; }
    public string? ClassCode { get; set; }
    public DateOnly? PromisedBy { get; set; }
}

/// <summary>What is noted on one earlier word.</summary>
public sealed class NoteInput
{
    public string? Key { get; set; }
    public string? Note { get; set; }
}

/// <summary>What sending asks for.</summary>
public sealed class SendInput
{
    public string? Number { get; set; }
    public string? Series { get; set; }
    public Publication Publication { get; set; }
    public string? Ground { get; set; }
    public string? PublicationReason { get; set; }
    public string? Summary { get; set; }
    public string? ContactName { get; set; }
    public string? ContactPhone { get; set; }
}
