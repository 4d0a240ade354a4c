namespace JointMeeting.Documents.Recognising;

/// <summary>The main recipients (主送机关): the line after the title that ends with a colon (GB/T 9704-2012 7.3.2).</summary>
internal static class MainRecipients
{
    private const int Longest = 600;

    public static IReadOnlyList<Stated<string>> Find(IReadOnlyList<Line> head, Stated<string>? title)
    {
        var line = head.FirstOrDefault(line => line.Number > (title?.Line ?? 0) && IsRecipientsLine(line));
        if (line is null)
            return [];
        return
        [
            .. Brackets
                .SplitOutside(line.Squeezed.TrimEnd(':', '：'), sign => sign is ',' or '，' or ';' or '；')
                .SelectMany(group => Units(group.Piece))
                .Select(unit => new Stated<string>(unit, line.Number)),
        ];
    }

    private static bool IsRecipientsLine(Line line) =>
        line.Squeezed.Length is > 3 and <= Longest
        && line.Squeezed[^1] is ':' or '：'
        && line.Squeezed.AsSpan()[..^1].IndexOfAny("。:：“《") < 0
        && !line.Squeezed.StartsWith("附件")
        && !Metadata.IsField(line)
        && !Roles.IsRole(line.Squeezed)
        && Brackets
            .SplitOutside(line.Squeezed[..^1], sign => sign is ',' or '，' or '、')
            .All(part => IsAddressee(part.Piece));

    /// <summary>城东新区、城西新区管委会 share their ending, 各区民政局、财政局 their beginning: they stay together; full names of units are split.</summary>
    private static IEnumerable<string> Units(string group)
    {
        var pieces = Brackets.SplitOutside(group, sign => sign == '、').Select(part => part.Piece).ToList();
        // 各乡镇党委、人民政府: the second is of each of them, too.
        return pieces.Exists(piece => piece is "人民政府" or "政府" or "党委" or "管委会" or "办事处") ? [group]
            : pieces.All(piece => IsAddressee(piece) && !IsArea(piece) && !UnitNames.LacksLevel(piece))
                ? pieces.Where(piece => piece.Length > 0)
            : [group];
    }

    private static bool IsAddressee(string piece) =>
        UnitNames.LooksLikeOne(piece) || UnitNames.NamesNobody(piece) || IsArea(piece);

    private static bool IsArea(string piece) =>
        piece.Length <= 20 && piece.Length > 0 && "区县市镇州旗".Contains(piece[^1]);
}
