namespace JointMeeting.Domain.Proposals;

/// <summary>What an item is known by, in one form however it is written: 五届三次会议 第012号 is 五届三次 12.</summary>
public static class ItemName
{
    private static readonly char[] Around = ['第', '号', '(', ')', '（', '）'];

    /// <summary>编号 without 第 and 号 and, where it is digits alone, without leading zeros.</summary>
    public static string Number(string typed)
    {
        var number = Plain(typed).Trim(Around);
        return number.All(char.IsAsciiDigit) && number.TrimStart('0') is { Length: > 0 } plain ? plain : number;
    }

    /// <summary>届次 without the word 会议.</summary>
    public static string Session(string typed)
    {
        var session = Plain(typed);
        return session.EndsWith("会议", StringComparison.Ordinal) ? session[..^2] : session;
    }

    /// <summary>Half width, no blanks.</summary>
    private static string Plain(string typed) =>
        string.Concat(
            typed.Where(c => !char.IsWhiteSpace(c)).Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c)
        );
}
