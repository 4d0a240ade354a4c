using JointMeeting.Domain.Rights;
using JointMeeting.Web.Pages.Accounts;

namespace JointMeeting.Web.Tests.Accounts;

public sealed class AccountLinesTests
{
    [Fact]
    public void Columns_stand_between_tabs_or_spaces()
    {
        var (lines, problems) = AccountLines.Read(
            "单位\t姓名\t登录名\t角色\r\n市财政局\t周 立\tzhouli\t联络员、单位负责人\r\n\r\n市民政局 李华　lihua 联络员\n"
        );
        Assert.Empty(problems);
        Assert.Equal(
            ["市财政局 周立 zhouli", "市民政局 李华 lihua"],
            lines.Select(l => $"{l.Unit} {l.Name} {l.Login}")
        );
        Assert.Equal([Role.Liaison, Role.Head], lines[0].Roles.Order());
    }

    [Fact]
    public void An_account_without_a_unit_has_a_dash_or_nothing_in_its_place() =>
        Assert.Equal(
            [null, null],
            AccountLines.Read("-\t孙\tsun\t审计员\n\t钱\tqian\t系统管理员").Lines.Select(l => l.Unit)
        );

    [Theory]
    [InlineData("市财政局 周立 zhouli", "第 1 行有 3 列")]
    [InlineData("市财政局 周立 zhouli 局长", "第 1 行的角色“局长”不认识")]
    [InlineData("甲局 周立 zhou 联络员\n乙局 周丽 Zhou 联络员", "登录名“zhou”出现多次（第 1、2 行）")]
    public void A_line_that_does_not_fit_is_named(string text, string problem) =>
        Assert.StartsWith(problem, Assert.Single(AccountLines.Read(text).Problems));

    [Fact]
    public void More_than_the_page_can_make_at_once_is_refused()
    {
        var text = string.Join('\n', Enumerable.Range(0, 201).Select(i => $"甲局 周立 zhou{i} 联络员"));
        Assert.StartsWith("一次最多建立 200 个账号", Assert.Single(AccountLines.Read(text).Problems));
    }
}
