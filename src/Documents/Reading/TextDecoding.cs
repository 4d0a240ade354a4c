using System.Text;

namespace JointMeeting.Documents.Reading;

/// <param name="Notices">What a person should know about the decoding, in Chinese.</param>
internal sealed record DecodedText(string Text, string Encoding, params IReadOnlyList<string> Notices);

/// <summary>Bytes to characters: by the marks at the start, else by what decodes.</summary>
internal static class TextDecoding
{
    private const string TryPlainText = "请在 WPS 或 Word 中打开,另存为纯文本(.txt,编码 UTF-8)后再导入。";
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, true);
    private static readonly Encoding Gb18030 = Chinese();

    /// <exception cref="ImportRefusedException">Bytes that are no text.</exception>
    public static DecodedText Decode(byte[] bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, .. var afterMark])
            return FromUtf8(afterMark, "UTF-8(带标志)");
        if (bytes is [0xFF, 0xFE, .. var little])
            return FromUtf16(Encoding.Unicode, little);
        if (bytes is [0xFE, 0xFF, .. var big])
            return FromUtf16(Encoding.BigEndianUnicode, big);
        if (Array.IndexOf(bytes, (byte)0) >= 0)
            return FromUtf16WithoutMark(bytes);
        return FromUtf8(bytes, "UTF-8");
    }

    private static DecodedText FromUtf8(byte[] bytes, string name)
    {
        try
        {
            return new(StrictUtf8.GetString(bytes), name);
        }
        catch (DecoderFallbackException)
        {
            return FromGb18030OrCutUtf8(bytes, name);
        }
    }

    private static DecodedText FromGb18030OrCutUtf8(byte[] bytes, string name)
    {
        var lenient = Encoding.UTF8.GetString(bytes);
        var lost = lenient.Count(sign => sign == '\ufffd');
        if (lost * 20 < lenient.Count(IsHan))
            return new(lenient, name, $"文件有 {lost} 处字节残缺,以“\ufffd”显示,请核对原文。");
        try
        {
            var text = Gb18030.GetString(bytes);
            // Most of a web page is tags in ASCII: there the share of Chinese says nothing, nor do the commas of empty cells.
            if (
                text.Count(IsHan) * 4 < text.Count(sign => sign is not (',' or '\r' or '\n'))
                && !Refusals.IsWebPage(text)
            )
                throw Binary();
            return new(text, "GB18030", "文件不是 UTF-8,已按 GB18030(国标编码)读取;如有乱码请另存为 UTF-8。");
        }
        catch (DecoderFallbackException)
        {
            throw Binary();
        }
    }

    private static DecodedText FromUtf16(Encoding encoding, byte[] bytes)
    {
        var whole = bytes.Length % 2 == 0 ? bytes : bytes[..^1];
        return new(encoding.GetString(whole), "UTF-16", "文件已按 UTF-16 读取。");
    }

    private static DecodedText FromUtf16WithoutMark(byte[] bytes)
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            var text = encoding.GetString(bytes.Length % 2 == 0 ? bytes : bytes[..^1]);
            if (text.Count(IsHan) * 2 > text.Length && !text.Contains('\0') && !text.Contains('\ufffd'))
                return new(text, "UTF-16", "文件没有编码标志,已按 UTF-16 读取;如有乱码请另存为 UTF-8。");
        }
        throw Binary();
    }

    private static ImportRefusedException Binary() =>
        new(RefusalCode.Binary, "文件不是文本(可能是图片、压缩包或 Word 文档)。" + TryPlainText);

    private static bool IsHan(char sign) => sign is >= '\u4e00' and <= '\u9fff';

    private static Encoding Chinese() =>
        CodePagesEncodingProvider.Instance.GetEncoding(
            "GB18030",
            EncoderFallback.ExceptionFallback,
            DecoderFallback.ExceptionFallback
        )!;
}
