using System.Buffers;
using System.Text.RegularExpressions;
using JointMeeting.Documents.Recognising.Figures;

namespace JointMeeting.Documents.Recognising.Findings;

/// <summary>A total with its parts behind it that do not add up: 培训100人,其中甲类60人、乙类50人.</summary>
internal static class Sums
{
    private const string Unit = $"[万亿]?({FigureScan.Counters})";
    private const string Value = "[0-9]{1,9}(\\.[0-9]{1,4})?";
    private static readonly Regex Total = new(
        $"(?<t>{Value})(?<u>{Unit})[\u4e00-\u9fa5]{{0,8}}(?<c>[,，]其中|[(（](其中)?)[:：]?(?<parts>[^。()（）;；]{{1,200}})",
        Patterns.Linear
    );

    private static readonly Regex Grown = new("(净?增|净?减|增加|减少|增长|下降|多|少|超)$", Patterns.Linear);

    /// <summary>其中 may name only some of the parts; three or more that come to nearly all of it are meant to be all.</summary>
    private const int Many = 3;
    private const decimal NearlyAll = 0.95m;
    private static readonly SearchValues<char> Stops = SearchValues.Create(",，。;；(（");
    private static readonly Regex Earlier = new($"(?<n>{Value})(?<u>{Unit})、", Patterns.Linear);
    private static readonly Regex Part = new($"^[^0-9]{{1,24}}(?<n>{Value})(?<u>{Unit})$", Patterns.Linear);

    public static IEnumerable<Finding> InLines(Sheet sheet) =>
        sheet.Lines.SelectMany(line =>
            Total.Matches(line.Squeezed).Select(match => Read(match, line)).OfType<Finding>()
        );

    private static Finding? Read(Match match, Line line)
    {
        // 28.74亿斤，净增0.53亿斤，其中…: the parts are not of what it grew by.
        if (Grown.IsMatch(line.Squeezed[..match.Index]))
            return null;
        var unit = match.Groups["u"].Value;
        var parts = match
            .Groups["parts"]
            .Value.Split('、', ',', '，')
            .Select(part => Part.Match(part))
            .TakeWhile(part => part.Success && part.Groups["u"].Value == unit)
            .Select(part => decimal.Parse(part.Groups["n"].ValueSpan))
            .ToList();
        // 建议12件、提案9件,其中…: the parts are of both together.
        var before = line.Squeezed[(line.Squeezed.AsSpan(0, match.Index).LastIndexOfAny(Stops) + 1)..match.Index];
        var others = Earlier
            .Matches(before)
            .Where(other => other.Groups["u"].Value == unit)
            .Sum(other => decimal.Parse(other.Groups["n"].ValueSpan));
        var (total, sum) = (decimal.Parse(match.Groups["t"].ValueSpan) + others, parts.Sum());
        // 其中 may name only some of the parts; a bracket names them all.
        var isSome = match.Groups["c"].Value.Contains("其中") && !(parts.Count >= Many && sum >= total * NearlyAll);
        var disagrees = parts.Count >= 2 && (sum > total || (sum < total && !isSome));
        return disagrees
            ? new(
                FindingKind.SumMismatch,
                null,
                null,
                $"合计 {total}{unit} 与分项之和 {string.Join("+", parts)}={sum} 不一致,请核对。",
                [],
                line.Number,
                0.8
            )
            {
                Values = [$"{total}{unit}", $"{string.Join('+', parts)}={sum}{unit}"],
            }
            : null;
    }
}
