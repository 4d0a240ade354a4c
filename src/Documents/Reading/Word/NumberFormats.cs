using System.Text;

namespace JointMeeting.Documents.Reading.Word;

/// <summary>Numbers in the formats of numbered paragraphs (ECMA-376 Part 1, 17.18.59 ST_NumberFormat).</summary>
internal static class NumberFormats
{
    private const string Digits = "〇一二三四五六七八九";
    private const string Formal = "零壹贰叁肆伍陆柒捌玖";

    /// <summary>Formats that are not known here are written as ordinary digits.</summary>
    public static string Write(string format, int number) =>
        format switch
        {
            "none" => "",
            "chineseCounting"
            or "chineseCountingThousand"
            or "japaneseCounting"
            or "taiwaneseCounting"
            or "taiwaneseCountingThousand"
            or "ideographDigital"
            or "koreanCounting" => Chinese(number),
            "chineseLegalSimplified" => Chinese(number, Formal, "拾", "佰", "仟"),
            "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is >= 1 and <= 20 => (
                (char)('①' + number - 1)
            ).ToString(),
            "decimalEnclosedParen" => $"({number})",
            "decimalFullWidth" => string.Concat(number.ToString().Select(digit => (char)(digit - '0' + '０'))),
            "decimalZero" => number.ToString("00"),
            "ideographTraditional" when number is >= 1 and <= 10 => "甲乙丙丁戊己庚辛壬癸"[number - 1].ToString(),
            "ideographZodiac" when number is >= 1 and <= 12 => "子丑寅卯辰巳午未申酉戌亥"[number - 1].ToString(),
            "upperLetter" when number is >= 1 and <= 702 => Letters(number, 'A'),
            "lowerLetter" when number is >= 1 and <= 702 => Letters(number, 'a'),
            "upperRoman" when number is >= 1 and < 4000 => Roman(number),
            "lowerRoman" when number is >= 1 and < 4000 => Roman(number).ToLowerInvariant(),
            _ => number.ToString(),
        };

    /// <summary>一, 十, 十二, 二十, 一百零五; beyond 9999 ordinary digits.</summary>
    public static string Chinese(int number) => Chinese(number, Digits.Replace('〇', '零'), "十", "百", "千");

    private static string Chinese(int number, string digits, params ReadOnlySpan<string> tens)
    {
        if (number is < 0 or > 9999)
            return number.ToString();
        if (number == 0)
            return digits[..1];
        var (written, gap) = (new StringBuilder(), false);
        for (var (place, unit) = (3, 1000); place >= 0; place--, unit /= 10)
        {
            var digit = number / unit % 10;
            if (digit == 0)
            {
                gap = written.Length > 0;
                continue;
            }
            if (gap)
                written.Append(digits[0]);
            gap = false;
            if (!(digit == 1 && place == 1 && number < 20))
                written.Append(digits[digit]);
            if (place > 0)
                written.Append(tens[place - 1]);
        }
        return written.ToString();
    }

    private static string Letters(int number, char first) =>
        number <= 26
            ? ((char)(first + number - 1)).ToString()
            : $"{(char)(first + (number - 1) / 26 - 1)}{(char)(first + (number - 1) % 26)}";

    private static string Roman(int number)
    {
        (int Value, string Sign)[] signs =
        [
            (1000, "M"),
            (900, "CM"),
            (500, "D"),
            (400, "CD"),
            (100, "C"),
            (90, "XC"),
            (50, "L"),
            (40, "XL"),
            (10, "X"),
            (9, "IX"),
            (5, "V"),
            (4, "IV"),
            (1, "I"),
        ];
        var written = new StringBuilder();
        foreach (var (value, sign) in signs)
            for (; number >= value; number -= value)
                written.Append(sign);
        return written.ToString();
    }
}
