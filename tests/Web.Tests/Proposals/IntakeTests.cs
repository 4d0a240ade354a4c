using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using JointMeeting.Domain.Rights;

namespace JointMeeting.Web.Tests.Proposals;

/// <summary>Items come in by hand, from a list, through the interface; they go out in the platform's order.</summary>
public sealed class IntakeTests(OfficeHost host) : IClassFixture<OfficeHost>, IAsyncLifetime
{
    private static int _number = 100;

    public async ValueTask InitializeAsync()
    {
        if (await Exists("congress"))
            return;
        await host.Add(
            OfficeHost.New("congress", "何代工", "市人大常委会代表工委", Role.CongressOffice),
            OfficeHost.New("cppcc", "施提案", "市政协提案委", Role.CppccOffice),
            OfficeHost.New("government", "张政办", "市政府办公室", Role.GovernmentOffice),
            OfficeHost.New("education", "教育联络员", "市教育局", Role.Liaison),
            OfficeHost.New("housing", "住建联络员", "市住建局", Role.Liaison),
            OfficeHost.New("head", "郑局长", "市教育局", Role.Head)
        );
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task An_item_is_entered_by_hand_amended_and_shown_beside_what_is_alike()
    {
        using var congress = await host.SignedIn("congress");
        var (first, second) = (Next(), Next());
        var id = await Enter(congress, first, "关于在老城区建设口袋公园的建议");
        var look = await congress.Submit(
            "/proposals/new",
            new() { ["Input.Title"] = "关于在老城区增建口袋公园的建议" },
            "查重"
        );
        Assert.Contains("关于在老城区建设口袋公园的建议", look.Text);
        var twice = await congress.Submit("/proposals/new", Fields(first, "关于建设口袋公园的建议"), "登记");
        Assert.Contains("已经登记", twice.Text);
        var wrong = Fields(second, "关于绿化的建议");
        wrong["Input.Hosts"] = "市园林局";
        Assert.Contains("单位名录中没有“市园林局”", (await congress.Submit("/proposals/new", wrong, "登记")).Text);
        var amended = await congress.Submit(
            $"/proposals/new?id={id}",
            new() { ["Input.Constituency"] = "城西代表团" },
            "保存更正"
        );
        Assert.True(amended.Location == $"/proposals/{id}", amended.Text);
        var page = await congress.Get($"/proposals/{id}");
        Assert.Contains("城西代表团", page.Text);
        Assert.Contains("拟定承办单位 市教育局", page.Text);
    }

    [Fact]
    public async Task Several_proposals_are_filed_at_once_and_one_that_is_alike_is_looked_at_first()
    {
        using var cppcc = await host.SignedIn("cppcc");
        var titles = new[] { "关于推广家庭医生签约的提案", "关于推广家庭医生签约服务的提案", "关于发展海洋牧场的提案" };
        foreach (var title in titles)
            await Enter(cppcc, Next(), title, "Proposal");
        var queue = await cppcc.Get("/proposals/filing");
        Assert.Matches("关于推广家庭医生签约的提案.*相似", queue.Text);
        var job = await cppcc.Submit(queue, "/proposals/filing", [], "勾选的立案");
        Assert.Contains("完成", await Finished(cppcc, job.Location!));
        // Other tests leave proposals in the queue: what counts is which of these three are still there.
        var left = (await cppcc.Get("/proposals/filing")).Text;
        Assert.Contains(titles[1], left);
        Assert.DoesNotContain(titles[2], left);
        using var congress = await host.SignedIn("congress");
        Assert.Equal(
            "/error/403",
            new Uri("http://x" + Path((await congress.Get("/proposals/filing")).Location)).AbsolutePath
        );
    }

    [Fact]
    public async Task The_export_has_the_platforms_columns_in_its_order()
    {
        using var congress = await host.SignedIn("congress");
        await Enter(congress, Next(), "关于导出的建议");
        var csv = await congress.Submit(
            "/proposals/platform",
            new() { ["Headings"] = "标题\t审核人\t编号\t领衔代表" },
            "导出 CSV"
        );
        Assert.Equal("标题,审核人,编号,领衔代表", csv.Html.TrimStart('\ufeff').Split("\r\n")[0]);
        Assert.Matches("关于导出的建议,,[0-9]+,李明", csv.Html);
        var again = await congress.Get("/proposals/platform");
        Assert.Contains("审核人：将导出为空列", again.Text);
    }

    [Fact]
    public async Task Another_system_hands_in_an_item_a_list_and_asks_where_one_stands()
    {
        using var congress = await host.SignedIn("congress");
        var made = await congress.Submit("/proposals/keys", new() { ["Label"] = "履职平台" }, "建立密钥");
        var key = Regex.Match(made.Html, "jm_[0-9a-f]{64}").Value;
        Assert.NotEmpty(key);
        var number = Next();
        object Item(string title, string unit = "市教育局") =>
            new
            {
                kind = "建议",
                session = "五届三次",
                number,
                title,
                signers = new[] { new { name = "李明" } },
                hosts = new[] { unit },
            };
        Assert.Equal((HttpStatusCode.Created, "registered"), await Post(key, "/api/items", Item("关于接口的建议")));
        Assert.Equal((HttpStatusCode.OK, "unchanged"), await Post(key, "/api/items", Item("关于接口的建议")));
        Assert.Equal((HttpStatusCode.OK, "amended"), await Post(key, "/api/items", Item("关于接口规范的建议")));
        var (status, why) = await Post(key, "/api/items", Item("关于接口的建议", "市园林局"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("单位名录中没有“市园林局”", why);
        var list = new { items = new[] { Item("关于接口规范的建议"), Item("甲", "市园林局") } };
        Assert.Equal(HttpStatusCode.Accepted, (await Post(key, "/api/items/list", list)).Status);
        using var found = await Send(key, HttpMethod.Get, $"/api/items?number={number}", null);
        var body = await found.Content.ReadAsStringAsync();
        Assert.Contains("关于接口规范的建议", body);
        Assert.Contains("已登记", body);
    }

    /// <summary>By the same commands as the pages: what is refused there is refused here, in the same words.</summary>
    [Fact]
    public async Task Another_system_files_and_merges_what_its_key_may_and_else_hears_why()
    {
        var (cppcc, government) = (await Key("cppcc"), await Key("government"));
        var (main, other) = (
            await Registered(cppcc, "关于保护古桥的提案"),
            await Registered(cppcc, "关于修缮古桥的提案")
        );
        var (status, why) = await Post(government, $"/api/items/{main}/file", new { });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("只有政协提案委可以“立案”", why);
        using (var page = await host.SignedIn("cppcc"))
            Assert.Matches("被拒绝的操作.*只有政协提案委可以“立案”", (await page.Get($"/proposals/{main}")).Text);
        Assert.Equal((HttpStatusCode.OK, "filed"), await Post(cppcc, $"/api/items/{main}/file", new { }, "once-1"));
        Assert.Equal((HttpStatusCode.OK, "unchanged"), await Post(cppcc, $"/api/items/{main}/file", new { }, "once-1"));
        Assert.Contains("不能“立案”", (await Post(cppcc, $"/api/items/{main}/file", new { })).Result);
        Assert.Contains("并入自身", (await Post(cppcc, $"/api/items/{other}/merge", new { into = other })).Result);
        Assert.Contains("没有找到要并入", (await Post(cppcc, $"/api/items/{other}/merge", new { })).Result);
        Assert.Equal(
            (HttpStatusCode.OK, "merged"),
            await Post(cppcc, $"/api/items/{other}/merge", new { into = main })
        );
        Assert.Contains("已办结", (await Post(cppcc, $"/api/items/{other}/merge", new { into = main })).Result);
        Assert.Equal(HttpStatusCode.NotFound, (await Post(cppcc, "/api/items/nowhere/file", new { })).Status);
        var congress = await Key("congress");
        Assert.Contains("不能查看", (await Post(congress, $"/api/items/{main}/file", new { })).Result);
    }

    /// <summary>
    /// One client's key was everybody's: another's item was answered with the id of the first and not registered, and a
    /// list got the address of a job that was not there.
    /// </summary>
    [Fact]
    public async Task An_idempotency_key_is_its_senders_own_and_stands_for_one_item_or_list()
    {
        var (congress, cppcc) = (await Key("congress"), await Key("cppcc"));
        object Item(string kind, string number, string title) =>
            new
            {
                kind,
                session = "五届三次",
                number,
                title,
                signers = new[] { new { name = "李明" } },
            };
        var (first, second) = (Next(), Next());
        var item = Item("建议", first, "关于甲路的建议");
        Assert.Equal((HttpStatusCode.Created, "registered"), await Post(congress, "/api/items", item, "k%"));
        Assert.Equal((HttpStatusCode.Created, "registered"), await Post(congress, "/api/items", item, "k%"));
        Assert.Equal(
            (HttpStatusCode.Created, "registered"),
            await Post(cppcc, "/api/items", Item("提案", second, "关于乙路的提案"), "k%")
        );
        var (status, why) = await Post(congress, "/api/items", Item("建议", second, "关于丙路的建议"), "k%");
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("请换一个新的值", why);
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await Post(congress, "/api/items", Item("建议", first, "换了题目"), "k%")).Status
        );
        var list = new { items = new[] { Item("建议", Next(), "关于丁路的建议") } };
        var job = await Job(congress, list);
        Assert.Equal(job, await Job(congress, list));
        var others = await Job(cppcc, new { items = new[] { Item("提案", Next(), "关于戊路的提案") } });
        using (var there = await Send(cppcc, HttpMethod.Get, $"/api/jobs/{others}", null))
            Assert.Equal(HttpStatusCode.OK, there.StatusCode);
        var another = new { items = new[] { Item("建议", Next(), "关于己路的建议") } };
        Assert.Equal(HttpStatusCode.Conflict, (await Post(congress, "/api/items/list", another, "k%")).Status);
    }

    private async Task<string> Job(string key, object list)
    {
        using var answer = await Send(key, HttpMethod.Post, "/api/items/list", list, "k%");
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("job").GetString()!;
    }

    private async Task<string> Key(string login)
    {
        using var browser = await host.SignedIn(login);
        var made = await browser.Submit("/proposals/keys", new() { ["Label"] = "履职平台" }, "建立密钥");
        return Regex.Match(made.Html, "jm_[0-9a-f]{64}").Value;
    }

    private async Task<string> Registered(string key, string title)
    {
        var item = new
        {
            kind = "提案",
            session = "五届三次",
            number = Next(),
            title,
            signers = new[] { new { name = "钟委员" } },
        };
        using var answer = await Send(key, HttpMethod.Post, "/api/items", item);
        var made = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return made.RootElement.GetProperty("id").GetString()!;
    }

    [Fact]
    public async Task Without_a_living_key_the_interface_gives_nothing_not_even_to_a_signed_in_person()
    {
        foreach (var key in new[] { null, "jm_guessed" })
        {
            using var answer = await Send(key, HttpMethod.Get, "/api/items?number=1", null);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Contains("密钥无效", await answer.Content.ReadAsStringAsync());
        }
        using var congress = await host.SignedIn("congress");
        Assert.Equal(HttpStatusCode.Unauthorized, (await congress.Get("/api/items?number=1")).Status);
        using var administrator = await host.Administrator();
        Assert.NotEqual(HttpStatusCode.OK, (await administrator.Get("/proposals/keys")).Status);
        // A unit's own key opens its desk, not the intake.
        using var units = await Send(await Key("education"), HttpMethod.Get, "/api/items?number=1", null);
        Assert.Equal(HttpStatusCode.Forbidden, units.StatusCode);
    }

    [Fact]
    public async Task A_proposed_unit_explains_itself_by_its_duty()
    {
        using var government = await host.SignedIn("government");
        var wrong = await government.Submit("/proposals/duties", new() { ["Lines"] = "市园林局 | 公园 | 三定" });
        Assert.Contains("单位名录中没有“市园林局”", wrong.Text);
        await government.Submit(
            "/proposals/duties",
            new() { ["Lines"] = "市住建局 | 电梯、加装电梯 | 三定规定第七条" },
            "保存目录"
        );
        await Enter(government, Next(), "关于老旧小区加装电梯的建议", hosts: "");
        var page = await government.Get("/proposals/assign");
        Assert.Matches("职责目录：市住建局——电梯、加装电梯（三定规定第七条）", page.Text);
        Assert.Contains("按职责目录或以往交办推荐，请核对", page.Text);
        Assert.Contains("自交办日起3个月", page.Text);
    }

    [Fact]
    public async Task The_box_answers_where_an_item_stands_and_figures_open_into_their_rows()
    {
        using var congress = await host.SignedIn("congress");
        await Enter(congress, Next(), "关于推进全民阅读进社区的建议");
        foreach (var asked in new[] { "全民阅读", "阅读社区", "qmyd" })
            Assert.Contains("办到哪一步", (await congress.Get($"/proposals?q={Uri.EscapeDataString(asked)}")).Text);
        Assert.Contains("没有符合条件的件", (await congress.Get("/proposals?q=xyzzy")).Text);
        using var government = await host.SignedIn("government");
        foreach (
            var path in new[]
            {
                "",
                "/rows?figure=all",
                "/rows?figure=satisfied&above=true",
                "/rows?figure=class&scheme=abcd&code=A",
                "/signers",
                "/signers?name=%E6%9D%8E%E6%98%8E",
            }
        )
            Assert.Equal(HttpStatusCode.OK, (await government.Get($"/proposals/statistics{path}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await government.Get("/proposals/statistics/rows?figure=x")).Status);
        var csv = await government.Get("/proposals/statistics?handler=Csv");
        Assert.StartsWith("指标,率(%),分子,分母,口径", csv.Html.TrimStart('\ufeff'));
        Assert.Contains("办复率,,0,", csv.Html);
        Assert.Equal(HttpStatusCode.OK, (await government.Get("/proposals/statistics?handler=Xlsx")).Status);
        using var head = await host.SignedIn("head");
        Assert.Contains("需要过问", (await head.Get("/proposals/leader")).Text);
    }

    private static async Task<string> Enter(
        Browser browser,
        string number,
        string title,
        string kind = "Suggestion",
        string hosts = "市教育局"
    )
    {
        var fields = Fields(number, title);
        (fields["Input.Kind"], fields["Input.Hosts"]) = (kind, hosts);
        var answer = await browser.Submit("/proposals/new", fields, "登记");
        Assert.True(answer.Location is not null, answer.Text);
        return answer.Location["/proposals/".Length..];
    }

    private static Dictionary<string, string> Fields(string number, string title) =>
        new()
        {
            ["Input.Number"] = number,
            ["Input.SessionName"] = "五届三次",
            ["Input.Title"] = title,
            ["Input.Signers"] = "李明 13812345678\n王芳",
            ["Input.Hosts"] = "市教育局",
        };

    private static string Next() => $"{Interlocked.Increment(ref _number)}";

    private static string Path(string? location) =>
        location is null ? "/" : location[location.IndexOf("/error", StringComparison.Ordinal)..];

    private async Task<(HttpStatusCode Status, string Result)> Post(
        string key,
        string path,
        object body,
        string? once = null
    )
    {
        using var answer = await Send(key, HttpMethod.Post, path, body, once);
        var text = await answer.Content.ReadAsStringAsync();
        var json = JsonDocument.Parse(text).RootElement;
        return (
            answer.StatusCode,
            json.TryGetProperty("result", out var result) ? result.GetString()!
            : json.TryGetProperty("error", out var error) ? error.GetString()!
            : text
        );
    }

    private async Task<HttpResponseMessage> Send(
        string? key,
        HttpMethod method,
        string path,
        object? body,
        string? once = null
    )
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(method, path);
        if (key is not null)
            request.Headers.Authorization = new("Bearer", key);
        if (once is not null)
            request.Headers.Add("Idempotency-Key", once);
        if (body is not null)
            request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        return await http.SendAsync(request);
    }

    private async Task<bool> Exists(string login)
    {
        await using var session = await host.Database.Read();
        return await session.Scalar<long>("select count(*) from account where login = @login", new { login }) > 0;
    }

    private static async Task<string> Finished(Browser browser, string job)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var page = await browser.Get(job);
            if (page.Text.Contains("已完成", StringComparison.Ordinal))
                return page.Text;
            await Task.Delay(100);
        }
        return "not finished";
    }
}
