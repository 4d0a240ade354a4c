using System.CommandLine;
using JointMeeting.Domain;
using JointMeeting.Domain.Clocks;

namespace JointMeeting.Web.Cli;

/// <summary>workdays add DATE N: the N-th workday after a day, which is not counted itself.</summary>
public static class Workdays
{
    /// <summary>The verb.</summary>
    public static Command Command()
    {
        var (date, number) = (DateArguments.Date(), DateArguments.Number("工作日"));
        var add = new Command("add", "某日之后第 N 个工作日") { date, number };
        add.SetAction(parsed =>
        {
            var from = DateArguments.Day(parsed.GetValue(date)!);
            var n = DateArguments.Count(parsed.GetValue(number)!, WorkingDayCalendar.MostWorkdays);
            try
            {
                var day = WorkingDayCalendar.Embedded.AddWorkdays(from, n);
                Console.WriteLine($"{day.Date:yyyy-MM-dd}");
                DateArguments.Warn(day.Warning);
            }
            catch (ArgumentOutOfRangeException)
            {
                throw new Refusal("结果超出日历的范围，请核对日期和工作日数。");
            }
            return 0;
        });
        return new Command("workdays", "数工作日") { add };
    }
}
