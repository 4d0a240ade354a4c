using System.CommandLine;
using System.Text.Json.Nodes;
using JointMeeting.Domain;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit.Graphs;
using JointMeeting.Web.Pages.Definitions;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Definitions;
using JointMeeting.Workflows.Flow.Definition;
using Microsoft.Data.Sqlite;
using Command = System.CommandLine.Command;

namespace JointMeeting.Web.Cli;

/// <summary>
/// lifecycle validate FILE | list | show NAME | outline NAME | export NAME | compare NAME V1 V2: the definitions that
/// cases run on, those this program ships and those its database holds.
/// </summary>
public static class LifecycleVerb
{
    private static readonly Argument<string> Name = new("NAME") { Description = "流程的编号，如 meeting" };
    private static readonly Option<int?> Version = new("--version") { Description = "版本号；不写为最新一版" };
    private static readonly Option<bool> AsJson = new("--json") { Description = "只输出一个 JSON 对象" };

    /// <summary>The verb.</summary>
    public static Command Command() =>
        new("lifecycle", "流程定义") { Validate(), List(), Show(), Outlined(), Export(), Compare() };

    private static Command Validate()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "流程定义文件（JSON）" };
        var command = new Command("validate", "检查一个流程定义文件，指出节点和问题") { file, AsJson };
        command.SetAction(
            async (parsed, _) => await Validate(parsed.GetValue(file)!, Console.Out, parsed.GetValue(AsJson))
        );
        return command;
    }

    /// <summary>Checks that file as an import would.</summary>
    /// <returns>The exit code: 0 where it can be imported.</returns>
    public static async Task<int> Validate(FileInfo file, TextWriter output, bool asJson)
    {
        if (!file.Exists)
            throw new Refusal($"没有找到文件“{file.FullName}”，请核对路径。");
        try
        {
            using var text = file.OpenText();
            var read = await LifecycleReader.Read(text);
            NamesAreKnown.Check(read, Lifecycles.Shipped().ShippedOf(read.Id), Shipped.Registry());
            var found = new JsonObject
            {
                ["valid"] = true,
                ["lifecycle"] = read.Id,
                ["nodes"] = read.Nodes.Count,
            };
            await output.WriteLineAsync(
                asJson ? CommandJson.Text(found) : $"可以使用：“{read.Name}”（{read.Id}），{read.Nodes.Count} 个节点。"
            );
            return 0;
        }
        catch (DefinitionFault fault)
        {
            if (!asJson)
                throw new Refusal(fault.Message);
            var found = new JsonObject
            {
                ["valid"] = false,
                ["lifecycle"] = fault.Definition,
                ["node"] = fault.Node,
                ["fault"] = fault.Fault,
            };
            await output.WriteLineAsync(CommandJson.Text(found));
            return 1;
        }
    }

    private static Command List()
    {
        var command = new Command("list", "全部流程及其版本") { AsJson };
        command.SetAction(
            async (parsed, _) =>
            {
                var all = (await All()).All.ToList();
                var list = all.Select(l => new JsonObject
                {
                    ["lifecycle"] = l.Id,
                    ["name"] = l.Name,
                    ["version"] = l.Version,
                    ["shipped"] = l.IsShipped,
                });
                if (parsed.GetValue(AsJson))
                    Console.WriteLine(CommandJson.Text(new() { ["lifecycles"] = new JsonArray([.. list]) }));
                else
                    foreach (var l in all)
                        Console.WriteLine(
                            $"{l.Id, -12} 第 {l.Version} 版　{l.Name}　{(l.IsShipped ? "程序自带" : "本单位修改")}"
                        );
                return 0;
            }
        );
        return command;
    }

    private static Command Show()
    {
        var svg = new Option<FileInfo?>("--svg") { Description = "把流程图写入这个 SVG 文件" };
        var command = new Command("show", "流程图的文字说明，或写成 SVG 文件") { Name, Version, svg };
        command.SetAction(
            async (parsed, stop) =>
            {
                var graph = LifecyclePicture.Of(await One(parsed));
                if (parsed.GetValue(svg) is { } file)
                    await File.WriteAllTextAsync(file.FullName, SvgFile.Of(graph), stop);
                else
                    foreach (var node in graph.Nodes.Where(n => n.Words.Length > 0))
                        Console.WriteLine(node.Words);
                return 0;
            }
        );
        return command;
    }

    private static Command Outlined()
    {
        var command = new Command("outline", "一页纸的流程说明（Markdown）") { Name, Version };
        command.SetAction(
            async (parsed, _) =>
            {
                Console.Write(Outline.Of(await One(parsed)));
                return 0;
            }
        );
        return command;
    }

    private static Command Export()
    {
        var command = new Command("export", "流程定义文件（JSON）") { Name, Version };
        command.SetAction(
            async (parsed, _) =>
            {
                Console.WriteLine((await One(parsed)).Source!.TrimEnd());
                return 0;
            }
        );
        return command;
    }

    private static Command Compare()
    {
        var (from, to) = (
            new Argument<int>("V1") { Description = "原来的版本" },
            new Argument<int>("V2") { Description = "要对照的版本" }
        );
        var command = new Command("compare", "两个版本有哪些不同") { Name, from, to };
        command.SetAction(
            async (parsed, _) =>
            {
                var all = await All();
                var (before, now) = (
                    Find(all, parsed.GetValue(Name)!, parsed.GetValue(from)),
                    Find(all, parsed.GetValue(Name)!, parsed.GetValue(to))
                );
                var differences = Comparison.Of(before, now);
                foreach (var difference in differences)
                    Console.WriteLine(difference.Text);
                if (differences.Count == 0)
                    Console.WriteLine("没有不同。");
                return 0;
            }
        );
        return command;
    }

    private static async Task<Lifecycle> One(ParseResult parsed) =>
        Find(await All(), parsed.GetValue(Name)!, parsed.GetValue(Version));

    private static Lifecycle Find(Lifecycles all, string name, int? version)
    {
        var known = all.All.Where(l => l.Id == name).ToList();
        if (known.Count == 0)
            throw new Refusal($"没有流程“{name}”。现有：{string.Join("、", all.All.Select(l => l.Id).Distinct())}。");
        return version is null
            ? known[^1]
            : known.FirstOrDefault(l => l.Version == version)
                ?? throw new Refusal(
                    $"流程“{name}”没有第 {version} 版。现有：{string.Join("、", known.Select(l => l.Version))}。"
                );
    }

    /// <summary>The shipped ones and, where this installation has a database, those in it.</summary>
    private static async Task<Lifecycles> All()
    {
        var lifecycles = Lifecycles.Shipped();
        var database = new Database(Settings.Read().Store);
        using (var connection = database.Dialect.Connect())
            if (connection is SqliteConnection { DataSource: var file } && !File.Exists(file))
                return lifecycles;
        await using var session = await database.Read();
        await lifecycles.ReadAll(session);
        return lifecycles;
    }
}
