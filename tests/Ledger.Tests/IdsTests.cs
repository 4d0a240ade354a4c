namespace JointMeeting.Ledger.Tests;

public class IdsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Ids_of_one_moment_keep_their_order()
    {
        var ids = Enumerable.Range(0, 5000).Select(_ => Ids.New(Noon)).ToList();
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Equal(5000, ids.Distinct().Count());
    }

    /// <summary>Each step has one moment for all it writes, and steps take turns.</summary>
    [Fact]
    public void Ids_of_one_moment_keep_their_order_while_others_make_theirs()
    {
        var (mine, others) = (new List<string>(), new List<string>());
        for (var n = 0; n < 1000; n++)
        {
            mine.Add(Ids.New(Noon));
            others.Add(Ids.New(Noon.AddMilliseconds((n % 5) - 2)));
        }
        Assert.Equal(mine.Order(StringComparer.Ordinal), mine);
    }

    [Fact]
    public void A_later_moment_sorts_later()
    {
        var late = Ids.New(Noon.AddMilliseconds(1));
        Assert.True(string.CompareOrdinal(Ids.New(Noon), late) < 0);
    }

    [Fact]
    public void An_id_is_a_uuid_of_version_7_that_tells_its_time()
    {
        var id = Guid.Parse(Ids.New(Noon));
        Assert.Equal(7, id.Version);
        Assert.Equal(0b10, id.Variant >> 2);
        var bytes = id.ToByteArray(bigEndian: true);
        var milliseconds = bytes.Take(6).Aggregate(0L, (all, b) => (all << 8) | b);
        Assert.Equal(Noon.ToUnixTimeMilliseconds(), milliseconds);
    }

    [Fact]
    public async Task Ids_made_at_once_are_all_different()
    {
        var made = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ => Task.Run(() => Enumerable.Range(0, 2000).Select(_ => Ids.New(Noon)).ToList()))
        );
        Assert.Equal(16000, made.SelectMany(ids => ids).Distinct().Count());
        Assert.All(made, ids => Assert.Equal(ids.Order(StringComparer.Ordinal), ids));
    }
}
