using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Bodies;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Texts;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Mechanisms.Convene;
using JointMeeting.Workflows.Meetings;
using JointMeeting.Workflows.Meetings.Countersign;
using JointMeeting.Workflows.Meetings.Issue;
using JointMeeting.Workflows.Meetings.Minutes;
using JointMeeting.Workflows.Meetings.Notify;
using JointMeeting.Workflows.Meetings.Session;

namespace JointMeeting.Shared;

/// <summary>
/// Takes a meeting through its stages: convened on Monday 2026-03-02, held on Monday 2026-03-16, minutes sent for
/// countersign on Tuesday 2026-03-17.
/// </summary>
public static class WorldOfMeetings
{
    public static async Task<string> Convene(this World world, string subject = "第一次全体会议")
    {
        var convene = new ConveneMeeting(
            MeetingKind.Plenary,
            subject,
            World.At("2026-03-16 14:30"),
            "第一会议室",
            "一、通报"
        );
        return (await world.Act(world.Mechanism, convene)).Opened.Single();
    }

    public static async Task<string> Notified(this World world, string subject = "第一次全体会议")
    {
        world.Clock.Now = World.At("2026-03-02 10:00");
        var meeting = await world.Convene(subject);
        await world.Act(meeting, new SendNotice(null));
        return meeting;
    }

    /// <summary>All units attend and the session is over.</summary>
    public static async Task<string> Held(this World world, string subject = "第一次全体会议")
    {
        var meeting = await world.Notified(subject);
        foreach (var unit in World.Members)
            await world.Answer(meeting, unit, new("attend"));
        await world.Hold(meeting);
        return meeting;
    }

    public static async Task Hold(this World world, string meeting)
    {
        world.Clock.Now = World.At("2026-03-16 14:30");
        await world.Act(meeting, new OpenSession());
        var attendees = World.Members.Select(u => new Attendee(world.Unit(u), $"{u}代表", "局长", false));
        await world.Act(meeting, new SignIn([.. attendees], "现场"));
        await world.Act(meeting, new CloseSession());
        world.Clock.Now = World.At("2026-03-17 10:00");
    }

    /// <summary>Minutes with these clauses are at the units for countersign.</summary>
    public static async Task<string> Circulated(this World world, params MinutesClause[] clauses)
    {
        var meeting = await world.Held();
        await world.Save(meeting, clauses.Length > 0 ? clauses : [world.First(), world.Second()]);
        await world.Act(meeting, new Circulate());
        return meeting;
    }

    /// <summary>The convenor has signed; the minutes wait for issue.</summary>
    public static async Task<string> Signed(this World world, string subject = "第一次全体会议")
    {
        var meeting = await world.Held(subject);
        await world.Save(meeting, world.First(), world.Second());
        await world.Act(meeting, new Circulate());
        foreach (var unit in new[] { World.Education, World.Finance, World.Transport })
            await world.Answer(meeting, unit, new("agree"));
        await world.Sign(meeting);
        return meeting;
    }

    public static async Task Sign(this World world, string meeting)
    {
        var ask = await world.Ask(meeting, World.Government, Vocabulary.Signature.Id);
        await world.Act(world.Convenor, meeting, new AnswerAsk(ask.Id, new("sign")));
    }

    /// <summary>Issued; returns the meeting and its two tasks.</summary>
    public static async Task<(string Meeting, IReadOnlyList<string> Tasks)> Issued(this World world)
    {
        var meeting = await world.Signed();
        return (meeting, (await world.Act(meeting, new IssueMinutes())).Opened);
    }

    /// <summary>教育局 leads, 财政局 is responsible too; until the end of June.</summary>
    public static MinutesClause First(this World world, string text = "学校周边新增停车位 300 个") =>
        new(
            null,
            ClauseMark.Decided,
            text,
            [world.Unit(World.Education)],
            [world.Unit(World.Finance)],
            new("2026年6月底前", DeadlineKind.By, new DateOnly(2026, 6, 30), null),
            WordingOnly: false
        );

    /// <summary>交通运输局 leads alone; without end.</summary>
    public static MinutesClause Second(this World world, string text = "开展停车秩序整治") =>
        new(
            null,
            ClauseMark.Decided,
            text,
            [world.Unit(World.Transport)],
            [],
            new("持续实施", DeadlineKind.Ongoing, null, null),
            WordingOnly: false
        );

    /// <summary>The drafter saves what stands in the form after reading the newest text.</summary>
    public static async Task Save(this World world, string meeting, params MinutesClause[] clauses)
    {
        var text = await world.Minutes(meeting);
        await world.Act(meeting, new SaveMinutes(text?.Id, text is null ? null : Moment.Text(text.MadeAt), clauses));
    }

    public static async Task<TextVersionRow?> Minutes(this World world, string meeting)
    {
        await using var session = await world.Database.Read();
        return await session.Latest(meeting, MeetingRegistrations.Minutes);
    }

    public static async Task<IReadOnlyList<ClauseRow>> Clauses(this World world, string meeting)
    {
        await using var session = await world.Database.Read();
        return await session.Clauses((await session.Latest(meeting, MeetingRegistrations.Minutes))!.Id);
    }

    /// <summary>Names of the units whose ask in the newest round of that step is in that state.</summary>
    public static async Task<IReadOnlyList<string>> Asked(
        this World world,
        string caseId,
        string node,
        AskState state,
        string? vocabulary = null
    )
    {
        var file = await world.Look(caseId);
        var visit = file.LastVisit(node)!;
        return
        [
            .. file
                .Asks.Where(a =>
                    a.VisitId == visit.Id && a.State == state && (vocabulary is null || a.Vocabulary == vocabulary)
                )
                .Select(a => World.Members.Single(u => world.Unit(u) == a.Unit)),
        ];
    }

    /// <summary>Where the case waits.</summary>
    public static async Task<string> Where(this World world, string caseId)
    {
        var file = await world.Look(caseId);
        return file.Row.Outcome ?? string.Join(',', file.OpenVisits.Select(v => v.Node));
    }
}
