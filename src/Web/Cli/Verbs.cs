using System.CommandLine;
using JointMeeting.Domain;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Migrations;

namespace JointMeeting.Web.Cli;

/// <summary>The command line: the same program, the same commands.</summary>
public static class Verbs
{
    /// <summary>Runs a verb; without one it serves. Errors go to standard error with a non-zero exit code.</summary>
    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("联席会议协同平台 JointMeeting");
        root.Add(Serve.Command(args));
        root.Add(Migrate());
        root.Add(Audit.Command());
        root.Add(Import.Command());
        root.Add(DocNo.Command());
        root.Add(Workdays.Command());
        root.Add(MonthsAdd.Command());
        root.Add(LifecycleVerb.Command());
        try
        {
            var parsed = root.Parse(IsOfServe(args) ? ["serve", .. args] : args);
            if (parsed.Errors.Count > 0)
                throw new Refusal($"命令写得不对：{string.Join(" ", args)}。全部命令请看：-h");
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false });
        }
        catch (Refusal refusal)
        {
            await Console.Error.WriteLineAsync(refusal.Why);
            return 1;
        }
        catch (Exception fault) when (StoreTrouble.Explain(fault) is { } why)
        {
            await Console.Error.WriteLineAsync(why);
            return 1;
        }
    }

    /// <summary>Without a verb, options are those of serve; but --help and --version are about the whole program.</summary>
    private static bool IsOfServe(string[] args) =>
        args.Length == 0
        || (args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version"));

    private static Command Migrate()
    {
        var command = new Command("migrate", "建立或升级数据库");
        command.SetAction(
            async (_, _) =>
            {
                var settings = Settings.Read();
                settings.MakeDataFolder();
                var applied = await Migrator.Migrate(new Database(settings.Store), TimeProvider.System);
                Console.WriteLine(applied.Count == 0 ? "数据库已是最新。" : $"已升级：{string.Join("、", applied)}");
                return 0;
            }
        );
        return command;
    }
}
