using JointMeeting.Domain.Asks;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Mechanisms;

namespace JointMeeting.Workflows.House.StandIns;

/// <summary>Who acts on an ask that a certain person must answer.</summary>
/// <param name="Holder">Account of that person, or of the successor who took over; null where nobody holds it.</param>
/// <param name="StandIns">Accounts that act for the holder today (代).</param>
public sealed record Acting(string? Holder, IReadOnlyList<string> StandIns);

/// <summary>Looks up who holds a seat or a station of a unit's chain today, and who stands in.</summary>
internal static class WhoActs
{
    /// <summary>A hand-over may have been handed on; nobody does that more often.</summary>
    private const int MostHandOvers = 10;

    /// <summary>By ask, for the open asks of a case that name a person.</summary>
    public static async Task<Dictionary<string, Acting>> On(Session session, CaseFile file, DateOnly today)
    {
        var acting = new Dictionary<string, Acting>(StringComparer.Ordinal);
        var open = file.Asks.Where(a => a.State is AskState.Open or AskState.Answered or AskState.Waiting);
        foreach (var ask in open.Where(a => a.Seat is not null || a.Holder is not null))
        {
            var holder = ask.Holder ?? await SeatHolder.Of(session, ask.Seat!, today);
            acting[ask.Id] = holder is null ? new(null, []) : await For(session, file, ask, holder, today);
        }
        return acting;
    }

    private static async Task<Acting> For(Session session, CaseFile file, AskRow ask, string account, DateOnly today)
    {
        var holder = account;
        for (var times = 0; times < MostHandOvers; times++)
        {
            var rows = await Of(session, file, ask, holder, today);
            if (rows.FirstOrDefault(r => r.Kind == StandInKind.HandOver) is not { } handOver)
                return new(holder, [.. rows.Select(r => r.Substitute)]);
            holder = handOver.Substitute;
        }
        return new(holder, []);
    }

    private static async Task<IReadOnlyList<StandInRow>> Of(
        Session session,
        CaseFile file,
        AskRow ask,
        string account,
        DateOnly today
    )
    {
        const string standing = """
            select s.* from stand_in s join account a on a.id = s.substitute and a.disabled_at is null
             where s.account = @account and s.ended_at is null and s.from_day <= @today
               and (s.to_day is null or s.to_day >= @today)
               and (s.scope_kind = 'All'
                 or (s.scope_kind = 'Vocabulary' and s.scope = @Vocabulary)
                 or (s.scope_kind = 'Mechanism' and (s.scope = @caseId
                     or s.scope in (select mechanism from meeting where case_id = @caseId)
                     or s.scope in (select mechanism from task where case_id = @caseId))))
             order by s.id desc
            """;
        return await session.Query<StandInRow>(
            standing,
            new
            {
                account,
                // A station of a unit's chain is part of the request that the chain works on.
                Vocabulary = file.Asks.FirstOrDefault(a => a.Id == ask.Within)?.Vocabulary ?? ask.Vocabulary,
                caseId = file.Row.Id,
                today = Moment.Text(today),
            }
        );
    }
}
