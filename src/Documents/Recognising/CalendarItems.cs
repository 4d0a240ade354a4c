using System.Globalization;

namespace JointMeeting.Documents.Recognising;

/// <summary>The numbered matters of one cell of a month plan.</summary>
internal static class CalendarItems
{
    /// <summary>Numbers are looked for in order, so a lost full stop before one does no harm and 2.5亿 is no number.</summary>
    public static IEnumerable<(int Number, string Text, string? Doubt)> Of(string cell)
    {
        var start = At(cell, 1, 0);
        for (var number = 1; start >= 0; number++)
        {
            var text = start + Marker(number).Length;
            var next = At(cell, number + 1, text);
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

    private static int At(string cell, int number, int from)
    {
        for (var at = cell.IndexOf(Marker(number), from); at >= 0; at = cell.IndexOf(Marker(number), at + 1))
            if (!IsDigit(cell, at - 1) && !IsDigit(cell, at + Marker(number).Length))
                return at;
        return -1;
    }

    private static bool IsDigit(string cell, int at) => at >= 0 && at < cell.Length && char.IsAsciiDigit(cell[at]);

    private static string Marker(int number) => number.ToString(CultureInfo.InvariantCulture) + ".";
}
