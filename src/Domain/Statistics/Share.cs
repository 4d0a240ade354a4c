namespace JointMeeting.Domain.Statistics;

/// <summary>One part of a whole.</summary>
public sealed record Share(string Name, int Count, decimal Percent);

/// <summary>
/// Shares of a whole by the largest remainder, so that they add up to 100 exactly; a table that shows them says so.
/// Of equal remainders the earlier part is rounded up.
/// </summary>
public static class Shares
{
    /// <summary>The sentence under such a table.</summary>
    public const string Rule = "占比按最大余数法取整,合计为100%";

    /// <summary>The shares with that many decimals; all are 0 where the whole is 0.</summary>
    public static IReadOnlyList<Share> Of(IReadOnlyList<(string Name, int Count)> parts, int decimals = 1)
    {
        var unit = Pow10(decimals);
        var whole = parts.Sum(p => (long)p.Count);
        if (whole == 0)
            return [.. parts.Select(p => new Share(p.Name, p.Count, 0))];
        var slots = 100 * unit;
        var floors = parts.Select(p => p.Count * slots / whole).ToArray();
        var missing = (int)(slots - floors.Sum());
        var upwards = parts
            .Select((p, i) => (p.Count * slots % whole, i))
            .OrderByDescending(r => r.Item1)
            .Take(missing);
        foreach (var (_, i) in upwards)
            floors[i]++;
        return [.. parts.Select((p, i) => new Share(p.Name, p.Count, (decimal)floors[i] / unit))];
    }

    private static long Pow10(int decimals) => decimals == 0 ? 1 : 10 * Pow10(decimals - 1);
}

/// <summary>A figure that carries what it was divided from and by, and the rule of both.</summary>
/// <param name="Rule">What counts above and below, as printed beside the figure.</param>
/// <param name="Unit">What an average is in; null for a rate in percent.</param>
public sealed record Rate(string Name, int Numerator, int Denominator, string Rule, string? Unit = null)
{
    /// <summary>In percent, or the average: one decimal, half up; null where nothing is due, which is not 0.</summary>
    public decimal? Value =>
        Denominator == 0
            ? null
            : Math.Round((Unit is null ? 100m : 1m) * Numerator / Denominator, 1, MidpointRounding.AwayFromZero);

    /// <summary>85.7%, 2.3 天, or 无.</summary>
    public string Short => Value is not { } value ? "无" : $"{value:0.0}{(Unit is null ? "%" : $" {Unit}")}";

    /// <summary>85.7%(6/7), or 无 where the denominator is 0.</summary>
    public string Text => Denominator == 0 ? "无(分母为0)" : $"{Short}({Numerator}/{Denominator})";
}
