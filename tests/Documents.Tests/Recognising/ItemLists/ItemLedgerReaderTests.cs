using JointMeeting.Documents.Recognising.ItemLists;
using JointMeeting.Documents.Writing;
using JointMeeting.Domain.Proposals.TakeOver;

namespace JointMeeting.Documents.Tests.Recognising.ItemLists;

/// <summary>A running ledger (在办台账) of suggestions: how far each has come, and as of which day.</summary>
public class ItemLedgerReaderTests
{
    private static readonly string?[] Title = ["临湖县2026年人大代表建议办理台账（截至3月31日）"];

    private static readonly string?[] Heading =
    [
        "编号",
        "标题",
        "领衔代表",
        "主办单位",
        "交办日期",
        "签收日期",
        "办理状态",
        "办理进展",
        "答复日期",
        "答复文号",
        "答复类别",
        "满意度",
        "备注",
    ];

    private static readonly string?[] Answered =
    [
        "7",
        "关于疏浚莲花河的建议",
        "李明",
        "县水利局",
        "2026年1月12日",
        "2026.1.14",
        "已答复",
        "河道已疏浚 2.3 公里。",
        "2026/3/20",
        "临水函〔2026〕5号",
        "A类",
        "满意",
        "代表到场查看",
    ];

    [Fact]
    public void A_ledger_is_read_by_its_usual_headings_and_its_words_stay_as_they_are()
    {
        var item = Assert.Single(Read(Title, Heading, Answered).Items);
        var course = item.Course!;
        Assert.Equal(
            (new(2026, 1, 12), new(2026, 1, 14), new(2026, 3, 20)),
            (item.AssignedOn!.Value, course.SignedOn!.Value, course.RepliedOn!.Value)
        );
        Assert.Equal(
            ("已答复", "河道已疏浚 2.3 公里。", "临水函〔2026〕5号", "A类", "满意", "代表到场查看"),
            (course.StatusRaw, course.Progress, course.ReplyNumber, course.ClassRaw, course.FeedbackRaw, course.More)
        );
        Assert.Equal(new ItemStatusReading("已答复", ItemLedgerStatus.Replied, FromText: false), course.Status);
        Assert.Empty(item.Findings);
    }

    [Theory]
    [InlineData("状态")]
    [InlineData("办理状态")]
    [InlineData("办理情况")]
    [InlineData("办理进展")]
    [InlineData("进展情况")]
    [InlineData("目前进展")]
    [InlineData("签收日期")]
    [InlineData("答复日期")]
    [InlineData("答复时间")]
    [InlineData("实际答复日期")]
    [InlineData("答复文号")]
    [InlineData("答复类别")]
    [InlineData("办理结果")]
    [InlineData("满意度")]
    [InlineData("代表意见")]
    [InlineData("反馈意见")]
    public void Any_of_these_headings_makes_a_list_a_running_ledger(string heading) =>
        Assert.True(Read(["编号", "标题", "领衔代表", heading], ["1", "甲", "李明", "略"]).IsLedger);

    /// <summary>The case of the fault: the form of a yearly list has these columns, blank; a day was asked for and empty words kept.</summary>
    [Fact]
    public void Columns_in_which_nothing_stands_make_no_running_ledger()
    {
        string?[] heading = ["编号", "标题", "领衔代表", "办理情况", "满意度"];
        Assert.False(Read(heading, ["1", "甲", "李明", null, "—"], heading).IsLedger);
        Assert.True(Read(heading, ["1", "甲", "李明"], ["2", "乙", "李明", "在办"]).IsLedger);
    }

    [Theory]
    [InlineData("交办日期")]
    [InlineData("收到日期")]
    [InlineData("办理期限")]
    [InlineData("答复期限")]
    [InlineData("备注")]
    public void What_yearly_lists_have_too_makes_it_none(string heading)
    {
        var list = Read(["编号", "标题", "领衔代表", heading], ["1", "甲", "李明", "2026年5月1日"]);
        Assert.False(list.IsLedger);
        Assert.Null(list.Items.Single().Course);
    }

    [Theory]
    [InlineData("截至2026年3月31日")]
    [InlineData("统计截止日期：2026.3.31")]
    [InlineData("统计时间:2026-03-31")]
    [InlineData("2026年办理台账（截至3月31日）")]
    public void The_as_of_day_stands_above_the_table(string above) =>
        Assert.Equal(new DateOnly(2026, 3, 31), Read([above], Heading, Answered).AsOf);

    [Fact]
    public void The_as_of_day_stands_in_the_name_of_the_sheet_or_in_a_heading_too()
    {
        var sheet = Workbook.Write([new Sheet("截至2026年3月31日", [.. Heading.OfType<string>()], [Answered])]);
        Assert.Equal(new DateOnly(2026, 3, 31), ItemListReader.Read(sheet, "台账.xlsx").AsOf);
        var heading = Read(
            ["编号", "标题", "领衔代表", "办理进展（截至2026年3月31日）"],
            ["1", "甲", "李明", "正在调研"]
        );
        Assert.Equal(new DateOnly(2026, 3, 31), heading.AsOf);
    }

    /// <summary>The cases of the fault: a day by which replies are due was taken for the day of the figures.</summary>
    [Theory]
    [InlineData("答复截止时间：2026年8月31日")]
    [InlineData("提案征集截止2026年1月15日")]
    [InlineData("请各承办单位于截止日期2026年8月31日前报送")]
    [InlineData("截至2026年8月31日前答复")]
    [InlineData("截止日期：2026年8月31日")]
    public void A_deadline_above_the_table_is_no_as_of_day(string above) =>
        Assert.Null(Read([above], Heading, Answered).AsOf);

    [Theory]
    [InlineData("办理截止2026年8月31日；截至2026年3月31日")]
    [InlineData("制表日期：2026年3月31日 答复截止2026年8月31日")]
    [InlineData("建议办理台账（截止2026年3月31日）")]
    [InlineData("截至2026年3月底")]
    public void A_day_of_the_figures_stands_before_a_deadline(string above) =>
        Assert.Equal(new DateOnly(2026, 3, 31), Read([above], Heading, Answered).AsOf);

    [Fact]
    public void A_heading_of_a_deadline_states_no_as_of_day() =>
        Assert.Null(
            Read(
                ["编号", "标题", "领衔代表", "办理期限（截止2026年8月31日）", "办理情况"],
                ["1", "甲", "李明", "2026年8月31日", "在办"]
            ).AsOf
        );

    [Fact]
    public void It_is_said_from_which_words_the_as_of_day_is_taken() =>
        Assert.Contains(
            "截至日期 2026-03-31 取自“临湖县2026年人大代表建议办理台账（截至3月31日）”,请核对。",
            Read(Title, Heading, Answered).Notices
        );

    [Theory]
    [InlineData("建议办理台账（截至3月31日）")]
    [InlineData("建议办理台账")]
    [InlineData("2025年至2026年台账（截至3月31日）")]
    public void A_day_whose_year_nobody_says_is_not_guessed(string above) =>
        Assert.Null(Read([above], Heading[..4].Append("状态").ToArray(), ["1", "甲", "李明", "县水利局", "在办"]).AsOf);

    [Theory]
    [InlineData("已答复", ItemLedgerStatus.Replied)]
    [InlineData("已按期答复", ItemLedgerStatus.Replied)]
    [InlineData("逾期答复", ItemLedgerStatus.Replied)]
    [InlineData("办复", ItemLedgerStatus.Replied)]
    [InlineData("已交办", ItemLedgerStatus.Assigned)]
    [InlineData("待交办", ItemLedgerStatus.Unassigned)]
    [InlineData("已签收", ItemLedgerStatus.SignedFor)]
    [InlineData("办理中", ItemLedgerStatus.Handling)]
    [InlineData("正在办理", ItemLedgerStatus.Handling)]
    [InlineData("未答复", ItemLedgerStatus.Handling)]
    [InlineData("逾期", ItemLedgerStatus.Overdue)]
    [InlineData("超期未答复", ItemLedgerStatus.Overdue)]
    [InlineData("已办结", ItemLedgerStatus.Closed)]
    [InlineData("已完成", ItemLedgerStatus.Closed)]
    [InlineData("不予立案", ItemLedgerStatus.NotAccepted)]
    [InlineData("并案办理", ItemLedgerStatus.Merged)]
    [InlineData("并入12号", ItemLedgerStatus.Merged)]
    [InlineData("已撤回", ItemLedgerStatus.Withdrawn)]
    [InlineData("暂缓", ItemLedgerStatus.Suspended)]
    [InlineData("推进中", ItemLedgerStatus.Handling)]
    public void Words_are_read_as_offices_use_them(string word, ItemLedgerStatus status) =>
        Assert.Equal(new ItemStatusReading(word, status, FromText: false), Status(word));

    [Theory]
    [InlineData("已上会")]
    [InlineData("绿灯")]
    public void A_word_that_is_not_known_is_asked_for_and_not_guessed(string word) =>
        Assert.Equal(new ItemStatusReading(word, null, FromText: false), Status(word));

    [Fact]
    public void A_text_is_no_word_but_may_begin_with_one()
    {
        Assert.Equal(
            new ItemStatusReading("已答复", ItemLedgerStatus.Replied, FromText: true),
            Status("已答复。代表当面表示满意,将继续跟踪后续建设")
        );
        Assert.Null(Status("县水利局牵头踏勘现场三次,与代表当面沟通两次"));
    }

    /// <summary>办理情况 holds words in one office and texts in another; a text is no unknown word to be asked for.</summary>
    [Fact]
    public void What_a_column_of_situations_says_is_a_word_only_where_it_is_known()
    {
        string?[] heading = ["编号", "标题", "领衔代表", "办理情况"];
        var items = Read(heading, ["1", "甲", "李明", "已答复"], ["2", "乙", "李明", "清淤两公里"]).Items;
        Assert.Equal(new ItemStatusReading("已答复", ItemLedgerStatus.Replied, false), items[0].Course!.Status);
        Assert.Null(items[1].Course!.Status);
        Assert.Equal("清淤两公里", items[1].Course!.StatusRaw);
    }

    [Fact]
    public void A_situation_beside_a_status_is_kept_with_the_progress()
    {
        var item = Read(
            ["编号", "标题", "领衔代表", "状态", "办理情况", "目前进展"],
            ["1", "甲", "李明", "办理中", "已踏勘", "正在比选"]
        )
            .Items.Single();
        Assert.Equal(("办理中", "已踏勘；正在比选"), (item.Course!.StatusRaw, item.Course.Progress));
    }

    [Fact]
    public void An_empty_cell_says_nothing() =>
        Assert.Null(
            Read(["编号", "标题", "领衔代表", "状态"], ["1", "甲", "李明", null], ["2", "乙", "李明", "在办"])
                .Items[0]
                .Course!.Status
        );

    [Fact]
    public void A_day_that_is_none_stays_as_it_is_written_and_is_said()
    {
        var item = Read(["编号", "标题", "领衔代表", "答复日期"], ["1", "甲", "李明", "3月下旬"]).Items.Single();
        Assert.Null(item.Course!.RepliedOn);
        Assert.Equal("答复日期:3月下旬", item.Course.More);
        Assert.Contains("只按原文保留", item.Findings.Single().Text);
        Assert.Null(item.FixedOn);
    }

    [Fact]
    public void A_stroke_in_a_cell_is_no_day_to_be_doubted()
    {
        var item = Read(
            ["编号", "标题", "领衔代表", "状态", "答复日期", "办结日期"],
            ["1", "甲", "李明", "在办", "—", "/"]
        )
            .Items.Single();
        Assert.Empty(item.Findings);
        Assert.Null(item.Course!.More);
    }

    [Fact]
    public void A_status_that_contradicts_a_day_of_reply_is_said()
    {
        var item = Read(
            ["编号", "标题", "领衔代表", "状态", "答复日期"],
            ["1", "甲", "李明", "办理中", "2026年3月20日"]
        )
            .Items.Single();
        Assert.Contains("却写明答复日期", item.Findings.Single().Text);
    }

    [Fact]
    public void A_day_of_assignment_contradicts_that_it_waits_for_one()
    {
        var item = Read(
            ["编号", "标题", "领衔代表", "状态", "交办日期"],
            ["1", "甲", "李明", "已立案", "2026年1月12日"]
        )
            .Items.Single();
        Assert.Contains("状态为“已立案”,却写明交办日期“2026年1月12日”", item.Findings.Single().Text);
    }

    [Fact]
    public void A_ledger_that_was_pasted_is_read_too()
    {
        var list = ItemListReader.FromText("截至2026年3月31日\t\n编号\t标题\t领衔代表\t状态\n1\t甲\t李明\t在办");
        Assert.Equal(new DateOnly(2026, 3, 31), list.AsOf);
    }

    private static ItemStatusReading? Status(string? cell) =>
        Read(["编号", "标题", "领衔代表", "状态"], ["1", "甲", "李明", cell]).Items.Single().Course!.Status;

    private static ItemList Read(params string?[][] rows) => ItemListReader.Read(ListFile.Xlsx(rows), "台账.xlsx");
}
