using JointMeeting.Documents.Reading;
using JointMeeting.Documents.Recognising;
using JointMeeting.Documents.Recognising.Findings;

namespace JointMeeting.Documents.Tests.Recognising;

/// <summary>Further columns of running text in a task table are searched like the first.</summary>
public class TaskTextTests
{
    [Theory]
    [InlineData("工作要求")]
    [InlineData("完成标准")]
    [InlineData("推进措施")]
    [InlineData("备注")]
    [InlineData("市里的话")]
    public void Damage_targets_and_times_in_a_second_column_of_text_are_found(string heading)
    {
        var read = Table(
            $"序号\t任务\t{heading}\t责任单位",
            "1\t开展安全检查\t新建站点12个，6月底前形成“一张清单\t市教育局",
            "2\t开展技能培训\t培训人员达到500人次以上\t市人社局"
        );
        Assert.Equal([12m, 500m], read.Targets.Select(target => target.Values[0]));
        Assert.Contains(read.Findings, finding => finding is { Kind: FindingKind.DamagedText, Row: 1 });
        Assert.Equal("6月底前", Assert.Single(read.Tasks[0].Milestones).Value.Raw);
        Assert.Equal("开展安全检查", read.Tasks[0].Text);
    }

    [Fact]
    public void A_column_of_names_is_no_text_and_is_named_as_unread()
    {
        var read = Table(
            "序号\t任务\t责任人\t责任单位",
            "1\t开展安全检查\t张三\t市教育局",
            "2\t开展培训\t李四\t市人社局"
        );
        Assert.All(read.Tasks, task => Assert.Empty(task.Details));
        Assert.Contains(read.Findings, finding => finding.Kind is FindingKind.Unread && finding.Support == "张三 李四");
    }

    [Fact]
    public void A_column_that_lost_its_heading_is_named()
    {
        var read = Table(
            "序号\t任务\t责任单位\t",
            "1\t开展安全检查\t市教育局\t6月底前",
            "2\t开展培训\t市人社局\t9月底前"
        );
        Assert.Contains(
            read.Findings,
            finding => finding.Kind is FindingKind.Unread && finding.Support == "6月底前 9月底前"
        );
    }

    [Fact]
    public void A_row_without_its_last_cells_keeps_the_others_in_their_columns()
    {
        var read = Table(
            "序号\t任务\t目标\t责任单位\t完成时限\t备注",
            "1\t开展检查\t检查企业100家\t市应急局\t2026年6月底前",
            "2\t开展培训\t培训500人次\t市人社局\t2026年9月底前\t分两批进行"
        );
        Assert.Equal(["开展检查", "开展培训"], read.Tasks.Select(task => task.Text));
        Assert.Equal("检查企业100家", read.Tasks[0].Details[0]);
        Assert.NotNull(read.Tasks[0].Doubt);
    }

    private static Notice Table(params string[] rows) =>
        NoticeReader.Read(
            SourceText.FromText(
                $"云溪市民政局关于开展检查的通知\n1.做好工作。\n云溪市民政局\n2026年3月10日\n附件\n{string.Join('\n', rows)}"
            ),
            new(2026, 3, 20)
        );
}
