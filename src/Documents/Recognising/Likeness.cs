namespace JointMeeting.Documents.Recognising;

/// <summary>How much of a task's wording is found in a clause: the share of its character pairs.</summary>
internal static class Likeness
{
    /// <summary>Below this share no link is proposed.</summary>
    public const double Least = 0.3;

    /// <summary>Down to this share a link is proposed where nothing else comes near.</summary>
    public const double LeastAlone = 0.2;

    /// <summary>How far that one must lead the next.</summary>
    public const double LeadAlone = 0.15;

    /// <summary>How much of a group's name a clause's title must hold to be meant by it.</summary>
    public const double Group = 0.6;

    /// <summary>A link is beyond doubt only when it leads the next best by this much.</summary>
    public const double ClearLead = 0.1;

    public static HashSet<int> Pairs(string text)
    {
        var pairs = new HashSet<int>();
        var before = '\0';
        foreach (var sign in text)
        {
            if (!char.IsLetterOrDigit(sign))
                continue;
            if (before != '\0')
                pairs.Add((before << 16) | sign);
            before = sign;
        }
        return pairs;
    }

    public static double Share(HashSet<int> of, HashSet<int> within) =>
        of.Count == 0 ? 0 : (double)of.Count(within.Contains) / of.Count;
}
