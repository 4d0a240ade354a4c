namespace JointMeeting.Domain.Texts.Editing;

/// <summary>What happened to a stretch of text.</summary>
public enum Stretch
{
    /// <summary>未改动.</summary>
    Same,

    /// <summary>删去.</summary>
    Removed,

    /// <summary>新增.</summary>
    Added,
}

/// <summary>A stretch of a clause in the comparison of two wordings.</summary>
public sealed record Run(Stretch Kind, string Text);

/// <summary>
/// Compares two wordings of one clause sign by sign: the same runs without the added ones are the old wording, without
/// the removed ones the new. Beyond <see cref="MostCells"/> it says only that all between the common ends changed.
/// </summary>
public static class TextDifference
{
    private const int MostCells = 4_000_000;

    /// <summary>The stretches in reading order, what was removed before what took its place.</summary>
    public static IReadOnlyList<Run> Between(string was, string now)
    {
        var head = 0;
        while (head < was.Length && head < now.Length && was[head] == now[head])
            head++;
        var tail = 0;
        while (tail < was.Length - head && tail < now.Length - head && was[^(tail + 1)] == now[^(tail + 1)])
            tail++;
        var runs = new List<Run>();
        Add(runs, Stretch.Same, was[..head]);
        Middle(runs, was[head..^tail], now[head..^tail]);
        Add(runs, Stretch.Same, was[^tail..]);
        return runs;
    }

    private static void Middle(List<Run> runs, string was, string now)
    {
        if ((long)was.Length * now.Length > MostCells || was.Length == 0 || now.Length == 0)
        {
            Add(runs, Stretch.Removed, was);
            Add(runs, Stretch.Added, now);
            return;
        }
        var common = LongestCommon(was, now);
        int i = 0,
            j = 0;
        while (i < was.Length || j < now.Length)
        {
            var (fromI, fromJ) = (i, j);
            while (i < was.Length && j < now.Length && was[i] == now[j])
                (i, j) = (i + 1, j + 1);
            Add(runs, Stretch.Same, was[fromI..i]);
            (fromI, fromJ) = (i, j);
            while (Differ(was, now, i, j))
                if (j >= now.Length || (i < was.Length && common[i + 1, j] >= common[i, j + 1]))
                    i++;
                else
                    j++;
            Add(runs, Stretch.Removed, was[fromI..i]);
            Add(runs, Stretch.Added, now[fromJ..j]);
        }
    }

    private static bool Differ(string was, string now, int i, int j) =>
        (i < was.Length || j < now.Length) && (i >= was.Length || j >= now.Length || was[i] != now[j]);

    /// <summary>Length of the longest common part of what is left of both, from each place.</summary>
    private static ushort[,] LongestCommon(string was, string now)
    {
        var common = new ushort[was.Length + 1, now.Length + 1];
        for (var i = was.Length - 1; i >= 0; i--)
        for (var j = now.Length - 1; j >= 0; j--)
            common[i, j] =
                was[i] == now[j] ? (ushort)(common[i + 1, j + 1] + 1) : Math.Max(common[i + 1, j], common[i, j + 1]);
        return common;
    }

    private static void Add(List<Run> runs, Stretch kind, string text)
    {
        if (text.Length > 0)
            runs.Add(new(kind, text));
    }
}
