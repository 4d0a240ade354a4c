using System.Text.RegularExpressions;

namespace JointMeeting.Domain.Texts.Editing;

/// <summary>One clause read from a pasted text.</summary>
/// <param name="Level">1 for 一、, 2 for （一）, 3 for 1., 4 for （1）; a text without numbers stands on level 1.</param>
/// <param name="Number">As written, empty where there is none.</param>
/// <param name="Text">Without the number; a paragraph that has no number of its own belongs to the clause above.</param>
public sealed record PastedClause(int Level, string Number, string Text);

/// <summary>
/// Reads a pasted plan as clauses by the levels of GB/T 9704-2012 7.3.3: 一、（一）1.（1）. What stands before the first
/// number is one clause of its own (引言).
/// </summary>
public static class PastedClauses
{
    private static readonly Regex[] Markers =
    [
        Pattern("^[一二三四五六七八九十百]{1,5}、"),
        Pattern("^[(（][一二三四五六七八九十百]{1,5}[)）]"),
        Pattern("^[1-9][0-9]{0,2}([.．]([^0-9]|$)|、)"),
        Pattern("^[(（][1-9][0-9]{0,2}[)）]"),
    ];

    /// <summary>The clauses in order.</summary>
    public static IReadOnlyList<PastedClause> Read(string text)
    {
        var clauses = new List<PastedClause>();
        foreach (var line in text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0))
            if (Marker(line) is { } marker)
                clauses.Add(new(marker.Level, marker.Number, line[marker.Number.Length..].Trim()));
            else if (clauses.Count == 0)
                clauses.Add(new(1, "", line));
            else
                clauses[^1] = clauses[^1] with { Text = $"{clauses[^1].Text}\n{line}".Trim() };
        return clauses;
    }

    /// <summary>The number that the clause at each place carries: levels count anew under each higher one.</summary>
    public static IReadOnlyList<string> Numbers(IReadOnlyList<int> levels)
    {
        var counted = new int[Markers.Length + 1];
        var numbers = new List<string>(levels.Count);
        foreach (var level in levels)
        {
            counted[level]++;
            Array.Clear(counted, level + 1, counted.Length - level - 1);
            numbers.Add(Written(level, counted[level]));
        }
        return numbers;
    }

    private static string Written(int level, int n) =>
        level switch
        {
            1 => $"{Chinese(n)}、",
            2 => $"（{Chinese(n)}）",
            3 => $"{n}.",
            _ => $"（{n}）",
        };

    /// <summary>一 to 九百九十九, as clauses are numbered.</summary>
    private static string Chinese(int n)
    {
        const string digits = "零一二三四五六七八九";
        return n switch
        {
            < 10 => $"{digits[n]}",
            < 20 => n == 10 ? "十" : $"十{digits[n - 10]}",
            < 100 => $"{digits[n / 10]}十{(n % 10 == 0 ? "" : digits[n % 10])}",
            _ when n % 100 == 0 => $"{digits[n / 100]}百",
            _ when n % 100 < 10 => $"{digits[n / 100]}百零{digits[n % 10]}",
            _ when n % 100 < 20 => $"{digits[n / 100]}百一{Chinese(n % 100)}",
            _ => $"{digits[n / 100]}百{Chinese(n % 100)}",
        };
    }

    private static (int Level, string Number)? Marker(string line)
    {
        for (var level = 0; level < Markers.Length; level++)
            if (Markers[level].Match(line) is { Success: true } match)
                return (level + 1, Number(match.Value));
        return null;
    }

    /// <summary>1.5亿元 is no number: the sign after the point was looked at, and is not part of it.</summary>
    private static string Number(string matched) =>
        matched[^1] is '、' or '）' or ')' or '.' or '．' ? matched : matched[..^1];

    private static Regex Pattern(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
}
