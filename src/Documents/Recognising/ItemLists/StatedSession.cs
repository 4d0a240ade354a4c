using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.ItemLists;

/// <summary>届次 of a whole list: written in its title above the table, or in the name of its sheet.</summary>
internal static class StatedSession
{
    private const string Count = "[一二三四五六七八九十]{1,3}|[0-9]{1,2}";

    /// <summary>十届三次会议, 第十届人民代表大会第三次会议, 十届三次会议闭会期间; a meeting of 常委会 is no such session.</summary>
    private static readonly Regex Words = new(
        $"(?<term>{Count})届(全国|省|市|县|区|州)?(人民代表大会|人大|政协|委员会|政协委员会)?(全体会议)?第?(?<number>{Count})次(全体)?(会议)?(?<between>闭会期间)?",
        Patterns.Linear
    );

    /// <summary>The one session that the texts state, as 十届三次; null where they state none, or several.</summary>
    public static string? In(IEnumerable<string> texts)
    {
        var stated = texts
            .SelectMany(text => Words.Matches(Folding.Squeeze(text)))
            .Select(m =>
                $"{m.Groups["term"].Value}届{m.Groups["number"].Value}次{(m.Groups["between"].Success ? "会议闭会期间" : "")}"
            )
            .Distinct()
            .ToList();
        return stated is [var session] ? session : null;
    }
}
