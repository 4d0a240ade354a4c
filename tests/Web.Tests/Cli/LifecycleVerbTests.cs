using System.Text.Json.Nodes;
using System.Xml.Linq;
using JointMeeting.Domain;
using JointMeeting.Web.Cli;
using JointMeeting.Web.Tests.Definitions;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Definitions.Edit;
using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Web.Tests.Cli;

public sealed class LifecycleVerbTests(OfficeHost host) : IClassFixture<OfficeHost>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jointmeeting-test-");

    public static TheoryData<string> Shapes => [.. BadDefinitions.All.Select(b => b.Shape)];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_bad_file_is_named_with_its_node_and_the_exit_code_says_no(string shape)
    {
        var (_, node, json) = BadDefinitions.All.Single(b => b.Shape == shape);
        var file = await Written(json);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => LifecycleVerb.Validate(file, TextWriter.Null, false));
        Assert.Contains($"节点“{node}”：", refusal.Why);
        using var output = new StringWriter();
        Assert.Equal(1, await LifecycleVerb.Validate(file, output, asJson: true));
        var found = JsonNode.Parse(output.ToString())!;
        Assert.Equal((false, node), ((bool)found["valid"]!, (string)found["node"]!));
        Assert.NotEmpty((string)found["fault"]!);
    }

    [Fact]
    public async Task A_bad_file_goes_to_standard_error_as_a_process()
    {
        var file = await Written(BadDefinitions.All[0].Json);
        var ran = await CommandLine.Run(host.Settings, "lifecycle", "validate", file.FullName);
        Assert.Equal((1, ""), (ran.Exit, ran.Output));
        Assert.Contains("节点“both”：汇合的每条入线须来自同一分支节点的不同分支", ran.Error);
        var missing = await CommandLine.Run(host.Settings, "lifecycle", "validate", file.FullName + ".no");
        Assert.Equal(1, missing.Exit);
        Assert.Contains("没有找到文件", missing.Error);
    }

    [Fact]
    public async Task What_is_exported_is_valid()
    {
        var ran = await CommandLine.Run(host.Settings, "lifecycle", "export", "meeting");
        Assert.Equal(0, ran.Exit);
        var file = await Written(ran.Output);
        var checkedAgain = await CommandLine.Run(host.Settings, "lifecycle", "validate", file.FullName, "--json");
        Assert.Equal(0, checkedAgain.Exit);
        Assert.True((bool)JsonNode.Parse(checkedAgain.Output)!["valid"]!);
    }

    [Fact]
    public async Task A_version_in_the_database_is_listed_shown_compared_and_exported()
    {
        var edit = new EditLifecycle("task", 1, [new StepEdit("assigned", false, null)], "试行");
        await host.Steps.Act(await host.PersonOf(OfficeHost.ClerkLogin), host.HouseCase, edit);
        var list = await CommandLine.Run(host.Settings, "lifecycle", "list", "--json");
        var tasks = JsonNode.Parse(list.Output)!["lifecycles"]!
            .AsArray()
            .Where(l => (string)l!["lifecycle"]! == "task");
        Assert.Equal([(1, true), (2, false)], tasks.Select(l => ((int)l!["version"]!, (bool)l["shipped"]!)));
        var shown = await CommandLine.Run(host.Settings, "lifecycle", "show", "task");
        Assert.Contains("已下达：未启用，跳过", shown.Output);
        var before = await CommandLine.Run(host.Settings, "lifecycle", "show", "task", "--version", "1");
        Assert.Contains("已下达：可选环节；向牵头单位和责任单位发“任务签收”", before.Output);
        var compared = await CommandLine.Run(host.Settings, "lifecycle", "compare", "task", "1", "2");
        Assert.Equal("停用“已下达”", compared.Output.Trim());
        var exported = await CommandLine.Run(host.Settings, "lifecycle", "export", "task", "--version", "2");
        Assert.True(LifecycleReader.Read(exported.Output).Step("assigned").Off);
        var outlined = await CommandLine.Run(host.Settings, "lifecycle", "outline", "task");
        Assert.Contains("- 未启用：按 `passed` 跳过", outlined.Output);
    }

    [Fact]
    public async Task A_picture_is_written_as_a_file_that_says_the_same_in_words()
    {
        var file = Path.Combine(_folder.FullName, "meeting.svg");
        var ran = await CommandLine.Run(host.Settings, "lifecycle", "show", "meeting", "--svg", file);
        Assert.Equal(0, ran.Exit);
        var svg = XDocument.Load(file).Root!;
        XNamespace ns = "http://www.w3.org/2000/svg";
        Assert.Equal(ns + "svg", svg.Name);
        Assert.Equal("会议流程", svg.Element(ns + "title")!.Value);
        Assert.Contains(
            "待签发：办公室可退回纪要起草；向召集人本人发“签发”；答复可退回“纪要起草”",
            svg.Element(ns + "desc")!.Value
        );
        var steps = Lifecycles.Shipped().Newest("meeting").Nodes.Values.Select(Words.Title);
        Assert.All(steps, title => Assert.Contains(svg.Descendants(ns + "text"), t => t.Value == title));
    }

    [Theory]
    [InlineData("没有流程“loan”。现有：disagreement、house、mechanism、meeting", "outline", "loan")]
    [InlineData("流程“notice”没有第 7 版。现有：1。", "export", "notice", "--version", "7")]
    public async Task What_is_not_there_is_named(string why, params string[] arguments)
    {
        var ran = await CommandLine.Run(host.Settings, ["lifecycle", .. arguments]);
        Assert.Equal(1, ran.Exit);
        Assert.Contains(why, ran.Error);
    }

    [Fact]
    public async Task Before_there_is_a_database_the_shipped_ones_are_there()
    {
        var nowhere = Path.Combine(_folder.FullName, "none");
        var settings = new Settings(nowhere, $"Data Source={Path.Combine(nowhere, "no.db")}", null);
        var ran = await CommandLine.Run(settings, "lifecycle", "list");
        Assert.Equal(0, ran.Exit);
        Assert.Contains("第 1 版　会议　程序自带", ran.Output);
        Assert.False(Directory.Exists(nowhere));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<FileInfo> Written(string json)
    {
        var file = new FileInfo(Path.Combine(_folder.FullName, $"{Guid.CreateVersion7():N}.json"));
        await File.WriteAllTextAsync(file.FullName, json);
        return file;
    }
}
