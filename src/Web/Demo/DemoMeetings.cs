using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Bodies;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Mechanisms.Convene;
using JointMeeting.Workflows.Meetings.Close;
using JointMeeting.Workflows.Meetings.Countersign;
using JointMeeting.Workflows.Meetings.Issue;
using JointMeeting.Workflows.Meetings.Minutes;
using JointMeeting.Workflows.Meetings.Notify;
using JointMeeting.Workflows.Meetings.Session;

namespace JointMeeting.Web.Demo;

/// <summary>The demo's meetings, one in each state.</summary>
internal sealed class DemoMeetings(Steps steps, DemoDesk desk, string mechanism, Func<int, Task<DateOnly>> go)
{
    private readonly DemoMinutes _minutes = new(steps, desk);
    private string _nextDay = "";

    private static readonly string[] Everyone =
    [
        "zhengfu",
        "renshe",
        "fagai",
        "jiaoyu",
        "jingxin",
        "caizheng",
        "nongye",
        "tuiyi",
        "shenji",
        "tongji",
        "gonghui",
        "fulian",
        "canlian",
        "xueyuan",
    ];

    /// <summary>Issued, its tasks in several states.</summary>
    public async Task Finished()
    {
        var meeting = (await Held(["第一次全体会议"], "市政务中心三楼会议室", await go(2)))[0];
        await Draft(meeting, await _minutes.OfTheFirstMeeting());
        await Act(meeting, new Circulate());
        await CountersignAll(meeting);
        await go(1);
        await desk.Answer("luming", meeting, new AnswerDraft("sign"));
        await Act(meeting, new IssueMinutes());
        await new DemoTasks(steps, desk, go).Handle(await desk.Children(meeting, CaseKind.Task));
    }

    /// <summary>Held on one day, their minutes as far as each has come; one more is called for the day after.</summary>
    public async Task OnTheWay()
    {
        var today = await go(1);
        _nextDay = await Convene("就业见习专题会议", "市人社局 210 会议室", steps.Calendar.AddWorkdays(today, 9).Date);
        await Act(_nextDay, new SendNotice(null));
        string[] subjects =
        [
            "培训资金专题会议",
            "培训目录专题会议",
            "实训平台专题会议",
            "企业学徒制专题会议",
            "乡村技能专题会议",
        ];
        var held = await Held(subjects, "市财政局 508 会议室", today);
        await UnderCountersign(held[0]);
        await Draft(held[1], await _minutes.BeingDrafted());
        await AwaitingSignature(held[2]);
        await AwaitingSignature(held[3]);
        await desk.Answer("luming", held[3], new AnswerDraft("sign"));
        await Closed(held[4]);
    }

    /// <summary>In session: signed in, not yet closed.</summary>
    public async Task InSession()
    {
        foreach (var login in Everyone.Except(["tongji", "fulian"]))
            await desk.Answer(login, _nextDay, new AnswerDraft("attend"));
        await Act(_nextDay, new OpenSession());
        await Act(_nextDay, new Workflows.Meetings.Session.SignIn(await Present(), "现场"));
    }

    /// <summary>One unit objects.</summary>
    private async Task UnderCountersign(string meeting)
    {
        await Draft(meeting, await _minutes.OnFunds());
        await Act(meeting, new Circulate());
        await desk.Answer(
            "caizheng",
            meeting,
            new AnswerDraft("object", "资金渠道应表述为“统筹现有资金”，不宜写明新增专项。", "预算法关于预算调整的规定")
        );
        await desk.Answer("shenji", meeting, new AnswerDraft("agree"));
    }

    private async Task AwaitingSignature(string meeting)
    {
        await Draft(meeting, await _minutes.OnCatalogue());
        await Act(meeting, new Circulate());
        await CountersignAll(meeting);
    }

    /// <summary>Nothing was decided, so nothing is left to supervise.</summary>
    private async Task Closed(string meeting)
    {
        await Draft(meeting, _minutes.WithoutDecision());
        await Act(meeting, new Circulate());
        await desk.Answer("luming", meeting, new AnswerDraft("sign"));
        await Act(meeting, new IssueMinutes());
        await Act(meeting, new CloseMeeting());
    }

    /// <summary>Called off before anybody was asked.</summary>
    public async Task Cancelled()
    {
        var meeting = await Convene(
            "赛事筹备专题会议",
            "市总工会二楼",
            steps.Calendar.AddWorkdays(await go(0), 12).Date
        );
        await Act(meeting, new CancelMeeting("与市技能大赛组委会会议合并召开"));
    }

    /// <summary>Notices are out; about half have answered.</summary>
    public async Task Notified()
    {
        var day = steps.Calendar.AddWorkdays(await go(1), 7).Date;
        var meeting = await Convene("第二次全体会议", "市政务中心三楼会议室", day);
        await Act(meeting, new SendNotice(null));
        foreach (var login in Everyone.Take(6))
            await desk.Answer(login, meeting, new AnswerDraft("attend"));
        await desk.Answer("tongji", meeting, new AnswerDraft("leave", "当日参加省统计工作会议"));
        await Record(
            meeting,
            "市残联",
            new AnswerDraft("standIn", PersonName: "谢望舒", PersonPost: "就业科科长", TakesBack: true)
        );
    }

    /// <summary>Still being prepared.</summary>
    public async Task InPreparation() =>
        await Convene("联络员会议", "市人社局 210 会议室", steps.Calendar.AddWorkdays(await go(0), 15).Date);

    private async Task<IReadOnlyList<string>> Held(IReadOnlyList<string> subjects, string place, DateOnly today)
    {
        var meetings = new List<string>();
        foreach (var subject in subjects)
        {
            var meeting = await Convene(subject, place, steps.Calendar.AddWorkdays(today, 8).Date);
            await Act(meeting, new SendNotice(null));
            meetings.Add(meeting);
        }
        await go(2);
        foreach (var meeting in meetings)
            await AnswerReceipts(meeting);
        await go(6);
        foreach (var meeting in meetings)
        {
            await Act(meeting, new OpenSession());
            await Act(meeting, new Workflows.Meetings.Session.SignIn(await Present(), "现场"));
            await Act(meeting, new CloseSession());
            await desk.Answer("fulian", meeting, new AnswerDraft("confirm"));
        }
        return meetings;
    }

    private async Task AnswerReceipts(string meeting)
    {
        foreach (var login in Everyone.Except(["tongji", "canlian", "fulian"]))
            await desk.Answer(login, meeting, new AnswerDraft("attend"));
        await desk.Answer("tongji", meeting, new AnswerDraft("leave", "当日参加省统计工作会议"));
        await desk.Answer(
            "fulian",
            meeting,
            new AnswerDraft("standIn", PersonName: "纪云舒", PersonPost: "发展部部长", TakesBack: true)
        );
        await Record(meeting, "市残联", new AnswerDraft("attend"));
    }

    private async Task<string> Convene(string subject, string place, DateOnly day)
    {
        var kind =
            subject.Contains("全体") ? MeetingKind.Plenary
            : subject.Contains("联络员") ? MeetingKind.Liaison
            : MeetingKind.Special;
        var at = Moment.At(day, new TimeOnly(15, 0));
        var done = await steps.Act(
            await desk.Who("lianban"),
            mechanism,
            new ConveneMeeting(kind, subject, at, place, "通报工作进展\n研究下一步重点任务\n审议有关事项")
        );
        return done.Opened[0];
    }

    private async Task Act(string meeting, Command command) =>
        await steps.Act(await desk.Who("lianban"), meeting, command);

    private async Task Record(string meeting, string unit, AnswerDraft draft)
    {
        var id = await desk.Unit(unit);
        var ask = (await desk.Load(meeting)).Asks.First(a => a.Unit == id && a.State == AskState.Open);
        var from = new RecordedFrom("邵闻笛", "电话", steps.Time.GetUtcNow());
        await Act(meeting, new RecordAnswer(ask.Id, draft, from));
    }

    private async Task<IReadOnlyList<Attendee>> Present()
    {
        var present = new List<Attendee>();
        foreach (var login in Everyone.Except(["tongji", "fulian"]))
        {
            var person = await desk.Who(login);
            present.Add(new Attendee(person.Unit!, person.Name, "成员", StandIn: false));
        }
        present.Add(new Attendee(await desk.Unit("市妇联"), "纪云舒", "发展部部长", StandIn: true));
        return present;
    }

    private async Task CountersignAll(string meeting)
    {
        foreach (
            var ask in (await desk.Load(meeting)).Asks.Where(a =>
                a is { Vocabulary: "countersign", State: AskState.Open }
            )
        )
        {
            var login = await LoginOf(ask.Unit);
            await desk.Answer(login, meeting, new AnswerDraft("agree"));
        }
    }

    private async Task<string> LoginOf(string unit)
    {
        foreach (var login in Everyone)
            if ((await desk.Who(login)).Unit == unit)
                return login;
        throw new InvalidOperationException($"Nobody in the demo answers for unit {unit}.");
    }

    private Task Draft(string meeting, IReadOnlyList<MinutesClause> clauses) =>
        Act(meeting, new SaveMinutes(null, null, clauses));
}
