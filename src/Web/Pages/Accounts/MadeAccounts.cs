using JointMeeting.Web.SignIn;
using JointMeeting.Workflows.House;
using JointMeeting.Workflows.House.Accounts;
using Microsoft.AspNetCore.Identity;

namespace JointMeeting.Web.Pages.Accounts;

/// <summary>A password shown once.</summary>
public sealed record Handover(string? Unit, string Name, string Login, string Password);

/// <summary>New passwords, for the page that shows them once.</summary>
public sealed record Handovers(string Title, IReadOnlyList<Handover> Rows)
{
    /// <summary>For a table: 单位 姓名 登录名 初始密码, by tabs.</summary>
    public string Text => string.Join('\n', Rows.Select(r => $"{r.Unit}\t{r.Name}\t{r.Login}\t{r.Password}"));

    /// <summary>Accounts to be made, each with a password nobody chose.</summary>
    public static (Handovers Shown, IReadOnlyList<NewAccount> Accounts) For(
        IReadOnlyList<AccountLine> lines,
        IPasswordHasher<AccountRow> hasher
    )
    {
        var rows = lines.Select(l => new Handover(l.Unit, l.Name, l.Login, Passwords.Generate())).ToList();
        var hashes = rows.AsParallel().AsOrdered().Select(r => hasher.HashPassword(null!, r.Password)).ToList();
        return (
            new($"已建立 {rows.Count} 个账号", rows),
            [
                .. lines.Select(
                    (l, i) =>
                        new NewAccount(
                            l.Login,
                            l.Name,
                            l.Unit,
                            l.Roles,
                            hashes[i],
                            l.IsPrincipal,
                            PasswordIsGiven: true
                        )
                ),
            ]
        );
    }
}
