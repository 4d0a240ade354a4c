using System.Text.RegularExpressions;

namespace JointMeeting.Domain.Texts.Coverage;

/// <summary>What is missing at a decided sentence.</summary>
public enum Gap
{
    /// <summary>没有任务: neither a task nor a stated reason for none; stops the issue.</summary>
    NoTask,

    /// <summary>没有责任单位; stops the issue.</summary>
    NoUnit,

    /// <summary>没有时限.</summary>
    NoDate,

    /// <summary>尽快、进一步研究: says nothing one could verify; one tap dismisses it.</summary>
    Soft,
}

/// <summary>A clause with what is known of its follow-up.</summary>
/// <param name="Id">The clause.</param>
/// <param name="Text">Its wording.</param>
/// <param name="Mark">议定, 议过未定 or narrative.</param>
/// <param name="HasUnit">It names a unit that is to do it.</param>
/// <param name="HasDeadline">It states by when.</param>
/// <param name="HasTask">A task was or will be opened for it.</param>
/// <param name="Noted">Prints of its sentences that a person gave a reason for or dismissed.</param>
public sealed record CoveredClause(
    string Id,
    string Text,
    ClauseMark Mark,
    bool HasUnit,
    bool HasDeadline,
    bool HasTask,
    IReadOnlySet<string> Noted
);

/// <summary>One thing to settle before issue.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Sentence">The sentence, verbatim.</param>
/// <param name="Gap">What is missing.</param>
/// <param name="Words">The words that say nothing, where the gap is <see cref="Gap.Soft"/>.</param>
public sealed record CoverageFinding(string Clause, string Sentence, Gap Gap, string? Words = null)
{
    /// <summary>True where the text may not be issued before it is settled.</summary>
    public bool Stops => Gap is Gap.NoTask or Gap.NoUnit;

    /// <summary>What a note on this finding is filed under.</summary>
    public string Key => DecisionCoverage.Key(Sentence, Gap);
}

/// <summary>
/// 议定事项全覆盖: every decided sentence has a task or a stated reason for none; a missing unit or date is flagged,
/// 尽快 and 进一步研究 softly. No rule asks for it; what was decided and given to nobody is never done.
/// </summary>
public static class DecisionCoverage
{
    private static readonly Regex Decides = Pattern(
        "(^|会议)(议定|决定|明确|确定|要求|同意)(?!.{0,4}(背景|情况))|由.{2,30}(牵头|负责)"
    );
    private static readonly Regex Soft = Pattern(
        "尽快|尽早|抓紧|适时|择机|进一步(研究|完善|加强|优化)|逐步|力争|积极(推进|探索)|加强(统筹|协调)"
    );

    /// <summary>All that is missing, in reading order.</summary>
    public static IReadOnlyList<CoverageFinding> Of(IEnumerable<CoveredClause> clauses) =>
        [.. clauses.SelectMany(c => Findings(c).Where(f => !c.Noted.Contains(f.Key)))];

    /// <summary>Under what a person's note on a sentence is kept; a changed sentence is asked about again.</summary>
    public static string Key(string sentence, Gap gap) =>
        $"{gap}|{string.Concat(sentence.Where(c => !char.IsWhiteSpace(c)))}";

    /// <summary>The sentences of a text, each with its stop.</summary>
    public static IEnumerable<string> Sentences(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
            if (text[i] is '。' or '；' or '！' or '\n' || i == text.Length - 1)
            {
                if (text[start..(i + 1)].Trim() is { Length: > 1 } sentence)
                    yield return sentence;
                start = i + 1;
            }
    }

    private static IEnumerable<CoverageFinding> Findings(CoveredClause clause)
    {
        var decided = clause.Mark == ClauseMark.Decided;
        foreach (var (sentence, index) in Sentences(clause.Text).Select((s, i) => (s, i)))
        {
            if (decided ? index > 0 : clause.Mark == ClauseMark.Discussed || !Decides.IsMatch(sentence))
            {
                if (decided && SoftWords(sentence) is { } words)
                    yield return new(clause.Id, sentence, Gap.Soft, words);
                continue;
            }
            foreach (var finding in OfDecision(clause, sentence))
                yield return finding;
        }
    }

    private static IEnumerable<CoverageFinding> OfDecision(CoveredClause clause, string sentence)
    {
        if (!(clause.Mark == ClauseMark.Decided && clause.HasTask))
            yield return new(clause.Id, sentence, Gap.NoTask);
        if (clause.Mark == ClauseMark.Decided && !clause.HasUnit)
            yield return new(clause.Id, sentence, Gap.NoUnit);
        if (clause.Mark == ClauseMark.Decided && !clause.HasDeadline)
            yield return new(clause.Id, sentence, Gap.NoDate);
        if (SoftWords(sentence) is { } words)
            yield return new(clause.Id, sentence, Gap.Soft, words);
    }

    private static string? SoftWords(string sentence) =>
        Soft.Match(sentence) is { Success: true } match ? match.Value : null;

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.ExplicitCapture);
}
