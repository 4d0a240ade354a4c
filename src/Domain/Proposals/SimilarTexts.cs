namespace JointMeeting.Domain.Proposals;

/// <summary>
/// Finds the texts that are most alike to one, among many: only those that share a pair of characters are looked at, so
/// a whole year's list is asked against all earlier years in one page.
/// </summary>
public sealed class SimilarTexts<T>
{
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
        var shared = new Dictionary<int, int>();
        foreach (var pair in asked.Pairs)
        foreach (var holder in _byPair.GetValueOrDefault(pair) ?? [])
            shared[holder] = shared.GetValueOrDefault(holder) + 1;
        return
        [
            .. shared
                .Select(s =>
                    (_all[s.Key].What, Share: 2.0 * s.Value / (asked.Pairs.Count + _all[s.Key].Likeness.Pairs.Count))
                )
                .Where(s => s.Share >= TextLikeness.Similar)
                .OrderByDescending(s => s.Share)
                .Take(most),
        ];
    }
}
