using System.Data;
using System.Data.Common;
using JointMeeting.Domain;
using JointMeeting.Ledger.Dialects;

namespace JointMeeting.Ledger;

/// <summary>One database: opens sessions and knows its dialect.</summary>
public sealed class Database(Dialect dialect) : IDisposable
{
    /// <summary>As long as the store itself would let a writer of another process wait.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private DbConnection? _writer;

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
    /// <exception cref="Refusal">The database cannot be written, or too many wait to write.</exception>
    public async Task<Session> Write()
    {
        if (!Dialect.HasOneWriter)
            return await Begin(await Open(), null);
        // Where only one can write at a time, writers of this process wait here in the order they came, and use one
        // connection; the store itself would let them try again and again, and compile every statement each time.
        if (!await _turn.WaitAsync(Patience))
            throw new Refusal("同时办理的人较多，本次没有保存。请稍后重新提交。");
        try
        {
            return await Begin(_writer ??= new KeptStatements(await Open()), () => _turn.Release());
        }
        catch
        {
            _turn.Release();
            throw;
        }
    }

    /// <summary>A session that only reads, outside any transaction.</summary>
    public async Task<Session> Read() => new(await Open(), null, Dialect);

    /// <summary>Closes the connection that is kept for writing.</summary>
    public void Dispose()
    {
        _writer?.Dispose();
        _turn.Dispose();
    }

    private async Task<Session> Begin(DbConnection connection, Action? giveBack)
    {
        try
        {
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead);
            return new Session(connection, transaction, Dialect, giveBack);
        }
        catch (DbException e)
        {
            _writer = null;
            await connection.DisposeAsync();
            throw Dialect.IsReadOnly(e) ? Session.ReadOnly() : e;
        }
    }

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
