using System.Net;
using System.Text.RegularExpressions;
using JointMeeting.Web.Kit;

namespace JointMeeting.Web.Tests.Kit;

public class FormTests(KitHost host) : IClassFixture<KitHost>
{
    [Fact]
    public async Task A_form_with_mistakes_comes_back_as_422_with_each_mistake_at_its_field()
    {
        using var browser = host.Browser();
        var answer = await Send(
            browser,
            new()
            {
                ["Input.Name"] = "",
                ["Input.Kind"] = "topic",
                ["Input.Day"] = "11月31日",
            }
        );
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("<a href=\"#Input_Name\">请填写会议名称。</a>", page);
        Assert.Contains("<a href=\"#Input_Day\">召开日期不能是“11月31日”，请修改。</a>", page);
        Assert.Matches("<input [^>]*aria-describedby=\"Input_Name-hint Input_Name-error\"", page);
    }

    [Fact]
    public async Task Mistakes_are_listed_in_the_order_of_the_form()
    {
        using var browser = host.Browser();
        var answer = await Send(
            browser,
            new()
            {
                ["Input.Name"] = "",
                ["Input.Kind"] = "",
                ["Input.Reply"] = "",
            }
        );
        var links = Regex.Matches(await answer.Content.ReadAsStringAsync(), "<a href=\"#(?<id>Input_[A-Za-z]+)\">");
        Assert.Equal(["Input_Name", "Input_Kind", "Input_Reply"], links.Select(link => link.Groups["id"].Value));
    }

    [Fact]
    public async Task What_was_typed_is_still_there_after_a_mistake()
    {
        using var browser = host.Browser();
        var answer = await Send(
            browser,
            new()
            {
                ["Input.Name"] = "第九次会议",
                ["Input.Kind"] = "",
                ["Input.Topics"] = "<加装电梯>",
            }
        );
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("value=\"第九次会议\"", page);
        Assert.Contains("&lt;加装电梯&gt;</textarea>", page);
    }

    [Fact]
    public async Task A_notice_is_shown_once_after_the_redirect()
    {
        using var browser = host.Browser();
        var answer = await Send(
            browser,
            new()
            {
                ["Input.Name"] = "第九次会议",
                ["Input.Kind"] = "topic",
                ["Input.Reply"] = "attend",
            }
        );
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Contains("“第九次会议”已通过检查。", await browser.GetStringAsync("/kit"));
        Assert.DoesNotContain("“第九次会议”已通过检查。", await browser.GetStringAsync("/kit"));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_in_chinese()
    {
        using var browser = host.Browser();
        var answer = await browser.PostAsync("/kit", new FormUrlEncodedContent([new("Input.Name", "第九次会议")]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("请返回上一页，刷新后重新提交", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_file_over_the_limit_is_answered_with_what_to_do()
    {
        using var browser = host.Browser();
        using var file = new ByteArrayContent(new byte[UploadLimit.RequestBytes]);
        var answer = await browser.PostAsync(
            "/kit",
            new MultipartFormDataContent { { file, "Input.Paper", "大文件.docx" } }
        );
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("合计超过 20 MB", await answer.Content.ReadAsStringAsync());
    }

    private static async Task<HttpResponseMessage> Send(HttpClient browser, Dictionary<string, string> fields)
    {
        var page = await browser.GetStringAsync("/kit");
        var token = Regex.Match(page, "name=\"__RequestVerificationToken\"[^>]* value=\"([^\"]+)\"").Groups[1].Value;
        fields["__RequestVerificationToken"] = token;
        return await browser.PostAsync("/kit", new FormUrlEncodedContent(fields));
    }
}
