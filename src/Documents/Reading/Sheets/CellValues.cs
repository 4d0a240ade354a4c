using System.Globalization;
using System.Xml.Linq;
using JointMeeting.Documents.Reading.Packed;

namespace JointMeeting.Documents.Reading.Sheets;

/// <summary>What a cell of a worksheet shows: shared strings, numbers, and dates, which are numbers with a date format.</summary>
internal sealed class CellValues
{
    // ECMA-376 Part 1, 18.8.30: the built-in date formats, with those of the Chinese edition.
    private static readonly HashSet<int> BuiltInDates =
    [
        14,
        15,
        16,
        17,
        22,
        27,
        28,
        29,
        30,
        31,
        36,
        50,
        51,
        52,
        53,
        54,
        57,
        58,
    ];
    private static readonly HashSet<int> BuiltInMonths = [17, 27, 36, 50, 52, 57];
    private readonly List<string> shared = [];
    private readonly List<(bool Date, bool Day, bool Percent)> formats = [];
    private readonly DateOnly dayZero;

    public CellValues(Stream? sharedStrings, Stream? styles, XElement book)
    {
        foreach (var item in sharedStrings is null ? [] : SafeXml.Children(sharedStrings, "sst"))
            shared.Add(Rich(item));
        dayZero = book.Child("workbookPr").Value("date1904") is "1" or "true" ? new(1904, 1, 1) : new(1899, 12, 30);
        if (styles is null)
            return;
        var sheet = SafeXml.Whole(styles);
        var custom = sheet
            .Child("numFmts")
            .All("numFmt")
            .ToLookup(format => format.Number("numFmtId"), format => format.Value("formatCode") ?? "");
        foreach (var format in sheet.Child("cellXfs").All("xf"))
            formats.Add(Format(format.Number("numFmtId") ?? 0, custom));
    }

    public string Text(XElement cell)
    {
        var value = cell.Child("v")?.Value ?? "";
        return cell.Value("t") switch
        {
            "s" => int.TryParse(value, out var at) && at >= 0 && at < shared.Count ? shared[at] : "",
            "inlineStr" => cell.Child("is") is { } rich ? Rich(rich) : "",
            "b" => value == "1" ? "是" : "否",
            "e" => "",
            "str" => value,
            _ => Number(value, cell.Number("s") ?? 0),
        };
    }

    private string Number(string value, int style)
    {
        var format = style >= 0 && style < formats.Count ? formats[style] : default;
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return value;
        if (format.Percent)
            return (number * 100).ToString("0.####", CultureInfo.InvariantCulture) + "%";
        if (format.Date && number is >= 1 and < 2_000_000)
            return dayZero
                .AddDays((int)number)
                .ToString(format.Day ? "yyyy年M月d日" : "yyyy年M月", CultureInfo.InvariantCulture);
        return number.ToString("0.##########", CultureInfo.InvariantCulture);
    }

    private static (bool, bool, bool) Format(int id, ILookup<int?, string> custom)
    {
        if (custom[id].FirstOrDefault() is not { } code)
            return (BuiltInDates.Contains(id), !BuiltInMonths.Contains(id), id is 9 or 10);
        var plain = WithoutLiterals(code);
        return (plain.Contains('y') || plain.Contains('d'), plain.Contains('d'), plain.Contains('%'));
    }

    /// <summary>Without "quoted" and [bracketed] pieces of a format code.</summary>
    private static string WithoutLiterals(string code)
    {
        var (kept, until) = (new System.Text.StringBuilder(), '\0');
        foreach (var sign in code.ToLowerInvariant())
            if (until != '\0')
                until = sign == until ? '\0' : until;
            else if (sign is '"' or '[')
                until = sign == '"' ? '"' : ']';
            else
                kept.Append(sign);
        return kept.ToString();
    }

    /// <summary>Text in runs; the reading aid (phonetic) is left out.</summary>
    private static string Rich(XElement item) =>
        string.Concat(
            item.Elements()
                .Where(part => part.Name() is "t" or "r")
                .Select(part => part.Name() == "t" ? part.Value : part.Child("t")?.Value)
        );
}
