using System.Security.Cryptography;
using System.Text;
using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Workflows.House.Accounts;

namespace JointMeeting.Workflows.House.SetUp;

/// <summary>首次设置: the single-use link makes one administrator and one office clerk, and is then dead.</summary>
public sealed record SetUpHouse(string Token, NewAccount Administrator, NewAccount Clerk) : ActionCommand(Actions.SetUp)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var used = await step.Session.Execute(
            "update setup_link set used_at = @at where token_hash = @hash and used_at is null",
            new { hash = SetUpLink.Hash(Token), at = Moment.Text(step.Now) }
        );
        if (used != 1)
            throw new Refusal("设置链接无效或已经使用。如尚未完成设置，请重新启动程序获取新的链接。");
        if (!Administrator.Roles.SetEquals([Role.Administrator]) || !Clerk.Roles.SetEquals([Role.OfficeClerk]))
            throw new Refusal("首次设置只能建立一个系统管理员和一个联席会议办公室经办人。");
        var admin = await Administrator.Create(step);
        var clerk = await Clerk.Create(step);
        step.Say(
            $"首次设置：建立系统管理员“{admin.Name}”和办公室经办人“{clerk.Name}”",
            new { admin.Login, Clerk = clerk.Login }
        );
    }
}

/// <summary>The link printed at first start. Only its hash is kept.</summary>
public static class SetUpLink
{
    /// <summary>A new token, if nobody was set up yet; else null. Earlier unused links die.</summary>
    public static async Task<string?> Renew(Database database, TimeProvider time)
    {
        await using var session = await database.Write();
        if (await session.Scalar<long>("select count(*) from account") > 0)
            return null;
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        var at = Moment.Text(time.GetUtcNow());
        await session.Execute("delete from setup_link where used_at is null");
        await session.Execute(
            "insert into setup_link (token_hash, created_at) values (@hash, @at)",
            new { hash = Hash(token), at }
        );
        await session.Commit();
        return token;
    }

    /// <summary>True while that link may still be used.</summary>
    public static async Task<bool> IsAlive(Database database, string token)
    {
        await using var session = await database.Read();
        const string alive = "select count(*) from setup_link where token_hash = @hash and used_at is null";
        return await session.Scalar<long>(alive, new { hash = Hash(token) }) == 1;
    }

    internal static string Hash(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
