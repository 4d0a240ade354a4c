using System.Net;
using System.Text;
using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Web.Tests.Definitions;

public sealed class DefinitionPagesTests(OfficeHost host) : IClassFixture<OfficeHost>
{
    public static TheoryData<string> Shapes => [.. BadDefinitions.All.Select(b => b.Shape)];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_bad_file_is_refused_with_its_node_and_nothing_is_kept(string shape)
    {
        var (_, node, json) = BadDefinitions.All.Single(b => b.Shape == shape);
        using var clerk = await host.Clerk();
        var before = await Versions();
        var answer = await clerk.Submit("/lifecycles", [], "检查并导入", Handed(json));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains($"节点“{node}”：", answer.Text);
        Assert.Equal(before, await Versions());
    }

    [Fact]
    public async Task A_step_is_switched_off_from_a_preset_and_the_versions_are_told_apart()
    {
        using var clerk = await host.Clerk();
        var form = "/lifecycles/meeting/edit?preset=convenorSigns";
        Assert.Contains("依据摘录或转载整理，保存前请核对现行文本", (await clerk.Get(form)).Text);
        var saved = await clerk.Follow(await clerk.Submit(form, new() { ["Note"] = "本市规定" }, "保存为新版本"));
        Assert.Contains("第 2 版", saved.Text);
        Assert.Contains("未启用，跳过", saved.Text);
        Assert.Contains("本市规定", saved.Text);
        var compared = await clerk.Get("/lifecycles/meeting/compare?from=1&to=2");
        Assert.Contains("停用", compared.Text);
        Assert.Contains("纪要会签", compared.Text);
        var exported = await clerk.Get("/lifecycles/meeting?handler=Export&version=2");
        Assert.True(LifecycleReader.Read(exported.Html).Step("countersigning").Off);
        Assert.Contains("第 1 版", (await clerk.Get("/lifecycles/meeting?version=1")).Text);
        Assert.Contains("修改“会议”流程，成为第 2 版：停用“纪要会签”", await Trail());
    }

    [Fact]
    public async Task A_form_that_another_version_overtook_is_refused_and_keeps_what_was_chosen()
    {
        using var clerk = await host.Clerk();
        var page = await clerk.Get("/lifecycles/task/edit");
        var first = new Dictionary<string, string> { ["Rounds[0].Policy"] = "any" };
        Assert.NotNull((await clerk.Submit(page, "/lifecycles/task/edit", first, "保存为新版本")).Location);
        var late = await clerk.Get("/lifecycles/task/edit");
        var overtaken = new Dictionary<string, string> { ["BasedOn"] = "1", ["Rounds[0].Policy"] = "veto" };
        var answer = await clerk.Submit(late, "/lifecycles/task/edit", overtaken, "保存为新版本");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("已有第 2 版", answer.Text);
        Assert.Matches("<option (selected=\"selected\" value=\"veto\"|value=\"veto\" selected)", answer.Html);
    }

    [Fact]
    public async Task A_choice_that_is_not_on_the_list_is_refused()
    {
        using var clerk = await host.Clerk();
        var answer = await clerk.Submit(
            "/lifecycles/task/edit",
            new() { ["Rounds[0].Who"] = "System.IO.File" },
            "保存为新版本"
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("只能从列表中选择", answer.Text);
    }

    /// <summary>Nobody finds a box to tick; that the command refuses it too is for the stores to show.</summary>
    [Fact]
    public async Task No_office_lets_silence_sign_a_joint_document()
    {
        using var clerk = await host.Clerk();
        var page = await clerk.Get("/lifecycles/plan/edit");
        Assert.Contains("联合发文的会签不能逾期视为（党政机关公文处理工作条例第二十二条）", page.Text);
        var steps = Workflows.Lifecycles.Shipped().Newest("plan").Nodes.Values.OfType<Node.Step>();
        var shown = steps.Where(s => s.Optional is not null || s.Ask is not null).Select(s => s.Id).ToList();
        var place = shown.IndexOf("countersigning");
        Assert.DoesNotContain($"name=\"Rounds[{place}].Deemed\"", page.Html);
        Assert.Contains($"name=\"Rounds[{shown.IndexOf("consulting")}].Deemed\"", page.Html);
    }

    [Fact]
    public async Task A_file_must_be_chosen()
    {
        using var clerk = await host.Clerk();
        var answer = await clerk.Submit("/lifecycles", new() { ["Note"] = "没有文件" }, "检查并导入");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("请选择流程定义文件", answer.Text);
        Assert.Contains("value=\"没有文件\"", answer.Html);
    }

    [Theory]
    [InlineData("/lifecycles/loan")]
    [InlineData("/lifecycles/loan/edit")]
    [InlineData("/lifecycles/meeting?version=99")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var clerk = await host.Clerk();
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Get(path)).Status);
    }

    [Fact]
    public async Task The_lifecycle_of_the_house_has_no_form()
    {
        using var clerk = await host.Clerk();
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.Get("/lifecycles/house/edit")).Status);
        Assert.DoesNotContain("/lifecycles/house", (await clerk.Get("/lifecycles")).Html);
    }

    [Fact]
    public async Task Only_clerks_of_an_office_come_here()
    {
        using var administrator = await host.Administrator();
        foreach (var path in new[] { "/lifecycles", "/lifecycles/meeting", "/lifecycles/meeting/edit" })
            Assert.Contains("/error/403", (await administrator.Get(path)).Location);
        Assert.DoesNotContain("流程设置", (await administrator.Get("/accounts")).Text);
        using var clerk = await host.Clerk();
        Assert.Contains("流程设置", (await clerk.Get("/")).Text);
    }

    private async Task<long> Versions()
    {
        await using var session = await host.Database.Read();
        return await session.Scalar<long>("select count(*) from definition");
    }

    private async Task<string> Trail()
    {
        await using var session = await host.Database.Read();
        const string all = "select payload from audit_entry where stream = @HouseCase";
        return string.Join(
            '\n',
            (await session.Query<byte[]>(all, new { host.HouseCase })).Select(Encoding.UTF8.GetString)
        );
    }

    private static Handed Handed(string json) => new("Definition", "流程.json", Encoding.UTF8.GetBytes(json));
}
