using JointMeeting.Ledger.Dialects;

namespace JointMeeting.Ledger.Stores;

/// <summary>Work that one process does at a time, such as firing timers; a process that died loses it after a while.</summary>
public static class Leases
{
    /// <summary>Takes or prolongs the lease; false while another process has it.</summary>
    public static async Task<bool> TakeLease(
        this Session session,
        string name,
        string holder,
        DateTimeOffset now,
        TimeSpan time
    )
    {
        var values = new
        {
            name,
            holder,
            now = Moment.Text(now),
            until = Moment.Text(now + time),
        };
        const string renew = """
            update lease set holder = @holder, until = @until
             where name = @name and (holder = @holder or until < @now)
            """;
        return await session.Execute(renew, values) == 1
            || await session.Execute(
                Dialect.InsertIfAbsent("insert into lease (name, holder, until) values (@name, @holder, @until)"),
                values
            ) == 1;
    }

    /// <summary>Gives it back, so that another process need not wait.</summary>
    public static Task ReleaseLease(this Session session, string name, string holder) =>
        session.Execute("delete from lease where name = @name and holder = @holder", new { name, holder });
}
