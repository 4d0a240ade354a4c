using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using JointMeeting.Domain.Asks;
using JointMeeting.Web.Tests.Meetings;
using JointMeeting.Workflows.Meetings.Notify;

namespace JointMeeting.Web.Tests.Api;

/// <summary>A unit's own office system at the unit's desk, by the real messages within the process.</summary>
public sealed class DeskApiTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task A_units_own_system_is_asked_and_answers_and_the_office_has_the_answer()
    {
        var meeting = await town.Convened("接口答复");
        await town.Steps.Act(town.Clerk, meeting, new SendNotice(null));
        var ask = (await town.OpenAsk("finance", meeting)).Id;
        var finance = await Key("finance");
        Assert.Contains(ask, await Eventually(() => Read(finance, "/api/desk/asks"), body => body.Contains(ask)));
        Assert.DoesNotContain(ask, (await Read(await Key("education"), "/api/desk/asks")));
        var sent = await Post(finance, $"/api/desk/asks/{ask}/answer", new { value = "attend" }, "1");
        Assert.Equal(HttpStatusCode.Accepted, sent.Status);
        Assert.Contains(
            "unchanged",
            (await Post(finance, $"/api/desk/asks/{ask}/answer", new { value = "attend" }, "1")).Body
        );
        await Eventually(
            async () => (await town.Load(meeting)).Asks.Single(a => a.Id == ask).State.ToString(),
            state => state == nameof(AskState.Answered)
        );
    }

    [Fact]
    public async Task What_is_not_the_units_to_answer_is_refused_with_the_reason()
    {
        var meeting = await town.Convened("他单位的请办");
        await town.Steps.Act(town.Clerk, meeting, new SendNotice(null));
        var ask = (await town.OpenAsk("finance", meeting)).Id;
        var education = await Key("education");
        var other = await Post(education, $"/api/desk/asks/{ask}/answer", new { value = "attend" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Contains("本单位没有收到该请办", other.Body);
        var own = (await town.OpenAsk("education", meeting)).Id;
        await Eventually(() => Read(education, "/api/desk/asks"), body => body.Contains(own));
        var reply = await Post(education, $"/api/desk/asks/{own}/reply", new { parts = new[] { new { text = "答" } } });
        Assert.Contains("不是办理答复", reply.Body);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await Post("jm_none", $"/api/desk/asks/{own}/answer", new { value = "attend" })).Status
        );
    }

    private async Task<string> Key(string login)
    {
        using var browser = await town.Host.SignedIn(login);
        var made = await browser.Submit("/proposals/keys", new() { ["Label"] = "本单位办公系统" }, "建立密钥");
        return Regex.Match(made.Html, "jm_[0-9a-f]{64}").Value;
    }

    private static async Task<string> Eventually(Func<Task<string>> read, Predicate<string> holds)
    {
        for (var tries = 0; ; tries++)
        {
            var now = await read();
            if (holds(now) || tries == 300)
                return holds(now) ? now : throw new TimeoutException(now);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private async Task<string> Read(string key, string path) =>
        (await Send(key, HttpMethod.Get, path, null, null)).Body;

    private Task<(HttpStatusCode Status, string Body)> Post(
        string key,
        string path,
        object body,
        string? once = null
    ) => Send(key, HttpMethod.Post, path, body, once);

    private async Task<(HttpStatusCode Status, string Body)> Send(
        string key,
        HttpMethod method,
        string path,
        object? body,
        string? once
    )
    {
        using var http = new HttpClient { BaseAddress = town.Host.Address };
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : JsonContent.Create(body),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (once is not null)
            request.Headers.Add("Idempotency-Key", once);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
