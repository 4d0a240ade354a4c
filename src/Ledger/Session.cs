using System.Data.Common;
using Dapper;
using JointMeeting.Domain;
using JointMeeting.Ledger.Dialects;

namespace JointMeeting.Ledger;

/// <summary>
/// One connection with at most one transaction. What is not committed is rolled back when the session is disposed.
/// </summary>
/// <param name="giveBack">Hands the connection to whoever writes next; null where it is this session's own.</param>
public sealed class Session(
    DbConnection connection,
    DbTransaction? transaction,
    Dialect dialect,
    Action? giveBack = null
) : IAsyncDisposable
{
    /// <summary>What differs in this store.</summary>
    public Dialect Dialect { get; } = dialect;

    /// <summary>Runs a statement; returns how many rows it changed.</summary>
    /// <exception cref="Refusal">The database cannot be written.</exception>
    public async Task<int> Execute(string sql, object? values = null)
    {
        try
        {
            return await connection.ExecuteAsync(Dialect.WithLists(sql), values, transaction);
        }
        catch (DbException e) when (Dialect.IsReadOnly(e))
        {
            throw ReadOnly();
        }
    }

    /// <summary>All rows of a query.</summary>
    public async Task<IReadOnlyList<T>> Query<T>(string sql, object? values = null) =>
        (await connection.QueryAsync<T>(Dialect.WithLists(sql), values, transaction)).AsList();

    /// <summary>The only row of a query, or null.</summary>
    public Task<T?> One<T>(string sql, object? values = null) =>
        connection.QuerySingleOrDefaultAsync<T>(Dialect.WithLists(sql), values, transaction);

    /// <summary>The first value of a query.</summary>
    public Task<T?> Scalar<T>(string sql, object? values = null) =>
        connection.ExecuteScalarAsync<T>(Dialect.WithLists(sql), values, transaction);

    /// <summary>Makes all changes of this session durable, at once.</summary>
    public Task Commit() =>
        transaction?.CommitAsync() ?? throw new InvalidOperationException("A reading session has nothing to commit.");

    internal static Refusal ReadOnly() =>
        new("数据库是只读的，没有写入任何内容。请检查数据文件夹和数据库文件的写权限。");

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (transaction is not null)
            await transaction.DisposeAsync();
        if (giveBack is null)
            await connection.DisposeAsync();
        else
            giveBack();
    }
}
