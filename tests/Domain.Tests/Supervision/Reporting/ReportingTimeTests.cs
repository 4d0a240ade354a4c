using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Supervision.Reporting;

namespace JointMeeting.Domain.Tests.Supervision.Reporting;

public sealed class ReportingTimeTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Theory]
    [InlineData("monthly", "每月5日前", "2026-03-05", "2026-04-05")]
    [InlineData("monthly", "每月２８日前", "2026-03-28", "2026-04-28")]
    [InlineData("monthly", "次月10日前", "2026-03-10", "2026-04-10")]
    [InlineData("monthly", "每月31日前", "2026-03-31", "2026-04-30")]
    [InlineData("monthly", "每月最后一个工作日前", "2026-03-31", "2026-04-30")]
    [InlineData("quarterly", "每季度末月25日前", "2026-03-25", "2026-06-25")]
    [InlineData("quarterly", "每季度首月10日前", "2026-04-10", "2026-07-10")]
    [InlineData("quarterly", "每季度末", "2026-03-31", "2026-06-30")]
    [InlineData("halfYearly", "6月20日、12月20日前", "2026-06-20", "2026-12-20")]
    [InlineData("yearly", "12月15日前", "2026-12-15", "2027-12-15")]
    [InlineData("yearly", "每年底", "2026-12-31", "2027-12-31")]
    [InlineData("weekly", "每周五前", "2026-03-06", "2026-03-13")]
    public void A_stated_day_comes_again_as_it_is_stated(string period, string words, string first, string second)
    {
        var rhythm = ReportingTime.Read(period, words, Today).Rhythm!;
        var next = rhythm.NextFrom(Today, WorkingDayCalendar.Embedded)!.Value;
        Assert.Equal(first, $"{next:yyyy-MM-dd}");
        Assert.Equal(second, $"{rhythm.NextFrom(next.AddDays(1), WorkingDayCalendar.Embedded):yyyy-MM-dd}");
    }

    /// <summary>DOMAIN 7.2: 分季度上报 without a day is due five workdays after the quarter; 2026-04-06 is a holiday.</summary>
    [Theory]
    [InlineData("quarterly", "", "2026-04-08")]
    [InlineData("quarterly", "每季度", "2026-04-08")]
    [InlineData("monthly", "", "2026-03-04")]
    public void Without_a_day_the_rule_of_the_office_gives_it(string period, string words, string first)
    {
        var rhythm = ReportingTime.Read(period, words, Today).Rhythm!;
        Assert.Equal(ReportDay.ByRule, rhythm.Day);
        Assert.Equal(first, $"{rhythm.NextFrom(Today, WorkingDayCalendar.Embedded):yyyy-MM-dd}");
    }

    [Theory]
    [InlineData("yearly", "", "没有写明每年的哪一天报送")]
    [InlineData("halfYearly", "每半年", "没有写明每半年的哪一天报送")]
    [InlineData("everyTerm", "每学期末", "没有写明多久报送一次的固定日期")]
    [InlineData("unspecified", "定期", "没有写明多久报送一次的固定日期")]
    [InlineData("weekly", "", "没有写明每周星期几")]
    [InlineData("monthly", "及时", "看不懂“及时”是哪一天")]
    [InlineData("monthly", "每月45日前", "没有 45 日")]
    [InlineData(null, "事发后24小时内", "没有写明报送的年月日")]
    [InlineData(null, "2024年3月15日前", "报送时间 2024年3月15日 已过")]
    [InlineData(null, "2026年2月30日前", "没有写明报送的年月日")]
    public void What_no_day_can_be_had_from_says_why(string? period, string words, string why)
    {
        var time = ReportingTime.Read(period, words, Today);
        Assert.Null(time.Rhythm);
        Assert.StartsWith(why, time.Why);
    }

    [Fact]
    public void A_report_that_is_owed_once_is_asked_for_once()
    {
        var rhythm = ReportingTime.Read(null, "2026年3月20前", Today).Rhythm!;
        Assert.Equal(new DateOnly(2026, 3, 20), rhythm.NextFrom(Today, WorkingDayCalendar.Embedded));
        Assert.Null(rhythm.NextFrom(new(2026, 3, 21), WorkingDayCalendar.Embedded));
    }

    [Fact]
    public void Units_are_asked_ten_workdays_before_and_each_week_after_the_report_of_the_week_before()
    {
        var month = ReportingTime.Read("monthly", "每月25日前", Today).Rhythm!;
        Assert.Equal(new(2026, 3, 11), month.OpensFor(new(2026, 3, 25), WorkingDayCalendar.Embedded));
        var week = ReportingTime.Read("weekly", "每周五前", Today).Rhythm!;
        Assert.Equal(new(2026, 3, 14), week.OpensFor(new(2026, 3, 20), WorkingDayCalendar.Embedded));
    }

    [Theory]
    [InlineData("各成员单位", ReporterGroup.Members, 0)]
    [InlineData("各牵头单位", ReporterGroup.Leads, 0)]
    [InlineData("责任单位", ReporterGroup.TaskUnits, 0)]
    [InlineData("各主送单位", ReporterGroup.Addressees, 0)]
    [InlineData("各收文单位", ReporterGroup.Addressees, 0)]
    [InlineData("市教育局、市财政局", ReporterGroup.Named, 2)]
    [InlineData("各县（市、区）教育局", ReporterGroup.Named, 1)]
    [InlineData("", ReporterGroup.Named, 0)]
    public void The_words_for_the_reporters_are_a_group_or_names(string words, ReporterGroup group, int names)
    {
        var reporters = Reporters.Read(words);
        Assert.Equal(group, reporters.Group);
        Assert.Equal(names, reporters.Names.Count);
    }
}
