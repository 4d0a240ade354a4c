using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
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
        var asks = file
            .Asks.Where(a => a.State is AskState.Open or AskState.Answered or AskState.Waiting)
            .Where(a => a.Seat is not null || a.Holder is not null || IsPrincipals(file, a))
            .ToList();
        if (asks.Count == 0)
            return [];
        var seats = await SeatHolder.OfCase(session, file.Row.Id, today);
        var principals = await Principals(session, asks.Where(a => IsPrincipals(file, a)).Select(a => a.Unit));
        var holders = asks.ToDictionary(
            a => a.Id,
            a => a.Holder ?? (a.Seat is { } seat ? seats.GetValueOrDefault(seat) : principals.GetValueOrDefault(a.Unit))
        );
        var standIns = await InPlaceOf(session, file, holders.Values.OfType<string>(), today);
        return asks.ToDictionary(
            a => a.Id,
            a => holders[a.Id] is { } holder ? For(standIns, Vocabulary(file, a), holder) : new(null, [])
        );
    }

    private static bool IsPrincipals(CaseFile file, AskRow ask) => file.SigningOf(ask) != SigningHead.Any;

    /// <summary>主要负责人 by unit, of the units that have named one.</summary>
    private static async Task<Dictionary<string, string>> Principals(Session session, IEnumerable<string> units)
    {
        var wanted = units.Distinct().ToList();
        return wanted.Count == 0
            ? []
            : (
                await session.Query<(string Unit, string Principal)>(
                    "select id, principal from unit where principal is not null and id in @wanted",
                    new { wanted }
                )
            ).ToDictionary(u => u.Unit, u => u.Principal, StringComparer.Ordinal);
    }

    /// <summary>A station of a unit's chain is part of the request that the chain works on.</summary>
    private static string Vocabulary(CaseFile file, AskRow ask) =>
        file.Asks.FirstOrDefault(a => a.Id == ask.Within)?.Vocabulary ?? ask.Vocabulary;

    private static Acting For(ILookup<string, StandInRow> standIns, string vocabulary, string account)
    {
        var holder = account;
        for (var times = 0; times < MostHandOvers; times++)
        {
            var rows = standIns[holder]
                .Where(r => r.ScopeKind != StandInScope.Vocabulary || r.Scope == vocabulary)
                .ToList();
            if (rows.FirstOrDefault(r => r.Kind == StandInKind.HandOver) is not { } handOver)
                return new(holder, [.. rows.Select(r => r.Substitute)]);
            holder = handOver.Substitute;
        }
        return new(holder, []);
    }

    /// <summary>Who acts on this case for these accounts, and for those who took over from them; the newest first.</summary>
    private static async Task<ILookup<string, StandInRow>> InPlaceOf(
        Session session,
        CaseFile file,
        IEnumerable<string> accounts,
        DateOnly today
    )
    {
        const string standing = """
            select s.* from stand_in s join account a on a.id = s.substitute and a.disabled_at is null
             where s.account in @wanted and s.ended_at is null and s.from_day <= @today
               and (s.to_day is null or s.to_day >= @today)
               and (s.scope_kind <> 'Mechanism' or s.scope = @caseId
                 or s.scope in (select mechanism from meeting where case_id = @caseId)
                 or s.scope in (select mechanism from task where case_id = @caseId))
             order by s.id desc
            """;
        var found = new List<StandInRow>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var wanted = accounts.Where(seen.Add).ToList(); wanted.Count > 0; )
        {
            var rows = await session.Query<StandInRow>(
                standing,
                new
                {
                    wanted,
                    caseId = file.Row.Id,
                    today = Moment.Text(today),
                }
            );
            found.AddRange(rows);
            wanted = [.. rows.Where(r => r.Kind == StandInKind.HandOver).Select(r => r.Substitute).Where(seen.Add)];
        }
        return found.ToLookup(r => r.Account, StringComparer.Ordinal);
    }
}
