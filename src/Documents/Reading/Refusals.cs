using System.Text.RegularExpressions;
using JointMeeting.Domain.Texts;

namespace JointMeeting.Documents.Reading;

/// <summary>What is stopped before any recognising.</summary>
internal static class Refusals
{
    private static readonly Regex Tag = new(
        @"</?(html|head|body|div|p|span|br|table|tr|td|li|ul|ol|a|b|font)(\s[^<>]{0,400})?/?>",
        Patterns.Linear | RegexOptions.IgnoreCase
    );
    private const int TagsOfAPage = 5;

    public static void RefuseUnreadable(string text)
    {
        RefuseEmptyOrClassified(text);
        if (text.Any(IsControl))
            throw new ImportRefusedException(
                RefusalCode.Binary,
                "文件不是文本(含有控制字符)。请在 WPS 或 Word 中打开,另存为纯文本(.txt)后再导入。"
            );
        if (IsWebPage(text))
            throw new ImportRefusedException(
                RefusalCode.NotPlainText,
                "这是网页源代码。请在浏览器中打开网页,复制通知正文,粘贴为纯文本后再导入。"
            );
    }

    public static void RefuseEmptyOrClassified(string text)
    {
        if (text.All(sign => char.IsWhiteSpace(sign) || sign is '\ufeff' or '\u200b'))
            throw new ImportRefusedException(
                RefusalCode.Empty,
                "文件中没有文字(可能是空文件,或只有图片)。请确认选对了文件,或把通知全文另存为文本后再导入。"
            );
        RefuseClassified(text);
    }

    public static bool IsWebPage(string text) => Tag.Matches(text).Take(TagsOfAPage).Count() == TagsOfAPage;

    /// <summary>《保守国家秘密法》(2024) Art. 31: state secrets are not stored or processed in a system that is not classified.</summary>
    public static void RefuseClassified(string text)
    {
        if (SecrecyMark.IsIn(text))
            throw new ImportRefusedException(
                RefusalCode.Classified,
                "文中有密级标志(秘密★、机密★或绝密★),已停止导入,内容未保存。本系统为非涉密系统:"
                    + "请立即从本机删除该文件,按保密规定报告本单位保密工作机构;如确非涉密件,请由定密责任人书面确认并去除标志后再导入。"
            );
    }

    private static bool IsControl(char sign) =>
        sign is < ' ' and not ('\t' or '\n' or '\r' or '\f' or '\v') or '\u007f';
}
