using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Supervision;
using JointMeeting.Shared;
using JointMeeting.Web.Pages.Proposals;
using JointMeeting.Workflows.Proposals.Assign;
using JointMeeting.Workflows.Steering;

namespace JointMeeting.Compliance.Stores;

public sealed class ReplyClockOnSqlite : ReplyClockTests<Sqlite>;

public sealed class ReplyClockOnPostgres : ReplyClockTests<Postgres>;

/// <summary>
/// 自交办之日起: the reply's clock runs from the assignment, whether the unit signs for it or not. Assigned on Monday
/// 2026-03-02; three months are 06-02, a Tuesday.
/// </summary>
public abstract class ReplyClockTests<TStore> : InCity<TStore>
    where TStore : IStore
{
    private const CaseKind Suggestion = CaseKind.Suggestion;

    private Task<string> Sole(string rules = "npc") =>
        City.Assigned(
            City.New() with
            {
                Rules = rules,
            },
            new AssignedUnit(City.Unit(World.Education), HandlingDuty.Sole)
        );

    private async Task<IReadOnlyList<(string Due, string Owner)>> Clocks(string id) =>
        await World.Rows<(string, string)>(
            "select due, owner from clock where case_id = @id and rule = 'reply' order by id",
            new { id }
        );

    private async Task<ItemLine> Line(string id)
    {
        await using var session = await World.Database.Read();
        return (await ItemLines.ReadableBy(session, City.Government)).Single(l => l.CaseId == id);
    }

    [Fact]
    public async Task A_unit_that_never_signs_for_an_item_is_late_with_its_reply_and_is_reminded_of_it()
    {
        var id = await Sole();
        Assert.Equal(new DateOnly(2026, 3, 4), (await World.Ask(id, World.Education, "accept")).Due);
        Assert.Equal("2026-06-02", Assert.Single(await Clocks(id)).Due);
        Assert.Equal(new DateOnly(2026, 6, 2), (await Line(id)).Due);
        await World.Fire("2026-06-04 09:00");
        Assert.Equal(Urgency.Overdue, (await Line(id)).UrgencyOn(new DateOnly(2026, 7, 1), World.Steps.Calendar));
        var said = await Timeline(id);
        Assert.Contains(said, line => line.Contains("办理答复应于 2026-06-02 前办理"));
        Assert.Contains(said, line => line.Contains("逾期未办理：办理答复（应于 2026-06-02 前）"));
        Assert.Contains(said, line => line.Contains("逾期未办理：建议提案签收（应于 2026-03-04 前）"));
    }

    [Fact]
    public async Task Signing_for_it_late_does_not_start_the_period_again_and_its_day_is_told_once()
    {
        var id = await Sole();
        World.Clock.Now = World.At("2026-05-20 09:00");
        await City.Answer(id, World.Education, ItemVocabulary.Accept, new("accept"));
        Assert.Equal(new DateOnly(2026, 6, 2), (await World.Ask(id, World.Education, "handle")).Due);
        await World.Fire("2026-06-04 09:00");
        Assert.Single(await Timeline(id), line => line.Contains("逾期未办理：办理答复"));
    }

    /// <summary>From 03-03 to 03-05 and, once signed for on 03-09, from 03-10 to 03-11: three days, 06-05 is a Friday.</summary>
    [Fact]
    public async Task What_stood_still_before_and_after_the_signing_is_given_back_once()
    {
        var id = await Sole();
        await Pause(id, "2026-03-03", "2026-03-05");
        Assert.Equal(new DateOnly(2026, 6, 4), (await Line(id)).Due);
        World.Clock.Now = World.At("2026-03-09 09:00");
        await City.Answer(id, World.Education, ItemVocabulary.Accept, new("accept"));
        await Pause(id, "2026-03-10", "2026-03-11");
        Assert.Equal(new DateOnly(2026, 6, 5), (await World.Ask(id, World.Education, "handle")).Due);
    }

    private async Task Pause(string id, string from, string to)
    {
        World.Clock.Now = World.At($"{from} 09:00");
        await World.Act(City.Government, id, new PauseCase("等待上级明确"));
        var still = await Line(id);
        Assert.True(still.StandsStill);
        Assert.Null(still.UrgencyOn(new DateOnly(2026, 12, 1), World.Steps.Calendar));
        World.Clock.Now = World.At($"{to} 09:00");
        await World.Act(City.Government, id, new ResumeCase("已明确"));
        Assert.False((await Line(id)).StandsStill);
    }

    [Fact]
    public async Task Where_the_rules_count_from_receipt_the_clock_waits_for_the_signing()
    {
        var id = await Sole("ZJ-NPC");
        Assert.Empty(await Clocks(id));
        World.Clock.Now = World.At("2026-03-03 09:00");
        await City.Answer(id, World.Education, ItemVocabulary.Accept, new("accept"));
        Assert.Equal("2026-06-03", Assert.Single(await Clocks(id)).Due);
    }

    /// <summary>Given to the new unit on 03-11: three months are 06-11, before it has signed for it too.</summary>
    [Fact]
    public async Task A_unit_that_takes_over_has_a_clock_from_the_day_it_was_given_to_it()
    {
        var id = await Sole();
        var request = new RequestReturn(Suggestion, "不属本单位职责", "市交通局", "郑局长");
        await World.Act(City.Liaison(World.Education), id, request);
        World.Clock.Now = World.At("2026-03-11 09:00");
        var ruling = (await World.Ask(id, WorldOfProposals.GovernmentUnit, "returnRuling")).Id;
        var transport = City.Unit(World.Transport);
        await World.Act(City.Government, id, new RuleReturn(Suggestion, ruling, true, transport, null));
        Assert.Equal(new DateOnly(2026, 6, 11), (await Line(id)).Due);
        await World.Fire("2026-06-04 09:00");
        Assert.DoesNotContain(await Timeline(id), line => line.Contains("2026-06-02"));
    }

    /// <summary>
    /// Heard in the 预分办 round on 03-02, assigned on 03-20, a Friday: five workdays end on 03-27. Counted from the round
    /// they would have ended on 03-09.
    /// </summary>
    [Theory]
    [InlineData("2026-03-27 09:00", null)]
    [InlineData("2026-03-30 09:00", "2026-03-27")]
    public async Task The_return_window_opens_with_the_assignment_and_not_with_the_hearing_before_it(
        string asked,
        string? last
    )
    {
        var (education, finance) = (City.Unit(World.Education), City.Unit(World.Finance));
        var id = await City.Registered();
        await World.Act(City.Government, id, new PreAssign(Suggestion, [education], [finance]));
        await City.Answer(id, World.Education, ItemVocabulary.PreAssign, new("differ", "不属本单位职责"));
        World.Clock.Now = World.At("2026-03-20 09:00");
        await World.Act(City.Government, id, new AssignItem(Suggestion, City.HostAndCo(), new DateOnly(2026, 3, 20)));
        World.Clock.Now = World.At(asked);
        foreach (var unit in new[] { World.Education, World.Finance })
        {
            var request = new RequestReturn(Suggestion, "不属本单位职责", "市交通局", "局长");
            if (last is null)
                await World.Act(City.Liaison(unit), id, request);
            else
                await Refused(last, City.Liaison(unit), id, request);
        }
    }
}
