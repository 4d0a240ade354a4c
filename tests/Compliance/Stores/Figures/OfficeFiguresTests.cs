using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Statistics;
using JointMeeting.Ledger;
using JointMeeting.Shared;
using JointMeeting.Web.Pages.Statistics;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Asking;
using JointMeeting.Workflows.Flow.Definition;
using JointMeeting.Workflows.Meetings.Countersign;
using JointMeeting.Workflows.Meetings.Session;
using JointMeeting.Workflows.Steering;

namespace JointMeeting.Compliance.Stores.Figures;

public sealed class OfficeFiguresOnSqlite : OfficeFiguresTests<Sqlite>;

public sealed class OfficeFiguresOnPostgres : OfficeFiguresTests<Postgres>;

/// <summary>What the office's figures are counted from, where silence at the countersign counts.</summary>
public abstract class OfficeFiguresTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    private static readonly Upload Photo = new("现场照片.jpg", "image/jpeg", [9, 9]);
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateOnly Last = new(2026, 12, 31);

    protected override Lifecycles Lifecycles
    {
        get
        {
            var lifecycles = Lifecycles.Shipped();
            var meeting = lifecycles.Newest("meeting");
            var step = meeting.Step("countersigning");
            var nodes = new Dictionary<string, Node>(meeting.Nodes, StringComparer.Ordinal)
            {
                [step.Id] = step with { Ask = step.Ask! with { Deemed = true } },
            };
            lifecycles.Add(meeting with { Version = 2, Nodes = nodes });
            return lifecycles;
        }
    }

    private async Task<IReadOnlyList<Counted<SupervisedTask>>> Tasks(Person? reader = null)
    {
        await using var session = await World.Database.Read();
        var today = Moment.DayInChina(World.Clock.Now);
        return await SupervisedTasks.Read(
            session,
            Reader.Of(reader ?? World.Clerk),
            today,
            WorkingDayCalendar.Embedded
        );
    }

    private async Task<IReadOnlyList<Counted<InvitedUnit>>> Invited(Person? reader = null)
    {
        await using var session = await World.Database.Read();
        return await InvitedUnits.Read(session, Reader.Of(reader ?? World.Clerk), First, Last);
    }

    private async Task<IReadOnlyList<Counted<CountersignRequest>>> Asked(DateOnly? from = null)
    {
        await using var session = await World.Database.Read();
        var reader = Reader.Of(World.Clerk);
        return await CountersignRequests.Read(session, reader, from ?? First, Last, WorkingDayCalendar.Embedded);
    }

    private async Task SignedFor(string task)
    {
        foreach (var unit in new[] { World.Transport, World.Finance })
            await World.Answer(task, unit, new("signed"));
    }

    private async Task Verify(string task, AnswerDraft answer) =>
        await World.Act(task, new AnswerAsk((await World.Ask(task, World.Office, "verify")).Id, answer));

    /// <summary>What was past at import is in no figure; the task without a day is there to be listed.</summary>
    [Fact]
    public async Task A_task_is_counted_at_its_lead_unit_with_both_deadlines_and_the_day_it_applied()
    {
        var dated = World.NoticeTasks[0];
        Assert.Equal(World.NoticeTasks.Take(2), (await Tasks()).Select(t => t.Fact.Task));
        await SignedFor(dated);
        var report = (await World.Ask(dated, World.Transport)).Id;
        await World.Act(dated, new ExtendDeadline(report, new(1, PeriodUnit.Month), "周市长", "征地推迟"));
        World.Clock.Now = World.At("2026-07-05 01:00");
        await World.Answer(dated, World.Transport, new("applyClose", "已建成"), Photo);
        var expected = new SupervisedTask
        {
            Task = dated,
            Unit = World.Unit(World.Transport),
            OriginalDue = new(2026, 6, 30),
            ExtendedDue = new(2026, 7, 30),
            AppliedOn = new(2026, 7, 5),
        };
        Assert.Equal(expected, (await Tasks())[0].Fact);
        World.Clock.Now = World.At("2026-07-20 09:00");
        await Verify(dated, new("close"));
        Assert.Equal(expected with { StruckOff = true }, (await Tasks())[0].Fact);
        Assert.Null((await Tasks())[1].Fact.OriginalDue);
    }

    [Fact]
    public async Task An_application_that_was_sent_back_did_not_finish_the_task()
    {
        var dated = World.NoticeTasks[0];
        await SignedFor(dated);
        await World.Answer(dated, World.Transport, new("applyClose", "已建成"), Photo);
        await Verify(dated, new("sendBack", "请补照片"));
        Assert.Null((await Tasks())[0].Fact.AppliedOn);
    }

    [Fact]
    public async Task A_unit_counts_its_own_alone()
    {
        Assert.Equal(2, (await Tasks(World.Liaison(World.Transport))).Count);
        Assert.Empty(await Tasks(World.Liaison(World.Finance)));
        await World.Held();
        var own = Assert.Single(await Invited(World.Liaison(World.Finance)));
        Assert.Equal(World.Unit(World.Finance), own.Fact.Unit);
    }

    [Fact]
    public async Task Units_due_at_a_meeting_are_there_in_person_by_a_stand_in_on_leave_or_absent()
    {
        var meeting = await World.Notified();
        Assert.Empty(await Invited());
        foreach (var unit in new[] { World.Government, World.Education })
            await World.Answer(meeting, unit, new("attend"));
        await World.Answer(meeting, World.Finance, new("leave", "另有会议"));
        World.Clock.Now = World.At("2026-03-16 14:30");
        await World.Act(meeting, new OpenSession());
        await World.Act(
            meeting,
            new SignIn(
                [
                    new(World.Unit(World.Government), "周市长", "副市长", false),
                    new(World.Unit(World.Education), "郑局长", "局长", false),
                    new(World.Unit(World.Education), "孙科长", "科长", true),
                    new(World.Unit(World.Office), "李科长", "科长", true),
                ],
                "现场"
            )
        );
        Assert.Empty(await Invited());
        await World.Act(meeting, new CloseSession());
        Assert.Equal(
            new Dictionary<string, Presence>
            {
                [World.Unit(World.Government)] = Presence.InPerson,
                [World.Unit(World.Education)] = Presence.InPerson,
                [World.Unit(World.Office)] = Presence.StandIn,
                [World.Unit(World.Finance)] = Presence.OnLeave,
                [World.Unit(World.Transport)] = Presence.Absent,
            },
            (await Invited()).ToDictionary(i => i.Fact.Unit, i => i.Fact.Presence)
        );
    }

    /// <summary>Sent on Tuesday 03-17: an answer on Thursday took two workdays; the other's silence has no time.</summary>
    [Fact]
    public async Task A_countersign_takes_from_its_sending_to_the_answer_and_silence_takes_no_time()
    {
        var meeting = await World.Circulated(World.First());
        Assert.All(await Asked(), a => Assert.Equal((null, false), (a.Fact.Workdays, a.Fact.Deemed)));
        World.Clock.Now = World.At("2026-03-19 16:00");
        await World.Answer(meeting, World.Education, Agree);
        await World.Fire("2026-03-21 00:00");
        var asked = (await Asked()).ToDictionary(a => a.Fact.Unit, a => a.Fact);
        Assert.Equal(
            new CountersignRequest(meeting, World.Unit(World.Education), 2, "agree", false),
            asked[World.Unit(World.Education)]
        );
        Assert.Equal(
            (null, true),
            (asked[World.Unit(World.Finance)].Workdays, asked[World.Unit(World.Finance)].Deemed)
        );
        Assert.Empty(await Asked(new DateOnly(2026, 3, 18)));
    }

    /// <summary>沿用: the unit was not asked again, so nothing is counted of it again.</summary>
    [Fact]
    public async Task A_countersign_that_was_carried_over_is_not_counted_twice()
    {
        var meeting = await World.Circulated(World.First());
        await World.Answer(meeting, World.Education, Agree);
        await World.Answer(meeting, World.Finance, new("object", "资金未落实"));
        await World.Act(meeting, new ReturnTo("minutesDrafting", "协商"));
        await World.Act(meeting, new Circulate());
        var education = (await Asked()).Where(a => a.Fact.Unit == World.Unit(World.Education));
        Assert.Single(education);
    }
}
