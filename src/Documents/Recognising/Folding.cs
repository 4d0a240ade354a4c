using System.Text;

namespace JointMeeting.Documents.Recognising;

/// <summary>Views of a text that grammars read; the source itself is never changed. No NFKC: it would change ①, ㎡ and punctuation.</summary>
internal static class Folding
{
    /// <summary>Without any white space (also NBSP, U+3000, zero-width signs), full-width digits as ASCII.</summary>
    public static string Squeeze(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var sign in text)
            if (!IsBlank(sign))
                kept.Append(Digit(sign));
        return kept.ToString();
    }

    /// <summary>Every white sign a plain space, trimmed, full-width digits as ASCII.</summary>
    public static string Spaced(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var sign in text)
            kept.Append(
                sign == '\t' ? '\t'
                : IsBlank(sign) ? ' '
                : Digit(sign)
            );
        return kept.ToString().Trim();
    }

    public static bool IsBlank(char sign) => char.IsWhiteSpace(sign) || sign is '\u200b' or '\ufeff';

    public static bool IsHan(char sign) => sign is >= '\u4e00' and <= '\u9fff';

    private static char Digit(char sign) => sign is >= '０' and <= '９' ? (char)(sign - '０' + '0') : sign;
}
