namespace JointMeeting.Documents.Reading;

/// <summary>Bytes of a text file to lines: UTF-8, UTF-16 or GB18030, told apart by their marks and by what decodes.</summary>
public static class ReadBytes
{
    /// <summary>The largest file that is read: 20 MB, as for every upload.</summary>
    public const int LargestFile = 20 * 1024 * 1024;

    /// <exception cref="ImportRefusedException">Empty, too large, binary, a web page, or marked as secret.</exception>
    public static SourceText Read(byte[] bytes)
    {
        RefuseSize(bytes);
        var decoded = TextDecoding.Decode(bytes);
        return SourceText.FromText(decoded.Text, decoded.Encoding, decoded.Notices);
    }

    /// <summary>Reads a stream no further than the limit, so that a huge file is refused without being loaded.</summary>
    public static async Task<SourceText> ReadAsync(Stream stream, CancellationToken cancel = default) =>
        Read(await HoldAsync(stream, cancel));

    internal static async Task<byte[]> HoldAsync(Stream stream, CancellationToken cancel)
    {
        using var held = new MemoryStream();
        var buffer = new byte[81920];
        for (int got; (got = await stream.ReadAsync(buffer, cancel)) > 0; )
        {
            held.Write(buffer, 0, got);
            if (held.Length > LargestFile)
                throw TooLarge();
        }
        return held.ToArray();
    }

    internal static void RefuseSize(byte[] bytes)
    {
        if (bytes.Length > LargestFile)
            throw TooLarge();
        if (bytes.Length == 0)
            throw new ImportRefusedException(RefusalCode.Empty, "文件是空的(0 字节)。请确认选对了文件。");
    }

    private static ImportRefusedException TooLarge() =>
        new(RefusalCode.TooLarge, "文件超过 20 MB。通知正文不会这么大:请去掉图片和附件,只保留文字后再导入。");
}
