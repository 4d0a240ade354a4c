using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Mechanisms;

/// <summary>
/// Whose account acts for a seat: the one account of the seat's unit that bears the present holder's name. Resolved each
/// time, so that a substitution or a later account takes effect at once; two accounts of one name act for none.
/// </summary>
public static class SeatHolder
{
    /// <summary>The account, or null where nobody can act in person and the office records (代录).</summary>
    public static async Task<string?> Of(Session session, string seat, DateOnly today)
    {
        const string holders = """
            select a.id from seat s
              join tenure t on t.seat = s.id and t.state = 'InForce'
               and t.from_day <= @today and (t.to_day is null or t.to_day >= @today)
              join account a on a.unit = s.unit and a.name = t.person_name and a.disabled_at is null
             where s.id = @seat
            """;
        var accounts = await session.Query<string>(holders, new { seat, today = Moment.Text(today) });
        return accounts.Count == 1 ? accounts[0] : null;
    }
}
