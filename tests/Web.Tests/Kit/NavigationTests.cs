using System.Security.Claims;
using JointMeeting.Web.Kit;

namespace JointMeeting.Web.Tests.Kit;

public class NavigationTests
{
    private static readonly ClaimsPrincipal Visitor = new();

    [Theory]
    [InlineData("/", "首页")]
    [InlineData("/meetings/8", "会议")]
    [InlineData("/meetings/import", "导入")]
    [InlineData("/other", null)]
    public void The_entry_closest_above_the_page_is_current(string path, string? expected)
    {
        var options = new PageKitOptions();
        options.Navigation.AddRange([
            new("/", "首页", "x"),
            new("/meetings", "会议", "x"),
            new("/meetings/import", "导入", "x"),
        ]);
        Assert.Equal(expected, Web.Kit.Navigation.For(options, Visitor, path).Current?.Label);
    }

    [Fact]
    public void An_entry_a_person_may_not_use_is_not_shown()
    {
        var options = new PageKitOptions();
        options.Navigation.Add(new("/accounts", "账号", "x", person => person.IsInRole("administrator")));
        Assert.Empty(Web.Kit.Navigation.For(options, Visitor, "/accounts").Entries);
    }
}
