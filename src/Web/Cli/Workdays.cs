using System.CommandLine;
using JointMeeting.Domain;
using JointMeeting.Domain.Clocks;

namespace JointMeeting.Web.Cli;

/// <summary>
/// workdays add DATE N: the N-th workday after a day, which is not counted itself. workdays import FILE: a later year.
/// </summary>
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
                var day = Calendars.Load(Settings.Read()).AddWorkdays(from, n);
                Console.WriteLine($"{day.Date:yyyy-MM-dd}");
                DateArguments.Warn(day.Warning);
            }
            catch (ArgumentOutOfRangeException)
            {
                throw new Refusal("结果超出日历的范围，请核对日期和工作日数。");
            }
            return 0;
        });
        return new Command("workdays", "数工作日") { add, Import(), Recount.Command() };
    }

    /// <summary>workdays import FILE: one later year, kept for this installation and used from the next start.</summary>
    private static Command Import()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "一年的放假安排（JSON，格式同程序自带的数据）" };
        var import = new Command("import", "导入以后年度的放假安排") { file };
        import.SetAction(parsed =>
        {
            var source = parsed.GetValue(file)!;
            if (!source.Exists)
                throw new Refusal($"没有找到文件“{source.FullName}”，请核对路径。");
            var year = Calendars.Import(Settings.Read(), File.ReadAllText(source.FullName));
            Console.WriteLine(
                $"已导入 {year} 年放假安排，重新启动程序后生效；此前按暂定日期计算的期限不会自动改动，请用 workdays recount 查看并改动。"
            );
            return 0;
        });
        return import;
    }
}
