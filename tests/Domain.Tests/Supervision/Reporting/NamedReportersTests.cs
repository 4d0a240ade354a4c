using JointMeeting.Domain.Supervision.Reporting;

namespace JointMeeting.Domain.Tests.Supervision.Reporting;

/// <summary>Which units the words for the reporters come to, where the document says whom it is addressed to.</summary>
public sealed class NamedReportersTests
{
    private static readonly Addressee Counties = new("各县、区人民政府", ["东县", "西区"]);
    private static readonly Addressee Zones = new("高新区、滨湖新城管委会", ["高新区管委会", "滨湖新城管委会"]);
    private static readonly Addressee Departments = new("市政府各部门", []);

    [Theory]
    [InlineData("各县、区人民政府")]
    [InlineData("各县区人民政府")]
    [InlineData("各县（区）人民政府")]
    [InlineData("各县(区) 人民政府")]
    [InlineData("县、区人民政府")]
    public void Words_that_equal_an_addressees_but_for_spaces_and_punctuation_come_to_its_units(string words) =>
        Assert.Equal(("东县、西区", null), Read(words, Counties));

    [Fact]
    public void A_unit_by_its_name_and_addressees_stand_side_by_side() =>
        Assert.Equal(
            ("东县、西区、市教育局、高新区管委会、滨湖新城管委会", null),
            Read("各县、区人民政府，市教育局，高新区、滨湖新城管委会", Counties, Zones)
        );

    [Fact]
    public void The_unit_that_is_named_so_comes_before_the_addressee_that_is_written_so() =>
        Assert.Equal(("市教育局", null), Read("市教育局", new Addressee("市教育局", ["别的单位"])));

    [Fact]
    public void One_addressee_without_units_and_nobody_is_asked() =>
        Assert.Equal(
            ("", "主送单位“市政府各部门”未指明单位"),
            Read("各县区人民政府、市政府各部门", Counties, Departments)
        );

    [Fact]
    public void An_addressee_whose_units_are_known_comes_before_the_same_words_without() =>
        Assert.Equal(("东县、西区", null), Read("各县区人民政府", new("各县区人民政府", []), Counties));

    [Fact]
    public void The_group_of_the_addressees_is_all_of_them_or_nobody()
    {
        Assert.Equal(("东县、西区、高新区管委会、滨湖新城管委会", null), Read("各主送单位", Counties, Zones));
        Assert.Equal(("", "主送单位“市政府各部门”未指明单位"), Read("各主送单位", Counties, Departments));
        Assert.Equal(("", "来文没有已确认的主送单位"), Read("各收文单位"));
    }

    [Theory]
    [InlineData("", "没有写明由哪些单位报送")]
    [InlineData("各有关学校", "“各有关学校”不是单位名录中的单位")]
    [InlineData("、", "没有写明由哪些单位报送")]
    public void Words_that_come_to_nobody_say_why(string words, string why) =>
        Assert.Equal(("", why), Read(words, Counties));

    private static (string Units, string? Why) Read(string words, params Addressee[] addressees)
    {
        var found = NamedReporters.Of(Reporters.Read(words), name => name == "市教育局" ? name : null, addressees);
        return (string.Join('、', found.Units), found.Why);
    }
}
