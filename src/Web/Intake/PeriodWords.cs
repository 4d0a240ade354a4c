namespace JointMeeting.Web.Intake;

/// <summary>How often a report is due, as people say it.</summary>
public static class PeriodWords
{
    /// <summary>The importer's words; null for once.</summary>
    public static IReadOnlyList<string?> Known { get; } =
    [
        null,
        "weekly",
        "monthly",
        "quarterly",
        "halfYearly",
        "yearly",
        "daily",
        "everyTerm",
        "everySchoolYear",
        "unspecified",
    ];

    /// <summary>The importer's word in Chinese; 一次 where nothing recurs.</summary>
    public static string Label(string? period) =>
        period switch
        {
            null => "一次",
            "yearly" => "每年",
            "halfYearly" => "每半年",
            "quarterly" => "每季度",
            "monthly" => "每月",
            "weekly" => "每周",
            "daily" => "每日",
            "everyTerm" => "每学期",
            "everySchoolYear" => "每学年",
            _ => "定期（没有写明多久一次）",
        };
}
