using System.Net;
using JointMeeting.Web.Tests.Meetings;

namespace JointMeeting.Web.Tests.Statistics;

/// <summary>The office's figures, on the pages alone.</summary>
public sealed class StatisticsPagesTests(Town town) : IClassFixture<Town>
{
    private const string Subject = "统计用的全体会议";

    /// <summary>The meetings of a town are called for days to come.</summary>
    private string Ahead => $"from={town.Today:yyyy-MM-dd}&to={town.Today.AddDays(60):yyyy-MM-dd}";

    [Fact]
    public async Task A_figure_is_printed_with_its_rule_and_opens_into_the_rows_it_counts()
    {
        await town.Held(Subject);
        using var clerk = await town.Host.Clerk();
        var page = await clerk.Get($"/statistics?{Ahead}");
        Assert.Contains("会议出席率 100.0% 4 4 到会(含代会)单位次数 ÷ 应到单位次数", page.Text);
        Assert.Contains("占比按最大余数法取整,合计为100%", page.Text);
        var rows = await clerk.Get($"/statistics/rows?{Ahead}&figure=attendance&above=true");
        Assert.Contains("会议出席率的分子", rows.Text);
        Assert.Equal(4, System.Text.RegularExpressions.Regex.Count(rows.Text, "本人到会"));
        var none = await clerk.Get($"/statistics/rows?{Ahead}&figure=standIns&above=true");
        Assert.Contains("该数字为 0", none.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Get("/statistics/rows?figure=none")).Status);
        using var member = await town.Host.SignedIn("education");
        var own = await member.Get($"/statistics?{Ahead}");
        Assert.Contains("会议出席率 100.0% 1 1", own.Text);
    }

    [Fact]
    public async Task What_has_no_end_is_listed_beside_the_figures()
    {
        using var clerk = await town.Host.Clerk();
        var page = (await clerk.Get("/statistics")).Text;
        var listed = page[page.IndexOf("没有期限的事项", StringComparison.Ordinal)..];
        Assert.Contains("加强改造政策宣传", listed);
    }

    [Theory]
    [InlineData("/statistics?handler=Xlsx")]
    [InlineData("/statistics?from=2026-12-31&to=2026-01-01&handler=Xlsx")]
    [InlineData("/statistics/rows?figure=doneOriginal&handler=Xlsx")]
    [InlineData("/statistics/month?handler=Xlsx")]
    [InlineData("/statistics/unit?handler=Xlsx")]
    public async Task Every_page_goes_out_as_a_workbook(string path)
    {
        using var clerk = await town.Host.Clerk();
        var file = await clerk.Get(path);
        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.StartsWith("PK", file.Html);
    }

    [Fact]
    public async Task The_report_of_a_month_ranks_only_units_that_had_something_due()
    {
        using var clerk = await town.Host.Clerk();
        var page = await clerk.Get("/statistics/month?month=2031-05");
        Assert.Contains("2031 年 5 月督办情况通报", page.Text);
        Assert.Contains("本月没有到期事项", page.Text);
        Assert.Contains("召集人审定", page.Text);
    }

    [Fact]
    public async Task All_matters_of_a_unit_are_those_that_the_reader_may_read()
    {
        using var clerk = await town.Host.Clerk();
        var education = await town.Unit(Town.Education);
        Assert.Contains("加强改造政策宣传", (await clerk.Get($"/statistics/unit?unit={education}")).Text);
        using var finance = await town.Host.SignedIn("finance");
        var seen = await finance.Get($"/statistics/unit?unit={education}");
        Assert.Contains("待答复 0 件", seen.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.Get("/statistics/unit?unit=nobody")).Status);
    }
}
