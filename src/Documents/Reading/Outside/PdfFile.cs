using System.Text;

namespace JointMeeting.Documents.Reading.Outside;

/// <summary>A PDF that has text, through poppler's pdftotext, which keeps the layout.</summary>
internal static class PdfFile
{
    private const string Program = "pdftotext";
    private const long Memory = 1024L * 1024 * 1024;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Fewer Chinese signs than this on a page on average are stamps or page numbers over a picture.</summary>
    private const int LeastOnPage = 15;

    public static bool IsReadable => OutsideProgram.Path(Program) is not null;

    /// <exception cref="ImportRefusedException">Program missing, PDF damaged, locked or scanned, or marked as secret.</exception>
    public static SourceText Read(byte[] bytes)
    {
        var program =
            OutsideProgram.Path(Program)
            ?? throw new ImportRefusedException(
                RefusalCode.NeedsProgram,
                "本机没有安装 PDF 文字提取程序(poppler-utils 的 pdftotext)。请管理员安装后再试;"
                    + "或在 WPS 中打开 PDF,复制全文或另存为 DOCX 后再导入。"
            );
        using var folder = new WorkFolder();
        var source = folder.Write("in.pdf", bytes);
        var exit = OutsideProgram.Run(
            program,
            ["-layout", "-enc", "UTF-8", source, Path.Combine(folder.Path, "out.txt")],
            folder.Path,
            Limit,
            Memory
        );
        if (exit != 0)
            throw Failed(exit);
        return Text(Encoding.UTF8.GetString(folder.Result("out.txt") ?? []));
    }

    private static SourceText Text(string text)
    {
        var pages = text.TrimEnd('\f', '\n').Split('\f');
        if (text.Count(sign => sign is >= '\u4e00' and <= '\u9fff') < LeastOnPage * Math.Min(pages.Length, 20))
            throw new ImportRefusedException(
                RefusalCode.Scanned,
                "PDF 中没有文字(可能是扫描件)。请用 WPS 或扫描软件做文字识别(OCR)并校对,另存为 DOCX 或纯文本后再导入。"
            );
        var builder = new SourceBuilder();
        builder.Notice("由 PDF 提取文字,断行已按版面接回,请对照原件核对。");
        PdfLines.Add(pages, builder);
        return builder.Build("PDF");
    }

    // pdftotext: 1 cannot open, 3 no permission to copy; a missing password counts as 1.
    private static ImportRefusedException Failed(int? exit) =>
        exit switch
        {
            null => new(
                RefusalCode.Hostile,
                "PDF 过于复杂,未能在一分钟内读完。请在 WPS 中打开,只保留通知正文和附表,另存为 DOCX 后再导入。"
            ),
            3 => new(RefusalCode.Encrypted, "PDF 禁止复制文字。请向发文单位索取可编辑的文件(DOCX)后再导入。"),
            _ => new(
                RefusalCode.Broken,
                "PDF 无法打开(已损坏或有打开密码)。请在 WPS 中打开确认,去除密码或另存为 DOCX 后再导入。"
            ),
        };
}
