namespace JointMeeting.Documents.Recognising;

/// <summary>Small Chinese numerals.</summary>
internal static class Numerals
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>六 6, 十二 12, 二十五 25, or ASCII digits; null when it is neither (up to 99, or 9999 in ASCII).</summary>
    public static int? Count(string text)
    {
        if (text.Length is > 0 and <= 4 && text.All(char.IsAsciiDigit))
            return int.Parse(text);
        var ten = text.IndexOf('十');
        if (ten < 0)
            return text.Length == 1 && Digits.IndexOf(text[0]) is > 0 and var one ? one : null;
        var tens = ten == 0 ? 1 : Digits.IndexOf(text[0]);
        var ones = ten == text.Length - 1 ? 0 : Digits.IndexOf(text[^1]);
        return ten <= 1 && text.Length <= ten + 2 && tens > 0 && ones >= 0 ? (tens * 10) + ones : null;
    }

    /// <summary>二〇二二年八月九日 to 2022年8月9日; text without such a year is returned as it is.</summary>
    public static string DatesToDigits(string text)
    {
        for (var year = text.IndexOf('年'); year >= 0; year = text.IndexOf('年', year + 1))
            if (year >= 4 && Year(text.Substring(year - 4, 4)) is { } digits)
                return MonthAndDay(text[..(year - 4)] + digits, text[year..]);
        return text;
    }

    private static string? Year(string four)
    {
        var digits = four.Select(sign => Digits.IndexOf(sign is '零' or '○' or 'Ｏ' ? '〇' : sign)).ToArray();
        return digits.All(digit => digit >= 0) ? string.Concat(digits) : null;
    }

    private static string MonthAndDay(string before, string rest)
    {
        var month = rest.IndexOf('月');
        if (month is < 2 or > 3 || Count(rest[1..month]) is not { } m)
            return before + rest;
        var day = rest.IndexOf('日');
        var tail =
            day > month && day - month <= 4 && Count(rest[(month + 1)..day]) is { } d
                ? $"{d}{rest[day..]}"
                : rest[(month + 1)..];
        return $"{before}年{m}月{tail}";
    }
}
