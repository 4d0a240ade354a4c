using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Rights;
using JointMeeting.Shared;
using JointMeeting.Web.Pages.Tasks;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Asking;
using JointMeeting.Workflows.House.Abolish;
using JointMeeting.Workflows.Meetings.Notify;
using JointMeeting.Workflows.Plans.Consult;

namespace JointMeeting.Compliance.Stores;

public sealed class AbolishUnitOnSqlite : AbolishUnitTests<Sqlite>;

public sealed class AbolishUnitOnPostgres : AbolishUnitTests<Postgres>;

/// <summary>A reform in the middle of a round: 交通运输局 ends, 教育局 or 财政局 carries on.</summary>
public abstract class AbolishUnitTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    private static readonly DateOnly LastDay = new(2026, 3, 4);

    [Fact]
    public async Task Until_its_last_day_a_unit_answers_itself_then_its_successor_does_by_the_same_day()
    {
        var meeting = await World.Notified();
        var due = (await World.Ask(meeting, World.Transport)).Due;
        await World.Act(World.Administrator, World.House, Ends(World.Transport, World.Finance));
        await World.Fire("2026-03-04 18:00");
        Assert.Equal(AskState.Open, (await World.Ask(meeting, World.Transport)).State);
        await World.Answer(meeting, World.Finance, new("attend"));
        await World.Fire("2026-03-05 08:00");
        Assert.Equal(AskState.Replaced, (await World.Ask(meeting, World.Transport)).State);
        var next = await World.Ask(meeting, World.Finance);
        Assert.Equal((AskState.Open, due), (next.State, next.Due));
        await World.Answer(meeting, World.Finance, new("leave", "由一人代表两项职能"));
        Assert.Contains(await Timeline(meeting), t => t.Contains("云江市交通运输局已撤销，会议回执转云江市财政局办理"));
    }

    [Fact]
    public async Task A_successor_that_is_asked_already_answers_once_for_both()
    {
        var plan = await World.ConsultedPlan();
        await World.Act(World.Administrator, World.House, Ends(World.Transport, World.Finance));
        await World.Fire("2026-03-05 08:00");
        Assert.Equal(
            new[] { World.Education, World.Finance }.Order(),
            (await World.Asked(plan, "consulting", AskState.Open)).Order()
        );
        Assert.Contains(await Timeline(plan), t => t.Contains("征求意见转云江市财政局一并办理"));
        await World.Answer(plan, World.Finance, new("noObjection"));
        await World.Answer(plan, World.Education, new("noObjection"));
        await World.Act(plan, new CloseConsultation());
    }

    [Fact]
    public async Task What_it_answered_stays_as_given_and_the_next_round_asks_its_successor()
    {
        var plan = await World.CountersignedPlan();
        await World.Answer(plan, World.Transport, Agree);
        await World.Act(
            World.Administrator,
            World.House,
            Ends(World.Transport, World.Finance) with
            {
                LastDay = new DateOnly(2026, 3, 17),
            }
        );
        await World.Fire("2026-03-18 08:00");
        Assert.Equal([World.Transport], await World.Asked(plan, "countersigning", AskState.Answered));
        await World.Answer(plan, World.Education, Agree);
        await World.Answer(plan, World.Finance, Agree);
        await World.Answer(plan, World.Office, Agree);
        await World.EditAndSendAgain(plan, f => f[2] = f[2] with { Text = "开展停车秩序整治，每月通报一次。" });
        var file = await World.Look(plan);
        var asked = file.Round(file.LastVisit("countersigning")!.Id, Vocabulary.Countersign.Id).Select(a => a.Unit);
        Assert.DoesNotContain(World.Unit(World.Transport), asked);
        Assert.Contains(World.Unit(World.Finance), asked);
    }

    [Fact]
    public async Task A_joint_signature_waits_until_the_successor_has_a_seat_and_is_its_heads()
    {
        var plan = await World.PlanToSign();
        await World.Act(
            World.Administrator,
            World.House,
            Ends(World.Finance, World.Transport) with
            {
                LastDay = new DateOnly(2026, 3, 17),
            }
        );
        await World.Fire("2026-03-18 08:00");
        var next = await World.Ask(plan, World.Transport, Vocabulary.JointSignature.Id);
        Assert.NotNull(next.Seat);
        await Refused("须由本人办理", World.Liaison(World.Transport), plan, new AnswerAsk(next.Id, new("sign")));
    }

    /// <summary>A task keeps the unit that the document names; who carries on reads it and reaches its milestones.</summary>
    [Fact]
    public async Task Its_successor_may_read_what_it_could_read()
    {
        var task = World.NoticeTasks[0];
        await World.Act(World.Administrator, World.House, Ends(World.Transport, World.Education));
        await Assert.ThrowsAsync<Refusal>(() => World.Steps.Look(World.Liaison(World.Education), task));
        World.Clock.Now = World.At("2026-03-05 08:00");
        Assert.Equal(task, (await World.Steps.Look(World.Liaison(World.Education), task)).File.Row.Id);
    }

    [Fact]
    public async Task Firing_twice_hands_on_once()
    {
        var meeting = await World.Notified();
        await World.Act(World.Administrator, World.House, Ends(World.Transport, World.Finance));
        await World.Fire("2026-03-05 08:00");
        var before = (await World.Look(meeting)).Asks.Count;
        await World.Fire("2026-03-05 08:01");
        Assert.Equal(before, (await World.Look(meeting)).Asks.Count);
    }

    [Fact]
    public async Task It_names_its_last_day_its_basis_and_a_unit_that_still_exists()
    {
        var right = Ends(World.Transport, World.Finance);
        await Refused("最后一天", World.Administrator, World.House, right with { LastDay = null });
        await Refused("依据", World.Administrator, World.House, right with { Basis = " " });
        await Refused("单位本身", World.Administrator, World.House, right with { Successor = right.Unit });
        await Refused("不在单位名录", World.Administrator, World.House, right with { Successor = "x" });
        await Refused("只有系统管理员", World.Clerk, World.House, right);
        await World.Act(World.Administrator, World.House, right);
        await Refused(
            "已经登记撤销",
            World.Administrator,
            World.House,
            right with
            {
                Successor = World.Unit(World.Education),
            }
        );
        await Refused("不能是该单位本身", World.Administrator, World.House, Ends(World.Finance, World.Transport));
        await Refused("承接单位自己已经", World.Administrator, World.House, Ends(World.Education, World.Transport));
    }

    /// <summary>The case of the fault: the successor of a unit with an approved extension was asked by the day before it.</summary>
    [Fact]
    public async Task An_extension_goes_on_with_the_successor_and_can_still_be_taken_back()
    {
        var task = await Extended();
        await World.Act(World.Administrator, World.House, Ends(World.Transport, World.Education));
        await World.Fire("2026-03-05 08:00");
        var next = await World.Ask(task, World.Education, "report");
        Assert.Equal((AskState.Open, new DateOnly(2026, 7, 3)), (next.State, next.Due));
        var extension = await World.Rows<string>(
            "select g.id from clock_change g join clock k on k.id = g.clock where k.owner = @Id and g.kind = 'extend'",
            new { next.Id }
        );
        await World.Act(task, new RevokeExtension(next.Id, Assert.Single(extension), "已提前完工"));
        Assert.Equal(new DateOnly(2026, 6, 30), (await World.Ask(task, World.Education, "report")).Due);
    }

    [Fact]
    public async Task The_light_of_a_task_goes_by_the_extended_day_of_the_successor()
    {
        var task = await Extended();
        await World.Act(World.Administrator, World.House, Ends(World.Transport, World.Education));
        await World.Fire("2026-03-05 08:00");
        await using var session = await World.Database.Read();
        Assert.Equal(new DateOnly(2026, 7, 3), (await TaskLines.One(session, task))!.Due);
    }

    /// <summary>Asked on Monday 03-02 with seven workdays: what is carried on is not asked anew.</summary>
    [Fact]
    public async Task What_counts_from_the_day_of_asking_does_not_begin_again_with_the_successor()
    {
        var plan = await World.ConsultedPlan();
        var due = (await World.Ask(plan, World.Finance)).Due;
        await World.Act(World.Administrator, World.House, Ends(World.Finance, World.Office));
        await World.Fire("2026-03-05 08:00");
        Assert.Equal(due, (await World.Ask(plan, World.Office)).Due);
    }

    /// <summary>A task has a stated day and no period: there the extension was lost when the evidence did not do.</summary>
    [Fact]
    public async Task An_extension_outlives_a_report_that_is_sent_back()
    {
        var task = await Extended();
        await World.Answer(task, World.Transport, new("applyClose", "建成"), new Upload("照片.jpg", "image/jpeg", [9]));
        var verify = (await World.Ask(task, World.Office, "verify")).Id;
        await World.Act(task, new AnswerAsk(verify, new("sendBack", "缺验收单")));
        Assert.Equal(new DateOnly(2026, 7, 3), (await World.Ask(task, World.Transport, "report")).Due);
    }

    [Fact]
    public async Task An_extension_outlives_a_report_that_is_sent_back_after_its_unit_ended()
    {
        var task = await Extended();
        await World.Answer(task, World.Transport, new("applyClose", "建成"), new Upload("照片.jpg", "image/jpeg", [9]));
        await World.Act(World.Administrator, World.House, Ends(World.Transport, World.Education));
        await World.Fire("2026-03-05 08:00");
        var verify = (await World.Ask(task, World.Office, "verify")).Id;
        await World.Act(task, new AnswerAsk(verify, new("sendBack", "缺验收单")));
        await World.Fire("2026-03-05 09:00");
        Assert.Equal(new DateOnly(2026, 7, 3), (await World.Ask(task, World.Education, "report")).Due);
    }

    /// <summary>The dated task of the notice, due on 2026-06-30 and extended by three workdays.</summary>
    private async Task<string> Extended()
    {
        var task = World.NoticeTasks[0];
        World.Clock.Now = World.At("2026-03-03 09:00");
        await World.Answer(task, World.Transport, new("signed"));
        await World.Answer(task, World.Finance, new("signed"));
        var ask = (await World.Ask(task, World.Transport, "report")).Id;
        await World.Act(task, new ExtendDeadline(ask, new(3, PeriodUnit.Workday), "周市长", "汛期影响施工"));
        return task;
    }

    private AbolishUnit Ends(string unit, string successor) =>
        new(World.Unit(unit), LastDay, World.Unit(successor), "机构改革方案（云办发〔2026〕3号）");
}
