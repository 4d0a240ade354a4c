namespace JointMeeting.Domain.Texts.Editing;

/// <summary>
/// Proposes, for a text that was pasted over an earlier version, which clauses each new one comes from: the same text
/// first, then the most alike; two halves of one are a split, two in one a merge. The drafter confirms.
/// </summary>
public static class ProposedOrigins
{
    private const double Alike = 0.5;
    private const double Part = 0.8;

    /// <summary>For each new text the places of the old ones it comes from; empty where it is new.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Of(IReadOnlyList<string> was, IReadOnlyList<string> now)
    {
        var origins = now.Select(_ => new List<int>()).ToList();
        var used = new HashSet<int>();
        TakeTheSame(was, now, origins, used);
        var oldGrams = was.Select(Grams).ToList();
        var newGrams = now.Select(Grams).ToList();
        var pairs =
            from j in Enumerable.Range(0, now.Count)
            where origins[j].Count == 0
            from i in Enumerable.Range(0, was.Count)
            let shared = Shared(oldGrams[i], newGrams[j])
            where shared > 0
            select new Pair(i, j, shared, Size(oldGrams[i]), Size(newGrams[j]));
        var all = pairs.ToList();
        foreach (var pair in all.Where(p => p.Likeness >= Alike).OrderByDescending(p => p.Likeness))
            if (!used.Contains(pair.Old) && origins[pair.New].Count == 0)
            {
                origins[pair.New].Add(pair.Old);
                used.Add(pair.Old);
            }
        TakeParts(all, origins, used);
        return [.. origins.Select(o => (IReadOnlyList<int>)[.. o.Order()])];
    }

    /// <summary>The place of the text that holds most of a shorter one; null where none holds a fair part of it.</summary>
    public static int? HolderOf(string part, IReadOnlyList<string> texts)
    {
        const double fair = 0.3;
        var wanted = Grams(part);
        var best = texts
            .Select((text, i) => (Place: i, Shared: Shared(wanted, Grams(text))))
            .OrderByDescending(x => x.Shared)
            .FirstOrDefault();
        return best.Shared > 0 && best.Shared >= fair * Size(wanted) ? best.Place : null;
    }

    private static void TakeTheSame(
        IReadOnlyList<string> was,
        IReadOnlyList<string> now,
        List<List<int>> origins,
        HashSet<int> used
    )
    {
        var places = was.Select((text, i) => (text, i)).ToLookup(x => x.text, x => x.i, StringComparer.Ordinal);
        for (var j = 0; j < now.Count; j++)
            foreach (var i in places[now[j]].Where(i => !used.Contains(i)).Take(1))
            {
                origins[j].Add(i);
                used.Add(i);
            }
    }

    /// <summary>A new clause that lies within an old one is part of it (拆分); an old one within a new one went into it (合并).</summary>
    private static void TakeParts(List<Pair> pairs, List<List<int>> origins, HashSet<int> used)
    {
        foreach (var pair in pairs.OrderByDescending(p => p.Shared))
        {
            var isPart = pair.Shared >= Part * pair.NewSize && origins[pair.New].Count == 0;
            var wentIn = pair.Shared >= Part * pair.OldSize && !used.Contains(pair.Old);
            if (!isPart && !wentIn)
                continue;
            origins[pair.New].Add(pair.Old);
            used.Add(pair.Old);
        }
    }

    private static Dictionary<(char, char), int> Grams(string text)
    {
        var grams = new Dictionary<(char, char), int>();
        for (var i = 0; i + 1 < text.Length; i++)
            grams[(text[i], text[i + 1])] = grams.GetValueOrDefault((text[i], text[i + 1])) + 1;
        return grams;
    }

    private static int Size(Dictionary<(char, char), int> grams) => grams.Values.Sum();

    private static int Shared(Dictionary<(char, char), int> a, Dictionary<(char, char), int> b) =>
        a.Count > b.Count ? Shared(b, a) : a.Sum(g => Math.Min(g.Value, b.GetValueOrDefault(g.Key)));

    private sealed record Pair(int Old, int New, int Shared, int OldSize, int NewSize)
    {
        public double Likeness => 2.0 * Shared / (OldSize + NewSize);
    }
}
