using System.Text;

namespace JointMeeting.Domain.Supervision.Reporting;

/// <summary>主送单位 of a document: its words, and the units that a person confirmed they stand for.</summary>
/// <param name="Units">Empty where nobody has said which (未指明单位).</param>
public sealed record Addressee(string Words, IReadOnlyList<string> Units)
{
    /// <summary>What stays of the words without spaces and punctuation; 各 in front of a group changes nothing.</summary>
    public static string Fold(string words) =>
        string.Concat(words.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).TrimStart('各');

    /// <summary>The one of those that is written so: one whose units are known, before one whose units are not.</summary>
    public static Addressee? Find(IEnumerable<Addressee> addressees, string words)
    {
        var folded = Fold(words);
        return folded.Length == 0
            ? null
            : addressees.Where(one => Fold(one.Words) == folded).OrderBy(one => one.Units.Count == 0).FirstOrDefault();
    }
}
