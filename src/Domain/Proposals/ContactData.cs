using System.Text;
using System.Text.RegularExpressions;

namespace JointMeeting.Domain.Proposals;

/// <summary>What identifies or reaches a person: masked where one may not see it, removed from what is made public.</summary>
public static class ContactData
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;
    private const string Removed = "〔已隐去〕";
    private const int ShownWhole = 11;

    /// <summary>An area code in brackets is part of the number behind it.</summary>
    private static readonly Regex Labelled = new(
        "(?<what>(联系|办公|手机|移动)?(电话|手机|号码)|手机号码?|邮箱|电子邮箱|通讯地址|通信地址|家庭住址|住址|地址|身份证(号码?)?|银行(卡|账)号|账号|微信号?)[:：][ \\t]*([(（][0-9]{3,4}[)）])?[^\\n,，;；。)）]+",
        Linear
    );

    /// <summary>A telephone number behind its label needs no colon: 电话（0571）87654321.</summary>
    private static readonly Regex Telephone = new(
        "(?<what>(联系|办公|固定|移动|值班)?(电话|手机|座机|传真)(号码?)?)[ \\t为是]*[(（+]{0,2}[0-9][0-9()（） \\t—–-]{5,}[0-9]",
        Linear
    );

    private static readonly Regex Bare = new(
        "[0-9]{17}[0-9Xx]|[0-9]{15,19}|(\\+?86[- ]?)?1[3-9]([- ]?[0-9]){9}|[(（]0[0-9]{2,3}[)）][- ]?[0-9]{7,8}|0[0-9]{2,3}[ —–-]{1,2}[0-9]{7,8}|[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}",
        Linear
    );

    private static readonly Regex Long = new("[0-9]([ —–-]?[0-9]){6,}", Linear);

    /// <summary>
    /// The text without telephone numbers, addresses, identity and bank numbers and mail addresses, as it may be made
    /// public (政府信息公开条例 on privacy); each place says that something was removed.
    /// </summary>
    public static string Redact(string text) => Without(Bare, Without(Telephone, Without(Labelled, text)));

    /// <summary>True where the text holds contact data.</summary>
    public static bool IsIn(string text) => Redact(text) != text;

    /// <summary>
    /// Numbers of seven digits and more that a text still holds: amounts mostly, but a telephone number that nothing marks
    /// as one is among them, so a person looks before it is made public.
    /// </summary>
    public static IReadOnlyList<string> LongNumbers(string text) =>
        [.. Long.Matches(HalfWidth(text)).Select(m => text.Substring(m.Index, m.Length)).Distinct()];

    /// <summary>For who may not see it: 138****5678; of what is shorter than a mobile number the last two alone.</summary>
    public static string Mask(string value) =>
        value.Length >= ShownWhole ? $"{value[..3]}****{value[^4..]}"
        : value.Length < 7 ? new string('*', value.Length)
        : new string('*', value.Length - 2) + value[^2..];

    /// <summary>Found in half width, removed from the text as it was written.</summary>
    private static string Without(Regex what, string text)
    {
        var made = new StringBuilder(text.Length);
        var at = 0;
        foreach (Match match in what.Matches(HalfWidth(text)))
        {
            made.Append(text, at, match.Index - at);
            if (match.Groups["what"] is { Success: true } label)
                made.Append(text, label.Index, label.Length).Append('：');
            made.Append(Removed);
            at = match.Index + match.Length;
        }
        return made.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>１３８ and 138 are one number; as long as the text, so that places stay.</summary>
    private static string HalfWidth(string text) =>
        string.Create(
            text.Length,
            text,
            static (made, from) =>
            {
                for (var i = 0; i < from.Length; i++)
                    made[i] =
                        from[i] is >= '\uFF01' and <= '\uFF5E' and not ('，' or '；' or '：' or '（' or '）')
                            ? (char)(from[i] - 0xFEE0)
                        : from[i] == '\u3000' ? ' '
                        : from[i];
            }
        );
}
