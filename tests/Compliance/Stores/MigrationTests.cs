using JointMeeting.Domain;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Migrations;
using JointMeeting.Shared;
using JointMeeting.Workflows.Meetings.Notify;

namespace JointMeeting.Compliance.Stores;

public sealed class MigrationOnSqlite : MigrationTests<Sqlite>
{
    protected override string ReadOnly(string connectionString) => $"{connectionString};Mode=ReadOnly";
}

public sealed class MigrationOnPostgres : MigrationTests<Postgres>
{
    protected override string ReadOnly(string connectionString) =>
        $"{connectionString};Options=-c default_transaction_read_only=on";

    /// <summary>Else a step could read the case before, and its visits after another step's commit.</summary>
    [Fact]
    public async Task What_a_step_has_read_does_not_change_under_it()
    {
        const string count = "select count(*) from inbox";
        await using var step = await World.Database.Write();
        var before = await step.Scalar<long>(count);
        await World.Tamper("insert into inbox (effect, at) values ('other', 'now')");
        Assert.Equal(before, await step.Scalar<long>(count));
    }
}

public abstract class MigrationTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    protected abstract string ReadOnly(string connectionString);

    [Fact]
    public async Task Migrating_again_changes_nothing()
    {
        var before = await World.Dump();
        Assert.Empty(await Migrator.Migrate(World.Database, World.Clock));
        Assert.Equal(before, await World.Dump());
    }

    [Fact]
    public async Task An_empty_database_gets_every_migration_once()
    {
        var store = await TStore.Open();
        await using (store)
        {
            var applied = await Migrator.Migrate(new Database(store.ConnectionString), World.Clock);
            Assert.NotEmpty(applied);
            Assert.Equal(applied.Order(StringComparer.Ordinal), applied);
            Assert.Equal(applied, await World.Rows<string>("select name from migration order by name"));
        }
    }

    [Fact]
    public async Task A_newer_database_is_refused_untouched()
    {
        await World.Tamper("insert into migration (name, at) values ('29991231_future', 'later')");
        var before = await World.Dump();
        var refusal = await Assert.ThrowsAsync<Refusal>(() => Migrator.Migrate(World.Database, World.Clock));
        Assert.Contains("更新版本", refusal.Why);
        Assert.Contains("29991231_future", refusal.Why);
        Assert.Equal(before, await World.Dump());
    }

    /// <summary>What only reads, such as verifying the trail, would else call a form it does not know a fault.</summary>
    [Fact]
    public async Task A_database_of_another_form_is_not_read_either()
    {
        await Migrator.MustFit(World.Database);
        await World.Tamper("update migration set name = '29991231_future' where name like '%foundation%'");
        Assert.Contains("更新版本", (await Assert.ThrowsAsync<Refusal>(() => Migrator.MustFit(World.Database))).Why);
        await World.Tamper("delete from migration where name = '29991231_future'");
        Assert.Contains("migrate", (await Assert.ThrowsAsync<Refusal>(() => Migrator.MustFit(World.Database))).Why);
    }

    [Fact]
    public async Task A_database_without_anything_in_it_says_so()
    {
        await using var store = await TStore.Open();
        var empty = new Database(store.ConnectionString);
        Assert.Contains("还没有", (await Assert.ThrowsAsync<Refusal>(() => Migrator.MustFit(empty))).Why);
    }

    [Fact]
    public async Task A_database_that_cannot_be_written_says_so()
    {
        var meeting = await World.Convene();
        var database = new Database(ReadOnly(World.ConnectionString));
        var steps = Workflows.Shipped.Steps(database, World.Clock);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => steps.Act(World.Clerk, meeting, new SendNotice(null)));
        Assert.Contains("只读", refusal.Why);
        Assert.Equal("draft", (await steps.Look(World.Clerk, meeting)).File.OpenVisits.Single().Node);
    }

    [Fact]
    public async Task A_database_that_cannot_be_migrated_says_so()
    {
        await using var store = await TStore.Open();
        await using (var session = await new Database(store.ConnectionString).Write())
        {
            await session.Execute("create table other (id text)");
            await session.Commit();
        }
        var database = new Database(ReadOnly(store.ConnectionString));
        var refusal = await Assert.ThrowsAsync<Refusal>(() => Migrator.Migrate(database, World.Clock));
        Assert.Contains("只读", refusal.Why);
    }
}
