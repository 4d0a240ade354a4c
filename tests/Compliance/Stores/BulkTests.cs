using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Shared;
using JointMeeting.Workflows.Bulk;
using JointMeeting.Workflows.House.Accounts;

namespace JointMeeting.Compliance.Stores;

public sealed class BulkOnSqlite : BulkTests<Sqlite>;

public sealed class BulkOnPostgres : BulkTests<Postgres>;

public abstract class BulkTests<TStore> : InCity<TStore>
    where TStore : IStore
{
    [Fact]
    public async Task Each_item_is_a_step_of_its_own_and_a_failed_one_says_why()
    {
        var items = new[] { await City.Registered(), await City.Registered(), await City.Assigned() };
        await Start("j1", items);
        Assert.Equal(3, await new BulkWorker(World.Steps).RunAll());
        Assert.Equal(["Done", "Done", "Failed"], await States("j1"));
        Assert.Equal("assigned", await World.Where(items[0]));
        Assert.Contains(
            "当前环节",
            (await World.Rows<string>("select error from bulk_item where state = 'Failed'")).Single()
        );
        Assert.Contains(await Timeline(items[0]), line => line.StartsWith("交办"));
    }

    [Fact]
    public async Task Starting_twice_and_two_workers_at_once_are_harmless()
    {
        var items = new[] { await City.Registered(), await City.Registered() };
        await Start("j1", items, once: "form1");
        await Start("j1", items, once: "form1");
        await Task.WhenAll(new BulkWorker(World.Steps).RunAll(), new BulkWorker(World.Steps).RunAll());
        Assert.Equal(["Done", "Done"], await States("j1"));
        foreach (var item in items)
            Assert.Single(await Timeline(item), line => line.StartsWith("交办"));
        Assert.Equal(0, await new BulkWorker(World.Steps).RunAll());
    }

    [Fact]
    public async Task A_kill_in_the_middle_loses_and_repeats_nothing()
    {
        var items = new List<string>();
        for (var i = 0; i < 4; i++)
            items.Add(await City.Registered());
        await Start("j1", items);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => new BulkWorker(World.Steps).RunAll(stop.Token));
        Assert.Equal(4, await new BulkWorker(World.Steps).RunAll());
        Assert.All(await States("j1"), state => Assert.Equal("Done", state));
    }

    [Fact]
    public async Task A_list_imported_twice_registers_once_and_amends_what_changed()
    {
        var first = City.New("1");
        await Import("j1", first, City.New("2"));
        await Import("j2", first with { Title = "关于新建停车楼的建议" }, City.New("3"));
        Assert.Equal(
            ["关于新建停车楼的建议", "关于增加学校周边停车位的建议", "关于增加学校周边停车位的建议"],
            await World.Rows<string>("select title from item order by number")
        );
        Assert.Equal(["Done", "Done"], await States("j2"));
    }

    [Fact]
    public async Task What_did_not_change_is_done_without_a_trace()
    {
        await Import("j1", City.New("1"));
        var trail = await World.Rows<long>("select count(*) from audit_entry");
        await Import("j2", City.New("1"));
        Assert.Equal(["Done"], await States("j2"));
        // Only the job itself is written down.
        Assert.Equal(trail[0] + 1, (await World.Rows<long>("select count(*) from audit_entry"))[0]);
    }

    [Fact]
    public async Task A_job_of_a_disabled_account_does_nothing()
    {
        var item = await City.Registered();
        await Start("j1", [item]);
        await World.Act(World.Administrator, World.House, new DisableAccount(City.Government.Id));
        await new BulkWorker(World.Steps).RunAll();
        Assert.Equal(["Failed"], await States("j1"));
        Assert.Equal("registered", await World.Where(item));
    }

    [Fact]
    public async Task Only_who_receives_items_starts_a_job()
    {
        var start = new StartBulk("j1", BulkKinds.Assign, "批量交办", [new("1", "c", "{}")]);
        await Refused("批量办理", City.Liaison(World.Education), World.House, start);
        await Refused("批量办理", World.Administrator, World.House, start);
        await Refused("没有选择", City.Government, World.House, start with { Work = [] });
    }

    private Task Start(string job, IReadOnlyList<string> items, string? once = null)
    {
        var units = new[] { new AssignedUnit(City.Unit(World.Education), HandlingDuty.Sole) };
        var work = new AssignWork(CaseKind.Suggestion, units, new DateOnly(2026, 3, 2), null, false);
        var all = items.Select(i => new BulkWork(i, i, BulkKinds.Write(work)));
        return World.Act(
            City.Government,
            World.House,
            new StartBulk(job, BulkKinds.Assign, "批量交办", [.. all]),
            once
        );
    }

    private async Task Import(string job, params Workflows.Proposals.Register.NewItem[] items)
    {
        var work = items.Select(i => new BulkWork(i.Number, null, BulkKinds.Write(i)));
        await World.Act(City.Government, World.House, new StartBulk(job, BulkKinds.Import, "导入清单", [.. work]));
        await new BulkWorker(World.Steps).RunAll();
    }

    private Task<IReadOnlyList<string>> States(string job) =>
        World.Rows<string>("select state from bulk_item where job = @job order by position", new { job });
}
