using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Shared;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Asking;
using JointMeeting.Workflows.Plans.Disagree;
using JointMeeting.Workflows.Proposals;
using JointMeeting.Workflows.Proposals.Assign;
using JointMeeting.Workflows.Proposals.Handle;
using JointMeeting.Workflows.Proposals.Register;
using JointMeeting.Workflows.Proposals.Reply;

namespace JointMeeting.Compliance.Stores;

public sealed class ItemHandlingOnSqlite : ItemHandlingTests<Sqlite>;

public sealed class ItemHandlingOnPostgres : ItemHandlingTests<Postgres>;

/// <summary>What happens between the assignment and the reply: more time, disagreements, late co-handlers.</summary>
public abstract class ItemHandlingTests<TStore> : InCity<TStore>
    where TStore : IStore
{
    private const CaseKind Suggestion = CaseKind.Suggestion;
    private static readonly Period OneMonth = new(1, PeriodUnit.Month);

    private Person Host => City.Liaison(World.Education);

    /// <summary>Under a rule set whose replies may be extended by at most three months.</summary>
    private async Task<string> Extensible(string rules = "SH-NPC")
    {
        var id = await City.Registered(City.New() with { Rules = rules });
        await World.Act(City.Government, id, City.Assigning());
        World.Clock.Now = World.At("2026-03-03 09:00");
        await City.Answer(id, World.Education, ItemVocabulary.Accept, new("accept"));
        await City.Answer(id, World.Finance, ItemVocabulary.CoOpinion, new("opinion", "资金可从专项中安排。"));
        return id;
    }

    private async Task<DateOnly?> ReplyDue(string id) => (await World.Ask(id, World.Education, "handle")).Due;

    private async Task SubmitAndSendBack(string id)
    {
        await City.Draft(id, WorldOfProposals.Solved());
        await World.Act(Host, id, new SubmitReply(Suggestion));
        var sign = (await World.Ask(id, World.Education, "replySign")).Id;
        await World.Act(City.Head, id, new AnswerAsk(sign, new("sendBack", "请写明位置")));
    }

    /// <summary>The case of the fault: an approved extension was lost when the head sent the reply back.</summary>
    [Fact]
    public async Task An_extension_outlives_a_reply_that_is_sent_back()
    {
        var id = await Extensible();
        var first = await World.Ask(id, World.Education, "handle");
        await World.Act(City.Government, id, new ExtendDeadline(first.Id, OneMonth, "市人大代表工委", "方案待审"));
        Assert.Equal(new DateOnly(2026, 7, 2), await ReplyDue(id));
        World.Clock.Now = World.At("2026-03-09 09:00");
        await SubmitAndSendBack(id);
        var second = await World.Ask(id, World.Education, "handle");
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(new DateOnly(2026, 7, 2), second.Due);
        await Refused(
            "延期",
            City.Government,
            id,
            new ExtendDeadline(second.Id, new(3, PeriodUnit.Month), "某", "再延")
        );
        var extension = (
            await World.Rows<string>(
                "select x.id from clock_change x join clock k on k.id = x.clock where k.owner = @Id and x.kind = 'extend'",
                new { second.Id }
            )
        ).Single();
        await World.Act(City.Government, id, new RevokeExtension(second.Id, extension, "不再需要"));
        Assert.Equal(new DateOnly(2026, 6, 2), await ReplyDue(id));
    }

    /// <summary>Where the rule counts from receipt, a reply sent back still counts from the first receipt.</summary>
    [Fact]
    public async Task A_reply_that_is_sent_back_counts_from_the_same_receipt()
    {
        var id = await Extensible("ZJ-NPC");
        Assert.Equal(new DateOnly(2026, 6, 3), await ReplyDue(id));
        World.Clock.Now = World.At("2026-04-09 09:00");
        await SubmitAndSendBack(id);
        Assert.Equal(new DateOnly(2026, 6, 3), await ReplyDue(id));
    }

    [Fact]
    public async Task An_extension_that_was_revoked_does_not_come_back()
    {
        var id = await Extensible();
        var ask = (await World.Ask(id, World.Education, "handle")).Id;
        await World.Act(City.Government, id, new ExtendDeadline(ask, OneMonth, "市人大代表工委", "方案待审"));
        var extension = (await World.Rows<string>("select id from clock_change where kind = 'extend'")).Single();
        await World.Act(City.Government, id, new RevokeExtension(ask, extension, "不再需要"));
        await SubmitAndSendBack(id);
        Assert.Equal(new DateOnly(2026, 6, 2), await ReplyDue(id));
    }

    [Fact]
    public async Task A_redo_begins_a_period_of_its_own()
    {
        var id = await Extensible();
        var ask = (await World.Ask(id, World.Education, "handle")).Id;
        await World.Act(City.Government, id, new ExtendDeadline(ask, OneMonth, "市人大代表工委", "方案待审"));
        World.Clock.Now = World.At("2026-03-10 09:00");
        await City.Draft(id, WorldOfProposals.Solved());
        await World.Act(Host, id, new SubmitReply(Suggestion));
        await City.SignAndSend(id);
        await City.JudgeByLink(id, Satisfaction.Dissatisfied, "没有解决");
        Assert.Equal(new DateOnly(2026, 4, 10), await ReplyDue(id));
    }

    [Fact]
    public async Task More_time_is_asked_for_granted_by_a_name_and_capped_by_the_rule()
    {
        var id = await Extensible();
        await Refused("理由", Host, id, new RequestExtension(Suggestion, OneMonth, " "));
        await Refused("只有主办单位", City.Government, id, new RequestExtension(Suggestion, OneMonth, "方案待审"));
        await Refused(
            "协办（会办）单位",
            City.Liaison(World.Finance),
            id,
            new RequestExtension(Suggestion, OneMonth, "x")
        );
        await Refused("延期", Host, id, new RequestExtension(Suggestion, new(4, PeriodUnit.Month), "方案待审"));
        await World.Act(Host, id, new RequestExtension(Suggestion, OneMonth, "方案待审"));
        await Refused("已经提交", Host, id, new RequestExtension(Suggestion, OneMonth, "方案待审"));
        var ask = (await World.Ask(id, WorldOfProposals.GovernmentUnit, "extensionRuling")).Id;
        await Refused("在事项页面中办理", City.Government, id, new AnswerAsk(ask, new("grant")));
        await Refused("机关或领导", City.Government, id, new RuleExtension(Suggestion, ask, true, "", null));
        await Refused("理由", City.Government, id, new RuleExtension(Suggestion, ask, false, "代表工委", null));
        await World.Act(City.Government, id, new RuleExtension(Suggestion, ask, true, "市人大代表工委", null));
        Assert.Equal(new DateOnly(2026, 7, 2), await ReplyDue(id));
        await Refused(
            "已经批复",
            City.Government,
            id,
            new RuleExtension(Suggestion, ask, true, "市人大代表工委", null)
        );
    }

    [Fact]
    public async Task A_rule_without_extension_is_not_asked_for_one()
    {
        var id = await City.Handled();
        await Refused("不", Host, id, new RequestExtension(Suggestion, OneMonth, "方案待审"));
    }

    [Fact]
    public async Task A_refused_extension_leaves_the_day()
    {
        var id = await Extensible();
        await World.Act(Host, id, new RequestExtension(Suggestion, OneMonth, "方案待审"));
        var ask = (await World.Ask(id, WorldOfProposals.GovernmentUnit, "extensionRuling")).Id;
        await World.Act(City.Government, id, new RuleExtension(Suggestion, ask, false, "市人大代表工委", "理由不充分"));
        Assert.Equal(new DateOnly(2026, 6, 2), await ReplyDue(id));
    }

    /// <summary>The same ladder as a plan's, run by the government office; the reply waits for it.</summary>
    [Fact]
    public async Task A_disagreement_goes_up_the_ladder_and_holds_the_reply_back()
    {
        var id = await City.Handled();
        var open = new OpenItemDisagreement(Suggestion, City.Unit(World.Finance), "补助由谁承担", "市级承担七成");
        await Refused("协办（会办）单位", Host, id, open with { Unit = City.Unit(World.Transport) });
        await Refused("只有主办单位", City.Government, id, open);
        var child = (await World.Act(Host, id, open)).Opened[0];
        await Refused("正在协调", Host, id, open);
        await City.Draft(id, WorldOfProposals.Solved());
        await Refused("补助由谁承担", Host, id, new SubmitReply(Suggestion));
        foreach (var unit in new[] { World.Education, World.Finance })
        {
            var ask = (await World.Ask(child, unit, "negotiation")).Id;
            await World.Act(City.Liaison(unit), child, new AnswerAsk(ask, new("maintain", "坚持原意见")));
        }
        await Refused("只有政府办公室", World.Clerk, child, new Escalate("未能一致"));
        foreach (var level in new[] { "heads", "office", "deputy" })
        {
            World.Clock.Now = World.Clock.Now.AddDays(14);
            await World.Act(City.Government, child, new Escalate("未能一致"));
            Assert.Equal(level, await World.Where(child));
        }
        var ruling = (await World.Ask(child, WorldOfProposals.GovernmentUnit, "ruling")).Id;
        await World.Act(City.Government, child, new AnswerAsk(ruling, new("ruled", "市级承担六成（周市长）")));
        Assert.Equal("ruledBySuperior", (await World.Look(child)).Row.Outcome);
        await World.Act(Host, id, new SubmitReply(Suggestion));
        Assert.Equal("officeReview", await World.Where(id));
    }

    /// <summary>A work report says “5 个，2 个主办、3 个协办”: a co-handler never answers.</summary>
    [Fact]
    public async Task Of_five_items_of_which_three_are_assisted_two_are_answered()
    {
        var (total, lead) = SeedItems();
        var ids = new List<string>();
        for (var i = 0; i < total; i++)
        {
            var hosts = i < lead;
            var id = await City.Registered();
            AssignedUnit Of(string unit, HandlingDuty duty) => new(City.Unit(unit), duty);
            await World.Act(
                City.Government,
                id,
                City.Assigning(
                    Of(hosts ? World.Education : World.Transport, HandlingDuty.Host),
                    Of(hosts ? World.Finance : World.Education, HandlingDuty.CoHandler)
                )
            );
            await City.Answer(id, hosts ? World.Education : World.Transport, ItemVocabulary.Accept, new("accept"));
            ids.Add(id);
        }
        var answered = 0;
        foreach (var id in ids)
            try
            {
                await City.Draft(id, WorldOfProposals.Solved());
                answered++;
            }
            catch (Domain.Refusal refusal)
            {
                Assert.Contains("协办（会办）单位不直接答复", refusal.Why);
            }
        Assert.Equal((5, 2, 2), (total, lead, answered));
    }

    private static (int Total, int Lead) SeedItems()
    {
        var file = SharedFolder.FileOrSkip("truth", "seed003.json");
        var said = System.Text.Json.JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("proposals");
        return (said.GetProperty("total").GetInt32(), said.GetProperty("lead").GetInt32());
    }

    /// <summary>Random merges: nothing is merged into what is merged itself, and each signer is answered once.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task However_items_are_merged_every_signer_is_answered_under_exactly_one_item(int seed)
    {
        var random = new Random(seed);
        var (ids, names) = (new List<string>(), new List<string>());
        for (var i = 0; i < 6; i++)
        {
            var signers = Enumerable.Range(0, random.Next(1, 4)).Select(s => $"代表{i}{s}").ToList();
            names.AddRange(signers);
            ids.Add(await City.Registered(City.New() with { Signers = [.. signers.Select(n => new NewSigner(n))] }));
        }
        for (var tries = 0; tries < 12; tries++)
            try
            {
                var merge = new MergeItem(Suggestion, ids[random.Next(ids.Count)]);
                await World.Act(City.Government, ids[random.Next(ids.Count)], merge);
            }
            catch (Domain.Refusal)
            {
                // Some pairs cannot be merged; what counts is where it ends.
            }
        var rows = await World.Rows<(string Id, string? Into)>("select case_id, merged_into from item");
        var merged = rows.Where(r => r.Into is not null).ToList();
        Assert.NotEmpty(merged);
        Assert.All(merged, m => Assert.Null(rows.Single(r => r.Id == m.Into).Into));
        var answered = new List<string>();
        foreach (var main in rows.Where(r => r.Into is null))
            answered.AddRange(
                await World.Rows<string>(
                    "select s.name from item_signer s join item i on i.case_id = s.case_id where i.case_id = @Id or i.merged_into = @Id",
                    new { main.Id }
                )
            );
        Assert.Equal(names.Order(StringComparer.Ordinal), answered.Order(StringComparer.Ordinal));
    }

    /// <summary>The request to draft is answered by 送审 alone, which fixes the class of the whole.</summary>
    [Fact]
    public async Task A_draft_does_not_go_up_past_its_class()
    {
        var id = await City.Handled();
        await City.Draft(id, WorldOfProposals.Solved());
        var ask = (await World.Ask(id, World.Education, "handle")).Id;
        await Refused("保存并送审", Host, id, new AnswerAsk(ask, new("submit")));
        await World.Act(Host, id, new AnswerAsk(ask, new("progress", "已踏勘")));
        Assert.Equal(AskState.Open, (await World.Ask(id, World.Education, "handle")).State);
    }

    /// <summary>The case of the fault: once the reply went up the request could be ruled by nobody and waited for ever.</summary>
    [Fact]
    public async Task A_request_for_more_time_or_to_return_ends_with_the_reply()
    {
        var id = await Extensible();
        await World.Act(Host, id, new RequestReturn(Suggestion, "不属本单位职责", "市交通局", "郑局长"));
        await World.Act(Host, id, new RequestExtension(Suggestion, OneMonth, "方案待审"));
        await City.Draft(id, WorldOfProposals.Solved());
        await World.Act(Host, id, new SubmitReply(Suggestion));
        Assert.Equal(
            AskState.Withdrawn,
            (await World.Ask(id, WorldOfProposals.GovernmentUnit, "extensionRuling")).State
        );
        Assert.Equal(AskState.Open, (await World.Ask(id, WorldOfProposals.GovernmentUnit, "returnRuling")).State);
        await City.SignAndSend(id);
        Assert.Equal(AskState.Withdrawn, (await World.Ask(id, WorldOfProposals.GovernmentUnit, "returnRuling")).State);
        Assert.Empty(await World.Rows<string>("select ask from return_request where ruling is null"));
    }
}
