using System.Xml.Linq;
using JointMeeting.Documents.Reading.Packed;

namespace JointMeeting.Documents.Reading.Word;

/// <summary>A DOCX file to paragraphs and tables, block by block, so that a long notice is never in memory as a whole.</summary>
internal static class WordFile
{
    /// <exception cref="ImportRefusedException">Nothing to read, built to exhaust the reader, or marked as secret.</exception>
    public static SourceText Read(PackedFile file, string mainPart)
    {
        var builder = new SourceBuilder();
        PackedParts.NoticeUnread(file, builder);
        var folder = mainPart[..(mainPart.LastIndexOf('/') + 1)];
        var styles = new WordStyles(file.Open(folder + "styles.xml"));
        var numbering = new WordNumbering(file.Open(folder + "numbering.xml"), styles);
        var text = new WordText(styles, numbering, builder.Notice);
        var main = file.Open(mainPart) ?? throw new InvalidDataException("The main part is missing.");
        foreach (var block in SafeXml.Children(main, "body"))
            Add(block, text, builder);
        if (text.Pictures > 0)
            builder.Notice($"文档中有 {text.Pictures} 张图片,图片中的文字未读取,请核对。");
        return builder.Build("DOCX");
    }

    private static void Add(XElement block, WordText text, SourceBuilder builder)
    {
        if (block.Name() == "tbl")
            builder.Table(WordTable.Cells(block, text));
        else if (block.Name() is "sdt" or "sdtContent" or "customXml" or "ins")
            foreach (var child in block.Elements())
                Add(child, text, builder);
        else if (block.Name() == "altChunk")
            builder.Notice("文档中插入的外部文件未读取,请另行核对。");
        else
            foreach (var paragraph in text.Paragraphs(block))
                builder.Paragraph(paragraph);
    }
}
