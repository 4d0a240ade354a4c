using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>
/// 议定事项 of minutes that number nothing below their headings: each paragraph in which the meeting decides (会议明确，由…)
/// is an item. What it hears, finds or stresses (会议听取、指出、强调) is none.
/// </summary>
internal static class DecidedItems
{
    private const int Fewest = 2;
    private static readonly Regex Decides = new(
        "^(经(讨论|研究|审议)[,，])?会议(研究|一致|原则|原则上)?(明确|议定|决定|确定|商定|同意|通过|审议通过|要求|责成|定于)|^关于[^,，。]{2,40}(问题|事项|事宜|工作)[,，](会议|由)",
        Patterns.Linear
    );

    /// <summary>None where fewer than two paragraphs decide, or where anything is numbered below the headings.</summary>
    public static List<ClauseItem> Of(IReadOnlyList<Block> blocks)
    {
        if (blocks.Any(block => block.Level is BlockLevel.Second or BlockLevel.Numbered))
            return [];
        var decided = blocks
            .Where(block => block.Level is BlockLevel.First or BlockLevel.Free)
            .SelectMany(block =>
                block.Lines.Where(line => Decides.IsMatch(line.Squeezed)).Select(line => (block, line))
            )
            .ToList();
        return decided.Count < Fewest
            ? []
            :
            [
                .. decided.Select(
                    (item, at) =>
                        new ClauseItem(
                            item.block with
                            {
                                Level = BlockLevel.Numbered,
                                Number = at + 1,
                                Label = "",
                                Lines = [item.line],
                            },
                            [item.line]
                        )
                ),
            ];
    }
}
