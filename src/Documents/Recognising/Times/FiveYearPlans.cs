namespace JointMeeting.Documents.Recognising;

/// <summary>Five-year plan periods: 十二五 2011–2015, 十三五 2016–2020, 十四五 2021–2025, 十五五 2026–2030.</summary>
internal static class FiveYearPlans
{
    // The plans from the sixth on follow one another without a gap: 六五 began in 1981.
    private const int SixthPlanStarts = 1981;

    /// <summary>The year a plan ends, from its ordinal (十四 for 十四五); null for none since 1981.</summary>
    public static int? EndOf(string ordinal) =>
        Numerals.Count(ordinal) is >= 6 and <= 30 and var plan ? SixthPlanStarts + ((plan - 6) * 5) + 4 : null;

    public static DateOnly LastDay(int year) => new(year, 12, 31);
}
