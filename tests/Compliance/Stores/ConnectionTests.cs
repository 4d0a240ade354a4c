using JointMeeting.Shared;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace JointMeeting.Compliance.Stores;

public sealed class ConnectionTests
{
    [Fact]
    public async Task A_sqlite_test_database_is_gone_when_disposed()
    {
        var database = await TestDatabase.Sqlite();
        await using (var connection = new SqliteConnection(database.ConnectionString))
        {
            await connection.OpenAsync();
        }

        var file = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        Assert.True(File.Exists(file));
        await database.DisposeAsync();
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task A_postgres_test_database_is_gone_when_disposed()
    {
        var database = await TestDatabase.PostgresOrSkip();
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await connection.CloseAsync();
        await database.DisposeAsync();
        NpgsqlConnection.ClearPool(connection);
        var error = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync());
        Assert.Equal(PostgresErrorCodes.InvalidCatalogName, error.SqlState);
    }
}
