using System.CommandLine;
using JointMeeting.Domain;
using JointMeeting.Domain.Clocks;

namespace JointMeeting.Web.Cli;

/// <summary>months add DATE N [--roll]: a period in months (民法典 201–203), rolled to a workday on request.</summary>
public static class MonthsAdd
{
    private const int MostMonths = 12_000;

    /// <summary>The verb.</summary>
    public static Command Command()
    {
        var (date, number) = (DateArguments.Date(), DateArguments.Number("月"));
        var roll = new Option<bool>("--roll") { Description = "遇节假日顺延到下一个工作日" };
        var add = new Command("add", "某日之后 N 个月的对应日") { date, number, roll };
        add.SetAction(parsed =>
        {
            var from = DateArguments.Day(parsed.GetValue(date)!);
            var n = DateArguments.Count(parsed.GetValue(number)!, MostMonths);
            try
            {
                var day = Months.Add(from, n, Calendars.Load(Settings.Read()));
                Console.WriteLine($"{(parsed.GetValue(roll) ? day.Date : day.Unrolled):yyyy-MM-dd}");
                DateArguments.Warn(parsed.GetValue(roll) ? day.Warning : null);
            }
            catch (ArgumentOutOfRangeException)
            {
                throw new Refusal("结果超出日历的范围，请核对日期和月数。");
            }
            return 0;
        });
        return new Command("months", "数月") { add };
    }
}
