using System.Text.RegularExpressions;

namespace JointMeeting.Web.Tests.Kit;

public class KitPageTests(KitHost host) : IClassFixture<KitHost>
{
    [Fact]
    public async Task The_page_has_one_main_heading() => Assert.Single(Regex.Matches(await Page(), "<h1[ >]"));

    [Fact]
    public async Task Every_control_has_a_label()
    {
        var page = await Page();
        var wrapped = Regex.Matches(page, "<label[^>]*>\\s*(<input[^>]*>)").Select(match => match.Groups[1].Value);
        var named = Regex
            .Matches(page, "<label[^>]* for=\"([^\"]+)\"")
            .Select(match => $"id=\"{match.Groups[1].Value}\"");
        var nameless = Regex
            .Matches(page, "<(input|select|textarea)[^>]*>")
            .Select(match => match.Value)
            .Where(control => !control.Contains("type=\"hidden\"") && !control.Contains("aria-label="))
            .Where(control => !named.Any(control.Contains) && !wrapped.Contains(control));
        Assert.Empty(nameless);
    }

    [Fact]
    public async Task Nothing_is_styled_or_scripted_inline()
    {
        var page = await Page();
        Assert.Empty(Regex.Matches(page, "<[^>]+ (?:style|on[a-z]+)=", RegexOptions.IgnoreCase));
        Assert.Empty(Regex.Matches(page, "<style|<script(?![^>]* src=)|javascript:", RegexOptions.IgnoreCase));
    }

    [Fact]
    public async Task Every_id_is_used_once()
    {
        var ids = Regex.Matches(await Page(), "<[a-z][^>]* id=\"([^\"]+)\"").Select(match => match.Groups[1].Value);
        Assert.Empty(ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public async Task Every_icon_is_in_the_sprite()
    {
        using var browser = host.Browser();
        var sprite = await browser.GetStringAsync(JointMeeting.Web.Kit.Icons.Sprite);
        var used = Regex
            .Matches(await Page(), "icons.svg#([a-z0-9-]+)")
            .Select(match => match.Groups[1].Value)
            .Distinct();
        Assert.All(used, name => Assert.Contains($"<symbol id=\"{name}\"", sprite));
    }

    [Fact]
    public async Task Chinese_stays_readable_in_the_source() =>
        Assert.DoesNotMatch("&#x[3-9A-F][0-9A-F]{3};", await Page());

    [Fact]
    public async Task A_flow_is_also_told_in_words() =>
        Assert.Contains(
            "<li aria-current=\"step\" class=\"step-current\">纪要会签（当前）限 11月23日</li>",
            await Page()
        );

    [Fact]
    public async Task The_current_page_is_marked_in_the_navigation() =>
        Assert.Matches("<a href=\"/kit\" aria-current=\"page\">", await Page());

    private async Task<string> Page()
    {
        using var browser = host.Browser();
        return await browser.GetStringAsync("/kit");
    }
}
