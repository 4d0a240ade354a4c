using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Dapper;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Audit;
using Microsoft.Data.Sqlite;

namespace JointMeeting.Benchmarks;

/// <summary>
/// What somebody would write who needed nothing but this: 参加, in one transaction, with its chained trail entry, its
/// message and its guard against a form handed in twice.
/// </summary>
internal sealed class HandWritten(string connectionString, TimeProvider time)
{
    private const string Pragmas =
        "pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on; pragma busy_timeout=15000; "
        + "pragma wal_autocheckpoint=4000;";

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public async Task Attend(Person by, string meeting, string ask, string form)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await connection.ExecuteAsync(Pragmas);
        await using var transaction = connection.BeginTransaction(deferred: false);
        var now = time.GetUtcNow();
        var at = Moment.Text(now);
        const string first = "insert into inbox (effect, at) values (@effect, @at) on conflict do nothing";
        if (await connection.ExecuteAsync(first, new { effect = $"form:{form}", at }, transaction) != 1)
            return;
        var found = await connection.QuerySingleAsync<Found>(
            """
            select c.row_version, c.audit_seq, c.audit_head, a.state, a.unit, u.name as unit_name
              from cases c join ask a on a.case_id = c.id join unit u on u.id = a.unit
             where c.id = @meeting and a.id = @ask
            """,
            new { meeting, ask },
            transaction
        );
        if (found.State != "Open" || by.Unit != found.Unit)
            throw new InvalidOperationException("May not be answered.");
        var answer = Ids.New(now);
        await connection.ExecuteAsync(
            """
            insert into answer (id, ask_id, case_id, value, by_account, by_name, at, origin, provisional)
            values (@answer, @ask, @meeting, 'attend', @Id, @Name, @at, 'Explicit', 0)
            """,
            new
            {
                answer,
                ask,
                meeting,
                by.Id,
                by.Name,
                at,
            },
            transaction
        );
        const string settle = "update ask set state = 'Answered', settled_at = @at where id = @ask";
        await connection.ExecuteAsync(settle, new { ask, at }, transaction);
        const string quiet = "update timer set done_at = @at where ask_id = @ask and done_at is null";
        await connection.ExecuteAsync(quiet, new { ask, at }, transaction);
        await Message(connection, transaction, found, meeting, ask, now);
        await Close(connection, transaction, found, by, meeting, (ask, answer, at));
        await transaction.CommitAsync();
    }

    private static async Task Message(
        SqliteConnection connection,
        SqliteTransaction transaction,
        Found found,
        string meeting,
        string ask,
        DateTimeOffset now
    )
    {
        const string last = "select max(seq) from outbox where destination = @Unit and case_id = @meeting";
        var previous = await connection.ExecuteScalarAsync<int?>(last, new { found.Unit, meeting }, transaction) ?? 0;
        var message = new Workflows.AskSettled(meeting, ask, "Answered");
        await connection.ExecuteAsync(
            """
            insert into outbox (id, case_id, seq, previous, destination, kind, payload, created_at)
            values (@id, @meeting, @seq, @previous, @Unit, 'AskSettled', @payload, @at)
            """,
            new
            {
                id = Ids.New(now),
                meeting,
                seq = (found.AuditSeq + 1) * 1000,
                previous,
                found.Unit,
                payload = JsonSerializer.Serialize(message, Readable),
                at = Moment.Text(now),
            },
            transaction
        );
    }

    private static async Task Close(
        SqliteConnection connection,
        SqliteTransaction transaction,
        Found found,
        Person by,
        string meeting,
        (string Ask, string Answer, string At) done
    )
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                text = $"{found.UnitName}答复会议回执：参加",
                details = new
                {
                    ask = done.Ask,
                    answer = done.Answer,
                    value = "attend",
                },
            },
            Readable
        );
        var actor = (by.Id, by.Name, (string?)null);
        var entry = Trail.Next(meeting, found.AuditSeq + 1, found.AuditHead, done.At, actor, "answer", payload);
        await connection.ExecuteAsync(
            """
            insert into audit_entry (stream, seq, at, actor, actor_name, kind, payload, salt, commitment, previous, hash)
            values (@Stream, @Seq, @At, @Actor, @ActorName, @Kind, @Payload, @Salt, @Commitment, @Previous, @Hash)
            """,
            entry,
            transaction
        );
        var changed = await connection.ExecuteAsync(
            """
            update cases set row_version = row_version + 1, audit_seq = @Seq, audit_head = @Hash
             where id = @meeting and row_version = @RowVersion
            """,
            new
            {
                meeting,
                entry.Seq,
                entry.Hash,
                found.RowVersion,
            },
            transaction
        );
        if (changed != 1)
            throw new InvalidOperationException("Changed meanwhile.");
    }

    private sealed record Found
    {
        public required int RowVersion { get; init; }
        public required int AuditSeq { get; init; }
        public required string AuditHead { get; init; }
        public required string State { get; init; }
        public required string Unit { get; init; }
        public required string UnitName { get; init; }
    }
}
