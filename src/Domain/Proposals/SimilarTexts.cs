namespace JointMeeting.Domain.Proposals;

/// <summary>
/// Finds the texts that are most alike to one, among many: those that share its rarest pairs of characters are compared,
/// so a list of thousands is asked against all earlier years in one page. Among a few hundred texts nothing is missed.
/// </summary>
public sealed class SimilarTexts<T>
{
    private const int MostCompared = 400;
    private readonly List<(T What, TextLikeness Likeness)> _all = [];
    private readonly Dictionary<int, List<int>> _byPair = [];

    /// <summary>Prepares the texts to be found.</summary>
    public SimilarTexts(IEnumerable<(T What, string Text)> texts)
    {
        foreach (var (what, text) in texts)
        {
            var likeness = TextLikeness.Of(text);
            foreach (var pair in likeness.Pairs)
                (_byPair.TryGetValue(pair, out var holders) ? holders : _byPair[pair] = []).Add(_all.Count);
            _all.Add((what, likeness));
        }
    }

    /// <summary>The most alike ones, best first; none that is less alike than <see cref="TextLikeness.Similar"/>.</summary>
    public IReadOnlyList<(T What, double Share)> To(string text, int most)
    {
        var asked = TextLikeness.Of(text);
        return
        [
            .. Candidates(asked)
                .Select(n => (_all[n].What, Share: asked.To(_all[n].Likeness)))
                .Where(s => s.Share >= TextLikeness.Similar)
                .OrderByDescending(s => s.Share)
                .Take(most),
        ];
    }

    private HashSet<int> Candidates(TextLikeness asked)
    {
        var candidates = new HashSet<int>();
        var holders = asked.Pairs.Select(p => _byPair.GetValueOrDefault(p)).OfType<List<int>>();
        foreach (var some in holders.OrderBy(h => h.Count))
        foreach (var one in some)
        {
            if (candidates.Count >= MostCompared)
                return candidates;
            candidates.Add(one);
        }
        return candidates;
    }
}
