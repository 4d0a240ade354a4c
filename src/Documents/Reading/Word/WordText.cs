using System.Text;
using System.Xml.Linq;
using JointMeeting.Documents.Reading.Packed;

namespace JointMeeting.Documents.Reading.Word;

/// <summary>The text of paragraphs as it is shown: insertions taken, deletions left out, numbers made visible, text boxes behind their paragraph.</summary>
internal sealed class WordText(WordStyles styles, WordNumbering numbering, Action<string> notice)
{
    public int Pictures { get; private set; }

    public IEnumerable<string> Paragraphs(XElement block)
    {
        if (block.Name() == "p")
            return Paragraph(block);
        return block.Name() is "sectPr" or "tblPr" or "tblGrid" or "trPr" or "tcPr" or "sdtPr" or "del" or "moveFrom"
            ? []
            : Chosen(block).SelectMany(Paragraphs);
    }

    private List<string> Paragraph(XElement paragraph)
    {
        var properties = paragraph.Child("pPr");
        if (styles.IsContents(properties.Child("pStyle").Value()))
            return [];
        var text = new StringBuilder();
        var boxes = new List<XElement>();
        Read(paragraph, text, boxes);
        // A numbered paragraph without text still counts and still shows its number, as in a column of numbers.
        if (numbering.Marker(properties) is { } marker)
            text.Insert(0, marker);
        return [text.ToString(), .. boxes.SelectMany(box => box.Elements()).SelectMany(Paragraphs)];
    }

    private void Read(XElement parent, StringBuilder text, List<XElement> boxes)
    {
        foreach (var child in Chosen(parent))
            switch (child.Name())
            {
                case "t":
                    text.Append(child.Value);
                    break;
                case "tab" or "ptab":
                    text.Append('\t');
                    break;
                case "br" or "cr":
                    text.Append('\n');
                    break;
                case "noBreakHyphen":
                    text.Append('-');
                    break;
                case "txbxContent":
                    boxes.Add(child);
                    break;
                case "del" or "moveFrom":
                    notice("文档带有修订标记,已按接受全部修订读取,请核对。");
                    break;
                case "r" when child.Child("rPr").Child("vanish").IsOn():
                    notice("文档中有隐藏文字,未读取。");
                    break;
                case "pPr" or "rPr" or "sdtPr" or "fldData" or "rt":
                    break;
                default:
                    Pictures += child.Name() is "blip" or "imagedata" ? 1 : 0;
                    Read(child, text, boxes);
                    break;
            }
    }

    /// <summary>Where a text box is stored in a new and an old form, only the first counts.</summary>
    private static IEnumerable<XElement> Chosen(XElement parent) =>
        parent.Name() == "AlternateContent" ? parent.Elements().Take(1) : parent.Elements();
}
