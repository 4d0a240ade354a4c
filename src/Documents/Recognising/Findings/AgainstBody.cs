using System.Buffers;

namespace JointMeeting.Documents.Recognising.Findings;

/// <summary>Damage of a task's text that shows by comparing it with its clause, and what the clause says was lost.</summary>
internal static class AgainstBody
{
    private const int Context = 2;
    private const int WordsBefore = 4;
    private static readonly SearchValues<char> AfterGap = SearchValues.Create(",，。;；、以");
    private static readonly SearchValues<char> Stops = SearchValues.Create(",，。;；、");

    /// <summary>“云溪” where the clause has “云溪农匠” between the same words: the row lost letters inside the quotation marks.</summary>
    public static IEnumerable<Damage> ShortenedQuotes(string row, string clause)
    {
        var whole = Quoted(clause).ToList();
        foreach (var span in Quoted(row))
        {
            var (before, after) = Surroundings(row, span);
            var full = whole.FirstOrDefault(other =>
                Surroundings(clause, other) is var (b, a)
                && b == before
                && a == after
                && IsCutFrom(Inside(row, span), Inside(clause, other))
            );
            if (full is { Length: > 0 })
                yield return new(
                    $"引号内文字缺失:“{before}{row.Substring(span.At, span.Length)}{after}”,正文为“{clause.Substring(full.At, full.Length)}”",
                    span.At,
                    span.Length,
                    clause.Substring(full.At, full.Length)
                );
        }
    }

    /// <summary>Puts back what the clause shows was lost; the damage stays without a repair where the clause does not tell.</summary>
    public static Damage Repaired(Damage damage, string row, string clause)
    {
        if (damage.Replacement is not null)
            return damage;
        var text = row.Substring(damage.At, damage.Length);
        if (text == "”")
            return LostOpening(damage, row, clause);
        if (damage.IsFigure)
            return LostFigure(damage, row, clause);
        if (text.EndsWith("//"))
            return LostUnits(damage, text, row, clause);
        return text.StartsWith('不') && clause.Contains(text[..2] + "于" + text[2..])
            ? damage with
            {
                Replacement = text[..2] + "于" + text[2..],
            }
            : damage;
    }

    private static Damage LostOpening(Damage damage, string row, string clause)
    {
        var before = row[..damage.At];
        foreach (var span in Quoted(clause))
            if (Inside(clause, span) is { Length: > 0 } inside && before.EndsWith(inside))
                return damage with
                {
                    At = damage.At - inside.Length,
                    Length = inside.Length + 1,
                    Replacement = $"“{inside}”",
                };
        return damage;
    }

    /// <summary>支付率不低于。 where the clause has 支付率不低于85%.</summary>
    private static Damage LostFigure(Damage damage, string row, string clause)
    {
        // The last sign of the damage follows the gap: a mark, or 以上 behind a lost number.
        var rest = row.AsSpan(damage.At, damage.Length).IndexOfAny(AfterGap);
        var gap = rest < 0 ? damage.At + damage.Length : damage.At + rest;
        var before = row[Math.Max(0, gap - WordsBefore)..gap];
        var at = before.Length < WordsBefore ? -1 : clause.IndexOf(before, StringComparison.Ordinal);
        if (at < 0)
            return damage;
        var behind = clause[(at + before.Length)..];
        var end = behind.AsSpan().IndexOfAny(Stops);
        var figure = (end < 0 ? behind : behind[..end]).Replace("以上", "").Replace("以内", "");
        return figure.Length is > 0 and <= 12 && char.IsAsciiDigit(figure[0])
            ? damage with
            {
                Replacement = row[damage.At..gap] + figure + row[gap..(damage.At + damage.Length)],
            }
            : damage;
    }

    /// <summary>1200// where the clause has 1200元/人/年.</summary>
    private static Damage LostUnits(Damage damage, string text, string row, string clause)
    {
        var figure = text[..^2];
        var at = figure.Length == 0 ? -1 : clause.IndexOf(figure);
        if (at < 0)
            return damage;
        var rest = clause[(at + figure.Length)..];
        var end = rest.AsSpan().IndexOfAny(Stops);
        var units = end < 0 ? rest : rest[..end];
        return units.Count(sign => sign == '/') == 2 && units.Length <= 12
            ? damage with
            {
                Replacement = figure + units,
            }
            : damage;
    }

    private sealed record Span(int At, int Length);

    private static IEnumerable<Span> Quoted(string text)
    {
        for (var open = text.IndexOf('“'); open >= 0; open = text.IndexOf('“', open + 1))
            if (text.IndexOf('”', open) is > 0 and var close && close - open <= 60)
                yield return new(open, close - open + 1);
    }

    private static string Inside(string text, Span span) => text.Substring(span.At + 1, span.Length - 2);

    private static (string Before, string After) Surroundings(string text, Span span)
    {
        var end = span.At + span.Length;
        return (text[Math.Max(0, span.At - Context)..span.At], text[end..Math.Min(text.Length, end + Context)]);
    }

    private static bool IsCutFrom(string shorter, string longer)
    {
        if (shorter.Length >= longer.Length)
            return false;
        var found = 0;
        foreach (var sign in longer)
            if (found < shorter.Length && sign == shorter[found])
                found++;
        return found == shorter.Length;
    }
}
