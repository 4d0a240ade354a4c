using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

internal sealed record SignatureBlock(Stated<string>? Issuer, Stated<DateOnly>? Date);

/// <summary>The signature (落款): the issuing organ on a line, the date on the next.</summary>
internal static class Signature
{
    private const int LinesOfAHead = 12;
    private static readonly Regex DateLine = new(
        "^[(（]?((19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日?|(19|20)[0-9]{2}[0-9]{2,4}日)[)）]?$",
        Patterns.Linear
    );

    public static SignatureBlock? Find(Sheet sheet)
    {
        if (Together(sheet) is { } together)
            return together;
        SignatureBlock? dateOnly = null;
        for (var at = 1; at < sheet.Lines.Count; at++)
        {
            if (sheet.IsTaken(at) || Date(sheet.Lines[at]) is not { } date)
                continue;
            var above = sheet.Lines[at - 1];
            if (Issuer(above) is { } issuer)
                return new(new(With(sheet, at - 2, issuer), above.Number), date);
            dateOnly ??= new(null, date);
        }
        return dateOnly;
    }

    /// <summary>Unit and date on one line at the head of minutes and briefings.</summary>
    private static SignatureBlock? Together(Sheet sheet)
    {
        for (var at = 0; at < Math.Min(sheet.Lines.Count, LinesOfAHead); at++)
            if (
                !sheet.IsTaken(at)
                && sheet.Lines[at].Spaced.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)
                    is [var unit, var day]
                && unit.Length >= 4
                && UnitNames.LooksLikeOne(unit)
                && Date(new(sheet.Lines[at].Number, day, day)) is { } date
            )
                return new(new(unit, date.Line), date);
        return null;
    }

    /// <summary>Organs that sign together, each on a line of its own.</summary>
    private static string With(Sheet sheet, int at, string issuer)
    {
        for (; at >= 0 && !sheet.IsTaken(at) && UnitNames.Signs(sheet.Lines[at].Squeezed); at--)
            issuer = $"{Issuer(sheet.Lines[at]) ?? sheet.Lines[at].Squeezed}、{issuer}";
        return issuer;
    }

    public static bool IsDateLine(Line line) => line.Squeezed.Length <= 20 && Date(line) is not null;

    /// <summary>One organ, its letters perhaps spaced out, or several beside each other (联合发文).</summary>
    private static string? Issuer(Line line)
    {
        var names = line.Spaced.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (
            names.Length > 1
            && line.Squeezed.Length <= 120
            && names.All(name => name.Length >= 4 && UnitNames.LooksLikeOne(name))
        )
            return string.Join('、', names);
        return line.Squeezed.Length is > 2 and <= 40 && UnitNames.LooksLikeOne(line.Squeezed) ? line.Squeezed : null;
    }

    private static Stated<DateOnly>? Date(Line line)
    {
        if (line.Squeezed.Length > 20)
            return null;
        var text = Numerals.DatesToDigits(line.Squeezed);
        if (!DateLine.IsMatch(text))
            return null;
        text = text.Trim('(', ')', '（', '）');
        if (WrittenDates.Find(text) is [{ IsDay: true, End: { } day }])
            return new(day, line.Number);
        return DamagedDate.RepairDay(text, out _) is { } repaired
            ? new(repaired.Date, line.Number, $"日期有缺损,建议读作“{repaired.Repaired}”")
            : null;
    }
}
