using System.Text.RegularExpressions;
using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.House.Accounts;

/// <summary>What a new account needs. The password is hashed before it gets here and never kept.</summary>
/// <param name="Login">2 to 40 letters, digits, dots, hyphens or underscores.</param>
/// <param name="Name">The person's name.</param>
/// <param name="UnitName">The unit, created if it is new; null for administrators and auditors.</param>
/// <param name="Roles">What the account may do.</param>
/// <param name="PasswordHash">From the framework's password hasher.</param>
/// <param name="IsPrincipal">主要负责人: the principal head of the unit from now on.</param>
/// <param name="PasswordIsGiven">Somebody else knows the password: the person changes it at the first sign-in.</param>
public sealed record NewAccount(
    string Login,
    string Name,
    string? UnitName,
    IReadOnlySet<Role> Roles,
    string PasswordHash,
    bool IsPrincipal = false,
    bool PasswordIsGiven = false
)
{
    /// <summary>Writes the account in the step's transaction.</summary>
    /// <exception cref="Refusal">Login taken or malformed, name missing, or roles that may not meet.</exception>
    internal async Task<AccountRow> Create(Step step)
    {
        await Check(step);
        var row = new AccountRow
        {
            Id = step.NewId(),
            Login = Login.ToLowerInvariant(),
            Name = Name.Trim(),
            Unit = UnitName is null ? null : await Units.FindOrCreate(step, UnitName),
            Roles = string.Join(',', Roles.Order()),
            PasswordHash = PasswordHash,
            Stamp = step.NewId(),
            CreatedAt = step.Now,
            PasswordGivenAt = PasswordIsGiven ? step.Now : null,
        };
        await step.Session.Insert("account", row);
        if (IsPrincipal)
            await step.Session.Execute("update unit set principal = @Id where id = @Unit", new { row.Id, row.Unit });
        return row;
    }

    private async Task Check(Step step)
    {
        if (!Regex.IsMatch(Login, "^[A-Za-z0-9._-]{2,40}$", RegexOptions.NonBacktracking))
            throw new Refusal("登录名须为 2 至 40 位字母、数字、点、横线或下划线。");
        if (string.IsNullOrWhiteSpace(Name))
            throw new Refusal("请填写姓名。");
        if (Roles.Count == 0)
            throw new Refusal("请至少选择一个角色。");
        if (RolesThatMayNotMeet.Conflict(Roles) is { } conflict)
            throw new Refusal(conflict);
        var business = Roles.Any(r => r is Role.OfficeClerk or Role.Liaison or Role.Head);
        if (business && string.IsNullOrWhiteSpace(UnitName))
            throw new Refusal("办理业务的账号须填写所在单位。");
        if (Roles.Any(r => r is Role.Administrator or Role.Auditor) && !string.IsNullOrWhiteSpace(UnitName))
            throw new Refusal("系统管理员和审计员不办理任何单位的业务，单位请留空（账号表中写一个短横）。");
        if (IsPrincipal && !Roles.Contains(Role.Head))
            throw new Refusal("主要负责人须同时是“单位负责人”，请一并选择该角色。");
        const string taken = "select count(*) from account where login = @login";
        if (await step.Session.Scalar<long>(taken, new { login = Login.ToLowerInvariant() }) > 0)
            throw new Refusal($"登录名“{Login}”已被使用，请换一个。");
    }
}
