using JointMeeting.Ledger.Dialects;

namespace JointMeeting.Ledger.Tests;

public class DialectTests
{
    [Theory]
    [InlineData("Data Source=data/office.db", "sqlite")]
    [InlineData("Host=127.0.0.1;Database=office", "postgres")]
    [InlineData("host=127.0.0.1;database=office", "postgres")]
    public void The_connection_string_tells_the_store(string connectionString, string name) =>
        Assert.Equal(name, Dialect.For(connectionString).Name);

    [Theory]
    [InlineData("Data Source=x", "payload blob, size integer")]
    [InlineData("Host=x", "payload bytea, size bigint")]
    public void A_migration_is_written_in_the_types_of_the_store(string connectionString, string sql) =>
        Assert.Equal(sql, Dialect.For(connectionString).Types("payload {blob}, size {long}"));
}
