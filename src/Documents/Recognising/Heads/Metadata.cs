using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

internal sealed record MetadataField(string Key, string Value, int Line);

/// <summary>The lines a government site puts under a title: 索引号, 文号, 发布机构, 发布日期 …, several to a line.</summary>
internal static class Metadata
{
    public const string Index = "索引号";
    public const string Valid = "有效性";
    public const string Number = "文号";
    public const string Issuer = "发布机构";
    public const string Signed = "成文日期";
    public const string PublishedOn = "发布日期";

    private static readonly Regex Keys = new(
        "(索 *引 *号|发 *文 *字 *号|文 *号|发 *布 *机 *构|发 *文 *机 *关|发 *文 *单 *位|制 *发 *机 *关|发 *布 *日 *期|发 *布 *时 *间|成 *文 *日 *期|发 *文 *日 *期|信 *息 *分 *类|主 *题 *分 *类|主 *题 *词|有 *效 *性|公 *开 *方 *式|公 *开 *形 *式|上 *网 *时 *间|点 *击|字 *号|体 *裁|来 *源|作 *者|阅 *读 *次 *数|浏 *览 *次 *数|标 *题|名 *称) *[:：]",
        Patterns.Linear
    );

    private static readonly Regex KeyAlone = new(
        "^(索引号|发文字号|文号|发布机构|发文机关|发文单位|制发机关|发布日期|发布时间|成文日期|发文日期|有效性)$",
        Patterns.Linear
    );

    public static IReadOnlyList<MetadataField> Read(IEnumerable<Line> head) =>
        [.. head.Where(line => line.Spaced.Length <= 300).SelectMany(line => InCells(line).Concat(Fields(line)))];

    /// <summary>索引号 | … | 文号 | …: a row of a table, each label beside its value.</summary>
    private static IEnumerable<MetadataField> InCells(Line line)
    {
        var cells = line.Spaced.Split('\t');
        for (var at = 0; at + 1 < cells.Length; at++)
            if (KeyAlone.IsMatch(Folding.Squeeze(cells[at])) && Folding.Squeeze(cells[at + 1]) is { Length: > 0 } value)
                yield return new(Canonical(Folding.Squeeze(cells[at])), value, line.Number);
    }

    /// <summary>来源：… 时间：2024-03-19 12:02: 时间 alone is a key only behind another one.</summary>
    private static readonly Regex TimeBehind = new(
        "(来源|作者|编辑|浏览)[^:：]{0,6}[:：].{0,30}时间[:：](?<d>[0-9].{5,20})$",
        Patterns.Linear
    );

    public static bool IsField(Line line) => Keys.Match(line.Spaced) is { Success: true, Index: 0 };

    public static Stated<DateOnly>? Date(IReadOnlyList<MetadataField> fields, string key)
    {
        foreach (var field in fields.Where(field => field.Key == key))
            if (WrittenDates.Find(Numerals.DatesToDigits(field.Value)) is [{ IsDay: true, End: { } day }, ..])
                return new(day, field.Line, key == PublishedOn ? "由网页发布日期推定,请核对成文日期" : null);
        return null;
    }

    private static IEnumerable<MetadataField> Fields(Line line)
    {
        var keys = Keys.Matches(line.Spaced);
        if (TimeBehind.Match(line.Spaced) is { Success: true } behind)
            yield return new(PublishedOn, behind.Groups["d"].Value.Trim(), line.Number);
        for (var at = 0; at < keys.Count; at++)
        {
            var start = keys[at].Index + keys[at].Length;
            var end = at + 1 < keys.Count ? keys[at + 1].Index : line.Spaced.Length;
            var value = Folding.Squeeze(line.Spaced[start..end]);
            if (value.Length > 0)
                yield return new(Canonical(Folding.Squeeze(keys[at].Value).TrimEnd(':', '：')), value, line.Number);
        }
    }

    private static string Canonical(string key) =>
        key switch
        {
            "发文字号" => Number,
            "发文机关" or "发文单位" or "制发机关" => Issuer,
            "发文日期" => Signed,
            "发布时间" => PublishedOn,
            _ => key,
        };
}
