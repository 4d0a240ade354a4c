using JointMeeting.Domain.Bodies;

namespace JointMeeting.Domain.Tests.Bodies;

public class UnitDirectoryTests
{
    private static readonly Unit Education = New(1, "云溪市教育局");
    private static readonly Unit Economy = New(2, "云溪市经济和信息化局");
    private static readonly Unit Commerce = New(3, "云溪市商务局");
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly UnitDirectory Directory = new(
        [Education, Economy, Commerce],
        [
            new(Education.Id, "市教育局"),
            new(Economy.Id, "市经信委", To: new(2019, 1, 31)),
            new(Economy.Id, "市经信局", From: new(2019, 2, 1)),
            new(Commerce.Id, "市经贸委", To: new(2010, 6, 30)),
            new(Economy.Id, "市经贸委", From: new(2010, 1, 1), To: new(2015, 12, 31)),
        ]
    );

    [Fact]
    public void A_full_name_is_exact() => Assert.Equal((UnitMatch.Exact, Education), Resolve("云溪市教育局", Today));

    [Fact]
    public void A_short_name_is_an_alias() => Assert.Equal((UnitMatch.Alias, Education), Resolve("市教育局", Today));

    [Theory]
    [InlineData("市经信委", "2019-01-31", UnitMatch.Alias)]
    [InlineData("市经信委", "2019-02-01", UnitMatch.Unknown)]
    [InlineData("市经信局", "2019-01-31", UnitMatch.Unknown)]
    [InlineData("市经信局", "2019-02-01", UnitMatch.Alias)]
    public void An_alias_holds_from_its_first_to_its_last_day(string name, string on, UnitMatch expected) =>
        Assert.Equal(expected, Directory.Resolve(name, DateOnly.Parse(on)).Match);

    [Fact]
    public void A_name_of_nobody_is_unknown() => Assert.Equal((UnitMatch.Unknown, null), Resolve("市民政局", Today));

    [Fact]
    public void A_name_of_two_units_is_left_to_a_person()
    {
        var resolution = Directory.Resolve("市经贸委", new(2010, 3, 1));
        Assert.Equal((UnitMatch.Unknown, null), (resolution.Match, resolution.Unit));
        Assert.Equal([Commerce, Economy], resolution.Candidates);
    }

    [Fact]
    public void Spaces_inside_a_name_mean_nothing() =>
        Assert.Equal((UnitMatch.Alias, Education), Resolve(" 市 教育\u3000局", Today));

    private static (UnitMatch, Unit?) Resolve(string name, DateOnly on)
    {
        var resolution = Directory.Resolve(name, on);
        return (resolution.Match, resolution.Unit);
    }

    private static Unit New(byte n, string name) =>
        new(new Guid(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), name, UnitKind.GovernmentDepartment);
}
