using JointMeeting.Domain.Clocks;

namespace JointMeeting.Domain.Tests.Clocks;

public class UncoveredYearTests
{
    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.Embedded;

    // Invented days for a year that no notice covers yet.
    private const string Year2027 = """
        {
          "year": 2027,
          "source": "样例:2027年放假安排",
          "offDays": [
            { "name": "元旦", "from": "2026-12-31", "to": "2027-01-03" },
            { "name": "春节", "from": "2027-02-05", "to": "2027-02-11" },
            { "name": "劳动节", "from": "2027-05-01", "to": "2027-05-05" },
            { "name": "国庆节", "from": "2027-10-01", "to": "2027-10-07" }
          ],
          "makeUpWorkdays": ["2026-12-26", "2027-02-13"]
        }
        """;

    [Fact]
    public void A_date_counted_through_an_unknown_year_warns()
    {
        var day = Calendar.AddWorkdays(A.Day("2026-12-30"), 3);
        Assert.Equal(new CountedDay(A.Day("2027-01-05"), 2027), day);
        Assert.True(day.Provisional);
        Assert.Contains("2027年放假安排尚未导入", day.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_in_a_known_year_does_not_warn() =>
        Assert.Null(Calendar.AddWorkdays(A.Day("2026-12-28"), 3).Warning);

    [Fact]
    public void Every_notice_so_far_gives_the_statutory_days_off_that_are_computed_without_it()
    {
        var withoutNotices = WorkingDayCalendar.Of([]);
        var computed = Enumerable
            .Range(0, A.Day("2026-12-31").DayNumber - A.Day("2016-01-01").DayNumber)
            .Select(A.Day("2016-01-01").AddDays)
            .Where(day => withoutNotices.WhyOff(day) == "法定节假日");
        Assert.All(computed, day => Assert.False(Calendar.IsWorkday(day), $"{day:O}"));
    }

    [Fact]
    public void An_unknown_year_has_weekends_and_the_thirteen_statutory_days_off()
    {
        string[] expected =
        [
            "2027-01-01",
            "2027-02-05",
            "2027-02-08",
            "2027-04-05",
            "2027-06-09",
            "2027-09-15",
            "2027-10-01",
        ];
        var off = Enumerable
            .Range(0, 365)
            .Select(A.Day("2027-01-01").AddDays)
            .Where(d => Calendar.WhyOff(d) == "法定节假日");
        Assert.Equal(expected.Select(A.Day), off);
    }

    [Fact]
    public void An_imported_year_is_no_longer_provisional_and_may_move_December()
    {
        var calendar = Calendar.WithYear(Year2027);
        Assert.Equal(new CountedDay(A.Day("2027-01-05"), null), calendar.AddWorkdays(A.Day("2026-12-30"), 2));
        Assert.Equal("元旦", calendar.WhyOff(A.Day("2026-12-31")));
        Assert.True(calendar.IsWorkday(A.Day("2026-12-26")));
        Assert.Equal("样例:2027年放假安排", calendar.SourceOf(2027));
    }

    [Fact]
    public void An_import_gives_a_new_version_and_importing_it_twice_does_not()
    {
        var once = Calendar.WithYear(Year2027);
        Assert.NotEqual(Calendar.Version, once.Version);
        Assert.Equal(once.Version, once.WithYear(Year2027).Version);
        Assert.StartsWith("cn-2016-2027-", once.Version, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "第 1 行")]
    [InlineData("null", "空的")]
    [InlineData("{}", "缺少必填项")]
    [InlineData("""{"year":2027,"source":"样例","offDays":null,"makeUpWorkdays":[]}""", "offDays")]
    [InlineData("""{"year":2027,"source":"样例","offDays":[null],"makeUpWorkdays":[]}""", "空项")]
    [InlineData("""{"year":2027,"source":"样例","offDays":[],"makeUpWorkdays":["2027-2-6"]}""", "makeUpWorkdays")]
    [InlineData("""{"year":27,"source":"样例","offDays":[],"makeUpWorkdays":[]}""", "年份 27 不对")]
    [InlineData("""{"year":2027,"source":" ","offDays":[],"makeUpWorkdays":[]}""", "没有写明依据")]
    [InlineData("""{"year":2027,"source":"样例","offDays":[],"makeUpWorkdays":[]}""", "缺少元旦")]
    [InlineData("""{"year":2027,"source":"样例","offDays":[],"makeUpWorkdays":["2027-02-08"]}""", "不是周末")]
    [InlineData("""{"year":2027,"source":"样例","offDays":[],"makeUpWorkdays":["2028-02-05"]}""", "不在 2027 年")]
    public void Bad_input_is_refused_in_Chinese_with_the_place(string json, string expected)
    {
        var error = Assert.Throws<FormatException>(() => Calendar.WithYear(json));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-01-03", "2027-01-01", "早于开始日期")]
    [InlineData("2027-01-01", "2027-03-01", "请核对起止日期")]
    [InlineData("2028-01-01", "2028-01-02", "不在 2027 年")]
    [InlineData("2027-02-13", "2027-02-14", "既写成放假又写成上班")]
    public void A_wrong_span_is_refused(string from, string to, string expected)
    {
        var json = Year2027.Replace(
            "\"offDays\": [",
            $$"""
            "offDays": [ { "name": "样例节", "from": "{{from}}", "to": "{{to}}" },
            """
        );
        var error = Assert.Throws<FormatException>(() => Calendar.WithYear(json));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }
}
