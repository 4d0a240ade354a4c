namespace JointMeeting.Domain.Proposals;

/// <summary>One entry of the duty catalogue (职责目录): words that name what a unit answers for.</summary>
/// <param name="Words">Such as 停车位、停车场; one of them in a title or text is enough.</param>
/// <param name="Source">Where the duty is laid down (三定规定 and its clause).</param>
public sealed record UnitDuty(string Unit, IReadOnlyList<string> Words, string Source);

/// <summary>A duty that an item touches, with the words that say so.</summary>
public sealed record TouchedDuty(UnitDuty Duty, IReadOnlyList<string> Words, int Weight);

/// <summary>职责目录: which unit is competent, by words that the unit's own duties are laid down in.</summary>
public sealed class DutyCatalogue(IReadOnlyList<UnitDuty> duties)
{
    private const int InTitle = 3;

    /// <summary>The duties an item touches, the most telling first; words in the title and longer words tell more.</summary>
    public IReadOnlyList<TouchedDuty> Touched(string title, string text) =>
        [
            .. duties
                .Select(d => Touch(d, title, text))
                .Where(t => t.Weight > 0)
                .OrderByDescending(t => t.Weight)
                .ThenBy(t => t.Duty.Unit, StringComparer.Ordinal)
                .DistinctBy(t => t.Duty.Unit),
        ];

    private static TouchedDuty Touch(UnitDuty duty, string title, string text)
    {
        int Weight(string word) =>
            title.Contains(word, StringComparison.Ordinal) ? word.Length * InTitle
            : text.Contains(word, StringComparison.Ordinal) ? word.Length
            : 0;
        var words = duty.Words.Where(w => w.Length > 1 && Weight(w) > 0).ToList();
        return new(duty, words, words.Sum(Weight));
    }
}
