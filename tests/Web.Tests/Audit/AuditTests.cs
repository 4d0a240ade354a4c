using System.Net;
using System.Text.Json;
using JointMeeting.Domain.Rights;
using JointMeeting.Web.Tests.Meetings;

namespace JointMeeting.Web.Tests.Audit;

public sealed class AuditTests
{
    [Fact]
    public async Task A_trail_holds_until_one_byte_changes_and_then_the_entry_is_named()
    {
        await using var town = new Town();
        await town.InitializeAsync();
        var meeting = await town.Convened("被改动的会议");
        await town.Host.Add(OfficeHost.New("auditor", "审计员", null, Role.Auditor));
        using var auditor = await town.Host.SignedIn("auditor");
        Assert.Contains("核验通过", (await auditor.Get("/audit?run=true")).Text);
        Assert.Equal(0, await Run(town, new StringWriter(), json: false));

        await ChangeOneByte(town, meeting);

        var found = (await auditor.Get("/audit?run=true")).Text;
        Assert.Contains($"{Town.Name}被改动的会议 第 1 条", found);
        Assert.Contains("内容被改动", found);
        using var clerk = await town.Host.Clerk();
        Assert.Contains("核验没有通过", (await clerk.Get($"/cases/{meeting}/timeline?verify=true")).Text);
        var said = new StringWriter();
        Assert.Equal(1, await Run(town, said, json: false));
        Assert.Contains($"{Town.Name}被改动的会议（{meeting}）第 1 条", said.ToString());
        var json = new StringWriter();
        await Run(town, json, json: true);
        using var answer = JsonDocument.Parse(json.ToString());
        Assert.Equal(meeting, answer.RootElement.GetProperty("faults")[0].GetProperty("stream").GetString());
    }

    [Fact]
    public async Task A_liaison_officer_does_not_verify_everything()
    {
        await using var town = new Town();
        await town.InitializeAsync();
        using var member = await town.Host.SignedIn("finance");
        Assert.Contains("/error/403", (await member.Get("/audit")).Location);
    }

    [Fact]
    public async Task Evidence_is_handed_out_as_a_download_to_whoever_may_read_the_case()
    {
        await using var town = new Town();
        await town.InitializeAsync();
        var id = await Attached(town);
        using var clerk = await town.Host.Clerk();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/attachments/{id}");
        Assert.Equal("<b>佐证</b>", (await clerk.Send(request)).Html);
        using var other = await town.Host.SignedIn("finance");
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Get($"/attachments/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Get("/attachments/none")).Status);
    }

    private static Task<int> Run(Town town, TextWriter output, bool json) =>
        global::JointMeeting.Web.Cli.Audit.Verify(town.Host.Database, output, json);

    private static async Task ChangeOneByte(Town town, string meeting)
    {
        await using var session = await town.Host.Database.Write();
        const string change = """
            update audit_entry set payload = cast(replace(cast(payload as text), '筹备', '筹被') as blob)
             where stream = @meeting and seq = 1
            """;
        Assert.Equal(1, await session.Execute(change, new { meeting }));
        await session.Commit();
    }

    private static async Task<string> Attached(Town town)
    {
        var task = await town.TaskOf(town.Mechanism, "加强改造");
        await town.Answer("education", task, new("signed"));
        var ask = await town.OpenAsk("education", task);
        var person = await town.Host.PersonOf("education");
        var file = new Workflows.Upload("佐证.html", "text/html", "<b>佐证</b>"u8.ToArray());
        await town.Steps.Act(
            person,
            task,
            new Workflows.Answering.AnswerAsk(ask.Id, new("progress", "已开展宣传"), [file])
        );
        await using var session = await town.Host.Database.Read();
        return (await session.Scalar<string>("select id from attachment where case_id = @task", new { task }))!;
    }
}
