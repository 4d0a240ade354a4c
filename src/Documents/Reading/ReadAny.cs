using System.Text;
using System.Xml;
using JointMeeting.Documents.Reading.Layout;
using JointMeeting.Documents.Reading.Outside;
using JointMeeting.Documents.Reading.Packed;
using JointMeeting.Documents.Reading.Sheets;
using JointMeeting.Documents.Reading.Web;
using JointMeeting.Documents.Reading.Word;

namespace JointMeeting.Documents.Reading;

/// <summary>The one door for files: what a file is shows in its bytes; its name only decides between what bytes leave open.</summary>
public static class ReadAny
{
    /// <param name="fileName">As uploaded; may be empty. Never used as a path.</param>
    /// <exception cref="ImportRefusedException">Whatever is wrong with the file: nothing else is thrown because of its content.</exception>
    public static SourceText Read(byte[] bytes, string fileName)
    {
        ReadBytes.RefuseSize(bytes);
        Refusals.RefuseClassified(fileName);
        try
        {
            return Read(bytes, FileKinds.Of(bytes, fileName), fileName);
        }
        catch (XmlException broken) when (broken.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw new ImportRefusedException(
                RefusalCode.Hostile,
                "文件的内部结构含有文档类型或外部实体声明,正常的文件不会有,已停止读取。请确认文件来源,或在 WPS 中另存为新文件后再导入。"
            );
        }
        catch (XmlException large) when (large.Message.Contains("MaxCharactersInDocument", StringComparison.Ordinal))
        {
            throw SourceBuilder.TooMuch();
        }
        catch (Exception broken)
            when (broken is XmlException or InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw new ImportRefusedException(
                RefusalCode.Broken,
                "文件已损坏,无法读取。请在 WPS 或 Word 中打开确认,另存为新文件后再导入。"
            );
        }
    }

    /// <summary>Reads a stream no further than the limit, so that a huge file is refused without being loaded.</summary>
    /// <exception cref="ImportRefusedException">As for bytes.</exception>
    public static async Task<SourceText> ReadAsync(
        Stream stream,
        string fileName,
        CancellationToken cancel = default
    ) => Read(await ReadBytes.HoldAsync(stream, cancel), fileName);

    private static SourceText Read(byte[] bytes, FileKind kind, string fileName) =>
        kind switch
        {
            FileKind.Packed => Packed(bytes),
            FileKind.Pdf => PdfFile.Read(bytes),
            FileKind.OldText => Packed(
                OldOfficeFile.Convert(bytes, OldOffice.Text),
                "由旧格式文件转换读取,请对照原件核对。"
            ),
            FileKind.RichText => Packed(
                OldOfficeFile.Convert(bytes, OldOffice.RichText),
                "由 RTF 文件转换读取,请对照原件核对。"
            ),
            FileKind.OldSheet => Packed(
                OldOfficeFile.Convert(bytes, OldOffice.Sheet),
                "由旧格式表格转换读取,请对照原件核对。"
            ),
            FileKind.LockedOffice => throw new ImportRefusedException(
                RefusalCode.Encrypted,
                "文件有打开密码。请在 WPS 或 Word 中输入密码打开,去除密码另存后再导入。"
            ),
            FileKind.Picture => throw new ImportRefusedException(
                RefusalCode.Scanned,
                "这是图片或扫描件,没有文字。请做文字识别(OCR)并校对,另存为 DOCX 或纯文本后再导入。"
            ),
            FileKind.OtherArchive => throw new ImportRefusedException(
                RefusalCode.UnknownKind,
                "这是压缩包。请先解压,再导入其中的通知文件。"
            ),
            FileKind.WebArchive => throw new ImportRefusedException(
                RefusalCode.UnknownKind,
                "这是单个文件网页(MHT)或邮件。请在浏览器或 WPS 中打开,复制通知正文粘贴导入,或另存为 DOCX。"
            ),
            FileKind.Text => TextOrPage(bytes, fileName),
        };

    private static SourceText Packed(byte[] bytes, params string[] notices)
    {
        using var file = new PackedFile(bytes);
        file.RefuseClassified();
        var parts = PackedParts.Of(file);
        var read =
            parts.Word is { } word ? WordFile.Read(file, word)
            : parts.Workbook is { } workbook ? Workbook.Read(file, workbook)
            : file.Has("OFD.xml") ? OfdFile.Read(file)
            : throw Unknown(file, parts);
        return read with { Notices = [.. notices, .. read.Notices] };
    }

    private static ImportRefusedException Unknown(PackedFile file, PackedParts parts) =>
        new(
            RefusalCode.UnknownKind,
            parts.IsSlides ? "这是演示文稿。请把通知正文复制粘贴后导入。"
                : file.Has("mimetype") ? "这是 ODF 文件。请在 WPS 或 LibreOffice 中打开,另存为 DOCX 或 XLSX 后再导入。"
                : "这是压缩包或不能识别的文件。请先解压,再导入其中的通知文件(DOCX、XLSX、PDF、网页或纯文本)。"
        );

    private static SourceText TextOrPage(byte[] bytes, string fileName)
    {
        var decoded = TextDecoding.Decode(bytes);
        return Refusals.IsWebPage(decoded.Text) || FileKinds.StartsAsPage(decoded.Text) ? WebPage.Read(decoded)
            : CommaFile.Is(fileName, decoded.Text) ? CommaFile.Read(decoded)
            : SourceText.FromText(decoded.Text, decoded.Encoding, decoded.Notices);
    }
}
