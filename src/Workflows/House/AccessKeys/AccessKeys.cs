using System.Security.Cryptography;
using System.Text;
using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.House.AccessKeys;

/// <summary>A key by which another system acts for an account (接口密钥); only its hash is kept.</summary>
public sealed record AccessKeyRow
{
    public required string Hash { get; init; }
    public required string Account { get; init; }

    /// <summary>Which system holds it.</summary>
    public required string Label { get; init; }
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Its last day.</summary>
    public required DateOnly ExpiresOn { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>建立接口密钥: for the maker's own account, for a named system, at most for a year.</summary>
public sealed record MakeAccessKey(string Key, string Label, DateOnly ExpiresOn)
    : ActionCommand(ProposalActions.MakeAccessKey)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(Label))
            throw new Refusal("请填写使用该密钥的系统名称。");
        if (ExpiresOn < step.Today || ExpiresOn > step.Today.AddYears(1))
            throw new Refusal("有效期应从今天起、不超过一年。");
        await step.Session.Insert(
            "access_key",
            new AccessKeyRow
            {
                Hash = AccessKeys.Hash(Key),
                Account = step.Actor.Id,
                Label = Label.Trim(),
                MadeAt = step.Now,
                ExpiresOn = ExpiresOn,
            }
        );
        step.Say($"建立接口密钥“{Label.Trim()}”，有效期至 {ExpiresOn:yyyy-MM-dd}");
    }
}

/// <summary>停用接口密钥: from now on it opens nothing.</summary>
public sealed record EndAccessKey(string Hash) : ActionCommand(ProposalActions.EndAccessKey)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var ended = await step.Session.Execute(
            "update access_key set ended_at = @at where hash = @Hash and account = @Id and ended_at is null",
            new
            {
                Hash,
                step.Actor.Id,
                at = Moment.Text(step.Now),
            }
        );
        if (ended != 1)
            throw new Refusal("没有找到该密钥，可能已经停用。");
        step.Say("停用接口密钥");
    }
}

/// <summary>Who a key stands for, and which ones a new password ends.</summary>
public static class AccessKeys
{
    /// <summary>A new key, shown once.</summary>
    public static string New() => $"jm_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))}";

    /// <summary>What is kept of it.</summary>
    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>Ends what an account has: whoever had got into it may have made one.</summary>
    /// <returns>How many there were.</returns>
    internal static Task<int> EndAll(Step step, string account) =>
        step.Session.Execute(
            "update access_key set ended_at = @at where account = @account and ended_at is null and expires_on >= @today",
            new
            {
                account,
                at = Moment.Text(step.Now),
                today = Moment.Text(step.Today),
            }
        );

    /// <summary>For which systems the account has a key that opens something.</summary>
    public static Task<IReadOnlyList<string>> Alive(Session session, string account, DateOnly today) =>
        session.Query<string>(
            "select label from access_key where account = @account and ended_at is null and expires_on >= @today order by made_at",
            new { account, today = Moment.Text(today) }
        );

    /// <summary>The person of a key, with the roles the account holds now; null where the key or the account is dead.</summary>
    public static async Task<Person?> PersonOf(Session session, string key, DateOnly today)
    {
        const string alive = """
            select a.* from access_key k join account a on a.id = k.account
             where k.hash = @hash and k.ended_at is null and k.expires_on >= @today and a.disabled_at is null
            """;
        var account = await session.One<AccountRow>(alive, new { hash = Hash(key), today = Moment.Text(today) });
        return account?.AsPerson();
    }
}
