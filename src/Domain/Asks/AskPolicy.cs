namespace JointMeeting.Domain.Asks;

/// <summary>How a round stands under its policy.</summary>
public abstract record Judgement
{
    /// <summary>The round can still go either way.</summary>
    public sealed record StillOpen(IReadOnlyList<string> Missing) : Judgement;

    /// <summary>The round has done what it was opened for.</summary>
    public sealed record Passed : Judgement;

    /// <summary>The round cannot pass as it stands; <paramref name="Why"/> is what people read.</summary>
    public sealed record Failed(string Why, IReadOnlyList<string> Against) : Judgement;

    private Judgement() { }
}

/// <summary>
/// When a round of asks is done. Pure: the same round is always judged the same way.
/// Withdrawn and replaced asks do not count; a deemed ask counts as consent and is listed apart.
/// </summary>
public abstract record AskPolicy
{
    /// <summary>全部: every unit settles and none objects.</summary>
    public sealed record AllSettle : AskPolicy;

    /// <summary>任一: the first consent is enough.</summary>
    public sealed record AnyConsents : AskPolicy;

    /// <summary>比例: that share of the units consents. One objection does not end a round that can still pass.</summary>
    public sealed record Ratio(int Numerator, int Denominator) : AskPolicy;

    /// <summary>一票否决: all settle, and one objection fails it at once, before the others have answered.</summary>
    public sealed record Veto : AskPolicy;

    private AskPolicy() { }

    /// <summary>Reads the policy a definition names: <c>all</c>, <c>any</c>, <c>veto</c>, <c>ratio:2/3</c>.</summary>
    /// <exception cref="FormatException">The text names no policy.</exception>
    public static AskPolicy Parse(string text) =>
        text switch
        {
            "all" => new AllSettle(),
            "any" => new AnyConsents(),
            "veto" => new Veto(),
            _ when text.StartsWith("ratio:", StringComparison.Ordinal) => ParseRatio(text["ratio:".Length..]),
            _ => throw new FormatException($"'{text}' is no policy: all, any, veto or ratio:N/M."),
        };

    /// <summary>Judges the round as it stands.</summary>
    public Judgement Judge(IReadOnlyList<AskStanding> round)
    {
        var counted = round.Where(a => a.State is not (AskState.Withdrawn or AskState.Replaced)).ToList();
        var missing = counted
            .Where(a => a.State is AskState.Open or AskState.Delegated or AskState.Waiting)
            .Select(a => a.Unit)
            .ToList();
        var against = counted
            .Where(a => a.Effect is AnswerEffect.Objects or AnswerEffect.SendsBack)
            .Select(a => a.Unit)
            .ToList();
        var consents = counted.Count(a => a.State == AskState.Deemed || a.Effect == AnswerEffect.Consents);
        return this switch
        {
            Veto when against.Count > 0 => Objected(against),
            AllSettle or Veto when missing.Count > 0 => new Judgement.StillOpen(missing),
            AllSettle when against.Count > 0 => Objected(against),
            AllSettle or Veto => new Judgement.Passed(),
            AnyConsents when consents > 0 => new Judgement.Passed(),
            AnyConsents => missing.Count > 0 ? new Judgement.StillOpen(missing) : Objected(against),
            Ratio r => JudgeRatio(r, counted.Count(a => a.Effect != AnswerEffect.Neutral), consents, missing, against),
            _ => throw new InvalidOperationException($"Unknown policy {GetType().Name}."),
        };
    }

    /// <summary>
    /// The group whose turn has come; null while an earlier one is at work, where nobody waits, or where the round
    /// cannot pass as it stands: nobody signs a text that an objection is about to change.
    /// </summary>
    public int? GroupToOpen(IReadOnlyList<AskStanding> round)
    {
        if (round.Any(a => a.State is AskState.Open or AskState.Delegated))
            return null;
        var waiting = round.Where(a => a.State == AskState.Waiting).Select(a => a.Group).ToList();
        var objected = this is AllSettle && round.Any(a => a.Effect is AnswerEffect.Objects or AnswerEffect.SendsBack);
        return waiting.Count == 0 || objected || Judge(round) is not Judgement.StillOpen ? null : waiting.Min();
    }

    private static Judgement JudgeRatio(
        Ratio ratio,
        int voters,
        int consents,
        IReadOnlyList<string> missing,
        IReadOnlyList<string> against
    )
    {
        if (consents > 0 && consents * ratio.Denominator >= voters * ratio.Numerator)
            return new Judgement.Passed();
        var best = consents + missing.Count;
        return missing.Count > 0 && best * ratio.Denominator >= voters * ratio.Numerator
            ? new Judgement.StillOpen(missing)
            : new Judgement.Failed($"同意 {consents} 家，未达到 {ratio.Numerator}/{ratio.Denominator}", against);
    }

    private static Judgement Objected(IReadOnlyList<string> against) =>
        new Judgement.Failed(against.Count == 0 ? "没有单位同意" : $"{against.Count} 个单位不同意", against);

    private static Ratio ParseRatio(string text)
    {
        var parts = text.Split('/');
        return
            parts.Length == 2
            && int.TryParse(parts[0], out var n)
            && int.TryParse(parts[1], out var d)
            && n > 0
            && n <= d
            ? new Ratio(n, d)
            : throw new FormatException($"'{text}' is no share: write ratio:2/3.");
    }
}
