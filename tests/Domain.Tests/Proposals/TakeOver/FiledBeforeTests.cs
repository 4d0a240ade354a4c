using JointMeeting.Domain.Proposals.TakeOver;

namespace JointMeeting.Domain.Tests.Proposals.TakeOver;

public sealed class FiledBeforeTests
{
    private static readonly DateOnly AsOf = new(2026, 2, 28);
    private static readonly DateOnly January = new(2026, 1, 12);

    [Theory]
    [InlineData(ItemLedgerStatus.Assigned)]
    [InlineData(ItemLedgerStatus.Handling)]
    [InlineData(ItemLedgerStatus.Overdue)]
    [InlineData(ItemLedgerStatus.Replied)]
    public void What_units_had_or_answered_was_filed(ItemLedgerStatus status) =>
        Assert.True(FiledBefore.Is(status, AsOf));

    [Theory]
    [InlineData(ItemLedgerStatus.Unassigned)]
    [InlineData(ItemLedgerStatus.NotAccepted)]
    public void What_the_ledger_calls_unassigned_or_not_filed_was_not_whatever_its_days_say(ItemLedgerStatus status) =>
        Assert.False(FiledBefore.Is(status, AsOf, January));

    [Theory]
    [InlineData(ItemLedgerStatus.Withdrawn)]
    [InlineData(ItemLedgerStatus.Merged)]
    [InlineData(null)]
    public void Of_the_others_a_day_up_to_the_as_of_date_tells(ItemLedgerStatus? status)
    {
        Assert.True(FiledBefore.Is(status, AsOf, null, January));
        Assert.False(FiledBefore.Is(status, AsOf, null, AsOf.AddDays(1)));
        Assert.False(FiledBefore.Is(status, AsOf));
    }
}
