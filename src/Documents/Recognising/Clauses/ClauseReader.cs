namespace JointMeeting.Documents.Recognising;

/// <summary>
/// The clauses of the part that names the most units, else of the first part that has several: usually the body,
/// sometimes a plan attached to it.
/// </summary>
internal static class ClauseReader
{
    private const int Several = 3;

    /// <summary>Shorter items are headings.</summary>
    private const int LongItem = 24;

    /// <param name="hasTable">A table of tasks says what was decided; the text above it only tells of it.</param>
    public static Body Read(Sheet sheet, DateOnly? issued, bool hasTable)
    {
        var blocks = Blocks.Of(sheet);
        var parts = blocks
            .GroupBy(block => block.Part)
            .Select(part => (Part: part.Key, Items: ClauseItems.Of([.. part], hasTable)))
            .Where(part => part.Items.Count > 0)
            .ToList();
        var chosen = parts
            .OrderByDescending(part => part.Items.Count(item => item.StatesUnits))
            .ThenByDescending(part => part.Items.Count >= Several)
            .FirstOrDefault();
        var items = chosen.Items ?? [];
        var taken = items.SelectMany(item => item.Lines).Select(line => line.Number).ToHashSet();
        var passages = blocks
            .Where(block => chosen.Items is null || block.Part == chosen.Part)
            .SelectMany(block => block.Lines.Select(line => new Passage(block.Section, line.Spaced, line.Number)))
            .Where(passage => !taken.Contains(passage.Line));
        return new(
            Clauses(items, issued),
            [.. passages],
            [.. parts.Where(part => part.Part != chosen.Part).Select(OtherPart), .. Passed(blocks, items, chosen.Part)]
        );
    }

    /// <summary>A part that has clauses of its own beside the one that was read.</summary>
    private static LeftOut OtherPart((int Part, List<ClauseItem> Items) part) =>
        new(
            $"这一部分有 {part.Items.Count} 个条目没有读作条款(只读取写明责任单位最多的一部分)",
            string.Concat(part.Items.SelectMany(item => item.Lines).Select(line => line.Squeezed)),
            part.Items[0].Block.Lines[0].Number
        );

    /// <summary>Items of the part that was read which its level of clauses passes over, one a section.</summary>
    private static IEnumerable<LeftOut> Passed(List<Block> blocks, List<ClauseItem> items, int part)
    {
        if (items.Count == 0)
            return [];
        var taken = items.SelectMany(item => item.Lines).Select(line => line.Number).ToHashSet();
        return blocks
            .Where(block =>
                block.Part == part
                && block.Level is BlockLevel.Second or BlockLevel.Numbered
                && !taken.Contains(block.Lines[0].Number)
                && !ClauseItems.IsPreamble(block.Section)
                && (block.Lines.Count > 1 || block.Lines[0].Squeezed.Length >= LongItem)
            )
            .GroupBy(block => block.Section)
            .Select(section => new LeftOut(
                $"“{section.Key}”下有 {section.Count()} 个条目没有读作条款",
                string.Concat(section.SelectMany(block => block.Lines).Select(line => line.Squeezed)),
                section.First().Lines[0].Number
            ));
    }

    private static List<Clause> Clauses(List<ClauseItem> items, DateOnly? issued)
    {
        var ownNumbers = items.Where(item => item.Block.Level is not BlockLevel.Numbered).ToList();
        var sequential = ownNumbers.DistinctBy(item => item.Block.Number).Count() < ownNumbers.Count;
        var numbers = items
            .Select(
                (item, at) => sequential && item.Block.Level is not BlockLevel.Numbered ? at + 1 : item.Block.Number
            )
            .ToList();
        var twice = numbers
            .CountBy(number => number)
            .Where(same => same.Value > 1)
            .Select(same => same.Key)
            .ToHashSet();
        var read = items
            .Select((item, at) => Read(item, numbers[at], Doubt(item.Block, numbers[at], twice), issued))
            .ToList();
        return ClauseTitle.Cut(read);
    }

    private static Clause Read(ClauseItem item, int number, string? doubt, DateOnly? issued)
    {
        var (units, texts, stated) = (UnitList.None, new List<string>(), 0);
        foreach (var line in item.Lines)
        {
            var found = ClauseUnits.OfLine(line);
            if (found is not null)
            {
                units = ClauseUnits.Join(units, found.Value.Units);
                stated += found.Value.Units.Lead.Count > 0 ? 1 : 0;
            }
            if ((found?.Text ?? line.Spaced) is { Length: > 0 } text)
                texts.Add(text);
        }
        var body = string.Join("\n", texts);
        if (units.IsEmpty)
            units = (ClauseUnits.OfHeading(item.Block.Section) ?? ClauseUnits.OfSentence(body)) is { } inferred
                ? inferred with
                {
                    Time = units.Time,
                }
                : units;
        return new(
            number,
            item.Block.Label,
            item.Block.Section,
            ClauseTitle.Of(texts.FirstOrDefault() ?? ""),
            body,
            stated > 1 ? units with { Doubt = "本条分项写明了不同的牵头单位,已合并列出,请按分项核对" } : units,
            units.Time is null ? null : TimeExpression.Read(units.Time, issued),
            TimeMentions.Find(body, issued),
            item.Block.Lines[0].Number,
            doubt
        );
    }

    private static string? Doubt(Block block, int number, HashSet<int> twice) =>
        block.Level is BlockLevel.Second ? "正文没有“1.”级编号,按(一)级条目编号"
        : block.Level is BlockLevel.First ? "正文没有下级编号,按一、级条目编号"
        : twice.Contains(number) ? $"编号 {number} 在正文中出现多次"
        : null;
}
