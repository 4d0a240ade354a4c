using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Mechanisms;

/// <summary>
/// Whose account acts for a seat: the one account of the seat's unit that bears the present holder's name. Resolved each
/// time, so that a substitution or a later account takes effect at once; two accounts of one name act for none.
/// </summary>
public static class SeatHolder
{
    private const string Holding = """
          join tenure t on t.seat = s.id and t.state = 'InForce'
           and t.from_day <= @today and (t.to_day is null or t.to_day >= @today)
          join account a on a.unit = s.unit and a.name = t.person_name and a.disabled_at is null
        """;

    /// <summary>The account, or null where nobody can act in person and the office records (代录).</summary>
    public static async Task<string?> Of(Session session, string seat, DateOnly today)
    {
        const string holders = $"select a.id from seat s {Holding} where s.id = @seat";
        var accounts = await session.Query<string>(holders, new { seat, today = Moment.Text(today) });
        return accounts.Count == 1 ? accounts[0] : null;
    }

    /// <summary>The accounts for all seats that these cases ask; a seat where nobody can act in person is absent.</summary>
    public static async Task<Dictionary<string, string>> OfCases(
        Session session,
        IReadOnlyList<string> cases,
        DateOnly today
    )
    {
        const string holders = $"""
            select distinct s.id as seat, a.id as account from ask k join seat s on s.id = k.seat {Holding}
             where k.case_id in @cases
            """;
        var pairs = await session.Query<(string Seat, string Account)>(
            holders,
            new { cases, today = Moment.Text(today) }
        );
        return pairs
            .GroupBy(p => p.Seat, StringComparer.Ordinal)
            .Where(g => g.Count() == 1)
            .ToDictionary(g => g.Key, g => g.Single().Account, StringComparer.Ordinal);
    }
}
