using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Bodies;
using JointMeeting.Domain.Rights;
using JointMeeting.Shared;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.House.Accounts;
using JointMeeting.Workflows.House.SetUp;
using JointMeeting.Workflows.Mechanisms.Substitute;
using JointMeeting.Workflows.Meetings.Issue;
using JointMeeting.Workflows.Meetings.Notify;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Import;

namespace JointMeeting.Compliance.Stores;

public sealed class StepOnSqlite : StepTests<Sqlite>;

public sealed class StepOnPostgres : StepTests<Postgres>;

/// <summary>One transaction per step: all of it or nothing, once, whoever else is at work.</summary>
public abstract class StepTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    /// <summary>OpenSlides#6563: a refused action says why.</summary>
    [Fact]
    public async Task What_is_not_allowed_says_why_and_changes_nothing()
    {
        var meeting = await World.Notified();
        await Refused(
            "只有联席会议办公室可以“发出会议通知”",
            World.Liaison(World.Finance),
            meeting,
            new SendNotice(null)
        );
        await Refused("当前环节为“已通知”", meeting, new SendNotice(null));
        await Refused("不适用于本事项", World.Mechanism, new SendNotice(null));
        await Refused("没有找到该事项", "no such case", new SendNotice(null));
        var ask = (await World.Ask(meeting, World.Finance)).Id;
        await Refused("发给其他单位", World.Liaison(World.Education), meeting, new AnswerAsk(ask, new("attend")));
        await Refused("不是会议回执的可选项", World.Liaison(World.Finance), meeting, new AnswerAsk(ask, new("sign")));
    }

    /// <summary>Whichever way it comes: in a word of an answer, a file, a name.</summary>
    [Fact]
    public async Task What_carries_a_mark_of_secrecy_is_not_taken_in()
    {
        var meeting = await World.Notified();
        var ask = (await World.Ask(meeting, World.Finance)).Id;
        var from = World.Liaison(World.Finance);
        var before = await World.Dump();
        await Refused("密级标志", from, meeting, new AnswerAsk(ask, new("attend", "附件为机密★件")));
        await Refused(
            "“佐证.docx”中有密级标志",
            from,
            meeting,
            new AnswerAsk(ask, new("attend"), [new("佐证.docx", "application/msword", [1], IsClassified: true)])
        );
        await Refused(
            "密级标志",
            from,
            meeting,
            new AnswerAsk(ask, new("attend"), [new("秘密★佐证.docx", "application/msword", [1])])
        );
        Assert.Equal(before, await World.Dump());
    }

    [Fact]
    public async Task An_empty_or_huge_file_leaves_nothing_half_written()
    {
        var meeting = await World.Notified();
        var ask = (await World.Ask(meeting, World.Finance)).Id;
        var from = World.Liaison(World.Finance);
        Upload good = new("好.pdf", "application/pdf", [1]);
        await Refused(
            "空文件",
            from,
            meeting,
            new AnswerAsk(ask, new("attend"), [good, new("空.pdf", "application/pdf", [])])
        );
        var huge = new Upload("大.pdf", "application/pdf", new byte[Attachments.MostBytes + 1]);
        await Refused("20 MB", from, meeting, new AnswerAsk(ask, new("attend"), [good, huge]));
    }

    [Fact]
    public async Task A_fault_after_all_writes_rolls_back_all_of_them()
    {
        var meeting = await World.Signed();
        var before = await World.Dump();
        await Assert.ThrowsAsync<InvalidOperationException>(() => World.Act(meeting, new Breaking(new IssueMinutes())));
        Assert.Equal(before, await World.Dump());
    }

    /// <summary>Every table that issuing writes to is taken away in turn.</summary>
    [Theory]
    [InlineData("issue_series")]
    [InlineData("meeting")]
    [InlineData("task")]
    [InlineData("visit")]
    [InlineData("ask")]
    [InlineData("clock")]
    [InlineData("timer")]
    [InlineData("audit_entry")]
    [InlineData("outbox")]
    [InlineData("inbox")]
    public async Task A_fault_at_any_write_rolls_back_all_of_them(string table)
    {
        var meeting = await World.Signed();
        var before = await World.Dump();
        await World.Tamper($"alter table {table} rename to gone");
        var fault = await Record.ExceptionAsync(() => World.Act(World.Clerk, meeting, new IssueMinutes(), "form"));
        Assert.IsAssignableFrom<System.Data.Common.DbException>(fault);
        await World.Tamper($"alter table gone rename to {table}");
        Assert.Equal(before, await World.Dump());
        await World.Act(World.Clerk, meeting, new IssueMinutes(), "form");
        Assert.Equal("supervising", await World.Where(meeting));
    }

    [Fact]
    public async Task The_same_form_twice_does_nothing_twice()
    {
        var meeting = await World.Notified();
        var answer = new AnswerAsk((await World.Ask(meeting, World.Finance)).Id, new("attend"));
        Assert.False((await World.Act(World.Liaison(World.Finance), meeting, answer, "form-1")).Repeated);
        var before = await World.Dump();
        var again = await World.Act(World.Liaison(World.Finance), meeting, answer, "form-1");
        Assert.True(again.Repeated);
        Assert.Equal(meeting, again.CaseId);
        Assert.Equal(before, await World.Dump());
    }

    /// <summary>One word for a form was everybody's: the second person's answer was passed over in silence.</summary>
    [Fact]
    public async Task Another_persons_form_by_the_same_word_is_another_form()
    {
        var meeting = await World.Notified();
        foreach (var unit in new[] { World.Finance, World.Transport })
        {
            var answer = new AnswerAsk((await World.Ask(meeting, unit)).Id, new("attend"));
            Assert.False((await World.Act(World.Liaison(unit), meeting, answer, "word")).Repeated);
        }
        Assert.Equal(2, (await World.Look(meeting)).Answers.Count);
    }

    [Fact]
    public async Task The_same_form_twice_leads_to_the_case_it_opened()
    {
        var import = new ImportNotice(Notice, [], TakeUndoubted: false);
        var target = new Target.New(CaseKind.Notice, "通知");
        var first = await World.Steps.Act(World.Clerk, target, import, "form-2");
        var again = await World.Steps.Act(World.Clerk, target, import, "form-2");
        Assert.Equal((first.CaseId, true), (again.CaseId, again.Repeated));
    }

    [Fact]
    public async Task The_same_form_twice_at_once_is_done_once()
    {
        var meeting = await World.Notified();
        var answer = new AnswerAsk((await World.Ask(meeting, World.Finance)).Id, new("attend"));
        var done = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ => Task.Run(() => World.Act(World.Liaison(World.Finance), meeting, answer, "form-3")))
        );
        Assert.Single(done, d => !d.Repeated);
        Assert.Single((await World.Look(meeting)).Answers);
    }

    [Fact]
    public async Task A_refused_form_may_be_handed_in_again()
    {
        var meeting = await World.Notified();
        var ask = (await World.Ask(meeting, World.Finance)).Id;
        var liaison = World.Liaison(World.Finance);
        await Assert.ThrowsAsync<Refusal>(() =>
            World.Act(liaison, meeting, new AnswerAsk(ask, new("leave")), "form-4")
        );
        Assert.False((await World.Act(liaison, meeting, new AnswerAsk(ask, new("leave", "出差")), "form-4")).Repeated);
    }

    [Fact]
    public async Task People_who_answer_at_once_on_the_same_case_all_succeed()
    {
        var meeting = await World.Notified();
        var asks = (await World.Look(meeting)).Asks;
        await Task.WhenAll(
            World.Members.Select(unit =>
                Task.Run(() =>
                    World.Act(
                        World.Liaison(unit),
                        meeting,
                        new AnswerAsk(asks.Single(a => a.Unit == World.Unit(unit)).Id, new("attend"))
                    )
                )
            )
        );
        Assert.All((await World.Look(meeting)).Asks, a => Assert.Equal(AskState.Answered, a.State));
        var seqs = await World.Rows<int>(
            "select seq from audit_entry where stream = @meeting order by seq",
            new { meeting }
        );
        Assert.Equal(Enumerable.Range(1, 7), seqs);
        var messages = await World.Rows<int>("select seq from outbox where case_id = @meeting", new { meeting });
        Assert.Equal(messages.Count, messages.Distinct().Count());
    }

    [Fact]
    public async Task Of_two_people_who_move_a_case_on_at_once_one_is_refused_in_words()
    {
        var meeting = await World.Convene();
        var outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 2)
                .Select(_ =>
                    Task.Run(async () => await Record.ExceptionAsync(() => World.Act(meeting, new SendNotice(null))))
                )
        );
        Assert.Single(outcomes, o => o is null);
        Assert.Contains("当前环节为“已通知”", Assert.IsType<Refusal>(outcomes.Single(o => o is not null)).Why);
        Assert.Equal(5, (await World.Look(meeting)).Asks.Count);
    }

    [Fact]
    public async Task Two_meetings_issued_at_once_draw_two_numbers()
    {
        var meetings = new[] { await World.Signed("第一次全体会议"), await World.Signed("第二次全体会议") };
        await Task.WhenAll(meetings.Select(m => Task.Run(() => World.Act(m, new IssueMinutes()))));
        Assert.Equal([1, 2], await World.Rows<int>("select issue_number from meeting order by issue_number"));
    }

    [Fact]
    public async Task A_step_that_never_gets_its_turn_is_refused_in_words()
    {
        const string insert = "insert into inbox (effect, at) values ('same', 'now')";
        var colliding = new Doing(async step =>
        {
            await step.Session.Execute(insert);
            await step.Session.Execute(insert);
        });
        await Refused("请稍后重新提交", World.Mechanism, colliding);
    }

    [Fact]
    public async Task The_set_up_link_works_once_and_no_second_house_is_made()
    {
        Assert.Null(await SetUpLink.Renew(World.Database, World.Clock));
        var account = new NewAccount("x1", "某人", null, new HashSet<Role> { Role.Administrator }, "hash");
        var clerk = account with
        {
            Login = "x2",
            UnitName = World.Office,
            Roles = new HashSet<Role> { Role.OfficeClerk },
        };
        var house = new Target.New(CaseKind.House, "系统设置");
        var before = await World.Dump();
        await Assert.ThrowsAsync<Refusal>(() =>
            World.Steps.Act(Person.System, house, new SetUpHouse("guess", account, clerk))
        );
        await Assert.ThrowsAsync<Refusal>(() =>
            World.Steps.Act(World.Administrator, house, new CreateAccounts([account]))
        );
        Assert.Equal(before, await World.Dump());
    }

    [Fact]
    public async Task A_notice_is_not_imported_into_a_case_that_is_there()
    {
        var imported = await World.Steps.Act(
            World.Clerk,
            new Target.New(CaseKind.Notice, "通知"),
            new ImportNotice(Notice, [], false)
        );
        await Refused("已经建立", imported.CaseId, new ImportNotice(Notice, [], false));
    }

    /// <summary>The predecessor signs until the eve of the successor's first day.</summary>
    [Fact]
    public async Task A_seat_is_held_by_whoever_is_in_office_that_day()
    {
        var seat = (await World.Rows<string>("select id from seat where role = 'Convenor'")).Single();
        var meeting = await World.Circulated();
        var substitute = new SubstituteMember(
            seat,
            "韩市长",
            "副市长",
            new DateOnly(2026, 4, 1),
            "人事任免通知",
            SubstitutionConsent.None
        );
        await World.Act(World.Mechanism, substitute);
        foreach (var unit in new[] { World.Education, World.Finance, World.Transport })
            await World.Answer(meeting, unit, Agree);
        await World.Sign(meeting);
        Assert.Equal("signed", await World.Where(meeting));
    }

    private static NoticeRow Notice =>
        new()
        {
            CaseId = "",
            FileName = "另一通知.txt",
            Source = "另一通知",
            Json = "{}",
        };
}
