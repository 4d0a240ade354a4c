using System.Text;

namespace JointMeeting.Domain.Proposals;

/// <summary>
/// The pinyin initials of a name (停车 → tc), for searching without an input method. The 3,755 common characters of
/// GB/T 2312 stand in the order of their pinyin, so 23 borders are the whole table; other characters are left out.
/// </summary>
public static class PinyinInitials
{
    private const string Letters = "abcdefghjklmnopqrstwxyz";

    private static readonly int[] Borders =
    [
        0xB0A1,
        0xB0C5,
        0xB2C1,
        0xB4EE,
        0xB6EA,
        0xB7A2,
        0xB8C1,
        0xB9FE,
        0xBBF7,
        0xBFA6,
        0xC0AC,
        0xC2E8,
        0xC4C3,
        0xC5B6,
        0xC5BE,
        0xC6DA,
        0xC8BB,
        0xC8F6,
        0xCBFA,
        0xCDDA,
        0xCEF4,
        0xD1B9,
        0xD4D1,
        0xD7FA,
    ];

    private static readonly Encoding Gb =
        CodePagesEncodingProvider.Instance.GetEncoding(936)
        ?? throw new InvalidOperationException("Code page 936 is missing.");

    /// <summary>The initials in lower case; Latin letters and digits stand for themselves.</summary>
    public static string Of(string text)
    {
        var initials = new StringBuilder(text.Length);
        foreach (var sign in text)
            if (char.IsAsciiLetterOrDigit(sign))
                initials.Append(char.ToLowerInvariant(sign));
            else if (Initial(sign) is { } letter)
                initials.Append(letter);
        return initials.ToString();
    }

    private static char? Initial(char sign)
    {
        if (char.IsAscii(sign) || char.IsSurrogate(sign))
            return null;
        var bytes = Gb.GetBytes([sign]);
        if (bytes.Length != 2)
            return null;
        var code = (bytes[0] << 8) | bytes[1];
        if (code < Borders[0] || code >= Borders[^1])
            return null;
        var at = Array.BinarySearch(Borders, code);
        return Letters[at >= 0 ? at : ~at - 1];
    }
}
