using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.Ledgers;

/// <summary>Finds what a ledger says about itself: its title, its as-of date, its columns.</summary>
internal static class LedgerReader
{
    private const int LongestTitle = 80;
    private const int LinesOfAHead = 12;
    private static readonly Regex AsOfWords = new(
        "(截至|截止|统计至|更新至|(填报|填表|更新|统计|制表|报送|上报)(日期|时间)[:：]?)((日期|时间)?[:：])?",
        Patterns.Linear
    );

    /// <summary>Null where no table says how far its rows have come.</summary>
    public static Ledger? Find(IReadOnlyList<RawTable> tables, Sheet sheet)
    {
        if (!tables.Any(table => table.IsLedger))
            return null;
        var start = tables.SelectMany(table => table.Rows).Min(row => row.Line);
        var above = sheet.Lines.TakeWhile(line => line.Number < start).Take(LinesOfAHead).ToList();
        var headings = tables.SelectMany(table => table.Headings).Select(column => column.Line).ToHashSet();
        return new(
            above.Where(line => !headings.Contains(line.Number)).Where(IsTitle).Select(Title).FirstOrDefault(),
            above
                .Concat(sheet.Lines.Where((_, at) => !sheet.IsTaken(at)))
                .Select(AsOf)
                .FirstOrDefault(day => day is not null)
        );
    }

    private static bool IsTitle(Line line) =>
        line.Squeezed.Length is >= 4 and <= LongestTitle
        && line.Squeezed.AsSpan().IndexOfAny("。:：") < 0
        && !Sheet.IsAnnexHeading(line)
        && AsOfWords.Match(line.Squeezed) is not { Success: true, Index: 0 };

    private static Stated<string> Title(Line line) => new(line.Spaced, line.Number);

    private static Stated<DateOnly>? AsOf(Line line)
    {
        var text = Numerals.DatesToDigits(line.Squeezed);
        foreach (Match words in AsOfWords.Matches(text))
            if (WrittenDates.Find(text[(words.Index + words.Length)..]) is [{ Index: <= 1, End: { } day }, ..])
                return new(day, line.Number);
        return null;
    }
}
