using JointMeeting.Domain.Texts.Editing;

namespace JointMeeting.Domain.Tests.Texts.Editing;

public class PastedClausesTests
{
    [Fact]
    public void Each_level_of_numbers_makes_a_clause_of_its_level()
    {
        const string text = """
            为加快停车设施建设，制定本方案。
            一、总体要求
            （一）工作目标
            1.新增车位 3000 个。
            （1）学校周边 300 个。
            2．建成平台。
            二、保障措施
            """;
        Assert.Equal(
            [
                (1, "", "为加快停车设施建设，制定本方案。"),
                (1, "一、", "总体要求"),
                (2, "（一）", "工作目标"),
                (3, "1.", "新增车位 3000 个。"),
                (4, "（1）", "学校周边 300 个。"),
                (3, "2．", "建成平台。"),
                (1, "二、", "保障措施"),
            ],
            PastedClauses.Read(text).Select(c => (c.Level, c.Number, c.Text))
        );
    }

    [Fact]
    public void A_paragraph_without_a_number_belongs_to_the_clause_above() =>
        Assert.Equal("工作目标\n到2027年建成。", PastedClauses.Read("（一）工作目标\n  到2027年建成。")[0].Text);

    [Theory]
    [InlineData("1.5亿元用于建设")]
    [InlineData("2026.3.1前完成")]
    [InlineData("3000个车位")]
    public void A_figure_is_no_number_of_a_clause(string line) =>
        Assert.Equal((1, "", line), PastedClauses.Read(line).Select(c => (c.Level, c.Number, c.Text)).Single());

    [Fact]
    public void Levels_count_anew_under_each_higher_one() =>
        Assert.Equal(
            ["一、", "（一）", "1.", "2.", "（二）", "1.", "（1）", "二、", "（一）"],
            PastedClauses.Numbers([1, 2, 3, 3, 2, 3, 4, 1, 2])
        );

    [Theory]
    [InlineData(10, "十、")]
    [InlineData(19, "十九、")]
    [InlineData(20, "二十、")]
    [InlineData(35, "三十五、")]
    [InlineData(100, "一百、")]
    [InlineData(108, "一百零八、")]
    [InlineData(110, "一百一十、")]
    [InlineData(221, "二百二十一、")]
    public void Chinese_numbers_are_written_as_people_write_them(int place, string number) =>
        Assert.Equal(number, PastedClauses.Numbers([.. Enumerable.Repeat(1, place)])[^1]);
}
