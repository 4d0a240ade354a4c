using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>What must not stand beside a match for it to be a time: a longer number, a document number, another word.</summary>
internal static class TimeBorders
{
    private static readonly Regex Day = new("^[^0-9,，。;；、]{1,12}(日|节|周|活动)", Patterns.Linear);

    public static bool StandsAlone(string text, Match match)
    {
        var before = match.Index == 0 ? '\n' : text[match.Index - 1];
        var end = match.Index + match.Length;
        var after = end < text.Length ? text[end] : '\n';
        if (
            char.IsAsciiDigit(match.Value[0])
            && (char.IsAsciiDigit(before) || before is '.' or '第' or '〔' or '[' or '［' or '【')
        )
            return false;
        if (char.IsAsciiDigit(match.Value[^1]) && char.IsAsciiDigit(after))
            return false;
        if (match.Groups["label"].Success && before is ':' or '：')
            return false;
        if (match.Groups["ongoing"].Success)
            return before is not ('可' or '新' or '非' or '中');
        if (match.Groups["again"].Success)
            return !(match.Value is "年度" or "年终" && (char.IsAsciiDigit(before) || before is '本' or '分'))
                && before is not '当'
                && !(match.Value is "定期" && before is '固' or '限');
        if (match.Groups["plan"].Success)
            return IsPlan(match, before);
        if (match.Groups["soft"].Success)
            return true;
        return !(match.Groups["relative"].Success && before is '当' or '往');
    }

    /// <summary>2024是…: a year whose 年 was lost, not part of a number, a document number or a telephone number.</summary>
    public static bool IsYearWithoutSign(string text, Match match)
    {
        var end = match.Index + match.Length;
        var before = match.Index == 0 ? '\n' : text[match.Index - 1];
        return end < text.Length
            && Folding.IsHan(text[end])
            && text[end]
                is not (
                    '年'
                    or '月'
                    or '日'
                    or '号'
                    or '人'
                    or '个'
                    or '元'
                    or '万'
                    or '名'
                    or '家'
                    or '所'
                    or '项'
                    or '亩'
                    or '件'
                    or '户'
                    or '吨'
                    or '次'
                    or '届'
                    or '级'
                    or '平'
                    or '余'
                    or '多'
                    or '公'
                    or '亿'
                    or '学'
                    or '枚'
                    or '套'
                    or '台'
                )
            && (
                before is '\n' or ' '
                || Folding.IsHan(before)
                || before is '。' or '，' or ',' or ':' or '：' or '“' or '《'
            );
    }

    /// <summary>5.15…宣传日: a day that is known by its name.</summary>
    public static bool NamesADay(string text, Match match) => Day.IsMatch(text[(match.Index + match.Length)..]);

    /// <summary>十五 alone is a number; 十四五, “十五”, 十五期间 are plans.</summary>
    private static bool IsPlan(Match match, char before) =>
        "二三四五六七八九".IndexOf(before) < 0
        && (
            match.Groups["p"].Length > 1 && match.Groups["p"].Value[0] == '十'
            || match.Value[0] is '“' or '"'
            || match.Groups["span"].Success
        );
}
