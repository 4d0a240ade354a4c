using System.CommandLine;
using System.Globalization;
using JointMeeting.Domain;

namespace JointMeeting.Web.Cli;

/// <summary>What the verbs that count days have in common.</summary>
internal static class DateArguments
{
    public static Argument<string> Date() => new("DATE") { Description = "起算日，如 2026-11-21" };

    public static Argument<string> Number(string unit) => new("N") { Description = $"{unit}数，负数向前数" };

    /// <exception cref="Refusal">Not a day of the calendar.</exception>
    public static DateOnly Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new Refusal($"“{text}”不是日期，请写成 2026-11-21 的样子。");

    /// <exception cref="Refusal">Not a number, or beyond the limit.</exception>
    public static int Count(string text, int most) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n)
        && n >= -most
        && n <= most
            ? n
            : throw new Refusal($"“{text}”须为 ±{most} 以内的整数。");

    /// <summary>A warning beside a result: standard output holds the result alone.</summary>
    public static void Warn(string? warning)
    {
        if (warning is not null)
            Console.Error.WriteLine(warning);
    }
}
