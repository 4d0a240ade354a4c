using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace JointMeeting.Browser.Harness;

public static class Accessibility
{
    /// <summary>Fails with the rule, the element and what to read about it, for each violation axe finds.</summary>
    public static async Task AssertNoViolations(IPage page)
    {
        var result = await page.RunAxe();
        var violations =
            from violation in result.Violations
            from node in violation.Nodes
            select $"{violation.Id} ({violation.Impact}): {node.Html}\n  {violation.Help}, {violation.HelpUrl}";
        var found = violations.ToList();
        Assert.True(found.Count == 0, $"{page.Url}\n{string.Join('\n', found)}");
    }
}
