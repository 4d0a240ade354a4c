using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;

namespace JointMeeting.Documents.Tests.Recognising;

/// <summary>Duties to report, and documents that are cited or named.</summary>
public class DutyTests
{
    [Theory]
    [InlineData(
        "各成员单位每季度末月25日前将工作进展情况报送联席会议办公室。",
        "各成员单位 工作进展情况 联席会议办公室 quarterly 每季度末月25日前"
    )]
    [InlineData(
        "请各区教育局于2026年3月20日前将联络员名单报市教育局。",
        "各区教育局 联络员名单 市教育局  2026年3月20日前"
    )]
    public void A_sentence_that_makes_somebody_report_is_a_duty(string text, string shown)
    {
        var duty = Assert.Single(Read(text).Duties);
        Assert.Equal(shown, $"{duty.Reporters} {duty.Name} {duty.To} {duty.Period} {duty.Due?.Value.Raw}");
    }

    /// <summary>The second duty of a sentence ended up among the fields of the first.</summary>
    [Fact]
    public void A_list_of_fields_ends_where_the_next_thing_is_asked_for()
    {
        var duties = Read(
            "各县教育局每季度首月5日前报送整改清单，内容包括：问题名称、责任人，12月10前报送年度工作总结。"
        ).Duties;
        Assert.Equal(
            ["整改清单|quarterly|问题名称 责任人", "年度工作总结||"],
            duties.Select(duty => $"{duty.Name}|{duty.Period}|{string.Join(' ', duty.Fields)}")
        );
        Assert.All(duties, duty => Assert.Equal("各县教育局", duty.Reporters));
        Assert.Equal("12月10前", duties[1].Due?.Value.Raw);
        Assert.NotNull(duties[1].Due?.Doubt);
    }

    [Fact]
    public void A_weekday_in_brackets_is_part_of_the_day()
    {
        var duty = Assert.Single(Read("请于2026年6月20日（星期六）前将推进情况书面报送我办。").Duties);
        Assert.Equal(
            ("2026年6月20日（星期六）前", new DateOnly(2026, 6, 20)),
            (duty.Due!.Value.Raw, duty.Due.Value.Date)
        );
    }

    [Fact]
    public void A_time_in_front_of_what_is_asked_begins_another_duty() =>
        Assert.Equal(
            ["任务推进情况 每季度首月8日前", "上一年度工作总结 每年1月15日前"],
            Read(
                "各牵头单位每季度首月8日前，向联席会议办公室书面报告任务推进情况；每年1月15日前，报送上一年度工作总结。"
            )
                .Duties.Select(duty => $"{duty.Name} {duty.Due?.Value.Raw}")
        );

    [Fact]
    public void Who_reports_is_no_part_of_the_time_counted_from_an_event() =>
        Assert.Equal(
            "自本通报印发之日起5个工作日内",
            Assert.Single(Read("各责任单位自本通报印发之日起5个工作日内报送问题整改台账。").Duties).Due?.Value.Raw
        );

    [Theory]
    [InlineData("定期报告工作情况。")]
    [InlineData("及时上报突发情况。")]
    public void Without_a_time_or_an_addressee_it_is_none(string text) => Assert.Empty(Read(text).Duties);

    [Fact]
    public void A_list_of_duties_has_scope_fields_and_is_open_where_it_says_so()
    {
        var duties = Read(
            "1.按季度报送信息:\n(1)招生情况(限于公办学校):人数、专业等;\n(2)就业情况:人数、去向。"
        ).Duties;
        Assert.Equal(
            ["招生情况|限于公办学校|quarterly|人数 专业|True", "就业情况||quarterly|人数 去向|False"],
            duties.Select(duty =>
                $"{duty.Name}|{duty.Scope}|{duty.Period}|{string.Join(' ', duty.Fields)}|{duty.OpenEnded}"
            )
        );
    }

    [Fact]
    public void A_citation_by_date_or_without_its_opening_mark_is_incomplete_or_doubted()
    {
        var cited = Read("(1)《实施方案》2025年10月\n(2)管理规定》的通知(青教〔2025〕4号)").Citations;
        Assert.Equal(
            [("实施方案", false, "2025年10月"), ("管理规定", true, "青教〔2025〕4号")],
            cited.Select(one => (one.Title, one.IsComplete, one.Raw))
        );
        Assert.All(cited, one => Assert.NotNull(one.Doubt));
    }

    [Fact]
    public void A_document_named_by_title_is_no_citation()
    {
        var read = Read("根据《青山省职业教育条例》,制定《培训实施方案》。");
        Assert.Empty(read.Citations);
        Assert.Equal(
            [("青山省职业教育条例", NamedAs.Basis, true), ("培训实施方案", NamedAs.ToBeDrafted, false)],
            read.NamedDocuments.Select(named => (named.Title, named.As, named.IsLaw))
        );
    }

    private static Notice Read(string text) =>
        NoticeReader.Read(SourceText.FromText("关于开展检查的通知\n" + text), new(2026, 1, 15));
}
