namespace JointMeeting.Documents.Recognising;

/// <summary>The numbered matters of one cell of a month plan.</summary>
internal static class CalendarItems
{
    private const int Circled = 20;

    /// <summary>1. and the other manners to number the matters of a cell.</summary>
    private static readonly Func<int, string>[] Markers =
    [
        number => $"{number}.",
        number => $"{number}、",
        number => $"（{number}）",
        number => $"({number})",
        number => number <= Circled ? $"{(char)('①' + number - 1)}" : "\0",
    ];

    /// <summary>Numbers are looked for in order, so a lost full stop before one does no harm and 2.5亿 is no number.</summary>
    public static IEnumerable<(int Number, string Text, string? Doubt)> Of(string cell)
    {
        var marker = Markers.FirstOrDefault(marker => cell.TrimStart().StartsWith(marker(1)));
        if (marker is null)
            yield break;
        var start = At(cell, marker, 1, 0);
        for (var number = 1; start >= 0; number++)
        {
            var text = start + marker(number).Length;
            var next = At(cell, marker, number + 1, text);
            yield return (
                number,
                (next < 0 ? cell[text..] : cell[text..next]).Trim(' ', '。', ';', '；'),
                IsApart(cell, start) ? null : $"第 {number} 项前缺少句号,与上一项的分界请核对"
            );
            start = next;
        }
    }

    private static bool IsApart(string cell, int at)
    {
        while (at > 0 && Folding.IsBlank(cell[at - 1]))
            at--;
        return at == 0 || !(Folding.IsHan(cell[at - 1]) || cell[at - 1] is '》' or '”');
    }

    private static int At(string cell, Func<int, string> marker, int number, int from)
    {
        var sign = marker(number);
        for (var at = cell.IndexOf(sign, from); at >= 0; at = cell.IndexOf(sign, at + 1))
            if (!IsDigit(cell, at - 1) && !IsDigit(cell, at + sign.Length))
                return at;
        return -1;
    }

    private static bool IsDigit(string cell, int at) => at >= 0 && at < cell.Length && char.IsAsciiDigit(cell[at]);
}
