using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Texts;
using JointMeeting.Domain.Texts.Coverage;
using JointMeeting.Shared;
using JointMeeting.Workflows.Meetings.Countersign;
using JointMeeting.Workflows.Meetings.Minutes;
using JointMeeting.Workflows.Texts;

namespace JointMeeting.Compliance.Stores;

public sealed class MinutesCoverageOnSqlite : MinutesCoverageTests<Sqlite>;

public sealed class MinutesCoverageOnPostgres : MinutesCoverageTests<Postgres>;

public abstract class MinutesCoverageTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    private const string Hidden = "会议听取了汇报。会议决定由财政局牵头核定补助标准。";

    [Fact]
    public async Task A_decision_told_as_a_story_becomes_a_task_or_says_why_not()
    {
        var meeting = await World.Held();
        await World.Save(meeting, World.First(), Told(Hidden));
        await Refused("没有列为“议定”", meeting, new Circulate());
        var finding = (await Findings(meeting)).Single(f => f.Gap == Gap.NoTask);
        Assert.Equal("会议决定由财政局牵头核定补助标准。", finding.Sentence);
        await Refused("为什么不设任务", meeting, Note(finding, ""));
        await World.Act(meeting, Note(finding, "已列入年度预算"));
        await World.Act(meeting, new Circulate());
        Assert.Contains(await Timeline(meeting), t => t.Contains("第 2 条不设任务：已列入年度预算"));
    }

    [Fact]
    public async Task What_was_accounted_for_is_asked_about_again_once_the_sentence_changes()
    {
        var meeting = await World.Held();
        await World.Save(meeting, World.First(), Told(Hidden));
        await World.Act(meeting, Note((await Findings(meeting)).Single(f => f.Gap == Gap.NoTask), "已列入年度预算"));
        var kept = (await World.Clauses(meeting)).Select(c => c.Id).ToList();
        await World.Save(
            meeting,
            World.First() with
            {
                Before = kept[0],
            },
            Told("会议决定由财政局牵头核定补助标准并公布。") with
            {
                Before = kept[1],
            }
        );
        await Refused("没有列为“议定”", meeting, new Circulate());
    }

    [Fact]
    public async Task A_missing_date_and_words_that_say_nothing_are_flagged_and_dismissed_in_one_tap()
    {
        var meeting = await World.Held();
        await World.Save(meeting, World.First("进一步研究停车收费办法") with { Deadline = null });
        var findings = await Findings(meeting);
        Assert.Equal([Gap.NoDate, Gap.Soft], findings.Select(f => f.Gap));
        Assert.DoesNotContain(findings, f => f.Stops);
        foreach (var finding in findings)
            await World.Act(meeting, Note(finding, null));
        Assert.Empty(await Findings(meeting));
        await World.Act(meeting, new Circulate());
    }

    [Fact]
    public async Task A_decision_without_a_unit_does_not_go_out()
    {
        var meeting = await World.Held();
        await World.Save(meeting, World.First() with { LeadUnits = [] });
        Assert.Contains(await Findings(meeting), f => f is { Gap: Gap.NoUnit, Stops: true });
        await Refused("没有牵头单位", meeting, new Circulate());
    }

    private static NoteCoverage Note(CoverageFinding finding, string? reason) =>
        new(finding.Clause, finding.Key, reason, CaseKind.Meeting);

    private static MinutesClause Told(string text) =>
        new(null, ClauseMark.Narrative, text, [], [], null, WordingOnly: false);

    private async Task<IReadOnlyList<CoverageFinding>> Findings(string meeting)
    {
        await using var session = await World.Database.Read();
        return await MinutesCoverage.Of(session, meeting, await World.Clauses(meeting));
    }
}
