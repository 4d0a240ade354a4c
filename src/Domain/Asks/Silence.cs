using JointMeeting.Domain.Rights;

namespace JointMeeting.Domain.Asks;

/// <summary>
/// 逾期视为: where a definition may let silence count as no objection. The words of a request allow it or not; and what
/// a plan (方案) is countersigned with becomes a joint document, which every organ's head signs (党政机关公文处理工作条例
/// Art. 22), so there it never counts, though the same words on minutes may.
/// </summary>
public static class Silence
{
    /// <summary>Why silence cannot count, as a person reads it; null where an office may let it count.</summary>
    /// <param name="kind">What the case is; null for a lifecycle that is of none of them.</param>
    /// <param name="vocabulary">The words the request is answered in.</param>
    public static string? WhyItCannotCount(CaseKind? kind, Vocabulary vocabulary) =>
        !vocabulary.SilenceMayCount ? $"{vocabulary.Label}不能逾期视为"
        : kind == CaseKind.Plan && vocabulary == Vocabulary.Countersign
            ? $"联合发文的{vocabulary.Label}不能逾期视为（党政机关公文处理工作条例第二十二条）"
        : null;

    /// <summary>
    /// Every unit must answer before the round passes. Where any answer or a share of them were enough, the silence of
    /// the others would count after all.
    /// </summary>
    public static bool EverybodyAnswers(CaseKind? kind, Vocabulary vocabulary) =>
        kind == CaseKind.Plan && (vocabulary == Vocabulary.Countersign || vocabulary == Vocabulary.JointSignature);
}
