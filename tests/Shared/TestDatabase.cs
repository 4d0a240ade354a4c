using Microsoft.Data.Sqlite;
using Npgsql;

namespace JointMeeting.Shared;

/// <summary>An empty database of one test's own, gone when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<Task> drop;

    private TestDatabase(string kind, string connectionString, Func<Task> drop)
    {
        Kind = kind;
        ConnectionString = connectionString;
        this.drop = drop;
    }

    /// <summary>"sqlite" or "postgres".</summary>
    public string Kind { get; }

    public string ConnectionString { get; }

    /// <summary>A database file in a new temporary folder; the file is made by the first connection.</summary>
    public static Task<TestDatabase> Sqlite()
    {
        var folder = Directory.CreateTempSubdirectory("jointmeeting-test-");
        var file = Path.Combine(folder.FullName, "test.db");
        var connectionString = new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString;
        return Task.FromResult(
            new TestDatabase(
                "sqlite",
                connectionString,
                () =>
                {
                    using (var connection = new SqliteConnection(connectionString))
                    {
                        SqliteConnection.ClearPool(connection);
                    }

                    folder.Delete(recursive: true);
                    return Task.CompletedTask;
                }
            )
        );
    }

    /// <summary>
    /// A new database on the server that JOINTMEETING_TEST_POSTGRES names; skips the running test where it names none.
    /// </summary>
    public static async Task<TestDatabase> PostgresOrSkip()
    {
        var server = Environment.GetEnvironmentVariable("JOINTMEETING_TEST_POSTGRES");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "JOINTMEETING_TEST_POSTGRES names no PostgreSQL server");
        var name = $"test_{Guid.CreateVersion7():N}";
        await Execute(server!, $"CREATE DATABASE {name}");
        var connectionString = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
        // FORCE ends the connections that pools still hold.
        return new TestDatabase(
            "postgres",
            connectionString,
            () => Execute(server!, $"DROP DATABASE {name} WITH (FORCE)")
        );
    }

    public async ValueTask DisposeAsync() => await drop();

    private static async Task Execute(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
