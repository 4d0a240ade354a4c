using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>The main recipients (主送机关): the line after the title that ends with a colon (GB/T 9704-2012 7.3.2).</summary>
internal static class MainRecipients
{
    private const int Longest = 600;
    private const int LongestWord = 20;
    private const string OnlyByItsPlace = "不像单位名称,按所在位置读作主送单位,请核对";

    /// <summary>刘某代表, 张某等3位委员: whom a reply addresses.</summary>
    private static readonly Regex Delegate = new(
        "^[\u4e00-\u9fa5·]{2,8}(等[0-9一二三四五六七八九十]{0,3}(名|位)?)?(代表|委员)$",
        Patterns.Linear
    );

    public static IReadOnlyList<Stated<string>> Find(IReadOnlyList<Line> head, Stated<string>? title)
    {
        var line = head.FirstOrDefault(line => line.Number > (title?.Line ?? 0) && IsRecipientsLine(line));
        if (line is null)
            return [];
        return
        [
            .. Groups(line)
                .SelectMany(group => IsGroup(group) ? Units(group) : [(group, OnlyByItsPlace)])
                .Select(unit => new Stated<string>(unit.Name, line.Number, unit.Doubt)),
        ];
    }

    private static IEnumerable<string> Groups(Line line) =>
        Brackets
            .SplitOutside(line.Squeezed.TrimEnd(':', '：'), sign => sign is ',' or '，' or ';' or '；')
            .Select(group => group.Piece);

    private static bool IsRecipientsLine(Line line) =>
        line.Squeezed.Length is > 3 and <= Longest
        && line.Squeezed[^1] is ':' or '：'
        && line.Squeezed.AsSpan()[..^1].IndexOfAny("。:：“《") < 0
        && !line.Squeezed.StartsWith("附件")
        && !Metadata.IsField(line)
        && !Roles.IsRole(line.Squeezed)
        && AreGroups([.. Groups(line)]);

    /// <summary>Most are addressees; one that does not look like any (甲林场) is one by its place among them.</summary>
    private static bool AreGroups(List<string> groups) =>
        groups.Count(IsGroup) is var known
        && (
            known == groups.Count
            || (known * 2 >= groups.Count && groups.TrueForAll(group => group.Length is >= 3 and <= LongestWord * 2))
        );

    /// <summary>Addressees, or words whose last names whom they are about (中央、省驻某市有关单位).</summary>
    private static bool IsGroup(string group)
    {
        var pieces = Pieces(group);
        return pieces.TrueForAll(IsAddressee)
            || (
                pieces.Count > 1
                && pieces[^1] is var last
                && (UnitNames.LooksLikeOne(last) || UnitNames.NamesNobody(last) || UnitNames.NamesNobody(pieces[0]))
                && pieces.TrueForAll(piece => piece.Length is >= 1 and <= LongestWord && piece.All(Folding.IsHan))
            );
    }

    private static List<string> Pieces(string group) =>
        [.. Brackets.SplitOutside(group, sign => sign == '、').Select(part => part.Piece)];

    /// <summary>
    /// 城东新区、城西新区管委会 share their ending, 各区民政局、财政局 their beginning: they stay together; full names of
    /// units are split, and 市教育局、财政局 with the level of the first.
    /// </summary>
    private static IEnumerable<(string Name, string? Doubt)> Units(string group)
    {
        var pieces = Pieces(group);
        // 各乡镇党委、人民政府: the second is of each of them, too.
        if (
            pieces.Exists(piece => piece is "人民政府" or "政府" or "党委" or "管委会" or "办事处")
            || !pieces.TrueForAll(piece => IsAddressee(piece) && !IsArea(piece))
        )
            return [(group, null)];
        if (UnitNames.Level(pieces[0]) is { } level)
            return pieces.Select(piece =>
                UnitNames.WithLevel(level, piece) is { } full
                    ? (full, $"“{full}”的前缀由前一单位沿用")
                    : (piece, (string?)null)
            );
        return pieces.Exists(UnitNames.LacksLevel)
            ? [(group, null)]
            : pieces.Where(piece => piece.Length > 0).Select(piece => (piece, (string?)null));
    }

    private static bool IsAddressee(string piece) =>
        Delegate.IsMatch(piece) || UnitNames.LooksLikeOne(piece) || UnitNames.NamesNobody(piece) || IsArea(piece);

    private static bool IsArea(string piece) =>
        piece.Length <= 20 && piece.Length > 0 && "区县市镇州旗".Contains(piece[^1]);
}
