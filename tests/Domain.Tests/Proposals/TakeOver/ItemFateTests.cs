using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Proposals.TakeOver;

namespace JointMeeting.Domain.Tests.Proposals.TakeOver;

/// <summary>A ledger as of the end of March 2026, taken over on Monday 2026-04-13.</summary>
public class ItemFateTests
{
    private static readonly DateOnly AsOf = new(2026, 3, 31);
    private static readonly DateOnly Today = new(2026, 4, 13);
    private static readonly DateOnly March = new(2026, 3, 2);
    private static readonly LedgerSays Running = new(
        ItemLedgerStatus.Handling,
        null,
        HasHost: true,
        March,
        new DateOnly(2026, 6, 2),
        null
    );

    [Theory]
    [InlineData(ItemLedgerStatus.Replied, "台账载明“已答复”")]
    [InlineData(ItemLedgerStatus.Closed, "台账载明“已办结”")]
    [InlineData(ItemLedgerStatus.Overdue, "台账载明“逾期未答复”")]
    [InlineData(ItemLedgerStatus.NotAccepted, "台账载明“不予受理（立案）”")]
    [InlineData(ItemLedgerStatus.Merged, "台账载明“并案”")]
    [InlineData(ItemLedgerStatus.Withdrawn, "台账载明“撤回”")]
    [InlineData(ItemLedgerStatus.Suspended, "台账载明“暂缓或终止”")]
    public void What_the_ledger_calls_over_late_or_stopped_waits_for_a_judgement(ItemLedgerStatus status, string why) =>
        Assert.Equal((ItemFate.Judge, why), Of(Running with { Status = status }));

    [Theory]
    [InlineData(ItemLedgerStatus.Assigned)]
    [InlineData(ItemLedgerStatus.SignedFor)]
    [InlineData(ItemLedgerStatus.Handling)]
    [InlineData(null)]
    public void What_runs_is_assigned_as_the_ledger_says(ItemLedgerStatus? status) =>
        Assert.Equal((ItemFate.Assign, "台账载明 2026年3月2日交办"), Of(Running with { Status = status }));

    [Fact]
    public void What_tells_of_a_reply_waits_for_a_judgement_whatever_the_status_says() =>
        Assert.Equal(
            (ItemFate.Judge, "台账载明答复日期 2026年3月20日"),
            Of(Running with { Answered = "答复日期 2026年3月20日" })
        );

    [Fact]
    public void A_reply_that_was_due_before_the_as_of_date_was_past() =>
        Assert.Equal(
            (ItemFate.Judge, "截至日期前答复期限已过（2026年3月30日）"),
            Of(Running with { ReplyDue = new(2026, 3, 30) })
        );

    [Fact]
    public void A_reply_that_was_due_since_is_past_too_and_the_words_say_since_when() =>
        Assert.Equal(
            (ItemFate.Judge, "截至日期后、导入前答复期限已过（2026年4月12日）"),
            Of(Running with { ReplyDue = new(2026, 4, 12) })
        );

    [Fact]
    public void A_reply_that_is_due_today_is_not_past() =>
        Assert.Equal(ItemFate.Assign, Of(Running with { ReplyDue = Today }).Fate);

    [Fact]
    public void Everything_else_is_registered_and_says_what_is_missing()
    {
        Assert.Equal((ItemFate.Register, "台账没有写明主办单位"), Of(Running with { HasHost = false }));
        Assert.Equal((ItemFate.Register, "台账没有写明交办日期"), Of(Running with { AssignedOn = null }));
        Assert.Equal(
            (ItemFate.Register, "台账载明“待交办”"),
            Of(Running with { Status = ItemLedgerStatus.Unassigned, AssignedOn = null })
        );
        Assert.Equal((ItemFate.Register, "甲不能交办"), Of(Running with { CannotAssign = "甲不能交办" }));
    }

    /// <summary>The case of the fault: the reason said “待交办” of a row that says 已立案 and on which day it was assigned.</summary>
    [Fact]
    public void A_day_of_assignment_contradicts_that_it_waits_to_be_assigned_and_both_are_said() =>
        Assert.Equal(
            (ItemFate.Register, "台账载明“已立案”（认定为待交办），却写明 2026年3月2日交办，请核对后交办"),
            Of(Running with { Status = ItemLedgerStatus.Unassigned, StatusRaw = "已立案" })
        );

    [Theory]
    [InlineData("办复", "台账载明“办复”（认定为已答复）")]
    [InlineData("已答复", "台账载明“已答复”")]
    [InlineData("已答复，代表满意", "台账载明“已答复”")]
    public void A_reason_quotes_the_ledgers_own_words_but_not_what_signers_think(string raw, string why) =>
        Assert.Equal(why, Of(Running with { Status = ItemLedgerStatus.Replied, StatusRaw = raw }).Why);

    /// <summary>The case of the fault: the cell held 1月12日, and the reason said that the ledger states no day.</summary>
    [Fact]
    public void A_day_that_could_not_be_read_is_not_called_missing() =>
        Assert.Equal(
            "交办日期“1月12日”不是完整的日期",
            Of(Running with { AssignedOn = null, CannotAssign = "交办日期“1月12日”不是完整的日期" }).Why
        );

    /// <summary>The case of the fault: a host that the directory does not have was called one that the ledger does not name.</summary>
    [Fact]
    public void A_host_that_nobody_knows_is_named_and_not_called_missing() =>
        Assert.Equal(
            (ItemFate.Register, "单位名录中没有“县林业站”"),
            Of(Running with { HasHost = false, CannotAssign = "单位名录中没有“县林业站”" })
        );

    [Fact]
    public void An_assignment_after_the_as_of_date_is_doubted_and_not_done() =>
        Assert.Contains("晚于截至日期", Of(Running with { AssignedOn = new(2026, 4, 1) }).Why);

    /// <summary>代表法: three months from the day it was assigned; 2026-06-02 is a Tuesday.</summary>
    [Fact]
    public void The_reply_is_due_by_the_rule_set_counted_from_the_ledgers_day()
    {
        Assert.Equal(new DateOnly(2026, 6, 2), Due(March, null));
        Assert.Equal(new DateOnly(2026, 5, 20), Due(March, new(2026, 5, 20)));
    }

    [Fact]
    public void Without_a_day_of_assignment_only_a_stated_date_is_a_due_day()
    {
        Assert.Null(Due(null, null));
        Assert.Equal(new DateOnly(2026, 5, 20), Due(null, new(2026, 5, 20)));
    }

    /// <summary>The case of the fault: a signing in 2062 let the reply run for ever, one before the assigning made it late at once.</summary>
    [Fact]
    public void A_signing_before_the_assigning_or_after_the_as_of_date_is_no_fact()
    {
        Assert.Contains("早于交办日期", ItemFates.SigningDoubt(March.AddDays(-1), March, AsOf));
        Assert.Contains("2062年3月4日）晚于截至日期", ItemFates.SigningDoubt(new(2062, 3, 4), March, AsOf));
        Assert.Null(ItemFates.SigningDoubt(March, March, AsOf));
        Assert.Null(ItemFates.SigningDoubt(AsOf, March, AsOf));
        Assert.Null(ItemFates.SigningDoubt(null, March, AsOf));
    }

    private static DateOnly? Due(DateOnly? assigned, DateOnly? stated) =>
        ItemFates.ReplyDue(
            LocalRules.For(null, ItemKind.Suggestion, "五届三次"),
            assigned,
            null,
            stated,
            WorkingDayCalendar.Embedded
        );

    private static (ItemFate Fate, string Why) Of(LedgerSays says) => ItemFates.Of(says, AsOf, Today);
}
