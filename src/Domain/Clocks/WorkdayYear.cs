namespace JointMeeting.Domain.Clocks;

/// <summary>Days off from <paramref name="From"/> to <paramref name="To"/>, both included.</summary>
public sealed record OffDays(string Name, DateOnly From, DateOnly To)
{
    public IEnumerable<DateOnly> Days => Enumerable.Range(0, To.DayNumber - From.DayNumber + 1).Select(From.AddDays);
}

/// <summary>
/// What one yearly notice of the State Council General Office (国务院办公厅关于××年部分节假日安排的通知) fixes.
/// Its days may lie in December of the year before (元旦 of 2019 began on 2018-12-30).
/// </summary>
public sealed record WorkdayYear(
    int Year,
    string Source,
    IReadOnlyList<OffDays> OffDays,
    IReadOnlyList<DateOnly> MakeUpWorkdays
)
{
    private const int LongestHoliday = 16;

    /// <summary>Reads one year in the form of the embedded calendar and checks it.</summary>
    /// <exception cref="FormatException">Bad input; the Chinese message says what to correct.</exception>
    public static WorkdayYear Parse(string json)
    {
        var year = DataForm.Read<WorkdayYear>(json, "年度放假安排");
        year.Check();
        return year;
    }

    internal void Check()
    {
        if (Year is < 2000 or > 2100)
            throw Bad($"年份 {Year} 不对,请填 2000 至 2100 之间的年份");
        if (string.IsNullOrWhiteSpace(Source))
            throw Bad("没有写明依据,请在 source 中填放假通知的标题");
        foreach (var off in OffDays)
            CheckOffDays(off);
        CheckMakeUpWorkdays();
        CheckNothingCutOff();
    }

    private void CheckOffDays(OffDays off)
    {
        if (string.IsNullOrWhiteSpace(off.Name))
            throw Bad($"{off.From:yyyy-MM-dd} 起的假期没有名称");
        if (off.To < off.From)
            throw Bad($"{off.Name}的结束日期 {off.To:yyyy-MM-dd} 早于开始日期 {off.From:yyyy-MM-dd}");
        if (off.To.DayNumber - off.From.DayNumber >= LongestHoliday)
            throw Bad($"{off.Name}长达 {LongestHoliday} 天以上,请核对起止日期");
        CheckBelongs(off.From, off.Name);
        CheckBelongs(off.To, off.Name);
    }

    private void CheckMakeUpWorkdays()
    {
        var off = OffDays.SelectMany(o => o.Days).ToHashSet();
        foreach (var day in MakeUpWorkdays)
        {
            CheckBelongs(day, "调休上班日");
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                throw Bad($"调休上班日 {day:yyyy-MM-dd} 不是周末,请核对");
            if (off.Contains(day))
                throw Bad($"{day:yyyy-MM-dd} 既写成放假又写成上班,请核对");
        }
    }

    /// <summary>A notice that lost its end when it was copied would turn holidays into workdays without a word.</summary>
    private void CheckNothingCutOff()
    {
        var off = OffDays.SelectMany(o => o.Days).ToHashSet();
        foreach (var (month, name) in new[] { (1, "元旦"), (5, "劳动节"), (10, "国庆节") })
            if (!off.Contains(new DateOnly(Year, month, 1)))
                throw Bad($"缺少{name}({Year}-{month:00}-01),请对照放假通知补全");
    }

    private void CheckBelongs(DateOnly day, string name)
    {
        if (day.Year != Year && !(day.Year == Year - 1 && day.Month == 12))
            throw Bad($"{name} {day:yyyy-MM-dd} 不在 {Year} 年(或上一年 12 月)内");
    }

    private FormatException Bad(string why) => new($"{Year} 年放假安排有误:{why}。改好后重新导入。");
}
