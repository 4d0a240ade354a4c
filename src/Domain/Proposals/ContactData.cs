using System.Text.RegularExpressions;

namespace JointMeeting.Domain.Proposals;

/// <summary>What identifies or reaches a person: masked where one may not see it, removed from what is made public.</summary>
public static class ContactData
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;
    private const string Removed = "〔已隐去〕";

    private static readonly Regex Labelled = new(
        "(?<what>(联系|办公|手机|移动)?(电话|手机|号码)|手机号码?|邮箱|电子邮箱|通讯地址|通信地址|家庭住址|住址|地址|身份证(号码?)?|银行(卡|账)号|账号|微信号?)[:：][ \\t]*[^\\n,，;；。)）]+",
        Linear
    );

    private static readonly Regex Bare = new(
        "[0-9]{17}[0-9Xx]|[0-9]{15,19}|(\\+?86[- ]?)?1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}|0[0-9]{2,3}[-－—][0-9]{7,8}|[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}",
        Linear
    );

    /// <summary>
    /// The text without telephone numbers, addresses, identity and bank numbers and mail addresses, as it may be made
    /// public (政府信息公开条例 on privacy); each place says that something was removed.
    /// </summary>
    public static string Redact(string text) =>
        Bare.Replace(Labelled.Replace(text, m => $"{m.Groups["what"].Value}：{Removed}"), Removed);

    /// <summary>True where the text holds contact data.</summary>
    public static bool IsIn(string text) => Redact(text) != text;

    /// <summary>For who may not see it: 138****5678, or stars alone where it is short.</summary>
    public static string Mask(string value) =>
        value.Length < 7 ? new string('*', value.Length) : $"{value[..3]}****{value[^4..]}";
}
