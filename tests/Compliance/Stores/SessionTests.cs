using JointMeeting.Ledger;
using JointMeeting.Shared;

namespace JointMeeting.Compliance.Stores;

public sealed class SessionOnSqlite : SessionTests<Sqlite>;

public sealed class SessionOnPostgres : SessionTests<Postgres>;

/// <summary>What every store does alike for whoever reads and writes.</summary>
public abstract class SessionTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "c", "d")]
    [InlineData()]
    public async Task A_list_is_a_parameter_like_any_other(params string[] ids)
    {
        await Table("a", "b", "c");
        await using var session = await World.Database.Read();
        var found = await session.Query<string>("select id from thing where id in @ids order by id", new { ids });
        Assert.Equal(ids.Intersect(["a", "b", "c"]), found);
    }

    [Fact]
    public async Task A_statement_with_a_list_can_be_run_again_with_another_list()
    {
        await Table("a", "b", "c");
        await using var session = await World.Database.Write();
        foreach (string[] ids in new[] { ["a"], new[] { "b", "c" }, ["a"], new[] { "a", "b", "c" } })
            Assert.Equal(
                ids,
                await session.Query<string>("select id from thing where id in @ids order by id", new { ids })
            );
    }

    [Fact]
    public async Task What_is_written_without_a_commit_is_gone_and_the_next_writer_goes_on()
    {
        await Table();
        await using (var session = await World.Database.Write())
            await session.Execute("insert into thing (id) values ('lost')");
        await Add("kept");
        Assert.Equal(["kept"], await World.Rows<string>("select id from thing"));
    }

    [Fact]
    public async Task A_statement_that_failed_does_no_harm_to_the_next_writer()
    {
        await Table("a");
        await Assert.ThrowsAnyAsync<Exception>(() => Add("a"));
        await Add("b");
        Assert.Equal(["a", "b"], await World.Rows<string>("select id from thing order by id"));
    }

    [Fact]
    public async Task A_statement_sees_a_column_that_was_added_since_it_last_ran()
    {
        await Table("a");
        Assert.Equal(1, await Columns());
        await using (var session = await World.Database.Write())
        {
            await session.Execute("alter table thing add column more text");
            await session.Commit();
        }
        Assert.Equal(2, await Columns());
    }

    [Fact]
    public async Task Many_who_write_at_once_all_get_their_turn()
    {
        await Table();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Task.Run(() => Add($"{n:00}"))));
        Assert.Equal(40, (await World.Rows<string>("select id from thing")).Count);
    }

    private async Task<int> Columns()
    {
        await using var session = await World.Database.Write();
        return (await session.Query<dynamic>("select * from thing")).Cast<IDictionary<string, object>>().First().Count;
    }

    private async Task Table(params string[] ids)
    {
        await using (var session = await World.Database.Write())
        {
            await session.Execute("create table thing (id text primary key)");
            await session.Commit();
        }
        foreach (var id in ids)
            await Add(id);
    }

    private async Task Add(string id)
    {
        await using var session = await World.Database.Write();
        await session.Execute("insert into thing (id) values (@id)", new { id });
        await session.Commit();
    }
}
