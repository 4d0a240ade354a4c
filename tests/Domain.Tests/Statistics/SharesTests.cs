using System.Text.Json;
using JointMeeting.Domain.Statistics;

namespace JointMeeting.Domain.Tests.Statistics;

public class SharesTests
{
    [Theory]
    [InlineData("299,55,18", 1, "80.4,14.8,4.8")]
    [InlineData("64,38,21,5", 1, "50.0,29.7,16.4,3.9")]
    [InlineData("22,68,2", 2, "23.91,73.91,2.18")]
    [InlineData("54,33,2,4", 2, "58.07,35.48,2.15,4.30")]
    [InlineData("0,0", 1, "0,0")]
    [InlineData("1,1,1", 0, "34,33,33")]
    public void Published_figures_come_out_again(string counts, int decimals, string shares) =>
        Assert.Equal(
            shares.Split(',').Select(decimal.Parse),
            Shares.Of(Parts(counts.Split(',').Select(int.Parse)), decimals).Select(s => s.Percent)
        );

    [Fact]
    public void Every_published_table_of_the_vectors_comes_out_again()
    {
        var tables = Shared.Json("domain/vectors.json").GetProperty("stats").EnumerateArray().ToList();
        foreach (
            var table in tables.Where(t => t.TryGetProperty("pct", out _) || t.TryGetProperty("pct2published", out _))
        )
        {
            var tenths = table.TryGetProperty("pct", out var published);
            if (!tenths)
                published = table.GetProperty("pct2published");
            var classes = published.EnumerateObject().Select(p => p.Name).ToList();
            var shares = Shares.Of([.. classes.Select(c => (c, table.GetProperty(c).GetInt32()))], tenths ? 1 : 2);
            Assert.Equal(table.GetProperty("total").GetInt32(), shares.Sum(s => s.Count));
            Assert.All(shares, s => Assert.Equal(published.GetProperty(s.Name).GetDecimal(), s.Percent));
        }
        Assert.NotEmpty(tables);
    }

    [Fact]
    public void Shares_add_up_to_a_hundred_whatever_the_parts()
    {
        var random = new Random(11);
        for (var round = 0; round < 500; round++)
        {
            var parts = Parts(Enumerable.Range(0, random.Next(1, 9)).Select(_ => random.Next(0, 400)).Append(1));
            var shares = Shares.Of(parts, random.Next(0, 3));
            Assert.Equal(100m, shares.Sum(s => s.Percent));
            var total = parts.Sum(p => p.Count);
            Assert.All(shares, s => Assert.InRange(s.Percent - (100m * s.Count / total), -1m, 1m));
        }
    }

    [Theory]
    [InlineData(1, 8, "12.5%(1/8)")]
    [InlineData(1, 16, "6.3%(1/16)")]
    [InlineData(0, 5, "0.0%(0/5)")]
    [InlineData(0, 0, "无(分母为0)")]
    public void A_rate_rounds_half_up_and_nothing_due_is_not_nought(int numerator, int denominator, string text) =>
        Assert.Equal(text, new Rate("率", numerator, denominator, "").Text);

    private static List<(string Name, int Count)> Parts(IEnumerable<int> counts) =>
        [.. counts.Select((c, i) => ($"{i}", c))];
}
