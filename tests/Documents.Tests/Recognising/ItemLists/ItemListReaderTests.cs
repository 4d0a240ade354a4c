using System.Diagnostics;
using System.Text;
using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising.ItemLists;
using JointMeeting.Domain.Proposals;

namespace JointMeeting.Documents.Tests.Recognising.ItemLists;

public class ItemListReaderTests
{
    private static readonly string?[] Heading =
    [
        "编号",
        "标题",
        "领衔代表",
        "附议人",
        "主办单位",
        "协办单位",
        "联系电话",
    ];

    private static readonly string?[] First =
    [
        "第012号",
        "关于增加学校周边停车位的建议",
        "李 明",
        "王芳、张 伟",
        "云江市教育局",
        "市财政局、市交通运输局",
        "13812345678",
    ];

    [Fact]
    public void A_plain_list_is_read_by_its_headings()
    {
        var item = Assert.Single(ItemListReader.Read(ListFile.Xlsx([Heading, First]), "清单.xlsx").Items);
        Assert.Equal(("12", "关于增加学校周边停车位的建议", "李明"), (item.Number, item.Title, item.Lead));
        Assert.Equal(["王芳", "张伟"], item.Signers);
        Assert.Equal(["云江市教育局"], item.Hosts);
        Assert.Equal(["市财政局", "市交通运输局"], item.CoHandlers);
        Assert.Equal(("13812345678", "工作表“建议”第 2 行"), (item.Contact, item.Place));
        Assert.True(item.CanBeImported);
        Assert.Empty(item.Findings);
    }

    [Fact]
    public void Headings_over_two_columns_and_a_title_above_are_understood()
    {
        var list = ItemListReader.Read(
            ListFile.Xlsx(
                [
                    ["云江市第五届人大第三次会议代表建议一览表"],
                    ["建议号", "案由", "领衔代表", "承办单位", null, "界别"],
                    [null, null, null, "主办", "会办", null],
                    ["1", "关于治理占道停车的建议", "赵强", "市公安局", "市城管局", "工商"],
                ],
                "A1:F1",
                "D2:E2",
                "A2:A3",
                "B2:B3",
                "C2:C3",
                "F2:F3"
            ),
            "清单.xlsx"
        );
        var item = Assert.Single(list.Items);
        Assert.Equal(["市公安局"], item.Hosts);
        Assert.Equal(["市城管局"], item.CoHandlers);
        Assert.Equal("工商", item.Constituency);
    }

    [Fact]
    public void A_cell_merged_over_rows_counts_for_each_of_them()
    {
        var list = ItemListReader.Read(
            ListFile.Xlsx(
                [
                    ["届次", "提案号", "提案名称", "提案者"],
                    ["五届三次", "1", "甲提案", "民进"],
                    [null, "2", "乙提案", "民盟"],
                ],
                "A2:A3"
            ),
            "清单.xlsx"
        );
        Assert.Equal(["五届三次", "五届三次"], list.Items.Select(i => i.Session));
        Assert.Equal(["民进", "民盟"], list.Items.Select(i => i.Lead));
    }

    [Fact]
    public void A_missing_and_a_doubled_number_are_said_and_nothing_is_dropped()
    {
        var list = Csv("编号,标题,领衔代表\n1,甲,李明\n,乙,王芳\n01,丙,赵强\n4,丁,陈静");
        Assert.Equal(4, list.Items.Count);
        Assert.Equal([true, false, false, true], list.Items.Select(i => i.CanBeImported));
        Assert.Contains("缺编号", list.Items[1].Findings.Single().Text);
        Assert.Contains("与第 2 行相同", list.Items[2].Findings.Single().Text);
    }

    [Fact]
    public void The_same_number_in_another_session_or_kind_is_another_item()
    {
        var list = Csv("类别,编号,标题,届次\n建议,1,甲,五届二次\n建议,1,乙,五届三次\n提案,1,丙,五届三次");
        Assert.All(list.Items, i => Assert.True(i.CanBeImported));
        Assert.Equal(
            [ItemKind.Suggestion, ItemKind.Suggestion, ItemKind.Proposal],
            list.Items.Select(i => i.Kind!.Value)
        );
    }

    [Theory]
    [InlineData("2026年3月12日", "2026-03-12")]
    [InlineData("2026.3.12", "2026-03-12")]
    [InlineData("2026/03/12", "2026-03-12")]
    [InlineData("20260312", "2026-03-12")]
    [InlineData("46093", "2026-03-12")]
    public void Dates_written_as_text_are_understood(string cell, string day) =>
        Assert.Equal(
            DateOnly.ParseExact(day, "yyyy-MM-dd"),
            Csv($"编号,标题,交办日期\n1,甲,{cell}").Items.Single().AssignedOn
        );

    [Fact]
    public void What_is_no_whole_date_is_left_empty_and_said()
    {
        var item = Csv("编号,标题,领衔人,办理期限\n1,甲,李明,3个月内").Items.Single();
        Assert.Null(item.FixedOn);
        Assert.Contains("已留空", item.Findings.Single().Text);
        Assert.True(item.CanBeImported);
    }

    [Fact]
    public void A_formula_without_a_result_blocks_its_row()
    {
        var csv = Csv("编号,标题,领衔人\n1,=VLOOKUP(A2),李明").Items.Single();
        Assert.Contains("公式", csv.Findings.Single().Text);
        var xlsx = ItemListReader.Read(
            ListFile.Xlsx([
                ["编号", "标题", "领衔人"],
                ["1", "#REF!", "李明"],
            ]),
            "清单.xlsx"
        );
        Assert.Contains("缺标题", xlsx.Items.Single().Findings.Single().Text);
    }

    [Fact]
    public void And_others_is_said_because_each_signer_is_answered()
    {
        var item = Csv("编号,标题,领衔人\n1,甲,李明等5人").Items.Single();
        Assert.Equal("李明", item.Lead);
        Assert.Contains("没有列全", item.Findings.Single().Text);
    }

    [Fact]
    public void Quoted_cells_keep_their_commas_and_line_breaks()
    {
        var item = Csv("编号,标题,建议内容,领衔人\n1,\"甲,乙\",\"第一行\n第二行\"\"引\"\"\",李明").Items.Single();
        Assert.Equal(("甲,乙", "第一行\n第二行\"引\""), (item.Title, item.Text));
    }

    [Fact]
    public void A_national_encoding_and_pasted_cells_are_read_too()
    {
        var text = "编号,标题,领衔代表,主办单位\n1,关于增加停车位的建议,李明,云江市教育局\n";
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var gb = ItemListReader.Read(Encoding.GetEncoding("GB18030").GetBytes(text), "清单.csv");
        Assert.Equal("关于增加停车位的建议", gb.Items.Single().Title);
        Assert.Contains(gb.Notices, n => n.Contains("GB18030"));
        Assert.Equal("李明", ItemListReader.FromText(text.Replace(',', '\t')).Items.Single().Lead);
    }

    [Fact]
    public void Sums_repeated_headers_and_blank_rows_are_no_items()
    {
        var list = Csv("编号,标题,领衔人\n1,甲,李明\n编号,标题,领衔人\n\n2,乙,王芳\n合计,2,");
        Assert.Equal(["1", "2"], list.Items.Select(i => i.Number));
    }

    [Fact]
    public void A_file_without_such_a_list_is_refused_with_the_headings_it_needs()
    {
        var refusal = Assert.Throws<ImportRefusedException>(() => Csv("姓名,年龄\n李明,30"));
        Assert.Contains("表头须有", refusal.Message);
        Assert.Throws<ImportRefusedException>(() => ItemListReader.FromText("今天开会"));
    }

    [Fact]
    public void Ten_thousand_rows_are_read_in_seconds()
    {
        var rows = new List<string?[]> { Heading };
        for (var i = 1; i <= 10_000; i++)
            rows.Add([$"{i}", $"关于第{i}件事项的建议", "李明", "王芳", "云江市教育局", "市财政局", "13812345678"]);
        var bytes = ListFile.Xlsx(rows);
        var watch = Stopwatch.StartNew();
        Assert.Equal(10_000, ItemListReader.Read(bytes, "清单.xlsx").Items.Count(i => i.CanBeImported));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 15);
    }

    private static ItemList Csv(string text) => ItemListReader.Read(Encoding.UTF8.GetBytes(text), "清单.csv");

    /// <summary>The case of the fault: where the number was missing the serial number became it, and nothing said so.</summary>
    [Fact]
    public void A_serial_number_stands_for_no_number_that_is_missing()
    {
        var list = ItemListReader.FromText(
            "序号\t编号\t标题\t领衔代表\n1\t15\t关于停车的建议\t李明\n2\t\t关于食堂的建议\t王芳"
        );
        Assert.Equal(["15", null], list.Items.Select(i => i.Number));
        Assert.Contains(list.Items[1].Findings, f => f.Blocks && f.Text.Contains("缺编号"));
    }

    [Fact]
    public void A_list_without_numbers_goes_by_its_serial_numbers_and_says_so()
    {
        var list = ItemListReader.FromText("序号\t标题\t领衔代表\n1\t关于停车的建议\t李明");
        Assert.Equal("1", list.Items[0].Number);
        Assert.Contains(list.Notices, n => n.Contains("以序号作为编号"));
    }

    [Theory]
    [InlineData("临湖县十届三次会议代表建议一览表", "十届三次")]
    [InlineData("临湖县第十届人民代表大会第三次会议代表建议清单", "十届三次")]
    [InlineData("政协临湖县第八届委员会第二次会议提案目录", "八届二次")]
    [InlineData("云江市五届人大三次会议闭会期间代表建议", "五届三次会议闭会期间")]
    [InlineData("临湖县十届人大常委会第十二次会议审议意见", null)]
    [InlineData("十届二次、十届三次会议代表建议", null)]
    [InlineData("2026年代表建议一览表", null)]
    public void The_session_of_a_whole_list_stands_in_its_title(string title, string? session)
    {
        var list = ItemListReader.FromText($"{title}\t\n编号\t标题\t领衔代表\n1\t关于停车的建议\t李明");
        Assert.Equal(session, list.Session);
        Assert.Null(list.Items.Single().Session);
        Assert.Equal(session is not null, list.Notices.Any(n => n.Contains($"清单标题写明届次“{session}”")));
    }

    [Fact]
    public void Rows_that_state_their_sessions_need_none_of_the_title() =>
        Assert.Null(
            ItemListReader
                .FromText("十届三次会议建议\t\n届次\t编号\t标题\t领衔代表\n十届三次\t1\t关于停车的建议\t李明")
                .Session
        );
}
