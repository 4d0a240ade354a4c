namespace JointMeeting.Cities.Scoring;

/// <summary>One fact of the truth, of the importer, or of both.</summary>
/// <param name="Expected">As the truth has it; null where the document states no such fact.</param>
/// <param name="Read">As the importer has it; null where it found none.</param>
/// <param name="Flagged">The importer says that this is to be checked: a doubt or a finding.</param>
/// <param name="Repaired">The document lost signs here, so that the fact may only be proposed.</param>
public sealed record Verdict(string Kind, string? Expected, string? Read, bool Flagged, bool Repaired = false)
{
    /// <summary>A repair without a flag would be silent, which is as bad as a wrong fact.</summary>
    public bool IsRight => Expected == Read && (Flagged || !Repaired);

    public override string ToString() =>
        $"{(Flagged ? "存疑" : "无标记")} {Kind}: {Expected ?? "（无）"} ≠ {Read ?? "（无）"}";
}

/// <summary>The verdicts of one kind of fact, or of all kinds.</summary>
public sealed record Tally(int Expected, int Read, int Right, int Flagged, int Unflagged)
{
    public static Tally Of(IReadOnlyCollection<Verdict> verdicts) =>
        new(
            verdicts.Count(fact => fact.Expected is not null),
            verdicts.Count(fact => fact.Read is not null),
            verdicts.Count(fact => fact.IsRight),
            verdicts.Count(fact => fact is { IsRight: false, Flagged: true }),
            verdicts.Count(fact => fact is { IsRight: false, Flagged: false })
        );

    public double Recall => Expected == 0 ? 1 : (double)Right / Expected;

    public double Precision => Read == 0 ? 1 : (double)Right / Read;

    /// <summary>From 0 to 1: a wrong, added or missing fact that nobody is warned of counts double.</summary>
    public double Score => Right + Flagged + Unflagged == 0 ? 1 : (double)Right / (Right + Flagged + 2 * Unflagged);
}
