using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>How often something recurs.</summary>
internal static class TimePeriods
{
    private static readonly Regex Again = new(
        "每(个)?(?<u>年|半年|季度|季|月|周|日|学期|学年)((末|首)月|(1[0-2]|[1-9])月((底|末|([12][0-9]|3[01]|[1-9])(日|号))?(之前|以前|前)?(和|、|及|与)(1[0-2]|[1-9])月)*)?(?<d>((3[01]|[12][0-9]|0?[1-9])(日|号)|最后一(个工作日|天|周|个?星期)|底|初|末|结束)?[^,，。;；]{0,4}?(之前|以前|前|内)|最后一(个工作日|天|周|个?星期)|底|末)?|(分|按)(?<u>季度|季|月|年)|(?<u>季度|月度|年度|半年)|(?<u>年|季|月|周)报",
        Patterns.Linear
    );

    /// <summary>年 yearly, 季度 quarterly …; unspecified where no unit is given (定期).</summary>
    public static string Word(string unit) =>
        unit switch
        {
            "年" or "年度" => "yearly",
            "半年" => "halfYearly",
            "季度" or "季" => "quarterly",
            "月" or "月度" => "monthly",
            "周" => "weekly",
            "日" or "天" => "daily",
            "学期" => "everyTerm",
            "学年" => "everySchoolYear",
            _ => "unspecified",
        };

    /// <summary>The period a text states first, null where it states none.</summary>
    public static string? In(string text) => Expression(text)?.Period;

    /// <summary>The recurring expression with its words, and whether it says by which day.</summary>
    public static (string Raw, string Period, bool HasDay)? Expression(string text) =>
        Again.Match(text) is { Success: true } match
            ? (match.Value, Word(match.Groups["u"].Value), match.Groups["d"].Length > 0)
            : null;
}
