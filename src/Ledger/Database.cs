using System.Data;
using System.Data.Common;
using JointMeeting.Ledger.Dialects;

namespace JointMeeting.Ledger;

/// <summary>One database: opens sessions and knows its dialect.</summary>
public sealed class Database(Dialect dialect)
{
    /// <summary>The database that a connection string names.</summary>
    public Database(string connectionString)
        : this(Dialect.For(connectionString)) { }

    static Database() => Rows.Register();

    /// <summary>What differs in this store.</summary>
    public Dialect Dialect { get; } = dialect;

    /// <summary>
    /// A session that writes. All it reads is of one moment: on SQLite it takes the write lock at once (BEGIN
    /// IMMEDIATE), elsewhere it reads a snapshot and a conflict makes the step run again.
    /// </summary>
    /// <exception cref="Domain.Refusal">The database cannot be written.</exception>
    public async Task<Session> Write()
    {
        var connection = await Open();
        try
        {
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead);
            return new Session(connection, transaction, Dialect);
        }
        catch (DbException e)
        {
            await connection.DisposeAsync();
            throw Dialect.IsReadOnly(e) ? Session.ReadOnly() : e;
        }
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
