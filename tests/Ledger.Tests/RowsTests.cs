using JointMeeting.Shared;

namespace JointMeeting.Ledger.Tests;

public enum Colour
{
    Red,
    DarkGreen,
}

/// <summary>A row with every kind of value that rows hold.</summary>
public sealed record Sample
{
    public required string Id { get; init; }
    public required Colour MainColour { get; init; }
    public Colour? OtherColour { get; init; }
    public required bool IsOpen { get; init; }
    public required DateOnly DueDay { get; init; }
    public DateOnly? LastDay { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public DateTimeOffset? DoneAt { get; init; }
    public required long Size { get; init; }
    public byte[]? Content { get; init; }

    /// <summary>Not a column: it cannot be set.</summary>
    public string Title => $"{Id} {MainColour}";
}

public sealed class RowsOnSqlite : RowsTests
{
    protected override Task<TestDatabase> Store() => TestDatabase.Sqlite();
}

public sealed class RowsOnPostgres : RowsTests
{
    protected override Task<TestDatabase> Store() => TestDatabase.PostgresOrSkip();
}

/// <summary>What goes in comes out again, and every store holds the same text.</summary>
public abstract class RowsTests : IAsyncLifetime
{
    private static readonly Sample Full = new()
    {
        Id = "a",
        MainColour = Colour.DarkGreen,
        OtherColour = Colour.Red,
        IsOpen = true,
        DueDay = new DateOnly(2026, 6, 30),
        LastDay = new DateOnly(2026, 7, 1),
        MadeAt = new DateTimeOffset(2026, 3, 2, 1, 2, 3, TimeSpan.Zero),
        DoneAt = new DateTimeOffset(2026, 3, 2, 23, 59, 59, TimeSpan.Zero),
        Size = 5_000_000_000,
        Content = [0, 255],
    };

    private TestDatabase _store = null!;
    private Session _session = null!;

    protected abstract Task<TestDatabase> Store();

    public async ValueTask InitializeAsync()
    {
        _store = await Store();
        _session = await new Database(_store.ConnectionString).Write();
        await _session.Execute(
            _session.Dialect.Types(
                """
                create table sample (id text primary key, main_colour text not null, other_colour text,
                  is_open integer not null, due_day text not null, last_day text, made_at text not null, done_at text,
                  size {long} not null, content {blob})
                """
            )
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (_session is not null)
            await _session.DisposeAsync();
        if (_store is not null)
            await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_row_comes_back_as_it_was_inserted()
    {
        await _session.Insert("sample", Full);
        var read = (await _session.One<Sample>("select * from sample"))!;
        Assert.Equal(Full.Content, read.Content);
        Assert.Equal(Full with { Content = null }, read with { Content = null });
    }

    [Fact]
    public async Task What_is_not_there_comes_back_as_null()
    {
        var bare = Full with { OtherColour = null, LastDay = null, DoneAt = null, Content = null, IsOpen = false };
        await _session.Insert("sample", bare);
        Assert.Equal(bare, await _session.One<Sample>("select * from sample"));
    }

    [Fact]
    public async Task Every_store_holds_the_same_text()
    {
        await _session.Insert("sample", Full);
        var stored = await _session.One<(string, long, string, string)>(
            "select main_colour, is_open, due_day, made_at from sample"
        );
        Assert.Equal(("DarkGreen", 1, "2026-06-30", "2026-03-02T01:02:03.000000Z"), stored);
    }

    [Fact]
    public async Task An_insert_that_is_there_already_does_nothing()
    {
        await _session.Insert("sample", Full);
        const string again = "insert into sample select * from sample where id = 'a'";
        Assert.Equal(0, await _session.Execute(Dialects.Dialect.InsertIfAbsent(again + " and true")));
    }

    [Fact]
    public async Task A_key_that_is_taken_is_a_conflict_and_a_missing_table_is_none()
    {
        await _session.Insert("sample", Full);
        await _session.Commit();
        await using (var other = await new Database(_store.ConnectionString).Write())
        {
            var taken = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => other.Insert("sample", Full));
            Assert.True(other.Dialect.IsConflict(taken));
            Assert.False(other.Dialect.IsReadOnly(taken));
        }
        await using var third = await new Database(_store.ConnectionString).Write();
        var missing = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            third.Execute("delete from nothing")
        );
        Assert.False(third.Dialect.IsConflict(missing));
    }

    [Fact]
    public async Task What_is_not_committed_is_gone()
    {
        await _session.Commit();
        var database = new Database(_store.ConnectionString);
        await using (var session = await database.Write())
            await session.Insert("sample", Full);
        await using var reading = await database.Read();
        Assert.Equal(0, await reading.Scalar<long>("select count(*) from sample"));
        await Assert.ThrowsAsync<InvalidOperationException>(reading.Commit);
    }

    [Fact]
    public void Units_are_joined_and_split()
    {
        Assert.Equal(["u1", "u2"], Rows.Split(Rows.Join(["u1", "u2"])));
        Assert.Empty(Rows.Split(Rows.Join([])));
    }
}
