using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>A block that counts as a clause, with the lines of the lower numbers that belong to it.</summary>
internal sealed record ClauseItem(Block Block, IReadOnlyList<Line> Lines)
{
    public bool StatesUnits { get; } = Lines.Any(line => ClauseUnits.OfLine(line) is not null);

    public string Text => string.Join('\n', Lines.Select(line => line.Spaced));

    /// <summary>More than a heading: a whole sentence, or lines below it.</summary>
    public bool IsText => Lines.Count > 1 || Lines[0].Spaced.TrimEnd().EndsWith('。');
}

/// <summary>
/// Which level of numbers the clauses are. Under a first-level heading they are the 1. of its （一）, unless most of its
/// （一） have none below them. A （一） alone counts where it names units, or where nothing in the document does and it
/// is a sentence; a 一、 alone where it names units.
/// </summary>
internal static class ClauseItems
{
    private const int FewestWithoutUnits = 3;
    private const int FewestSaid = 2;
    private static readonly Regex Part = new("^[(（](?<n>[1-9][0-9]?)[)）]", Patterns.Linear);
    private static readonly Regex Preamble = new(
        "总体要求|指导思想|基本原则|总体思路|(工作|总体|主要|发展)目标|基本情况|背景",
        Patterns.Linear
    );

    public static List<ClauseItem> Of(IReadOnlyList<Block> blocks, bool hasTable)
    {
        if (!hasTable && DecidedItems.Of(blocks) is { Count: > 0 } decided)
            return decided;
        var items = blocks
            .GroupBy(block => block.First)
            .SelectMany(group => InSection([.. group]))
            .SelectMany(WithPartsOfTheirOwn)
            .ToList();
        var anyUnits = items.Exists(item => item.StatesUnits);
        var sections = items
            .Where(item => item.Block.Level is BlockLevel.Second && item.StatesUnits)
            .Select(item => item.Block.First)
            .ToHashSet();
        if (!anyUnits && Said(blocks) is { Count: > 0 } said)
            return said;
        var second = items.Where(item => IsBareSecond(item) && !anyUnits).ToList();
        var kept = second.Count >= FewestWithoutUnits ? second.ToHashSet() : [];
        return
        [
            .. items.Where(item =>
                item.Block.Level is BlockLevel.Numbered
                || item.StatesUnits
                || kept.Contains(item)
                || (
                    item.Block.Level is BlockLevel.Second
                    && item.IsText
                    && (sections.Contains(item.Block.First) || (anyUnits && !Preamble.IsMatch(item.Block.Section)))
                )
            ),
        ];
    }

    /// <summary>What such a section says becomes nobody's task.</summary>
    public static bool IsPreamble(string section) => Preamble.IsMatch(section);

    /// <summary>一、关于…。由甲局负责…: in minutes each such paragraph is an item, where nothing below is numbered.</summary>
    private static List<ClauseItem> Said(IReadOnlyList<Block> blocks)
    {
        if (blocks.Any(block => block.Level is BlockLevel.Second or BlockLevel.Numbered))
            return [];
        var firsts = blocks
            .Where(block => block.Level is BlockLevel.First && !Preamble.IsMatch(block.Section))
            .Select(Alone)
            .Where(item => item.IsText)
            .ToList();
        return firsts.Count(item => ClauseUnits.OfSentence(item.Text) is not null) >= FewestSaid ? firsts : [];
    }

    private static bool IsBareSecond(ClauseItem item) =>
        item.Block.Level is BlockLevel.Second && item.IsText && !Preamble.IsMatch(item.Block.Section);

    private static IEnumerable<ClauseItem> InSection(List<Block> blocks)
    {
        var seconds = blocks.Where(block => block.Level is BlockLevel.Second).ToList();
        var below = seconds.ToDictionary(block => block, block => Below(blocks, block));
        if (seconds.Count == 0)
            return blocks.Exists(block => block.Level is BlockLevel.Numbered)
                ? blocks.Where(block => block.Level is BlockLevel.Numbered).Select(Alone)
                : blocks.Where(block => block.Level is BlockLevel.First).Select(Alone);
        var bare = seconds.Count(block => below[block].Count == 0);
        return bare * 2 > seconds.Count
            ? blocks
                .TakeWhile(block => block.Level is not BlockLevel.Second)
                .Where(block => block.Level is BlockLevel.Numbered)
                .Select(Alone)
                .Concat(
                    seconds.Select(block => new ClauseItem(block, [.. block.Lines, .. below[block].SelectMany(Whole)]))
                )
            : blocks
                .Where(block =>
                    block.Level is BlockLevel.Numbered || (block.Level is BlockLevel.Second && below[block].Count == 0)
                )
                .Select(Alone);
    }

    private static List<Block> Below(List<Block> blocks, Block second) =>
        [
            .. blocks
                .Skip(blocks.IndexOf(second) + 1)
                .TakeWhile(block => block.Level is not BlockLevel.Second)
                .Where(block => block.Level is BlockLevel.Numbered),
        ];

    /// <summary>（1）…。（甲局负责） below 3.: where such parts name units and what stands above them names none, each is a clause.</summary>
    private static IEnumerable<ClauseItem> WithPartsOfTheirOwn(ClauseItem item)
    {
        var starts = item
            .Lines.Index()
            .Where(line => line.Index > 0 && Part.IsMatch(line.Item.Spaced))
            .Select(line => line.Index)
            .ToList();
        if (
            starts.Count < 2
            || item.Lines.Take(starts[0]).Any(line => ClauseUnits.OfLine(line) is not null)
            || !starts.Exists(start => ClauseUnits.OfLine(item.Lines[start]) is not null)
        )
            return [item];
        return starts
            .Zip(
                starts.Skip(1).Append(item.Lines.Count),
                (from, to) => OfPart(item, [.. item.Lines.Take(to).Skip(from)])
            )
            .Prepend(new(item.Block, [.. item.Lines.Take(starts[0])]));
    }

    private static ClauseItem OfPart(ClauseItem whole, List<Line> lines)
    {
        var marker = Part.Match(lines[0].Spaced);
        lines[0] = lines[0] with { Spaced = lines[0].Spaced[marker.Length..].TrimStart() };
        var block = whole.Block with
        {
            Level = BlockLevel.Numbered,
            Number = int.Parse(marker.Groups["n"].ValueSpan),
            Label = marker.Value,
            Lines = lines,
        };
        return new(block, lines);
    }

    private static ClauseItem Alone(Block block) => new(block, block.Lines);

    private static IEnumerable<Line> Whole(Block block) =>
        block.Lines.Select((line, at) => at == 0 ? line with { Spaced = block.Label + line.Spaced } : line);
}
