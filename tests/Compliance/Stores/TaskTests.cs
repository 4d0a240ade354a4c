using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Supervision;
using JointMeeting.Shared;
using JointMeeting.Web.Pages.Tasks;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Asking;
using JointMeeting.Workflows.Supervision.Judge;
using JointMeeting.Workflows.Supervision.Reassign;

namespace JointMeeting.Compliance.Stores;

public sealed class TaskOnSqlite : TaskTests<Sqlite>;

public sealed class TaskOnPostgres : TaskTests<Postgres>;

public abstract class TaskTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    private static readonly Upload Photo = new("现场照片.jpg", "image/jpeg", [9, 9]);

    private string Dated => World.NoticeTasks[0];

    private string Endless => World.NoticeTasks[1];

    private string Past => World.NoticeTasks[2];

    [Fact]
    public async Task A_task_is_signed_for_by_every_unit_it_names()
    {
        Assert.Equal([World.Transport, World.Finance], await World.Asked(Dated, "assigned", AskState.Open));
        await World.Answer(Dated, World.Transport, new("signed"));
        Assert.Equal("assigned", await World.Where(Dated));
        await World.Answer(Dated, World.Finance, new("signed"));
        Assert.Equal("inProgress", await World.Where(Dated));
        Assert.Equal([World.Transport], await World.Asked(Dated, "inProgress", AskState.Open));
        Assert.Equal(new DateOnly(2026, 6, 30), (await World.Ask(Dated, World.Transport)).Due);
    }

    [Fact]
    public async Task A_dispute_keeps_the_task_where_it_is_until_the_office_upholds_the_assignment()
    {
        await Refused("没有单位对分工提出异议", Dated, new KeepAssignment("不需要"));
        await World.Answer(Dated, World.Finance, new("dispute", "资金不在我局"));
        await World.Answer(Dated, World.Transport, new("signed"));
        Assert.Equal("assigned", await World.Where(Dated));
        await Refused("理由", Dated, new KeepAssignment(" "));
        await World.Act(Dated, new KeepAssignment("依据三定方案"));
        Assert.Equal("inProgress", await World.Where(Dated));
    }

    [Fact]
    public async Task Progress_is_kept_and_leaves_the_ask_open()
    {
        await SignedFor(Dated);
        await World.Answer(Dated, World.Transport, new("progress", "完成选址"));
        await World.Answer(Dated, World.Transport, new("progress", "完成招标"));
        Assert.Equal("inProgress", await World.Where(Dated));
        var ask = await World.Ask(Dated, World.Transport);
        Assert.Equal(AskState.Open, ask.State);
        Assert.Equal(2, (await World.Look(Dated)).Answers.Count(a => a.AskId == ask.Id));
    }

    [Fact]
    public async Task A_task_closes_with_evidence_and_the_office_strikes_it_off()
    {
        await SignedFor(Dated);
        var ask = (await World.Ask(Dated, World.Transport)).Id;
        await Refused("佐证", World.Liaison(World.Transport), Dated, new AnswerAsk(ask, new("applyClose", "建成")));
        await World.Answer(Dated, World.Transport, new("applyClose", "建成"), Photo);
        var verify = (await World.Ask(Dated, World.Office, "verify")).Id;
        await Refused("办公室经办人", World.Liaison(World.Office), Dated, new AnswerAsk(verify, new("close")));
        await World.Act(Dated, new AnswerAsk(verify, new("close")));
        Assert.Equal("struckOff", await World.Where(Dated));
        Assert.NotNull((await World.Look(Dated)).Row.ClosedAt);
        await Refused("已办结", World.Liaison(World.Transport), Dated, new AnswerAsk(ask, new("progress", "补充")));
    }

    [Fact]
    public async Task What_is_not_proven_is_sent_back_and_reported_again_in_a_new_round()
    {
        await SignedFor(Dated);
        await World.Answer(Dated, World.Transport, new("applyClose", "建成"), Photo);
        var verify = (await World.Ask(Dated, World.Office, "verify")).Id;
        await World.Act(Dated, new AnswerAsk(verify, new("sendBack", "缺验收单")));
        Assert.Equal("inProgress", await World.Where(Dated));
        var visit = (await World.Look(Dated)).LastVisit("inProgress")!;
        Assert.Equal((2, "verifying"), (visit.Round, visit.ComeBackTo));
        await World.Answer(Dated, World.Transport, new("applyClose", "补验收单"), Photo);
        Assert.Equal("verifying", await World.Where(Dated));
    }

    /// <summary>Two leads: what one reports after asking to close does not stand for its request.</summary>
    [Fact]
    public async Task A_later_report_of_progress_does_not_undo_or_replace_the_request_to_close()
    {
        var both = World.First() with
        {
            LeadUnits = [World.Unit(World.Education), World.Unit(World.Finance)],
            ResponsibleUnits = [],
        };
        var meeting = await World.Circulated(both);
        foreach (var unit in new[] { World.Education, World.Finance })
            await World.Answer(meeting, unit, Agree);
        await World.Sign(meeting);
        var task = (await World.Act(meeting, new Workflows.Meetings.Issue.IssueMinutes())).Opened.Single();
        foreach (var unit in new[] { World.Education, World.Finance })
            await World.Answer(task, unit, new("signed"));
        await World.Answer(task, World.Education, new("applyClose", "建成"), Photo);
        await World.Answer(task, World.Education, new("progress", "已移交"));
        var file = await World.Look(task);
        Assert.Equal(AnswerEffect.Consents, file.EffectOf(await World.Ask(task, World.Education)));
        await World.Answer(task, World.Finance, new("applyClose", "建成"), Photo);
        Assert.Equal("verifying", await World.Where(task));
    }

    [Fact]
    public async Task A_task_without_end_has_no_clock()
    {
        await SignedFor(Endless);
        var ask = await World.Ask(Endless, World.Transport);
        Assert.Null(ask.Due);
        Assert.Empty(await World.Rows<string>("select id from clock where owner = @Id", new { ask.Id }));
        Assert.Equal(0, await FiredFor(Endless, "2036-01-01 00:00"));
    }

    [Fact]
    public async Task What_was_past_at_import_is_judged_by_a_person_and_never_overdue()
    {
        Assert.Equal("historical", await World.Where(Past));
        Assert.Empty((await World.Look(Past)).Asks);
        Assert.Equal(0, await FiredFor(Past, "2027-01-01 00:00"));
        await Refused("依据", Past, new JudgeHistorical(true, " "));
        await World.Act(Past, new JudgeHistorical(true, "2025 年度总结"));
        Assert.Equal("doneBefore", await World.Where(Past));
    }

    [Fact]
    public async Task What_was_past_at_import_and_is_still_to_be_done_is_assigned()
    {
        await World.Act(Past, new JudgeHistorical(false, "普查未完成"));
        Assert.Equal("assigned", await World.Where(Past));
    }

    [Fact]
    public async Task A_unit_named_in_a_task_may_read_it_before_it_is_asked()
    {
        var steps = World.Steps;
        Assert.NotNull((await steps.Look(World.Liaison(World.Finance), Past)).File);
        var refusal = await Assert.ThrowsAsync<Domain.Refusal>(() => steps.Look(World.Liaison(World.Education), Past));
        Assert.Contains("与您所在单位无关", refusal.Why);
    }

    /// <summary>Due on 2026-06-30, extended by three workdays to 07-03: there the light went by the stated day.</summary>
    [Theory]
    [InlineData(1, Light.Yellow, "，延至2026年7月3日")]
    [InlineData(6, Light.Red, "，延至2026年7月3日")]
    public async Task An_approved_extension_counts_for_the_light(int july, Light light, string text)
    {
        await SignedFor(Dated);
        var ask = (await World.Ask(Dated, World.Transport)).Id;
        await World.Act(Dated, new ExtendDeadline(ask, new(3, PeriodUnit.Workday), "周市长", "汛期影响施工"));
        await using var session = await World.Database.Read();
        var line = (await TaskLines.One(session, Dated))!;
        Assert.Equal(light, line.LightOn(new DateOnly(2026, 7, july), World.Steps.Calendar));
        Assert.EndsWith(text, IndexModel.Deadline(line));
    }

    [Fact]
    public async Task An_extension_that_was_taken_back_counts_no_more()
    {
        await SignedFor(Dated);
        var ask = (await World.Ask(Dated, World.Transport)).Id;
        await World.Act(Dated, new ExtendDeadline(ask, new(3, PeriodUnit.Workday), "周市长", "汛期影响施工"));
        var extension = (await World.Rows<string>("select id from clock_change where kind = 'extend'")).Single();
        await World.Act(Dated, new RevokeExtension(ask, extension, "已提前完工"));
        await using var session = await World.Database.Read();
        var line = (await TaskLines.One(session, Dated))!;
        Assert.Equal(Light.Red, line.LightOn(new DateOnly(2026, 7, 1), World.Steps.Calendar));
        Assert.Null(line.MovedTo);
    }

    private async Task SignedFor(string task)
    {
        await World.Answer(task, World.Transport, new("signed"));
        await World.Answer(task, World.Finance, new("signed"));
    }
}
