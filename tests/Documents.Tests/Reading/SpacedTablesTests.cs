using JointMeeting.Documents.Reading;

namespace JointMeeting.Documents.Tests.Reading;

/// <summary>Columns that only wide gaps set apart.</summary>
public class SpacedTablesTests
{
    [Fact]
    public void Rows_of_numbers_below_each_other_become_a_table()
    {
        var lines = SourceText
            .FromText("县区　　　任务数　　　完成数\n东山区　　　18　　　26\n西山区　　　15　　　24")
            .Lines;
        Assert.Equal(9, lines.Count(line => line.Origin is CellOrigin));
    }

    [Theory]
    [InlineData("召集人：　　　张三　　　副市长\n副召集人：　　　李四　　　副秘书长\n成员：　　　王五　　　局长")]
    [InlineData("县区　　　任务数　　　完成数\n东山区　　　18　　　26")]
    [InlineData("甲　　　乙　　　丙\n东山区　　　18\n西山区　　　15　　　24")]
    public void A_roster_or_fewer_rows_stay_lines(string text) =>
        Assert.DoesNotContain(SourceText.FromText(text).Lines, line => line.Origin is CellOrigin);
}
