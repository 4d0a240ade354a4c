using System.Text.RegularExpressions;

namespace JointMeeting.Domain.Texts.Deadlines;

/// <summary>A deadline as a text states it.</summary>
/// <param name="Raw">The words, verbatim.</param>
/// <param name="Date">The last day (Asia/Shanghai), null where there is none or it is not certain.</param>
/// <param name="Repaired">The words with what was lost put back: a proposal until a person confirms it. Null when nothing was lost.</param>
public sealed record StatedDeadline(string Raw, DeadlineKind Kind, DateOnly? Date, string? Repaired)
{
    private static readonly Regex Year = new(
        "(19|20)[0-9]{2}|二[〇○零][〇○零一二三四五六七八九]{2}|十[一二三四五六七八九]五",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    );

    /// <summary>Its words name the year or the five-year plan; otherwise the year is that of the document.</summary>
    public bool StatesItsYear => Year.IsMatch(Repaired ?? Raw);
}
