using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Web.Pages.Meetings;

namespace JointMeeting.Web.Tests.Meetings;

public sealed class DeadlineTextTests
{
    private static readonly DateOnly Today = new(2026, 11, 10);

    [Theory]
    [InlineData("2026年12月底前", DeadlineKind.By, "2026-12-31")]
    [InlineData("持续实施", DeadlineKind.Ongoing, null)]
    [InlineData("每季度末", DeadlineKind.Recurring, null)]
    public void The_day_is_read_from_the_words(string raw, DeadlineKind kind, string? day)
    {
        var read = DeadlineText.Read(raw, null, Today);
        Assert.Equal((kind, day), (read!.Kind, read.Date?.ToString("yyyy-MM-dd")));
    }

    [Fact]
    public void The_day_given_beside_the_words_wins_and_the_words_stay()
    {
        var read = DeadlineText.Read("会后尽快", new DateOnly(2026, 12, 1), Today);
        Assert.Equal(new StatedDeadline("会后尽快", DeadlineKind.By, new DateOnly(2026, 12, 1), null), read);
    }

    [Theory]
    [InlineData("2026年12月底前", "2026-12-31", false)]
    [InlineData("2026年12月底前", "2026-12-01", true)]
    [InlineData("尽快", "2026-12-01", false)]
    public void Words_and_a_day_beside_them_that_differ_are_pointed_out(string raw, string day, bool differ) =>
        Assert.Equal(differ, DeadlineText.Conflict(raw, DateOnly.Parse(day), Today) is not null);

    [Fact]
    public void A_day_alone_is_written_out()
    {
        var read = DeadlineText.Read(" ", new DateOnly(2026, 12, 1), Today);
        Assert.Equal("2026年12月1日前", read!.Raw);
    }

    [Fact]
    public void Nothing_typed_is_no_deadline() => Assert.Null(DeadlineText.Read(null, null, Today));
}
