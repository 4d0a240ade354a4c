using System.Data.Common;
using JointMeeting.Ledger.Dialects;

namespace JointMeeting.Ledger;

/// <summary>One database: opens sessions and knows its dialect.</summary>
public sealed class Database(string connectionString)
{
    static Database() => Rows.Register();

    /// <summary>What differs in this store.</summary>
    public Dialect Dialect { get; } = Dialect.For(connectionString);

    /// <summary>A session that writes. On SQLite it takes the write lock at once (BEGIN IMMEDIATE).</summary>
    public async Task<Session> Write()
    {
        var connection = await Open();
        return new Session(connection, await connection.BeginTransactionAsync(), Dialect);
    }

    /// <summary>A session that only reads, outside any transaction.</summary>
    public async Task<Session> Read() => new(await Open(), null, Dialect);

    private async Task<DbConnection> Open()
    {
        var connection = Dialect.Connect();
        await connection.OpenAsync();
        if (Dialect.OnOpen is { } pragmas)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = pragmas;
            await command.ExecuteNonQueryAsync();
        }
        return connection;
    }
}
