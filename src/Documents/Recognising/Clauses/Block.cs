using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

internal enum BlockLevel
{
    /// <summary>Text before any heading.</summary>
    Free,

    /// <summary>一、 with the lines below it that belong to no lower heading.</summary>
    First,

    /// <summary>（一）.</summary>
    Second,

    /// <summary>1. or 第一条.</summary>
    Numbered,
}

/// <summary>A heading or number with the lines that follow it.</summary>
/// <param name="Label">The number as written: 一、, (一), 1.</param>
/// <param name="Section">The nearest heading above.</param>
/// <param name="First">Which first-level heading it stands under, counted through the document.</param>
/// <param name="Part">0 for the body, then one for each annex.</param>
internal sealed record Block(
    BlockLevel Level,
    int Number,
    string Label,
    string Section,
    List<Line> Lines,
    int First,
    int Part
);

/// <summary>Cuts the lines nobody has taken at the headings and numbers.</summary>
internal static class Blocks
{
    private static readonly Regex AfterText = new(
        "^([(（]?(联系人|联系电话|此件)|抄送|抄报|抄发|主题词|出席|列席|请假|缺席|参加(人员|单位|会议)|参会|记录|发[:：])",
        Patterns.Linear
    );

    public static List<Block> Of(Sheet sheet)
    {
        var blocks = new List<Block>();
        var (first, second, firsts, part) = ("", "", 0, 0);
        Block? open = null;
        void Open(BlockLevel level, int number, string label, string section, Line line) =>
            blocks.Add(open = new(level, number, label, section, [line], firsts, part));
        for (var at = 0; at < sheet.Lines.Count; at++)
        {
            var line = sheet.Lines[at];
            if (sheet.IsTaken(at) || Sheet.IsFurniture(line) || IsEndMatter(sheet, at))
                open = null;
            else if (Sheet.IsAnnexHeading(line) || Sheet.TitleOfPiece(line) is not null)
                (first, second, firsts, part, open) = ("", "", firsts + 1, part + 1, null);
            else if (Outline.IsFirst(line.Squeezed))
            {
                (first, second, firsts) = (Outline.Words(line.Spaced), "", firsts + 1);
                Open(BlockLevel.First, Outline.Ordinal(line.Squeezed), Label(line.Squeezed), first, line);
            }
            else if (Outline.IsSecond(line.Squeezed))
            {
                second = Outline.Words(line.Spaced);
                Open(BlockLevel.Second, Outline.Ordinal(line.Squeezed), Label(line.Squeezed), first, line);
            }
            else if (Outline.Numbered(line.Spaced) is { } numbered)
                Open(
                    BlockLevel.Numbered,
                    numbered.Number,
                    line.Spaced.StartsWith('第') ? $"第{numbered.Number}条" : $"{numbered.Number}.",
                    second.Length > 0 ? second : first,
                    line with
                    {
                        Spaced = numbered.Text,
                    }
                );
            else if (open is null)
                Open(BlockLevel.Free, 0, "", second.Length > 0 ? second : first, line);
            else
                open.Lines.Add(line);
        }
        return blocks;
    }

    /// <summary>Date, signature, contacts, copies: they end the text in front of them and belong to no clause.</summary>
    private static bool IsEndMatter(Sheet sheet, int at) =>
        Signature.IsDateLine(sheet.Lines[at])
        || AfterText.IsMatch(sheet.Lines[at].Squeezed)
        || (
            at + 1 < sheet.Lines.Count
            && Signature.IsDateLine(sheet.Lines[at + 1])
            && sheet.Lines[at].Squeezed.Length <= 40
            && UnitNames.LooksLikeOne(sheet.Lines[at].Squeezed)
        );

    private static string Label(string squeezed) => squeezed[..^Outline.WithoutMarker(squeezed).Length];
}
