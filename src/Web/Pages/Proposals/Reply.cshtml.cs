using JointMeeting.Domain.Asks;
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

/// <summary>One part of the reply as typed.</summary>
public sealed class ReplyInput
{
    public string? Before { get; set; }
    public string? Text { get; set; }
    public string? ClassCode { get; set; }
    public DateOnly? PromisedBy { get; set; }
}

/// <summary>起草答复: parts with their classes, beside last year's reply, the co-handlers' opinions and what was promised before.</summary>
public sealed class ReplyModel(Steps steps) : ItemPage(steps)
{
    private const int SpareRows = 2;

    [BindProperty]
    public List<ReplyInput> Input { get; set; } = [];

    [BindProperty]
    public string? SeenVersion { get; set; }

    [BindProperty]
    public string? SeenAt { get; set; }

    [BindProperty]
    public string? ClassCode { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public SendInput Send { get; set; } = new();

    public TextVersionRow? Latest { get; private set; }
    public IReadOnlyList<(string CaseId, string Title, string Text)> Earlier { get; private set; } = [];
    public IReadOnlyList<(string Text, DateOnly Due, string CaseId)> OpenPromises { get; private set; } = [];

    public IReadOnlyList<AnswerCell> Opinions =>
        [
            .. Case
                .Asks.Where(a => a.Vocabulary == "coOpinion" && a.State != AskState.Replaced)
                .Select(a => AnswerCell.Of(Case, Units, a, Today)),
        ];

    public ClassScheme Scheme => ClassScheme.Named(Item.Scheme);

    public IReadOnlyList<SelectListItem> Classes =>
        [
            new("不分类（引言、结语）", ""),
            .. Scheme.Classes.Select(c => new SelectListItem($"{c.Code}：{c.Meaning}", c.Code)),
        ];

    public IReadOnlyList<SelectListItem> Overall =>
        [new("按逐条类别推算", ""), .. Scheme.Classes.Select(c => new SelectListItem(c.Code, c.Code))];

    public static IReadOnlyList<SelectListItem> Publications { get; } =
    [
        new("公开", nameof(Publication.Full)),
        new("摘要公开", nameof(Publication.Summary)),
        new("不公开", nameof(Publication.Withheld)),
    ];

    public Permission MaySave => Rights.To(ProposalActions.SaveReply.For(Kind));
    public Permission MaySend => Rights.To(ProposalActions.SendReply.For(Kind));

    public async Task<IActionResult> OnPostMoreAsync()
    {
        ModelState.Clear();
        await Show();
        AddSpareRows();
        return Page();
    }

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
            Send.PublicationReason,
            Send.ContactName,
            Send.ContactPhone
        );
        return await Do(Id, send, "答复已发出。", _ => Redirect($"/proposals/{Id}"));
    }

    protected override async Task LoadMore(Session session)
    {
        Latest = await session.Latest(Id, Items.ReplyText);
        Earlier = await EarlierReplies(session);
        OpenPromises = await session.Query<(string, DateOnly, string)>(
            "select m.text, m.due, m.case_id from commitment m join ask a on a.id = m.ask where a.state = 'Open' and m.case_id <> @Id and m.unit = @Unit order by m.due limit 20",
            new { Id, Me.Unit }
        );
        if (HttpMethods.IsPost(Request.Method))
            return;
        (SeenVersion, SeenAt) = (Latest?.Id, Latest is null ? null : Moment.Text(Latest.MadeAt));
        Input = await Parts(session);
        if (Input.Count == 0)
            Input.AddRange(StandardLines());
        AddSpareRows();
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

    /// <summary>标准用语: salutation, the co-handlers' opinions as they stand, the contact.</summary>
    private IEnumerable<ReplyInput> StandardLines()
    {
        var lead = Signers.FirstOrDefault(s => s.IsLead)?.Name ?? "";
        yield return new()
        {
            Text =
                $"尊敬的{lead}{ItemKinds.Signer(Item.Kind)}：您提出的《{Item.Title}》收悉。感谢您的关心和支持，现答复如下：",
        };
        yield return new() { ClassCode = Scheme.Classes[0].Code };
        if (Opinions.Count > 0)
            yield return new() { Text = string.Join("", Opinions.Select(OpinionLine)) };
    }

    private static string OpinionLine(AnswerCell cell) =>
        cell.Text is { } text ? $"{cell.Unit}意见：{text}"
        : cell.At is not null ? $"{cell.Unit}无补充意见。"
        : $"{cell.Unit}的协办意见尚未收到（到期仍未收到的，写明“协办单位逾期未反馈”）。";

    private void AddSpareRows() => Input.AddRange(Enumerable.Range(0, SpareRows).Select(_ => new ReplyInput()));

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
            ]
        );

    /// <summary>What was answered on the same matter before, of this and earlier years.</summary>
    private async Task<IReadOnlyList<(string, string, string)>> EarlierReplies(Session session)
    {
        var similar = (await EarlierRulings.Read(session)).Similar(Item.Title, Id, 5);
        var found = new List<(string, string, string)>();
        foreach (var (ruling, _) in similar)
            if (await session.LastReply(ruling.CaseId) is { } reply)
                found.Add(
                    (
                        ruling.CaseId,
                        $"{ruling.Title}（{reply.Number}，{reply.ClassCode} 类，{reply.SentOn:yyyy-MM-dd}）",
                        string.Join("\n", (await session.Clauses(reply.Version)).Select(c => c.Text))
                    )
                );
        return found;
    }
}

/// <summary>What sending asks for.</summary>
public sealed class SendInput
{
    public string? Number { get; set; }
    public string? Series { get; set; }
    public Publication Publication { get; set; }
    public string? PublicationReason { get; set; }
    public string? ContactName { get; set; }
    public string? ContactPhone { get; set; }
}
