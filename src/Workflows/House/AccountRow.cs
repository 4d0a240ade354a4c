using JointMeeting.Domain.Rights;

namespace JointMeeting.Workflows.House;

/// <summary>A local account (本地账号) as stored.</summary>
public sealed record AccountRow
{
    public required string Id { get; init; }

    /// <summary>What the person types; lower case.</summary>
    public required string Login { get; init; }
    public required string Name { get; init; }
    public string? Unit { get; init; }

    /// <summary>Names of roles, separated by commas.</summary>
    public required string Roles { get; init; }
    public required string PasswordHash { get; init; }

    /// <summary>When an administrator gave the password; null once the person chose the present one.</summary>
    public DateTimeOffset? PasswordGivenAt { get; init; }

    /// <summary>Changes when a password or a role changes; older sign-ins then end.</summary>
    public required string Stamp { get; init; }

    /// <summary>Failed sign-ins since the last good one.</summary>
    public int Failed { get; init; }
    public DateTimeOffset? LockedUntil { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>Who acts when this account is signed in.</summary>
    public Person AsPerson() => new(Id, Name, Unit, Roles.Split(',').Select(Enum.Parse<Role>).ToHashSet());
}
