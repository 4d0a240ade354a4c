using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Audit;
using JointMeeting.Ledger.Migrations;
using JointMeeting.Web.Pages.Audit;

namespace JointMeeting.Web.Cli;

/// <summary>audit verify: recomputes every trail; exit code 1 and the faulty entry's name where one does not hold.</summary>
public static class Audit
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The verb.</summary>
    public static Command Command()
    {
        var json = new Option<bool>("--json") { Description = "只输出一个 JSON 对象" };
        var verify = new Command("verify", "核验全部留痕") { json };
        verify.SetAction(
            (parsed, _) => Verify(new Database(Settings.Read().Store), Console.Out, parsed.GetValue(json))
        );
        return new Command("audit", "留痕") { verify };
    }

    /// <summary>Verifies that database and writes what was found.</summary>
    /// <returns>The exit code: 0 where everything holds.</returns>
    public static async Task<int> Verify(Database database, TextWriter output, bool asJson)
    {
        await Migrator.MustFit(database);
        await using var session = await database.Read();
        var result = await Verification.Run(session);
        var titles = await FaultyTitles.Read(session, result);
        var faults = result.Faults.Select(f => new
        {
            f.Stream,
            Title = titles.GetValueOrDefault(f.Stream),
            Entry = f.Seq,
            f.Why,
        });
        if (asJson)
        {
            var found = new
            {
                result.Holds,
                result.Streams,
                result.Entries,
                Faults = faults,
            };
            await output.WriteLineAsync(JsonSerializer.Serialize(found, Readable));
        }
        else
        {
            await output.WriteLineAsync($"核对 {result.Streams} 个事项、{result.Entries} 条留痕。");
            foreach (var fault in faults)
                await output.WriteLineAsync(
                    $"{fault.Title ?? "已不存在的事项"}（{fault.Stream}）第 {fault.Entry} 条：{fault.Why}"
                );
            await output.WriteLineAsync(result.Holds ? "核验通过。" : $"核验没有通过，{result.Faults.Count} 处问题。");
        }
        return result.Holds ? 0 : 1;
    }
}
