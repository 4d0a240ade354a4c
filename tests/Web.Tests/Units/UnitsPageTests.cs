using System.Net;
using JointMeeting.Web.Tests.Meetings;

namespace JointMeeting.Web.Tests.Units;

public sealed class UnitsPageTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task An_administrator_registers_who_carries_on_for_a_unit_that_ends()
    {
        using var administrator = await town.Host.Administrator();
        var form = new Dictionary<string, string>
        {
            ["Unit"] = await town.Unit(Town.Education),
            ["Successor"] = await town.Unit(Town.Education),
            ["LastDay"] = $"{town.Today.AddDays(30):yyyy-MM-dd}",
            ["Basis"] = "机构改革方案",
        };
        var refused = await administrator.Submit("/units", form, "登记");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("承接单位不能是该单位本身", refused.Text);
        Assert.Contains("机构改革方案", refused.Html);
        form["Successor"] = await town.Unit(Town.Finance);
        var done = await administrator.Follow(await administrator.Submit("/units", form, "登记"));
        Assert.Contains("将撤销，存续至", done.Text);
        using var clerk = await town.Host.Clerk();
        Assert.Contains("/error/403", (await clerk.Get("/units")).Location);
    }
}
