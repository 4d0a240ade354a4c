using JointMeeting.Documents.Recognising.ItemLists;

namespace JointMeeting.Documents.Tests.Recognising.ItemLists;

/// <summary>A list that is shown as cells to be corrected is read again as it was read first.</summary>
public class ItemListTextTests
{
    private static readonly string?[] Heading =
    [
        "编号",
        "标题",
        "领衔代表",
        "附议人",
        "主办单位",
        "交办日期",
        "办理期限",
        "签收日期",
        "办理情况",
        "备注",
    ];

    private static readonly string?[] Doubtful =
    [
        "第07号",
        "甲",
        "李明",
        "王芳等5人",
        "县水利局",
        "1月12日",
        "8月底前",
        "下旬",
        "踏勘\n两次",
        "旧桥",
    ];

    /// <summary>The case of the fault: the second look at a ledger had lost every warning of the first.</summary>
    [Fact]
    public void What_was_not_understood_is_found_again_with_its_words()
    {
        var first = Read(Heading, Doubtful);
        var again = ItemListReader.FromText(ItemListText.Of(first));
        Assert.Equal(4, first.Items.Single().Findings.Count);
        Assert.Equal(first.Items.Single().Findings, again.Items.Single().Findings);
        Assert.Contains(
            again.Items.Single().Findings,
            f => f.Text.Contains("交办日期“1月12日”不是完整的日期(没有年份)")
        );
    }

    [Fact]
    public void Everything_else_is_read_again_as_it_was()
    {
        var first = Read(Heading, Doubtful).Items.Single();
        var again = ItemListReader.FromText(ItemListText.Of(Read(Heading, Doubtful))).Items.Single();
        Assert.Equal(
            (first.Number, first.Title, first.Lead, first.Place, first.Course),
            (again.Number, again.Title, again.Lead, again.Place, again.Course)
        );
        Assert.Equal([.. first.Signers, .. first.Hosts], [.. again.Signers, .. again.Hosts]);
    }

    /// <summary>What a day that is none said is kept with the ledger's words, and not twice when it is read again.</summary>
    [Fact]
    public void Days_that_are_none_are_kept_once_each_with_its_heading() =>
        Assert.Equal(
            "签收日期:下旬；交办日期:1月12日；办理期限:8月底前；旧桥",
            ItemListReader.FromText(ItemListText.Of(Read(Heading, Doubtful))).Items.Single().Course!.More
        );

    /// <summary>The case of the fault: “以序号作为编号” was said once and gone at the second look.</summary>
    [Fact]
    public void What_was_said_of_the_reading_is_said_again_and_only_once()
    {
        var first = Read(["序号", "标题", "领衔代表"], ["3", "甲", "李明"]);
        var again = ItemListReader.FromText(ItemListText.Of(first));
        Assert.Contains("以序号作为编号", Assert.Single(again.Notices));
        Assert.Equal(again.Notices, ItemListReader.FromText(ItemListText.Of(again)).Notices);
        Assert.Equal("3", again.Items.Single().Number);
    }

    [Fact]
    public void A_number_that_is_none_stays_in_its_cell_and_blocks_again()
    {
        var again = ItemListReader.FromText(ItemListText.Of(Read(Heading, ["略(待定)", .. Doubtful[1..]])));
        Assert.Contains(again.Items.Single().Findings, f => f.Blocks && f.Text.Contains("编号“略(待定)”"));
    }

    private static ItemList Read(params string?[][] rows) => ItemListReader.Read(ListFile.Xlsx(rows), "台账.xlsx");
}
