using JointMeeting.Domain.Clocks;

namespace JointMeeting.Domain.Tests.Clocks;

public class RuleSetTests
{
    private static readonly DateOnly Today = A.Day("2026-11-23");

    [Theory]
    [InlineData("notice", -5)]
    [InlineData("receipt", -2)]
    [InlineData("minutesDraft", 3)]
    [InlineData("minutesCountersign", 3)]
    [InlineData("minutesIssue", 10)]
    [InlineData("confirmAfterMeeting", 3)]
    [InlineData("closeVerify", 5)]
    [InlineData("signForTask", 2)]
    public void A_meeting_has_its_default_deadlines_in_workdays(string id, int workdays) =>
        Assert.Equal(A.Workdays(workdays), RuleSet.Meeting.Rule(id, Today)!.Period);

    [Fact]
    public void A_task_states_its_own_date_which_is_not_rolled()
    {
        var task = RuleSet.Meeting.Rule("task", Today)!;
        var due = A.Explain(task, A.Started("2022-08-09", "2022-12-31"));
        Assert.Equal((A.Day("2022-12-31"), A.Day("2022-12-31")), (due.Unrolled, due.Date));
        Assert.Contains(ReasonCode.NotRolled, A.Codes(due));
    }

    [Fact]
    public void A_receipt_is_chased_one_workday_before_its_date() =>
        Assert.Equal(
            [A.Day("2026-09-30")],
            RuleSet.Meeting.Reminder("receipt", Today)!.DatesFor(A.Day("2026-10-08"), A.Calendar)
        );

    [Fact]
    public void A_task_is_recalled_ten_and_three_workdays_before_and_on_the_day() =>
        Assert.Equal(
            [A.Day("2026-11-16"), A.Day("2026-11-25"), A.Day("2026-11-30")],
            RuleSet.Meeting.Reminder("task", Today)!.DatesFor(A.Day("2026-11-30"), A.Calendar)
        );

    [Fact]
    public void A_task_that_ends_on_a_weekend_is_recalled_on_the_last_workday_before() =>
        Assert.Equal(
            [A.Day("2026-11-16"), A.Day("2026-11-25"), A.Day("2026-11-27")],
            RuleSet.Meeting.Reminder("task", Today)!.DatesFor(A.Day("2026-11-28"), A.Calendar)
        );

    [Fact]
    public void All_presets_load_and_an_excerpt_carries_its_caution()
    {
        Assert.Equal(21, RuleSet.Presets.Count(p => p.Seen != TextSeen.OwnDefault));
        Assert.All(
            RuleSet.Presets,
            p =>
                Assert.Equal(
                    p.Seen == TextSeen.Excerpt,
                    p.Caution?.Contains("核对现行文本", StringComparison.Ordinal) ?? false
                )
        );
    }

    [Theory]
    [InlineData("BJ-NPC", 3)]
    [InlineData("SH-NPC", 3)]
    [InlineData("CITY-A", 1)]
    public void A_preset_carries_the_cap_on_extensions(string id, int months)
    {
        var reply = RuleSet.Presets.Single(p => p.Id == id).Rule("reply", Today)!;
        Assert.Equal((A.Months(3), A.Months(months)), (reply.Period, reply.ExtensionCap));
        Assert.NotNull(reply.ExtendedBy);
    }

    [Fact]
    public void The_version_in_force_on_the_day_is_used()
    {
        var set = RuleSet.Parse(TwoVersions("2025-03-24"));
        Assert.Equal(A.Months(3), set.Rule("reply", A.Day("2025-03-24"))!.Period);
        Assert.Equal(A.Months(2), set.Rule("reply", A.Day("2025-03-25"))!.Period);
        Assert.Null(set.Rule("redo", Today));
    }

    [Fact]
    public void A_rule_that_ended_is_not_used_any_more() =>
        Assert.Null(RuleSet.Presets.Single(p => p.Id == "FJ-NPC-OLD").Rule("reply", Today));

    [Fact]
    public void Two_versions_in_force_on_one_day_are_refused() => Refused(TwoVersions("2025-03-25"), "有效期重叠");

    [Fact]
    public void A_deadline_before_its_event_does_not_roll_towards_it() =>
        Refused(OneRule("""{ "amount": -5, "unit": "workday" }, "rollForward": true"""), "不能顺延");

    [Fact]
    public void A_cap_without_anyone_who_may_extend_is_refused() =>
        Refused(
            OneRule("""{ "amount": 3, "unit": "month" }, "extensionCap": { "amount": 3, "unit": "month" }"""),
            "由谁批准延期"
        );

    [Theory]
    [InlineData("""{ "amount": 3, "unit": "week" }""")]
    [InlineData("""{ "amount": 3, "unit": 1 }""")]
    [InlineData("""{ "amount": 3, "unit": "month" }, "rolForward": true""")]
    public void A_slip_in_the_form_is_refused_with_its_place(string period) => Refused(OneRule(period), "rules[0]");

    private static void Refused(string json, string why) =>
        Assert.Contains(
            why,
            Assert.Throws<FormatException>(() => RuleSet.Parse(json)).Message,
            StringComparison.Ordinal
        );

    private static string OneRule(string period) =>
        $$"""
            {
              "id": "x", "name": "样例", "seen": "fullText", "reminders": [],
              "rules": [{ "id": "a", "label": "样例", "start": "meeting", "source": "样例", "period": {{period}} }]
            }
            """;

    private static string TwoVersions(string firstEnds) =>
        $$"""
            {
              "id": "x", "name": "样例", "seen": "fullText", "reminders": [],
              "rules": [
                { "id": "reply", "label": "答复", "start": "assign", "source": "旧办法",
                  "period": { "amount": 3, "unit": "month" }, "validTo": "{{firstEnds}}" },
                { "id": "reply", "label": "答复", "start": "assign", "source": "新办法",
                  "period": { "amount": 2, "unit": "month" }, "validFrom": "2025-03-25" }
              ]
            }
            """;
}
