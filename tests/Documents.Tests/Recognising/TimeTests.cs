using System.Text.Json;
using JointMeeting.Documents.Recognising;
using JointMeeting.Domain.Texts.Deadlines;

namespace JointMeeting.Documents.Tests.Recognising;

public class TimeTests
{
    private static readonly DateOnly Issued = new(2026, 3, 10);

    [Fact]
    public void Every_shared_damaged_date_is_repaired_or_asked_about()
    {
        foreach (var vector in Shared.Json("domain", "vectors.json").GetProperty("damagedDates").EnumerateArray())
        {
            var (raw, norm) = (vector.GetProperty("raw").GetString()!, vector.GetProperty("norm").GetString());
            var read = TimeExpression.Read(raw, null)!;
            Assert.Equal((raw, norm), (raw, read.Value.Date?.ToString("yyyy-MM-dd")));
            Assert.NotNull(read.Doubt);
            Assert.Equal(norm is null, read.Value.Kind is DeadlineKind.Ambiguous);
        }
    }

    [Theory]
    [InlineData("2026年8月底前出台方案。", "by", "2026-08-31")]
    [InlineData("2026年2月底", "by", "2026-02-28")]
    [InlineData("2026年底前", "by", "2026-12-31")]
    [InlineData("2026年年底前完成", "by", "2026-12-31")]
    [InlineData("2026年内", "by", "2026-12-31")]
    [InlineData("2026年6月30日前", "by", "2026-06-30")]
    [InlineData("2026年6月30日", "point", "2026-06-30")]
    [InlineData("二〇二六年八月底前", "by", "2026-08-31")]
    [InlineData("2026年8月中旬前", "by", "2026-08-20")]
    [InlineData("2026年上半年完成", "by", "2026-06-30")]
    [InlineData("2026年第三季度", "during", "2026-09-30")]
    [InlineData("到2027年全面达标", "by", "2027-12-31")]
    [InlineData("2026年9月", "during", "2026-09-30")]
    [InlineData("2026年9月建成", "by", "2026-09-30")]
    [InlineData("“十五五”期间完成", "by", "2030-12-31")]
    [InlineData("“十五五”期间持续实施", "ongoingUntil", "2030-12-31")]
    [InlineData("2026-2028年", "range", "2028-12-31")]
    [InlineData("2026年3月至2026年10月", "range", "2026-10-31")]
    [InlineData("2026年3月-10月", "range", "2026-10-31")]
    [InlineData("持续推进", "ongoing", null)]
    [InlineData("长期坚持", "ongoing", null)]
    [InlineData("持续至2027年底", "ongoingUntil", "2027-12-31")]
    [InlineData("每年10月底前", "recurring", null)]
    [InlineData("分季度上报", "recurring", null)]
    [InlineData("自印发之日起30日内", "relative", null)]
    [InlineData("会后5个工作日内", "relative", null)]
    [InlineData("立即", "soft", null)]
    [InlineData("力争2026年底前", "soft", "2026-12-31")]
    [InlineData("2026年13月底前", "ambiguous", null)]
    [InlineData("2026年2月30日前", "ambiguous", null)]
    [InlineData("近两年", "ambiguous", null)]
    public void A_time_cell_is_read(string raw, string kind, string? date)
    {
        var read = TimeExpression.Read(raw, Issued)!;
        Assert.Equal((kind, date), (read.Value.Kind.Word(), read.Value.Date?.ToString("yyyy-MM-dd")));
        Assert.Equal(raw, read.Value.Raw);
    }

    [Theory]
    [InlineData("20268月底前出台方案。", "2026年8月底前出台方案", "2026-08-31")]
    [InlineData("202611月底", "2026年11月底", "2026-11-30")]
    [InlineData("20272月底前完成", "2027年2月底前完成", "2027-02-28")]
    public void A_lost_year_sign_is_proposed_not_stated(string raw, string repaired, string date)
    {
        var read = TimeExpression.Read(raw, Issued)!;
        Assert.Equal(
            (raw, repaired, date),
            (read.Value.Raw, read.Value.Repaired, read.Value.Date?.ToString("yyyy-MM-dd"))
        );
        Assert.NotNull(read.Doubt);
    }

    [Theory]
    [InlineData("8月底前", "2026-08-31")]
    [InlineData("今年年底前", "2026-12-31")]
    [InlineData("明年6月底前", "2027-06-30")]
    [InlineData("1月底前", null)]
    public void A_year_left_out_is_inferred_from_the_document_and_doubted(string raw, string? date)
    {
        var read = TimeExpression.Read(raw, Issued)!;
        Assert.Equal(date, read.Value.Date?.ToString("yyyy-MM-dd"));
        Assert.NotNull(read.Doubt);
        Assert.Equal(DeadlineKind.Ambiguous, TimeExpression.Read(raw, null)!.Value.Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("—")]
    [InlineData("/")]
    public void An_empty_cell_states_no_time(string raw) => Assert.Null(TimeExpression.Read(raw, Issued));

    [Fact]
    public void Years_in_titles_and_brackets_are_no_milestones() =>
        Assert.Empty(
            TimeMentions.Find("落实《行动计划(2025—2027年)》和《办法》(2025年修订),具有3年以上经历。", Issued)
        );

    [Theory]
    [InlineData("“十五五”期间,云溪大学建成省级专业。", "by", "2030-12-31")]
    [InlineData("“十五五”期间推动数字校园。", "during", "2030-12-31")]
    [InlineData("到2027年达到1万人。", "by", "2027-12-31")]
    [InlineData("2026年6月底前完成评估。", "by", "2026-06-30")]
    [InlineData("每年发布目录。", "recurring", null)]
    public void Times_inside_a_text_are_milestones(string text, string kind, string? date)
    {
        var found = Assert.Single(TimeMentions.Find(text, Issued)).Value;
        Assert.Equal((kind, date), (found.Kind.Word(), found.Date?.ToString("yyyy-MM-dd")));
    }
}
