using JointMeeting.Domain.Texts.Editing;

namespace JointMeeting.Domain.Tests.Texts.Editing;

public class ProposedOriginsTests
{
    private const string First = "在学校周边新增公共停车位三百个，优先保障上下学时段使用。";
    private const string Second = "建立停车设施信息平台，向社会开放空余车位数据。";
    private const string Third = "开展重点路段停车秩序整治，每季度通报一次。";

    [Fact]
    public void What_only_moved_comes_from_itself() => Assert.Equal(["2", "0", "1"], Of([Third, First, Second]));

    [Fact]
    public void An_edited_clause_comes_from_the_most_alike() =>
        Assert.Equal(["0", "", "2"], Of([First.Replace("三百", "五百"), "修订管理办法。", Third]));

    [Fact]
    public void Two_halves_come_from_one() =>
        Assert.Equal(["0", "0", "1", "2"], Of([First[..14], First[14..], Second, Third]));

    [Fact]
    public void Two_in_one_come_from_both() => Assert.Equal(["0,1", "2"], Of([First + Second, Third]));

    [Fact]
    public void The_same_text_twice_comes_from_two_clauses() =>
        Assert.Equal(["0", "1"], Strings(ProposedOrigins.Of([First, First], [First, First])));

    private static IEnumerable<string> Of(string[] now) => Strings(ProposedOrigins.Of([First, Second, Third], now));

    private static IEnumerable<string> Strings(IReadOnlyList<IReadOnlyList<int>> origins) =>
        origins.Select(o => string.Join(',', o));
}
