using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Proposals.Statistics;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Shared;
using JointMeeting.Web.Pages.Proposals;
using JointMeeting.Web.Pages.Proposals.Statistics;
using JointMeeting.Workflows;
using JointMeeting.Workflows.House.InnerChains;
using JointMeeting.Workflows.Proposals.Handle;
using JointMeeting.Workflows.Proposals.Register;
using JointMeeting.Workflows.Proposals.Reply;
using JointMeeting.Workflows.Steering;

namespace JointMeeting.Compliance.Stores.Figures;

public sealed class WhatCountsOnSqlite : WhatCountsTests<Sqlite>;

public sealed class WhatCountsOnPostgres : WhatCountsTests<Postgres>;

/// <summary>What is in a figure and what is not: unsigned, withdrawn and paused items, drafts, publication, classes.</summary>
public abstract class WhatCountsTests<TStore> : InCity<TStore>
    where TStore : IStore
{
    private const CaseKind Suggestion = CaseKind.Suggestion;
    private static readonly DateOnly Midsummer = new(2026, 7, 1);
    private static readonly Upload Photo = new("竣工.jpg", "image/jpeg", [1]);

    private async Task<HandledItem> Of(string unit, DateOnly? today = null)
    {
        await using var session = await World.Database.Read();
        var day = today ?? Moment.DayInChina(World.Clock.Now);
        var all = await HandledItems.Read(session, City.Government, 2026, false, day, WorkingDayCalendar.Embedded);
        return all.Single(i => i.Unit == City.Unit(unit));
    }

    [Fact]
    public async Task An_item_that_is_never_signed_for_is_due_overdue_and_in_the_denominator()
    {
        await City.Assigned();
        var item = await Of(World.Education, Midsummer);
        Assert.Equal((new DateOnly(2026, 6, 2), false), (item.OriginalDue, item.SignedInTime));
        Assert.Equal("0.0%(0/1)", Indicators.InTime(Midsummer).Of([item]).Text);
    }

    [Fact]
    public async Task An_item_that_was_withdrawn_before_the_answer_does_not_count_against_anybody()
    {
        var id = await City.Assigned();
        World.Clock.Now = World.At("2026-03-03 09:00");
        await City.Answer(id, World.Education, ItemVocabulary.Accept, new("accept"));
        await World.Act(City.Congress, id, new WithdrawItem(Suggestion, "代表书面申请撤回"));
        HandledItem[] items = [await Of(World.Education, Midsummer), await Of(World.Finance, Midsummer)];
        Assert.Equal(2, Indicators.Withdrawn(items));
        Assert.All(Indicators.All(Midsummer, default), f => Assert.Equal(0, f.Of(items).Denominator));
    }

    [Fact]
    public async Task While_a_case_is_paused_nothing_of_it_is_late()
    {
        var id = await City.Assigned();
        World.Clock.Now = World.At("2026-03-03 09:00");
        await City.Answer(id, World.Education, ItemVocabulary.Accept, new("accept"));
        await World.Act(City.Government, id, new PauseCase("等待上级明确"));
        var item = await Of(World.Education, Midsummer);
        Assert.Equal(((DateOnly?)null, (DateOnly?)null), (item.OriginalDue, item.ExtendedDue));
        Assert.Null((await Of(World.Finance, Midsummer)).ExtendedDue);
    }

    /// <summary>In time on 03-03; sent back on 03-05 with five workdays, until 03-12; given again on 03-20.</summary>
    [Fact]
    public async Task An_opinion_that_was_sent_back_and_came_late_is_late()
    {
        var id = await City.Handled();
        World.Clock.Now = World.At("2026-03-05 09:00");
        var opinion = (await World.Ask(id, World.Finance, "coOpinion")).Id;
        await World.Act(City.Liaison(World.Education), id, new SendBackOpinion(Suggestion, opinion, "请说明资金"));
        World.Clock.Now = World.At("2026-03-20 09:00");
        await City.Answer(id, World.Finance, ItemVocabulary.CoOpinion, new("opinion", "资金已落实。"));
        var item = await Of(World.Finance);
        Assert.Equal((new DateOnly(2026, 3, 12), new DateOnly(2026, 3, 20)), (item.OriginalDue, item.AnsweredOn));
        Assert.Equal("0.0%(0/1)", Indicators.OpinionsGiven.Of([item]).Text);
    }

    [Fact]
    public async Task The_class_is_that_of_the_last_reply_sent_and_not_of_a_draft_on_its_way()
    {
        var id = await City.Replied(null, WorldOfProposals.Promised());
        await City.Judge(id, Satisfaction.Dissatisfied, "没有解决");
        await City.Draft(id, WorldOfProposals.Solved("已另行新增停车位。"));
        await World.Act(City.Liaison(World.Education), id, new SubmitReply(Suggestion));
        Assert.Equal("B", (await Of(World.Education)).Class!.Code);
        Assert.Equal("B", (await Line(id)).ClassCode);
    }

    [Fact]
    public async Task A_reply_that_is_withheld_after_all_is_not_publishable_and_what_is_published_has_its_day()
    {
        var id = await City.Replied();
        World.Clock.Now = World.At("2026-03-12 09:00");
        await City.Answer(id, World.Education, ItemVocabulary.Publish, new("published", "市政府网站"));
        Assert.Equal(("Full", "2026-03-12"), await Publication(id));
        Assert.Equal((true, true), Published(await Of(World.Education)));
        var other = await City.Replied();
        await City.Answer(other, World.Education, ItemVocabulary.Publish, new("withheld", "涉及商业秘密"));
        Assert.Equal(("Withheld", null), await Publication(other));
        Assert.Equal(
            ["涉及商业秘密"],
            await World.Rows<string>("select publication_reason from reply where case_id = @other", new { other })
        );
    }

    [Fact]
    public async Task A_second_reply_is_not_published_because_the_first_one_was()
    {
        var id = await City.Replied();
        await City.Answer(id, World.Education, ItemVocabulary.Publish, new("published", "市政府网站"));
        await City.Judge(id, Satisfaction.Dissatisfied, "没有解决");
        await City.Draft(id, WorldOfProposals.Solved("已另行新增停车位。"));
        await World.Act(City.Liaison(World.Education), id, new SubmitReply(Suggestion));
        await City.SignAndSend(id);
        Assert.Equal((true, false), Published(await Of(World.Education)));
        await City.Answer(id, World.Education, ItemVocabulary.Publish, new("published", "市政府网站"));
        Assert.Equal((true, true), Published(await Of(World.Education)));
    }

    private static (bool, bool) Published(HandledItem item) => (item.Publishable, item.Published);

    private async Task<(string, string?)> Publication(string id) =>
        (
            await World.Rows<(string, string?)>(
                "select publication, published_on from reply where case_id = @id",
                new { id }
            )
        ).Single();

    /// <summary>Looked at within the unit first (内部审核): until then it is nobody's word.</summary>
    [Fact]
    public async Task What_waits_in_a_units_own_chain_is_neither_progress_nor_a_publication_nor_a_promise_kept()
    {
        var id = await City.Replied(null, WorldOfProposals.Promised());
        await LookedAtFirst(ItemVocabulary.Publish, ItemVocabulary.Commitment);
        await City.Answer(id, World.Education, ItemVocabulary.Publish, new("published", "市政府网站"));
        await City.Answer(id, World.Education, ItemVocabulary.Commitment, new("kept", "建成"), Photo);
        var item = await Of(World.Education, new DateOnly(2026, 10, 8));
        Assert.Equal((true, false), Published(item));
        Assert.Equal((1, 0), (item.PromisesDue, item.PromisesKept));
    }

    [Fact]
    public async Task Progress_that_waits_in_a_units_own_chain_is_not_shown_in_the_ledger()
    {
        var id = await City.Handled();
        await LookedAtFirst(ItemVocabulary.Handle);
        await City.Answer(id, World.Education, ItemVocabulary.Handle, new("progress", "内部口径未定"));
        Assert.Equal((null, null), ((await Line(id)).LastReport, (await Line(id)).ReportedAt));
    }

    private async Task LookedAtFirst(params Domain.Asks.Vocabulary[] requests)
    {
        foreach (var request in requests)
            await World.Act(
                City.Liaison(World.Education),
                World.House,
                new SetInnerChain(request.Id, [new Station("分管领导审核", City.Deputy.Id)])
            );
    }

    private async Task<ItemLine> Line(string id)
    {
        await using var session = await World.Database.Read();
        return (await ItemLines.ReadableBy(session, City.Government)).Single(l => l.CaseId == id);
    }
}
