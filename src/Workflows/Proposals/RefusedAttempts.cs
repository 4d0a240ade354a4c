using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Proposals;

/// <summary>
/// Somebody tried what they may not do with an item: a co-handler to reply, a handling unit to read or enter an
/// evaluation. The refusal is kept apart from the case, which it does not change.
/// </summary>
public sealed record RefusedAttemptRow
{
    public required string Id { get; init; }
    public required string CaseId { get; init; }
    public required string Account { get; init; }
    public required string ByName { get; init; }
    public string? Unit { get; init; }

    /// <summary>Name of the command, or of what was to be read.</summary>
    public required string Action { get; init; }
    public required string Why { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>Keeps refused attempts, in a transaction of their own.</summary>
public static class RefusedAttempts
{
    /// <summary>登记被拒绝的操作.</summary>
    public static async Task Keep(Steps steps, Person person, string caseId, string action, string why)
    {
        var now = steps.Time.GetUtcNow();
        await using var session = await steps.Database.Write();
        await session.Insert(
            "refused_attempt",
            new RefusedAttemptRow
            {
                Id = Ids.New(now),
                CaseId = caseId,
                Account = person.Id,
                ByName = person.Name,
                Unit = person.Unit,
                Action = action,
                Why = why,
                At = now,
            }
        );
        await session.Commit();
    }
}
