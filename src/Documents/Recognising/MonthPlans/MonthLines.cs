using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>
/// A month plan without a table: a line for each month (3月, or 3月：印发方案；召开会议) with its matters on it or below it,
/// three months at least, one after the other; quarters alike. A month that lost its 月 is one between two others.
/// </summary>
internal static class MonthLines
{
    private const int FewestMonths = 3;
    private const string Quarter = "第?(?<q>[一二三四])季度";
    private static readonly Regex Alone = new($"^((?<m>1[0-2]|[1-9])(月份?)?|{Quarter})[:：]?$", Patterns.Linear);
    private static readonly Regex Inline = new(
        $"^((?<m>1[0-2]|[1-9])月份?|{Quarter})([:：、]|[-—–]{{1,2}})(?<t>.{{4,}})$|^(?<m>1[0-2]|[1-9])([:：]|[—–]{{1,2}}|--)(?<t>.{{4,}})$",
        Patterns.Linear
    );

    private static readonly Regex Begins = new($"^((1[0-2]|[1-9])月|{Quarter})", Patterns.Linear);

    private sealed record MonthText((int First, int? Last) Months, int End, string Text, int Line);

    public static IEnumerable<CalendarEntry> Take(Sheet sheet)
    {
        for (var at = 0; at < sheet.Lines.Count; at++)
        {
            var months = Run(sheet, at);
            if (months.Count < FewestMonths)
                continue;
            foreach (var entry in months.SelectMany(Entries))
                yield return entry;
            for (var taken = at; taken < months[^1].End; taken++)
                sheet.Take(taken);
            at = months[^1].End - 1;
        }
    }

    /// <summary>The months from here on, as long as they go up and each has something to do.</summary>
    private static List<MonthText> Run(Sheet sheet, int at)
    {
        var months = new List<MonthText>();
        while (Month(sheet, at) is { } month && (months.Count == 0 || month.Months.First > months[^1].Months.First))
        {
            // A bare number begins nothing; between months it is one that lost its 月.
            if (months.Count == 0 && !Begins.IsMatch(sheet.Lines[at].Squeezed))
                return [];
            months.Add(month);
            at = month.End;
        }
        return months;
    }

    private static MonthText? Month(Sheet sheet, int at)
    {
        if (at >= sheet.Lines.Count || sheet.IsTaken(at))
            return null;
        var line = sheet.Lines[at];
        if (Inline.Match(line.Spaced) is { Success: true } inline)
            return new(Months(inline), at + 1, inline.Groups["t"].Value, line.Number);
        if (Alone.Match(line.Squeezed) is not { Success: true } alone)
            return null;
        var end = at + 1;
        while (end < sheet.Lines.Count && IsText(sheet, end))
            end++;
        return end == at + 1
            ? null
            : new(
                Months(alone),
                end,
                string.Concat(sheet.Lines.Skip(at + 1).Take(end - at - 1).Select(text => text.Spaced)),
                sheet.Lines[at + 1].Number
            );
    }

    private static bool IsText(Sheet sheet, int at) =>
        !sheet.IsTaken(at)
        && sheet.Lines[at] is var line
        && line.Squeezed.Length > 3
        && !Alone.IsMatch(line.Squeezed)
        && !Inline.IsMatch(line.Spaced)
        && !Outline.IsFirst(line.Squeezed)
        && !Outline.IsSecond(line.Squeezed)
        && !Sheet.IsAnnexHeading(line)
        && !Sheet.IsFurniture(line)
        && !Signature.IsDateLine(line)
        && !Signs(sheet, at);

    /// <summary>The unit that signs, above the date.</summary>
    private static bool Signs(Sheet sheet, int at) =>
        at + 1 < sheet.Lines.Count
        && Signature.IsDateLine(sheet.Lines[at + 1])
        && UnitNames.LooksLikeOne(sheet.Lines[at].Squeezed);

    private static IEnumerable<CalendarEntry> Entries(MonthText month)
    {
        var items = CalendarItems.Of(month.Text).ToList();
        if (items.Count == 0)
            items.AddRange(Pieces(month.Text).Select((text, at) => (at + 1, text, (string?)null)));
        return items.Select(item =>
        {
            var bracket = Brackets.AtEnd(item.Text);
            var units =
                bracket is { } end && UnitsExpression.IsPlainList(end.Inner)
                    ? UnitsExpression.Parse(end.Inner)
                    : UnitList.None;
            return new CalendarEntry(
                month.Months.First,
                item.Number,
                units.IsEmpty ? item.Text : item.Text[..bracket!.Value.Start].TrimEnd(),
                month.Line,
                null,
                item.Doubt
            )
            {
                LastMonth = month.Months.Last,
                Units = units,
            };
        });
    }

    /// <summary>Without numbers it is one matter, unless each part names its own units in brackets.</summary>
    private static List<string> Pieces(string text)
    {
        var whole = text.Trim(' ', '。', ';', '；');
        var pieces = whole
            .Split('；', ';', '。')
            .Select(piece => piece.Trim())
            .Where(piece => piece.Length > 0)
            .ToList();
        var named = pieces.Count(piece => Brackets.AtEnd(piece) is { } end && UnitsExpression.IsPlainList(end.Inner));
        return named > 0 ? pieces : [whole];
    }

    private static (int First, int? Last) Months(Match match) =>
        match.Groups["q"].Success
        && "一二三四".IndexOf(match.Groups["q"].Value, StringComparison.Ordinal) is var quarter
            ? ((quarter * 3) + 1, (quarter * 3) + 3)
            : (int.Parse(match.Groups["m"].ValueSpan), null);
}
