namespace JointMeeting.Ledger.Outbox;

/// <summary>A message written in the step's transaction, sent afterwards.</summary>
public sealed record OutboxRow
{
    public required string Id { get; init; }
    public required string CaseId { get; init; }

    /// <summary>Order within the case.</summary>
    public required int Seq { get; init; }

    /// <summary>The seq of the message before it to the same destination about the same case, or 0.</summary>
    public required int Previous { get; init; }

    /// <summary>A unit id, or <c>office</c>.</summary>
    public required string Destination { get; init; }
    public required string Kind { get; init; }
    public required string Payload { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SentAt { get; init; }
}

/// <summary>Reads and marks what is to be sent, and remembers what was already applied.</summary>
public static class Mailbox
{
    /// <summary>Where messages wait to be sent to.</summary>
    public static Task<IReadOnlyList<string>> Destinations(this Session session) =>
        session.Query<string>("select distinct destination from outbox where sent_at is null");

    /// <summary>The oldest unsent messages to one destination, in order.</summary>
    public static Task<IReadOnlyList<OutboxRow>> Unsent(this Session session, string destination, int most = 100) =>
        session.Query<OutboxRow>(
            "select * from outbox where sent_at is null and destination = @destination order by id limit @most",
            new { destination, most }
        );

    /// <summary>Marks a message as handed to the broker.</summary>
    public static Task Sent(this Session session, string id, DateTimeOffset at) =>
        session.Execute("update outbox set sent_at = @at where id = @id", new { id, at = Moment.Text(at) });

    /// <summary>The seq that the next message to that destination about that case follows.</summary>
    public static async Task<int> LastTo(this Session session, string destination, string caseId) =>
        await session.Scalar<int?>(
            "select max(seq) from outbox where destination = @destination and case_id = @caseId",
            new { destination, caseId }
        ) ?? 0;

    /// <summary>True the first time an effect is seen; false for every repeat, at any age.</summary>
    public static async Task<bool> FirstTime(this Session session, string effect, DateTimeOffset at) =>
        await session.Execute(
            Dialects.Dialect.InsertIfAbsent("insert into inbox (effect, at) values (@effect, @at)"),
            new { effect, at = Moment.Text(at) }
        ) == 1;
}
