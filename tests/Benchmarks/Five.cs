using System.Diagnostics;

namespace JointMeeting.Benchmarks;

/// <summary>A figure of five rounds, after one that is not counted.</summary>
internal sealed class Five(IReadOnlyList<double> rounds)
{
    private const int Rounds = 5;
    private readonly double[] _sorted = [.. rounds.Order()];

    public double Median => _sorted[Rounds / 2];

    /// <summary>
    /// Each side with all its slices. The sides take turns slice by slice, and another goes first each time, so that
    /// whatever else the machine does hits them alike.
    /// </summary>
    public static async Task<IReadOnlyList<Took>> Of(int slices, params Func<int, int, Task>[] sides)
    {
        var took = sides.Select(_ => (Wall: new double[Rounds + 1], Processor: new double[Rounds + 1])).ToArray();
        for (var round = 0; round <= Rounds; round++)
        for (var slice = 0; slice < slices; slice++)
        for (var turn = 0; turn < sides.Length; turn++)
        {
            var side = (slice + turn) % sides.Length;
            var (processor, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
            await sides[side](round, slice);
            took[side].Wall[round] += watch.Elapsed.TotalMilliseconds;
            took[side].Processor[round] += (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds;
        }
        return [.. took.Select(t => new Took(new Five(t.Wall[1..]), new Five(t.Processor[1..])))];
    }

    /// <summary>Something else worked out from each round.</summary>
    public Five Each(Func<double, double> other) => new([.. rounds.Select(other)]);

    /// <summary>This over the other, round by round.</summary>
    public Five Over(Five other) => new([.. rounds.Zip(other.All, (mine, theirs) => mine / theirs)]);

    private IReadOnlyList<double> All => rounds;

    public override string ToString() => $"{Median, 10:0.00}   ({_sorted[0]:0.00} … {_sorted[^1]:0.00})";
}

/// <summary>Milliseconds on the clock, and of the processor, which other programs disturb less.</summary>
internal sealed record Took(Five Wall, Five Processor);
