namespace JointMeeting.Documents.Recognising;

/// <summary>
/// The clauses of the body: those numbered 1. under 一、 and （一）. Where a text numbers its tasks only （一） and
/// names units in them, these count, with a doubt on the number. Annexes are read when the body has no clause.
/// </summary>
internal static class ClauseReader
{
    private sealed record Block(int Number, string Section, List<Line> Lines, int Part, bool SecondLevel);

    public static IReadOnlyList<Clause> Read(Sheet sheet, DateOnly? issued)
    {
        var blocks = Blocks(sheet);
        var numbered = blocks.Where(block => !block.SecondLevel).ToList();
        var tasks =
            numbered.Count > 0
                ? numbered
                : [.. blocks.Where(block => block.Lines.Exists(line => Units(line) is not null))];
        var part = tasks.Select(block => block.Part).FirstOrDefault();
        var kept = tasks.Where(block => block.Part == part).ToList();
        var twice = kept.GroupBy(block => block.Number)
            .Where(same => same.Skip(1).Any())
            .Select(same => same.Key)
            .ToHashSet();
        return [.. kept.Select((block, at) => Read(block, at, Doubt(block, twice), issued))];
    }

    private static List<Block> Blocks(Sheet sheet)
    {
        var blocks = new List<Block>();
        var (first, second, part) = ("", "", 0);
        Block? open = null;
        for (var at = 0; at < sheet.Lines.Count; at++)
        {
            var line = sheet.Lines[at];
            if (sheet.IsTaken(at) || Sheet.IsFurniture(line) || Signature.IsDateLine(line))
                open = null;
            else if (Sheet.IsAnnexHeading(line))
                (first, second, part, open) = ("", "", part + 1, null);
            else if (Outline.IsFirst(line.Squeezed))
                (first, second, open) = (Outline.Words(line.Spaced), "", null);
            else if (Outline.IsSecond(line.Squeezed))
            {
                second = Outline.Words(line.Spaced);
                blocks.Add(open = new(0, first, [line], part, true));
            }
            else if (Outline.Numbered(line.Spaced) is { } numbered)
                blocks.Add(
                    open = new(
                        numbered.Number,
                        second.Length > 0 ? second : first,
                        [line with { Spaced = numbered.Text }],
                        part,
                        false
                    )
                );
            else
                open?.Lines.Add(line);
        }
        return blocks;
    }

    private static Clause Read(Block block, int at, string? doubt, DateOnly? issued)
    {
        var (units, texts) = (UnitList.None, new List<string>());
        foreach (var line in block.Lines)
        {
            var found = Units(line);
            if (found is not null)
                units = Join(units, found.Value.Units);
            if ((found?.Text ?? line.Spaced) is { Length: > 0 } text)
                texts.Add(text);
        }
        var body = string.Join("\n", texts);
        return new(
            block.SecondLevel ? at + 1 : block.Number,
            block.Section,
            Title(texts.FirstOrDefault() ?? ""),
            body,
            units,
            units.Time is null ? null : TimeExpression.Read(units.Time, issued),
            TimeMentions.Find(body, issued),
            block.Lines[0].Number,
            doubt
        );
    }

    private static string? Doubt(Block block, HashSet<int> twice) =>
        block.SecondLevel ? "正文没有“1.”级编号,按(一)级条目依次编号"
        : twice.Contains(block.Number) ? $"编号 {block.Number} 在正文中出现多次"
        : null;

    /// <summary>The units a line ends with, or consists of, and the line without them.</summary>
    private static (UnitList Units, string Text)? Units(Line line)
    {
        if (Brackets.AtEnd(line.Spaced) is { } group && UnitsOf(group.Inner) is { } units)
            return (units, line.Spaced[..group.Start].TrimEnd());
        return UnitsExpression.IsLabelled(line.Squeezed) ? (UnitsExpression.Parse(line.Spaced), "") : null;
    }

    private static UnitList? UnitsOf(string bracket)
    {
        if (UnitsExpression.StatesUnits(bracket))
            return UnitsExpression.Parse(bracket);
        var named = UnitsExpression.IsPlainList(bracket) ? UnitsExpression.ParseList(bracket) : UnitList.None;
        return !named.IsEmpty && named.All.All(unit => UnitNames.Level(unit) is not null)
            ? named with
            {
                Doubt = "括号内没有写明是责任单位",
            }
            : null;
    }

    private static UnitList Join(UnitList before, UnitList next) =>
        before == UnitList.None
            ? next
            : new(
                $"{before.Raw} {next.Raw}",
                [.. before.Lead, .. next.Lead],
                [.. before.Responsible, .. next.Responsible],
                before.Stated ?? next.Stated,
                next.Time ?? before.Time,
                before.Doubt ?? next.Doubt
            );

    private static string Title(string text) =>
        Outline.Words(Outline.WithoutMarker(text)).TrimEnd(';', '；', ',', '，');
}
