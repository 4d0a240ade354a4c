using System.CommandLine;
using JointMeeting.Domain;
using JointMeeting.Domain.Clocks;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Migrations;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Timers.Recount;
using Command = System.CommandLine.Command;

namespace JointMeeting.Web.Cli;

/// <summary>
/// workdays recount: every running deadline that the calendar in force moves; with --apply they are moved, each case in
/// a step of its own, with its line in the trail.
/// </summary>
internal static class Recount
{
    /// <summary>The verb.</summary>
    public static Command Command()
    {
        var apply = new Option<bool>("--apply") { Description = "按现行日历改动期限；不写则只列出" };
        var why = new Option<string>("--why") { Description = "依据，例如放假通知的文号；与 --apply 同用" };
        var recount = new Command("recount", "导入新的放假安排后重算正在办理的期限") { apply, why };
        recount.SetAction((parsed, _) => Run(parsed.GetValue(apply), parsed.GetValue(why), Console.Out));
        return recount;
    }

    private static async Task<int> Run(bool apply, string? why, TextWriter output)
    {
        if (apply && string.IsNullOrWhiteSpace(why))
            throw new Refusal("请用 --why 写明依据，例如：workdays recount --apply --why 国务院办公厅放假通知");
        var settings = Settings.Read();
        var database = new Database(settings.Store);
        await Migrator.Migrate(database, TimeProvider.System);
        return await Run(
            Shipped.Steps(database, TimeProvider.System, Calendars.Load(settings)),
            apply ? why : null,
            output
        );
    }

    /// <summary>Lists what moves and, with a reason, moves it.</summary>
    /// <param name="why">Null only lists.</param>
    internal static async Task<int> Run(Steps steps, string? why, TextWriter output)
    {
        var moved = await RecountDeadlines.Preview(steps.Database, steps.Calendar);
        foreach (var m in moved)
            await output.WriteLineAsync(
                $"{m.CaseTitle}　{m.UnitName}　{m.Subject}：{m.From:yyyy-MM-dd} → {m.To:yyyy-MM-dd}"
            );
        if (why is not null)
            await RecountDeadlines.Apply(steps, why);
        await output.WriteLineAsync(
            moved.Count == 0 ? "没有需要改动的期限。"
            : why is null ? $"共 {moved.Count} 项期限将改动，尚未改动。加 --apply --why 依据 后改动。"
            : $"已改动 {moved.Count} 项期限，均已留痕。"
        );
        return 0;
    }
}
