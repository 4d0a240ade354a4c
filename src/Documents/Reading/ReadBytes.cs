using System.Text;

namespace JointMeeting.Documents.Reading;

/// <summary>Bytes of a text file to lines: UTF-8, UTF-16 or GB18030, told apart by their marks and by what decodes.</summary>
public static class ReadBytes
{
    /// <summary>The largest file that is read: 20 MB, as for every upload.</summary>
    public const int LargestFile = 20 * 1024 * 1024;

    private const string TryPlainText = "请在 WPS 或 Word 中打开,另存为纯文本(.txt,编码 UTF-8)后再导入。";
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, true);
    private static readonly Encoding Gb18030 = Chinese();

    /// <exception cref="ImportRefusedException">Empty, too large, binary, a web page, or marked as secret.</exception>
    public static SourceText Read(byte[] bytes)
    {
        if (bytes.Length > LargestFile)
            throw TooLarge();
        if (bytes.Length == 0)
            throw new ImportRefusedException(RefusalCode.Empty, "文件是空的(0 字节)。请确认选对了文件。");
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

    /// <summary>Reads a stream no further than the limit, so that a huge file is refused without being loaded.</summary>
    public static async Task<SourceText> ReadAsync(Stream stream, CancellationToken cancel = default)
    {
        using var held = new MemoryStream();
        var buffer = new byte[81920];
        for (int got; (got = await stream.ReadAsync(buffer, cancel)) > 0; )
        {
            held.Write(buffer, 0, got);
            if (held.Length > LargestFile)
                throw TooLarge();
        }
        return Read(held.ToArray());
    }

    private static ImportRefusedException TooLarge() =>
        new(RefusalCode.TooLarge, "文件超过 20 MB。通知正文不会这么大:请去掉图片和附件,只保留文字后再导入。");

    private static SourceText FromUtf8(byte[] bytes, string name)
    {
        try
        {
            return SourceText.FromText(StrictUtf8.GetString(bytes), name);
        }
        catch (DecoderFallbackException)
        {
            return FromGb18030OrCutUtf8(bytes, name);
        }
    }

    private static SourceText FromGb18030OrCutUtf8(byte[] bytes, string name)
    {
        var lenient = Encoding.UTF8.GetString(bytes);
        var lost = lenient.Count(sign => sign == '\ufffd');
        if (lost * 20 < lenient.Count(IsHan))
            return SourceText.FromText(lenient, name, $"文件有 {lost} 处字节残缺,以“\ufffd”显示,请核对原文。");
        try
        {
            var text = Gb18030.GetString(bytes);
            if (text.Count(IsHan) * 4 < text.Length)
                throw Binary();
            return SourceText.FromText(
                text,
                "GB18030",
                "文件不是 UTF-8,已按 GB18030(国标编码)读取;如有乱码请另存为 UTF-8。"
            );
        }
        catch (DecoderFallbackException)
        {
            throw Binary();
        }
    }

    private static SourceText FromUtf16(Encoding encoding, byte[] bytes)
    {
        var whole = bytes.Length % 2 == 0 ? bytes : bytes[..^1];
        return SourceText.FromText(encoding.GetString(whole), "UTF-16", "文件已按 UTF-16 读取。");
    }

    private static SourceText FromUtf16WithoutMark(byte[] bytes)
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            var text = encoding.GetString(bytes.Length % 2 == 0 ? bytes : bytes[..^1]);
            if (text.Count(IsHan) * 2 > text.Length && !text.Contains('\0') && !text.Contains('\ufffd'))
                return SourceText.FromText(
                    text,
                    "UTF-16",
                    "文件没有编码标志,已按 UTF-16 读取;如有乱码请另存为 UTF-8。"
                );
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
