using System.Text.RegularExpressions;
using JointMeeting.Domain.Rights;

namespace JointMeeting.Web.Tests.Proposals;

/// <summary>
/// Day of receipt, rule set and class scheme stay as registered. The case of the fault: a list that stated others was
/// taken without a word.
/// </summary>
public sealed class StayAsRegisteredTests(OfficeHost host) : IClassFixture<OfficeHost>, IAsyncLifetime
{
    private const string Heading = "编号\t标题\t提出人\t收到日期";
    private const string Day = "收到日期仍为 2026-03-02（本次写的是 2026-03-09）";
    private const string Classes = "答复类别仍为“A/B/C/D 四类”";

    public async ValueTask InitializeAsync()
    {
        await using var session = await host.Database.Read();
        if (await session.Scalar<long>("select count(*) from account where login = 'congress'") == 0)
            await host.Add(
                OfficeHost.New("congress", "何代工", "市人大常委会代表工委", Role.CongressOffice),
                OfficeHost.New("government", "张政办", "市政府办公室", Role.GovernmentOffice)
            );
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_preview_the_result_and_the_history_say_what_stays_and_what_the_list_said()
    {
        using var congress = await host.SignedIn("congress");
        var first = await Imported(congress, "1\t关于夜间公交的建议\t李明\t2026-03-02");
        Assert.DoesNotContain("仍为", first.Preview + first.Result);
        var (preview, result) = await Imported(congress, "1\t关于增开夜间公交的建议\t李明\t2026-03-09", "abc");
        foreach (var text in new[] { preview, result })
        {
            Assert.Contains(Day, text);
            Assert.Contains(Classes, text);
        }
        var item = (await congress.Get("/proposals?q=夜间公交")).Html;
        var page = await congress.Get(Regex.Match(item, "/proposals/[0-9a-f-]{36}").Value);
        Assert.Contains("更正登记 1 号；已登记的件，收到日期仍为 2026-03-02", page.Text);
    }

    [Fact]
    public async Task A_row_that_says_nothing_else_new_says_so_in_the_result_all_the_same()
    {
        using var congress = await host.SignedIn("congress");
        await Imported(congress, "2\t关于公共自行车的建议\t李明\t2026-03-02");
        Assert.Contains(Day, (await Imported(congress, "2\t关于公共自行车的建议\t李明\t2026-03-09")).Result);
    }

    /// <summary>A list without days is imported again on another day: the page's own day is not the list's word.</summary>
    [Fact]
    public async Task A_day_that_the_list_does_not_state_is_not_said_to_differ()
    {
        using var congress = await host.SignedIn("congress");
        await Imported(congress, "3\t关于街头座椅的建议\t李明\t2026-03-02");
        var again = await Imported(congress, "3\t关于街头座椅的建议\t李明\t");
        Assert.DoesNotContain("仍为", again.Preview + again.Result);
    }

    private static async Task<(string Preview, string Result)> Imported(
        Browser browser,
        string row,
        string scheme = "abcd"
    )
    {
        var form = new Dictionary<string, string>
        {
            ["SessionName"] = "五届三次",
            ["Scheme"] = scheme,
            ["Pasted"] = $"{Heading}\n{row}",
        };
        var preview = await browser.Submit("/proposals/intake", form, "预览");
        var job = (await browser.Submit(preview, "/proposals/intake", [], "导入 1 件")).Location;
        Assert.True(job is not null, preview.Text);
        for (var tries = 0; tries < 200; tries++)
        {
            var page = (await browser.Get(job)).Text;
            if (page.Contains("已完成", StringComparison.Ordinal))
                return (preview.Text, page);
            await Task.Delay(50);
        }
        return (preview.Text, "not finished");
    }
}
