using JointMeeting.Browser.Harness;
using Microsoft.Playwright;

namespace JointMeeting.Browser.Journeys;

/// <summary>
/// From a pasted notice that asks for reports to what the units filled in: the clerk without script, the unit with it.
/// </summary>
public sealed class ReportingTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Paper = """
        云溪市人民政府办公室关于报送实训基地建设情况的通知
        云政办〔2026〕77号
        各成员单位：
        为掌握实训基地建设情况，现就有关事项通知如下。
        一、报送内容
        1.市财政局、市教育局于每周一前报送实训基地建设情况，内容包括：开工数、建成数。
        2.各有关学校于每学期末报送设备使用情况。
        云溪市人民政府办公室
        2026年11月20日
        """;

    [Fact]
    public async Task A_notice_that_asks_for_reports_is_confirmed_asked_for_answered_and_summed_up()
    {
        var scripted = await chromium.NewPageOrSkip();
        await using var program = await RunningProgram.Start("--demo");
        var clerk = new Visitor(await chromium.NewPageOrSkip(script: false), program.Address);
        var unit = new Visitor(scripted, program.Address);

        await clerk.SignIn("lianban", DemoTests.Password(program, "lianban"));
        await clerk.Open("/notices");
        await clerk.Fill("Text", Paper);
        await clerk.Press("导入并识别");
        var notice = new Uri(clerk.Page.Url).AbsolutePath;
        foreach (var kind in new[] { "Clause", "Duty" })
        {
            await clerk.Open($"{notice}?kind={kind}");
            if (await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "全部采纳" }).CountAsync() > 0)
                await clerk.Press("全部采纳");
        }
        await Screens.Screenshot(clerk.Page, "reporting-review");
        await clerk.Open($"{notice}/take-over");
        await clerk.Sees("待安排：“各有关学校”不是单位名录中的单位");
        await clerk.Press("转入“");
        await clerk.Follow("查看报送事项");
        await clerk.Sees("还没有请任何单位报送");
        var duties = new Uri(clerk.Page.Url).AbsolutePath;

        var report = await Asked(clerk, duties);
        await unit.SignIn("caizheng", DemoTests.Password(program, "caizheng"));
        await unit.Open(report);
        await Accessibility.AssertNoViolations(unit.Page);
        await unit.Page.GetByRole(AriaRole.Link, new() { Name = "报送", Exact = true }).First.ClickAsync();
        await unit.Press("签收并办理");
        await Accessibility.AssertNoViolations(unit.Page);
        await unit.Choose("Input.Value", "submit");
        await unit.Fill("Input.Fields[0].Value", "0");
        await unit.Press("提交答复");

        await clerk.Open(report);
        var row = clerk.Page.Locator("[role=row]", new() { HasTextString = "市财政局" });
        await Assertions.Expect(row).ToContainTextAsync("未填");
        await Screens.Screenshot(clerk.Page, "reporting-report");
        await clerk.Press("汇总完成");
        await Assertions
            .Expect(clerk.Page.Locator("[role=row]", new() { HasTextString = "市教育局" }))
            .ToContainTextAsync("未报送");
    }

    /// <summary>The timer service asks some seconds after the notice was taken over.</summary>
    private static async Task<string> Asked(Visitor clerk, string duties)
    {
        var link = clerk.Page.Locator("a[href^='/reports/']").First;
        for (var tries = 0; tries < 60; tries++)
        {
            await clerk.Open(duties);
            if (await link.CountAsync() > 0)
                return (await link.GetAttributeAsync("href"))!;
            await clerk.Page.WaitForTimeoutAsync(500);
        }
        throw new TimeoutException("No report was asked for within 30 seconds.");
    }
}
