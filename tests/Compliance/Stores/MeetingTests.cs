using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Bodies;
using JointMeeting.Domain.Clocks;
using JointMeeting.Ledger;
using JointMeeting.Shared;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Mechanisms.Convene;
using JointMeeting.Workflows.Meetings;
using JointMeeting.Workflows.Meetings.Close;
using JointMeeting.Workflows.Meetings.Issue;
using JointMeeting.Workflows.Meetings.Notify;
using JointMeeting.Workflows.Meetings.Reschedule;
using JointMeeting.Workflows.Meetings.Session;
using JointMeeting.Workflows.Steering;

namespace JointMeeting.Compliance.Stores;

public sealed class MeetingOnSqlite : MeetingTests<Sqlite>;

public sealed class MeetingOnPostgres : MeetingTests<Postgres>;

public abstract class MeetingTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    private static readonly Upload Scan = new("签字页.pdf", "application/pdf", [1, 2, 3]);

    [Fact]
    public async Task A_meeting_goes_from_convening_to_the_last_task_struck_off()
    {
        var (meeting, tasks) = await World.Issued();
        Assert.Equal("supervising", await World.Where(meeting));
        foreach (
            var (task, units, lead) in new[]
            {
                (tasks[0], new[] { World.Education, World.Finance }, World.Education),
                (tasks[1], [World.Transport], World.Transport),
            }
        )
        {
            foreach (var unit in units)
                await World.Answer(task, unit, new("signed"));
            await World.Answer(task, lead, new("applyClose", "已完成"), Scan);
            var verify = await World.Ask(task, World.Office, "verify");
            await World.Act(World.Clerk, task, new AnswerAsk(verify.Id, new("close")));
            Assert.Equal("struckOff", await World.Where(task));
        }
        await World.Act(meeting, new CloseMeeting());
        Assert.Equal("closed", await World.Where(meeting));
        Assert.Equal(
            ["筹备全体会议", "向 5 个单位", "云江市人民政府会议回执“参加”"],
            (await Timeline(meeting))
                .Take(3)
                .Select(t =>
                    t[
                        ..Math.Min(
                            t.Length,
                            t.StartsWith('云') ? 15
                                : t.StartsWith('向') ? 7
                                : 6
                        )
                    ]
                )
        );
    }

    [Fact]
    public async Task A_notice_asks_every_member_unit_by_two_workdays_before_the_meeting()
    {
        var meeting = await World.Notified();
        var asks = (await World.Look(meeting)).Asks;
        Assert.Equal(World.Members.Select(World.Unit), asks.Select(a => a.Unit));
        Assert.All(asks, a => Assert.Equal(new DateOnly(2026, 3, 12), a.Due));
        var told = await World.Rows<string>("select destination from outbox where kind = 'AskOpened' order by id");
        Assert.Equal(asks.Select(a => a.Unit), told.TakeLast(5));
    }

    [Fact]
    public async Task A_stand_in_is_named_and_its_word_binds()
    {
        var meeting = await World.Notified();
        var ask = await World.Ask(meeting, World.Finance);
        await Refused("姓名", World.Liaison(World.Finance), meeting, new AnswerAsk(ask.Id, new("standIn")));
        await World.Answer(meeting, World.Finance, new("standIn", PersonName: "何副局长", PersonPost: "副局长"));
        await World.Hold(meeting);
        Assert.DoesNotContain((await World.Look(meeting)).Asks, a => a.Vocabulary == "confirmation");
    }

    [Fact]
    public async Task What_a_stand_in_took_back_is_confirmed_by_its_unit_three_workdays_after_the_meeting()
    {
        var meeting = await World.Notified();
        await World.Answer(
            meeting,
            World.Finance,
            new("standIn", PersonName: "何副局长", PersonPost: "副局长", TakesBack: true)
        );
        await World.Answer(meeting, World.Education, new("standIn", PersonName: "许科长", PersonPost: "科长"));
        await World.Hold(meeting);
        var confirmation = Assert.Single((await World.Look(meeting)).Asks, a => a.Vocabulary == "confirmation");
        Assert.Equal(World.Unit(World.Finance), confirmation.Unit);
        Assert.Equal(new DateOnly(2026, 3, 19), confirmation.Due);
        await World.Answer(meeting, World.Finance, new("confirm"));
        Assert.Equal(AskState.Answered, (await World.Ask(meeting, World.Finance)).State);
        Assert.Equal("minutesDrafting", await World.Where(meeting));
    }

    [Fact]
    public async Task Leave_needs_a_reason_and_takes_no_side()
    {
        var meeting = await World.Notified();
        var ask = await World.Ask(meeting, World.Transport);
        await Refused("请假", World.Liaison(World.Transport), meeting, new AnswerAsk(ask.Id, new("leave")));
        await World.Answer(meeting, World.Transport, new("leave", "外出培训"));
        Assert.Equal(
            AnswerEffect.Neutral,
            (await World.Look(meeting)).EffectOf(await World.Ask(meeting, World.Transport))
        );
    }

    [Fact]
    public async Task A_recorded_answer_says_who_gave_it_how_and_when()
    {
        var meeting = await World.Notified();
        var ask = (await World.Ask(meeting, World.Finance)).Id;
        var at = World.At("2026-03-02 09:40");
        var attend = new AnswerDraft("attend");
        await Refused("答复人", meeting, new RecordAnswer(ask, attend, new(" ", "电话", at)));
        await Refused("渠道", meeting, new RecordAnswer(ask, attend, new("何科长", "", at)));
        await Refused("扫描件", meeting, new RecordAnswer(ask, attend, new("何科长", "纸质", at)));
        await Refused("晚于现在", meeting, new RecordAnswer(ask, attend, new("何科长", "电话", at.AddHours(2))));
        await World.Act(meeting, new RecordAnswer(ask, attend, new("何科长", "电话", at)));
        var answer = (await World.Look(meeting)).AnswerTo(ask)!;
        Assert.Equal(
            (AnswerOrigin.Recorded, "何科长", "电话", at, World.Unit(World.Finance)),
            (answer.Origin, answer.RecordedWho, answer.RecordedChannel, answer.RecordedAt, answer.OnBehalfOf)
        );
        Assert.Contains("代录：云江市财政局会议回执“参加”（电话，何科长）", await Timeline(meeting));
    }

    [Fact]
    public async Task A_recorded_signature_comes_with_its_scan()
    {
        var meeting = await World.Circulated();
        foreach (var unit in new[] { World.Education, World.Finance, World.Transport })
            await World.Answer(meeting, unit, Agree);
        var ask = (await World.Ask(meeting, World.Government, "signature")).Id;
        var from = new RecordedFrom("周市长", "当面", World.Clock.Now);
        await Refused("扫描件", meeting, new RecordAnswer(ask, new("sign"), from));
        await World.Act(meeting, new RecordAnswer(ask, new("sign"), from, [Scan]));
        Assert.Equal("signed", await World.Where(meeting));
        Assert.Equal(1, (await World.Rows<int>("select count(*) from attachment_content")).Single());
    }

    [Fact]
    public async Task Only_the_convenor_signs_and_sending_back_returns_to_drafting()
    {
        var meeting = await World.Circulated();
        foreach (var unit in new[] { World.Education, World.Finance, World.Transport })
            await World.Answer(meeting, unit, Agree);
        var ask = (await World.Ask(meeting, World.Government, "signature")).Id;
        await Refused("须由本人", World.Liaison(World.Government), meeting, new AnswerAsk(ask, new("sign")));
        await World.Act(World.Convenor, meeting, new AnswerAsk(ask, new("sendBack", "请补充完成时限")));
        Assert.Equal("minutesDrafting", await World.Where(meeting));
        var visit = (await World.Look(meeting)).LastVisit("minutesDrafting")!;
        Assert.Equal((2, "awaitingSignature"), (visit.Round, visit.ComeBackTo));
    }

    [Fact]
    public async Task Issue_numbers_run_from_one_per_mechanism_and_year_without_a_gap()
    {
        var first = await World.Signed("第一次全体会议");
        await World.Act(first, new IssueMinutes());
        var second = await World.Signed("第二次全体会议");
        await Assert.ThrowsAsync<InvalidOperationException>(() => World.Act(second, new Breaking(new IssueMinutes())));
        await World.Act(second, new IssueMinutes());
        var third = await World.Signed("第三次全体会议");
        await World.Act(third, new IssueMinutes());
        Assert.Equal(
            [(2026, 1), (2026, 2), (2026, 3)],
            await World.Rows<(int, int)>(
                "select issue_year, issue_number from meeting order by issued_at, issue_number"
            )
        );
    }

    [Fact]
    public async Task Issue_numbers_begin_anew_with_the_year()
    {
        await World.Act(await World.Signed(), new IssueMinutes());
        var next = await World.Signed("第二次全体会议");
        World.Clock.Now = World.At("2027-01-01 00:10");
        await World.Act(next, new IssueMinutes());
        Assert.Equal(
            [(2026, 1), (2027, 1)],
            await World.Rows<(int, int)>("select issue_year, issue_number from meeting order by issued_at")
        );
    }

    /// <summary>opengever.core#4361: another unit's open task blocks completion.</summary>
    [Fact]
    public async Task A_meeting_does_not_close_while_a_task_of_it_is_open()
    {
        var (meeting, _) = await World.Issued();
        await Refused("还有 2 项下级事项没有办结", meeting, new CloseMeeting());
    }

    [Fact]
    public async Task A_cancelled_meeting_asks_nobody_any_more()
    {
        var meeting = await World.Notified();
        await Refused("理由", meeting, new CancelMeeting(" "));
        await World.Act(meeting, new CancelMeeting("与上级会议冲突"));
        Assert.Equal("cancelled", await World.Where(meeting));
        Assert.All((await World.Look(meeting)).Asks, a => Assert.Equal(AskState.Withdrawn, a.State));
        await Refused("已办结", meeting, new SendNotice(null));
    }

    [Fact]
    public async Task A_new_time_asks_every_unit_again_and_keeps_the_receipts_given_for_the_old_one()
    {
        var meeting = await World.Notified();
        await World.Answer(meeting, World.Finance, new("attend"));
        var later = World.At("2026-03-24 09:00");
        await Refused("填写理由", meeting, new RescheduleMeeting(later, "三楼会议室", " "));
        await World.Act(meeting, new RescheduleMeeting(later, "三楼会议室", "与全市大会冲突"));
        var file = await World.Look(meeting);
        Assert.Equal("notified", Assert.Single(file.OpenVisits).Node);
        var (before, now) = (file.Visits[^2], file.Visits[^1]);
        Assert.Equal((2, "anew"), (now.Round, before.Outcome));
        Assert.All(file.Round(now.Id, "receipt"), a => Assert.Equal(AskState.Open, a.State));
        Assert.All(file.Round(now.Id, "receipt"), a => Assert.Equal(new DateOnly(2026, 3, 20), a.Due));
        Assert.Equal(
            AskState.Answered,
            file.Round(before.Id, "receipt").Single(a => a.Unit == World.Unit(World.Finance)).State
        );
        Assert.Equal("attend", Assert.Single(file.Answers).Value);
        await Refused("下一环节", meeting, new TakeBack("改错了"));
    }

    [Fact]
    public async Task A_new_place_alone_is_told_and_asks_nobody_again()
    {
        var meeting = await World.Notified();
        await World.Answer(meeting, World.Finance, new("attend"));
        var stored = await World.Rows<string>(
            "select starts_at from meeting where case_id = @meeting",
            new { meeting }
        );
        var starts = Moment.Time(stored.Single());
        await World.Act(meeting, new RescheduleMeeting(starts, "三楼会议室", "原会议室检修"));
        Assert.Single((await World.Look(meeting)).Visits, v => v.Node == "notified");
        var told = await World.Rows<string>("select payload from outbox where kind = 'AskReminded'");
        Assert.Equal(World.Members.Length, told.Count(t => t.Contains("会议地点改为三楼会议室（原会议室检修）")));
    }

    [Fact]
    public async Task Before_the_notice_time_and_place_are_corrected_and_nobody_is_told()
    {
        var meeting = await World.Convene();
        var later = World.At("2026-03-24 09:00");
        await World.Act(meeting, new RescheduleMeeting(later, "三楼会议室", null));
        await Refused("没有改动", meeting, new RescheduleMeeting(later, "三楼会议室", null));
        await Refused("已过", meeting, new RescheduleMeeting(World.At("2026-03-01 09:00"), "三楼会议室", null));
        Assert.Empty(await World.Rows<string>("select id from outbox where case_id = @meeting", new { meeting }));
        Assert.Equal("draft", await World.Where(meeting));
    }

    [Fact]
    public async Task A_late_notice_gives_its_reason_and_no_notice_goes_out_on_the_day_itself()
    {
        var meeting = await World.Convene();
        World.Clock.Now = World.At("2026-03-10 09:00");
        await Refused("紧急通知", meeting, new SendNotice(null));
        World.Clock.Now = World.At("2026-03-16 08:00");
        await Refused("至少须提前 1 个工作日", meeting, new SendNotice("防汛"));
        World.Clock.Now = World.At("2026-03-13 09:00");
        await World.Act(meeting, new SendNotice("防汛"));
        Assert.Equal("notified", await World.Where(meeting));
    }

    /// <summary>Else every unit would be overdue at the moment it is asked.</summary>
    [Fact]
    public async Task A_receipt_asked_for_late_is_due_at_the_earliest_on_the_day_of_asking()
    {
        var meeting = await World.Convene();
        World.Clock.Now = World.At("2026-03-13 09:00");
        await World.Act(meeting, new SendNotice("防汛"));
        Assert.All((await World.Look(meeting)).Asks, a => Assert.Equal(new DateOnly(2026, 3, 13), a.Due));
        Assert.Equal(0, await FiredFor(meeting, "2026-03-13 18:00"));
        var replay = await World.Rows<string>("select replay from clock where case_id = @meeting", new { meeting });
        Assert.Equal(5, replay.Count);
        Assert.All(replay, r => Assert.True(Explanation.Parse(r).Replay(WorkingDayCalendar.Embedded).SameDates));
    }

    [Fact]
    public async Task Someone_of_an_unknown_unit_cannot_sign_in()
    {
        var meeting = await World.Notified();
        await Refused("单位", meeting, new SignIn([new("无此单位", "某人", "局长", false)], "现场"));
        await World.Act(meeting, new SignIn([new(World.Unit(World.Finance), "冯局长", "局长", false)], "现场"));
        await World.Act(meeting, new SignIn([new(World.Unit(World.Finance), "冯局长", "局长", false)], "现场"));
        Assert.Equal(1, (await World.Rows<int>("select count(*) from attendance")).Single());
    }

    [Fact]
    public async Task A_meeting_in_the_past_is_not_convened() =>
        await Refused(
            "已过",
            World.Mechanism,
            new ConveneMeeting(MeetingKind.Special, "专题会议", World.Clock.Now, "会议室", "")
        );
}
