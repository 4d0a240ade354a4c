using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.House;
using JointMeeting.Workflows.Proposals;
using JointMeeting.Workflows.Proposals.Feedback;
using JointMeeting.Workflows.Proposals.Handle;
using JointMeeting.Workflows.Proposals.Reply;
using JointMeeting.Workflows.Texts;

namespace JointMeeting.Web.Demo;

/// <summary>What handling units and the congress office of the demo do with a suggestion.</summary>
internal sealed class DemoHandling(Steps steps, DemoDesk desk)
{
    private const CaseKind Kind = CaseKind.Suggestion;

    private DateOnly Today => Moment.DayInChina(steps.Time.GetUtcNow());

    /// <summary>The host signs for it.</summary>
    public Task Accept(string item) => Answer(item, ItemVocabulary.Accept, Role.Liaison, new AnswerDraft("accept"));

    /// <summary>The host met the signer, answered in two parts and promised one thing.</summary>
    public Task AnswerWithPromise(string item) =>
        Reply(
            item,
            [
                new ReplyPart(null, "尊敬的钟书遥代表：您提出的建议收悉，现答复如下：", null),
                new ReplyPart(null, "今年已新增社区培训点 12 个。", "A"),
                new ReplyPart(null, "年内再增设 6 个，实现街道全覆盖。", "B", new DateOnly(Today.Year, 12, 31)),
            ]
        );

    /// <summary>The host answered that it is done.</summary>
    public Task AnswerSolved(string item) =>
        Reply(
            item,
            [
                new ReplyPart(null, "尊敬的钟书遥代表：您提出的建议收悉，现答复如下：", null),
                new ReplyPart(null, "补贴已按月发放。", "A"),
            ]
        );

    /// <summary>The host and its co-handler differ on who pays.</summary>
    public async Task Disagree(string item)
    {
        var host = await Host(item, Role.Liaison);
        var other = (await desk.Load(item)).Handlers.First(h => h.Duty == HandlingDuty.CoHandler).Unit;
        await Answer(
            item,
            ItemVocabulary.Handle,
            Role.Liaison,
            new AnswerDraft("progress", "已测算经费，正与协办单位商议。")
        );
        await steps.Act(
            host,
            item,
            new OpenItemDisagreement(Kind, other, "培训费由财政承担的比例", "财政承担七成，其余由企业承担")
        );
    }

    /// <summary>The congress office asked both signers by telephone and released the result.</summary>
    public async Task Judge(string item, Satisfaction result, string? reason)
    {
        var congress = await desk.Who("daigong");
        foreach (var signer in await Signers(item))
            await steps.Act(
                congress,
                item,
                new EnterFeedback(Kind, signer, FeedbackMode.Telephone, new(Satisfaction.Satisfied, result, reason))
            );
        await steps.Act(congress, item, new ReleaseFeedback(Kind));
    }

    private async Task Reply(string item, IReadOnlyList<ReplyPart> parts)
    {
        var host = await Host(item, Role.Liaison);
        var met = new LogContact(Kind, $"demo-{item}", ContactKind.Meeting, Today, "钟书遥", "面商，听取意见");
        await steps.Act(host, item, met);
        await steps.Act(host, item, new SubmitReply(Kind, Draft: new SaveReply(Kind, new SeenText(null, null), parts)));
        await Answer(item, ItemVocabulary.ReplySign, Role.Head, new AnswerDraft("sign"));
        await steps.Act(
            host,
            item,
            new SendReply(Kind, null, "云人社建复", Publication.Full, null, host.Name, "0000-5550102")
        );
    }

    private async Task Answer(string item, Vocabulary vocabulary, Role role, AnswerDraft draft)
    {
        var ask = (await desk.Load(item)).AsksOf(vocabulary).Last(a => a.State == AskState.Open);
        await steps.Act(await Host(item, role), item, new AnswerAsk(ask.Id, draft));
    }

    /// <summary>Someone of the unit that answers.</summary>
    private async Task<Person> Host(string item, Role role)
    {
        var unit = (await desk.Load(item)).Handlers.First(h => h.Duty != HandlingDuty.CoHandler).Unit;
        await using var session = await steps.Database.Read();
        var account = await session.One<AccountRow>(
            "select * from account where unit = @unit and roles = @role order by id limit 1",
            new { unit, role = role.ToString() }
        );
        return account!.AsPerson();
    }

    private async Task<IReadOnlyList<string>> Signers(string item)
    {
        await using var session = await steps.Database.Read();
        return await session.Query<string>(
            "select c.signer from reply_copy c join reply r on r.id = c.reply where r.case_id = @item order by c.name",
            new { item }
        );
    }
}
