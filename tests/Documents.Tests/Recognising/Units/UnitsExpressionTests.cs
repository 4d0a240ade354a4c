using System.Text.Json;
using JointMeeting.Documents.Recognising;
using JointMeeting.Documents.Recognising.Findings;

namespace JointMeeting.Documents.Tests.Recognising;

public class UnitsExpressionTests
{
    [Fact]
    public void Every_shared_vector_is_read_as_stated()
    {
        foreach (var vector in Shared.Json("domain", "vectors.json").GetProperty("unitExpressions").EnumerateArray())
        {
            var raw = vector.GetProperty("raw").GetString()!;
            if (vector.TryGetProperty("listed", out var listed))
            {
                var counted = Counts.ListEndingAt(raw, raw.Length)!;
                Assert.Equal(Strings(listed), counted.All);
                Assert.Equal(vector.GetProperty("stated").GetInt32(), counted.Stated);
                continue;
            }
            var read = UnitsExpression.Parse(raw);
            if (vector.TryGetProperty("lead", out var lead))
                Assert.Equal(Strings(lead), read.Lead.Select(unit => unit.Name));
            Assert.Equal(
                Strings(vector.GetProperty(vector.TryGetProperty("list", out _) ? "list" : "responsible")),
                read.Responsible.Select(unit => unit.Name)
            );
            if (vector.TryGetProperty("inferredLead", out var first))
                Assert.Equal(first.GetString(), read.All[0]);
        }
    }

    [Theory]
    [InlineData(
        "（牵头单位：市民政局；责任单位：市财政局、卫健委，云溪大学）",
        "市民政局",
        "市财政局 市卫健委 云溪大学"
    )]
    [InlineData("（主办单位：市民政局；协办单位：市财政局）", "市民政局", "市财政局")]
    [InlineData("县水利局牵头，县林业局、自然资源局配合", "县水利局", "县林业局 县自然资源局")]
    [InlineData("市民政局（牵头）、市财政局", "市民政局", "市财政局")]
    [InlineData("市民政局和市财政局", "", "市民政局 市财政局")]
    [InlineData("市自然资源和规划局、市住房和城乡建设局", "", "市自然资源和规划局 市住房和城乡建设局")]
    [InlineData("市教育局、市场监管局", "", "市教育局 市市场监管局")]
    [InlineData("市委组织部、宣传部，市教育局", "", "市委组织部 市委宣传部 市教育局")]
    [InlineData("市教育局、云东区财政局、各区人民政府", "", "市教育局 云东区财政局 各区人民政府")]
    [InlineData("市教育局、高新区管委会、云溪大学", "", "市教育局 高新区管委会 云溪大学")]
    [InlineData("市教育局、各县（市、区）政府按职责分工负责", "", "市教育局 各县（市、区）政府")]
    public void Labels_lists_and_prefixes_are_read(string raw, string lead, string responsible)
    {
        var read = UnitsExpression.Parse(raw);
        Assert.Equal(lead, string.Join(' ', read.Lead.Select(unit => unit.Name)));
        Assert.Equal(responsible, string.Join(' ', read.Responsible.Select(unit => unit.Name)));
    }

    [Theory]
    [InlineData(
        "（市民政局牵头，市财政局、人社局配合，2026年9月底前完成）",
        "市民政局",
        "市财政局 市人社局",
        "2026年9月底前完成"
    )]
    [InlineData("（市民政局、市财政局负责）", "", "市民政局 市财政局", null)]
    [InlineData("（市民政局、市财政局按职责分工负责，持续推进）", "", "市民政局 市财政局", "持续推进")]
    [InlineData("市民政局、市财政局牵头，市人社局配合", "市民政局 市财政局", "市人社局", null)]
    [InlineData("牵头科室：职成科；责任人：王某；完成时限：6月底前", "职成科", "", "6月底前")]
    public void Shares_and_times_in_one_bracket_are_told_apart(
        string raw,
        string lead,
        string responsible,
        string? time
    )
    {
        var read = UnitsExpression.Parse(raw);
        Assert.Equal(lead, string.Join(' ', read.Lead.Select(unit => unit.Name)));
        Assert.Equal(responsible, string.Join(' ', read.Responsible.Select(unit => unit.Name)));
        Assert.Equal(time, read.Time);
    }

    [Theory]
    [InlineData("责任单位：市民政局、市财政局等5部门")]
    [InlineData("发改、财政、人社按职责分工负责")]
    public void A_count_that_does_not_fit_and_fields_without_units_are_doubts(string raw) =>
        Assert.NotNull(UnitsExpression.Parse(raw).Doubt);

    [Fact]
    public void A_carried_prefix_is_marked_as_inferred()
    {
        var units = UnitsExpression.Parse("市民政局、财政局").Responsible;
        Assert.Equal([false, true], units.Select(unit => unit.Carried));
    }

    [Fact]
    public void A_comma_starts_a_group_of_other_units()
    {
        var units = UnitsExpression.Parse("市民政局、市财政局，云溪大学").Responsible;
        Assert.Equal([0, 0, 1], units.Select(unit => unit.Group));
    }

    [Fact]
    public void The_time_in_the_same_bracket_is_no_unit()
    {
        var read = UnitsExpression.Parse("（牵头单位：市民政局；完成时限：2026年6月底前）");
        Assert.Equal(("2026年6月底前", 1), (read.Time, read.All.Count));
    }

    [Fact]
    public void An_open_list_is_a_doubt() =>
        Assert.NotNull(UnitsExpression.Parse("责任单位：市民政局、市财政局等").Doubt);

    [Theory]
    [InlineData("市人社局", "市人力资源和社会保障局", true)]
    [InlineData("市发改委", "市发展和改革委员会", true)]
    [InlineData("市教育局", "市财政局", false)]
    [InlineData("市教育局", "县教育局", false)]
    public void A_short_form_may_be_the_same_unit(string one, string other, bool same) =>
        Assert.Equal(same, UnitNames.MayBeSame(one, other));

    private static IEnumerable<string?> Strings(JsonElement array) =>
        array.EnumerateArray().Select(item => item.GetString());
}
