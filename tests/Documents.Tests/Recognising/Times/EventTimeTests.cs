using JointMeeting.Documents.Recognising;
using JointMeeting.Domain.Texts.Deadlines;

namespace JointMeeting.Documents.Tests.Recognising.Times;

/// <summary>Times set by a holiday or an event.</summary>
public class EventTimeTests
{
    private static readonly DateOnly Issued = new(2026, 3, 10);

    [Theory]
    [InlineData("五一前", "2026-04-30")]
    [InlineData("劳动节前完成", "2026-04-30")]
    [InlineData("国庆节前", "2026-09-30")]
    [InlineData("元旦前", "2026-12-31")]
    [InlineData("清明节前", "2026-04-04")]
    [InlineData("端午节前", "2026-06-18")]
    [InlineData("中秋节前", "2026-09-24")]
    [InlineData("春节前", "2027-02-05")]
    [InlineData("2028年春节前", "2028-01-25")]
    [InlineData("明年五一前", "2027-04-30")]
    [InlineData("教师节前", "2026-09-09")]
    public void Before_a_holiday_is_the_day_before_the_next_one_with_a_doubt(string raw, string date)
    {
        var read = TimeExpression.Read(raw, Issued)!;
        Assert.Equal((DeadlineKind.By, date), (read.Value.Kind, read.Value.Date?.ToString("yyyy-MM-dd", null)));
        Assert.NotNull(read.Doubt);
    }

    [Fact]
    public void Without_a_date_of_the_document_the_holiday_is_named_and_no_day() =>
        Assert.Equal(
            (DeadlineKind.Relative, null, "国庆"),
            Shown(TimeExpression.Read("国庆节前", null)!, read => read.After?.Event)
        );

    [Theory]
    [InlineData("国庆节前后")]
    [InlineData("节前")]
    public void What_only_sounds_like_it_sets_no_day(string raw) =>
        Assert.Null(TimeExpression.Read(raw, Issued)!.Value.Date);

    [Theory]
    [InlineData("办结后3日内", "办结", "3日")]
    [InlineData("会后5个工作日内", "会", "5个工作日")]
    [InlineData("自印发之日起30日内", "印发", "30日")]
    [InlineData("收到本通知之日起15个工作日内", "收到本通知", "15个工作日")]
    [InlineData("竣工验收后一个月内", "竣工验收", "1个月")]
    [InlineData("会议召开前3日", "会议召开", "3日")]
    [InlineData("15个工作日内", null, "15个工作日")]
    [InlineData("汛期前", "汛期", null)]
    [InlineData("2026年汛期前", "2026年汛期", null)]
    [InlineData("学期末", "学期", null)]
    [InlineData("秋季学期开学前", "秋季学期开学", null)]
    [InlineData("两会前", "两会", null)]
    public void A_time_counted_from_an_event_names_it(string raw, string? from, string? offset)
    {
        var read = TimeExpression.Read(raw, Issued)!;
        Assert.Equal(
            (DeadlineKind.Relative, null, from, offset),
            (read.Value.Kind, read.Value.Date, read.After?.Event, read.After?.Offset)
        );
        Assert.Equal(from is null || offset is null, read.Doubt is not null);
    }

    [Theory]
    [InlineData("2026年9月底前")]
    [InlineData("每季度结束后5日内")]
    [InlineData("根据省里安排")]
    public void Any_other_time_names_no_event(string raw) => Assert.Null(TimeExpression.Read(raw, Issued)!.After);

    [Theory]
    [InlineData("上半年", "during 2026-06-30")]
    [InlineData("三季度末", "by 2026-09-30")]
    [InlineData("3—6月", "range 2026-06-30")]
    [InlineData("4月至9月", "range 2026-09-30")]
    [InlineData("本月底前", "by 2026-03-31")]
    [InlineData("下月10日前", "by 2026-04-10")]
    [InlineData("6月30前", "by 2026-06-30")]
    [InlineData("6.30前", "by 2026-06-30")]
    [InlineData("力争8月底前", "soft 2026-08-31")]
    [InlineData("全年持续推进", "ongoingUntil 2026-12-31")]
    public void Without_a_year_it_is_that_of_the_document_with_a_doubt(string raw, string shown)
    {
        var read = TimeExpression.Read(raw, Issued)!;
        Assert.Equal(shown, $"{read.Value.Kind.Word()} {read.Value.Date:yyyy-MM-dd}");
        Assert.NotNull(read.Doubt);
    }

    [Theory]
    [InlineData("8月前")]
    [InlineData("三季度前")]
    public void Before_a_month_or_a_quarter_may_mean_two_days_and_says_so(string raw) =>
        Assert.Contains("开始前", TimeExpression.Read(raw, Issued)!.Doubt);

    [Theory]
    [InlineData("于办结后3日内报送", "办结后3日内 relative")]
    [InlineData("上半年建成一期", "上半年 by")]
    [InlineData("国庆节前新增公交车", "国庆节前 by")]
    [InlineData("确保年内封顶", "年内 by")]
    [InlineData("每年6月20日前、12月20日前报送", "每年6月20日前、12月20日前 recurring")]
    public void Such_a_time_within_a_sentence_is_found(string text, string shown)
    {
        var time = Assert.Single(TimeMentions.Find(text, Issued));
        Assert.Equal(shown, $"{time.Value.Raw} {time.Value.Kind.Word()}");
    }

    [Theory]
    [InlineData("三年内建成")]
    [InlineData("去年上半年的情况")]
    public void A_span_of_years_is_no_time_of_this_year(string text) =>
        Assert.DoesNotContain(TimeMentions.Find(text, Issued), time => time.Value.Raw is "年内");

    private static (DeadlineKind, DateOnly?, string?) Shown(ReadTime read, Func<ReadTime, string?> more) =>
        (read.Value.Kind, read.Value.Date, more(read));
}
