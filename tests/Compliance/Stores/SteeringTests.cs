using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Ledger.Stores;
using JointMeeting.Shared;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Asking;
using JointMeeting.Workflows.Meetings.Close;
using JointMeeting.Workflows.Meetings.Countersign;
using JointMeeting.Workflows.Steering;

namespace JointMeeting.Compliance.Stores;

public sealed class SteeringOnSqlite : SteeringTests<Sqlite>;

public sealed class SteeringOnPostgres : SteeringTests<Postgres>;

/// <summary>退回, 跳回, 撤回, 暂停, 延期, 传阅 and 终止.</summary>
public abstract class SteeringTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    private static readonly Period ThreeDays = new(3, PeriodUnit.Workday);
    private static readonly Upload Photo = new("现场照片.jpg", "image/jpeg", [9, 9]);

    /// <summary>ruoyi-vue-pro#668, steedos/workflow#1466: there the siblings of a returned countersign lived on or were lost.</summary>
    [Fact]
    public async Task A_return_from_a_parallel_countersign_ends_the_siblings_and_opens_a_new_round()
    {
        var meeting = await World.Circulated();
        await World.Answer(meeting, World.Finance, new("object", "资金未落实"));
        await World.Act(meeting, new ReturnTo("minutesDrafting", "协商资金"));
        Assert.Equal(
            [World.Education, World.Transport],
            await World.Asked(meeting, "countersigning", AskState.Withdrawn)
        );
        await World.Act(meeting, new Circulate());
        var round = (await World.Look(meeting)).LastVisit("countersigning")!;
        Assert.Equal(2, round.Round);
        Assert.Equal(3, (await World.Asked(meeting, "countersigning", AskState.Open)).Count);
    }

    [Fact]
    public async Task The_office_returns_only_where_the_definition_says_so_and_with_a_reason()
    {
        var meeting = await World.Circulated();
        await Refused("不能退回到该环节", meeting, new ReturnTo("inSession", "重开"));
        await Refused("理由", meeting, new ReturnTo("minutesDrafting", " "));
        await World.Act(meeting, new ReturnTo("minutesDrafting", "核对"));
        await Refused("不能“退回”", meeting, new ReturnTo("inSession", "再核对"));
    }

    [Fact]
    public async Task A_move_is_taken_back_while_nobody_has_gone_on_from_it()
    {
        var meeting = await World.Circulated();
        await World.Act(meeting, new TakeBack("附件有误"));
        Assert.Equal("minutesDrafting", await World.Where(meeting));
        await Refused("不能撤回", meeting, new TakeBack("再撤"));
        await World.Act(meeting, new Circulate());
        await World.Act(
            World.Liaison(World.Finance),
            meeting,
            new MarkSeen((await World.Ask(meeting, World.Finance, "countersign")).Id)
        );
        await Refused("下一环节已经开始办理", meeting, new TakeBack("太晚"));
    }

    [Fact]
    public async Task The_unit_that_answered_last_takes_its_answer_back_and_the_others_stay()
    {
        var meeting = await World.Circulated();
        await World.Answer(meeting, World.Education, Agree);
        await World.Answer(meeting, World.Finance, Agree);
        await World.Answer(meeting, World.Transport, Agree);
        await Refused("只有上一步的办理人", World.Liaison(World.Finance), meeting, new TakeBack("改意见"));
        await World.Act(World.Liaison(World.Transport), meeting, new TakeBack("领导有新意见"));
        Assert.Equal("countersigning", await World.Where(meeting));
        Assert.Equal([World.Transport], await World.Asked(meeting, "countersigning", AskState.Open));
        await World.Answer(meeting, World.Transport, new("object", "人手不足"));
        Assert.Equal("countersigning", await World.Where(meeting));
    }

    [Fact]
    public async Task A_paused_case_stands_still_and_gives_the_time_back()
    {
        var meeting = await World.Circulated();
        World.Clock.Now = World.At("2026-03-18 10:00");
        await World.Act(meeting, new PauseCase("等待上级批复"));
        Assert.Null((await World.Ask(meeting, World.Finance, "countersign")).Due);
        await Refused(
            "已暂停（等待上级批复）",
            World.Liaison(World.Finance),
            meeting,
            new AnswerAsk((await World.Ask(meeting, World.Finance, "countersign")).Id, Agree)
        );
        await Refused("已暂停", meeting, new ReturnTo("minutesDrafting", "核对"));
        Assert.Equal(0, await FiredFor(meeting, "2026-03-30 09:00"));
        await World.Act(meeting, new ResumeCase("批复已到"));
        Assert.Equal(new DateOnly(2026, 4, 1), (await World.Ask(meeting, World.Finance, "countersign")).Due);
        await World.Answer(meeting, World.Finance, Agree);
        Assert.Equal(2, await FiredFor(meeting, "2026-04-02 00:00"));
        await Refused("没有暂停", meeting, new ResumeCase("再来"));
    }

    [Fact]
    public async Task A_deadline_is_extended_within_its_rule_and_the_extension_taken_back()
    {
        var task = await Running();
        var ask = await World.Ask(task, World.Transport);
        await World.Act(task, new ExtendDeadline(ask.Id, ThreeDays, "周市长", "汛期影响施工"));
        Assert.Equal(new DateOnly(2026, 7, 3), (await World.Ask(task, World.Transport)).Due);
        var extension = (await World.Rows<string>("select id from clock_change where kind = 'extend'")).Single();
        await World.Act(task, new RevokeExtension(ask.Id, extension, "已提前完工"));
        Assert.Equal(new DateOnly(2026, 6, 30), (await World.Ask(task, World.Transport)).Due);
        await Refused("批准延期的人", task, new ExtendDeadline(ask.Id, ThreeDays, "", "汛期"));
    }

    [Fact]
    public async Task What_its_rule_does_not_extend_is_not_extended()
    {
        var meeting = await World.Circulated();
        var ask = (await World.Ask(meeting, World.Finance, "countersign")).Id;
        await Refused("延期", meeting, new ExtendDeadline(ask, ThreeDays, "周市长", "人手不足"));
    }

    /// <summary>CTS#2731, #2818: there pausing and taking an extension back in another order gave another date.</summary>
    [Theory]
    [InlineData("extend pause resume revoke")]
    [InlineData("pause resume extend revoke")]
    [InlineData("extend revoke pause resume")]
    public async Task Pause_extend_and_revoke_in_any_order_give_the_same_date(string order)
    {
        var task = await Running();
        var ask = (await World.Ask(task, World.Transport)).Id;
        foreach (var what in order.Split(' '))
        {
            World.Clock.Now = what == "resume" ? World.At("2026-04-20 10:00") : World.At("2026-04-10 10:00");
            await World.Act(
                task,
                what switch
                {
                    "extend" => new ExtendDeadline(ask, new(10, PeriodUnit.Workday), "周市长", "汛期"),
                    "pause" => new PauseCase("等待批复"),
                    "resume" => new ResumeCase("批复已到"),
                    _ => new RevokeExtension(
                        ask,
                        (await World.Rows<string>("select id from clock_change where kind = 'extend'")).Single(),
                        "不再需要"
                    ),
                }
            );
        }
        // Ten days stood still from 10 to 20 April; the extension is gone.
        Assert.Equal(new DateOnly(2026, 7, 10), (await World.Ask(task, World.Transport)).Due);
    }

    [Fact]
    public async Task A_second_slip_follows_the_first_and_goes_to_the_offices_director_too()
    {
        var task = await Running();
        await World.Fire("2026-07-01 09:00");
        Assert.Contains("催办单（送云江市交通运输局负责人）", (await Timeline(task))[^1]);
        await World.Fire("2026-07-07 09:00");
        Assert.Contains("督办单", (await Timeline(task))[^1]);
        var toOffice = await World.Rows<string>(
            "select payload from outbox where destination = @office and kind = 'AskReminded' and case_id = @task",
            new { office = World.Unit(World.Office), task }
        );
        Assert.Contains("督办单", Assert.Single(toOffice));
    }

    /// <summary>steedos-platform#6985: there a rejection took the circulation copies away.</summary>
    [Fact]
    public async Task A_return_leaves_copies_as_they_are()
    {
        var meeting = await World.Circulated();
        await World.Act(meeting, new SendCopy([World.Unit(World.Office)], "请阅知"));
        await World.Act(meeting, new ReturnTo("minutesDrafting", "核对"));
        var copy = (await World.Rows<CopyRow>("select * from copy where case_id = @meeting", new { meeting })).Single();
        Assert.Null(copy.ReadAt);
        await World.Act(World.Liaison(World.Office), meeting, new MarkRead(copy.Id));
        await Refused("已经阅过", World.Liaison(World.Office), meeting, new MarkRead(copy.Id));
        await Refused("没有发给您单位", World.Liaison(World.Finance), meeting, new MarkRead(copy.Id));
    }

    [Fact]
    public async Task A_task_is_ended_with_all_that_hung_on_it()
    {
        var task = await Running();
        await World.Act(task, new CancelTask("召集人决定终止"));
        Assert.Equal("cancelled", await World.Where(task));
        Assert.Equal(AskState.Withdrawn, (await World.Ask(task, World.Transport)).State);
        await Refused("已办结", task, new CancelTask("再来"));
        Assert.Equal(0, await FiredFor(task, "2027-01-01 00:00"));
    }

    /// <summary>opengever.core#4361: there an open subtask of another unit did not block.</summary>
    [Fact]
    public async Task Another_units_open_task_keeps_the_meeting_open()
    {
        var (meeting, tasks) = await World.Issued();
        await Refused("还有 2 项下级事项", meeting, new CloseMeeting());
        foreach (var task in tasks)
            await World.Act(task, new CancelTask("不再需要"));
        await World.Act(meeting, new CloseMeeting());
        Assert.Equal("closed", await World.Where(meeting));
    }

    /// <summary>opengever.core#3405, #3475: there reopening lost hand-edited minutes, and closing decided open items.</summary>
    [Fact]
    public async Task Reopened_minutes_keep_what_was_written_and_closing_decides_nothing()
    {
        var open = World.First("研究设立专项资金") with { Mark = Domain.Texts.ClauseMark.Discussed };
        var meeting = await World.Circulated(World.Second("开展停车秩序整治（手工修改）"), open);
        await World.Act(meeting, new ReturnTo("minutesDrafting", "核对"));
        Assert.Equal(
            ["开展停车秩序整治（手工修改）", "研究设立专项资金"],
            (await World.Clauses(meeting)).Select(c => c.Text)
        );
        await World.Act(meeting, new Circulate());
        await World.Answer(meeting, World.Transport, Agree);
        await World.Sign(meeting);
        var tasks = (await World.Act(meeting, new Workflows.Meetings.Issue.IssueMinutes())).Opened;
        Assert.Single(tasks);
        Assert.Equal(Domain.Texts.ClauseMark.Discussed, (await World.Clauses(meeting))[1].Mark);
    }

    /// <summary>The dated task of the notice, signed for.</summary>
    private async Task<string> Running()
    {
        var task = World.NoticeTasks[0];
        World.Clock.Now = World.At("2026-03-03 09:00");
        await World.Answer(task, World.Transport, new("signed"));
        await World.Answer(task, World.Finance, new("signed"));
        return task;
    }
}
