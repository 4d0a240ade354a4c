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

    /// <summary>By ask, for the open asks of these cases that name a person.</summary>
    public static async Task<Dictionary<string, Acting>> On(
        Session session,
        IReadOnlyList<CaseFile> files,
        DateOnly today
    )
    {
        var asks = files.SelectMany(file => Personal(file).Select(ask => (File: file, Ask: ask))).ToList();
        if (asks.Count == 0)
            return [];
        var cases = asks.Select(a => a.Ask.CaseId).Distinct().ToList();
        var seats = await SeatHolder.OfCases(session, cases, today);
        var principals = await Principals(
            session,
            asks.Where(a => IsPrincipals(a.File, a.Ask)).Select(a => a.Ask.Unit)
        );
        var holders = asks.ToDictionary(
            a => a.Ask.Id,
            a =>
                a.Ask.Holder
                ?? (a.Ask.Seat is { } seat ? seats.GetValueOrDefault(seat) : principals.GetValueOrDefault(a.Ask.Unit))
        );
        var standIns = await InPlaceOf(session, holders.Values.OfType<string>(), today);
        var mechanisms = await Mechanisms(session, cases, standIns);
        return asks.ToDictionary(
            a => a.Ask.Id,
            a =>
                holders[a.Ask.Id] is { } holder
                    ? For(standIns, Vocabulary(a.File, a.Ask), mechanisms[a.Ask.CaseId], holder)
                    : new(null, [])
        );
    }

    private static IEnumerable<AskRow> Personal(CaseFile file) =>
        file
            .Asks.Where(a => a.State is AskState.Open or AskState.Answered or AskState.Waiting)
            .Where(a => a.Seat is not null || a.Holder is not null || IsPrincipals(file, a));

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

    private static Acting For(
        ILookup<string, StandInRow> standIns,
        string vocabulary,
        IEnumerable<string> mechanisms,
        string account
    )
    {
        var holder = account;
        for (var times = 0; times < MostHandOvers; times++)
        {
            var rows = standIns[holder]
                .Where(r => r.ScopeKind != StandInScope.Vocabulary || r.Scope == vocabulary)
                .Where(r => r.ScopeKind != StandInScope.Mechanism || mechanisms.Contains(r.Scope))
                .ToList();
            if (rows.FirstOrDefault(r => r.Kind == StandInKind.HandOver) is not { } handOver)
                return new(holder, [.. rows.Select(r => r.Substitute)]);
            holder = handOver.Substitute;
        }
        return new(holder, []);
    }

    /// <summary>
    /// The mechanisms that each case belongs to: itself, a meeting's or a task's. Asked only where somebody acts in one.
    /// </summary>
    private static async Task<ILookup<string, string>> Mechanisms(
        Session session,
        IReadOnlyList<string> cases,
        ILookup<string, StandInRow> standIns
    )
    {
        const string belonging = """
            select case_id, mechanism from meeting where case_id in @cases
            union select case_id, mechanism from task where case_id in @cases
            """;
        var wanted = standIns.Any(rows => rows.Any(r => r.ScopeKind == StandInScope.Mechanism));
        var rows = wanted ? await session.Query<(string Case, string Mechanism)>(belonging, new { cases }) : [];
        return rows.Concat(cases.Select(c => (Case: c, Mechanism: c)))
            .ToLookup(r => r.Case, r => r.Mechanism, StringComparer.Ordinal);
    }

    /// <summary>Who acts for these accounts, and for those who took over from them; the newest first.</summary>
    private static async Task<ILookup<string, StandInRow>> InPlaceOf(
        Session session,
        IEnumerable<string> accounts,
        DateOnly today
    )
    {
        const string standing = """
            select s.* from stand_in s join account a on a.id = s.substitute and a.disabled_at is null
             where s.account in @wanted and s.ended_at is null and s.from_day <= @today
               and (s.to_day is null or s.to_day >= @today)
             order by s.id desc
            """;
        var found = new List<StandInRow>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var wanted = accounts.Where(seen.Add).ToList(); wanted.Count > 0; )
        {
            var rows = await session.Query<StandInRow>(standing, new { wanted, today = Moment.Text(today) });
            found.AddRange(rows);
            wanted = [.. rows.Where(r => r.Kind == StandInKind.HandOver).Select(r => r.Substitute).Where(seen.Add)];
        }
        return found.ToLookup(r => r.Account, StringComparer.Ordinal);
    }
}
