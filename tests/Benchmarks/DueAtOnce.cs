using System.Diagnostics;
using System.Text.Json;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Shared;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Timers;

namespace JointMeeting.Benchmarks;

/// <summary>
/// After an outage 1,000 and 100,000 timers are due at once, and two processes fire them: each fires once, in the order
/// of their times, and one costs the same among many as among few.
/// </summary>
internal static class DueAtOnce
{
    public static async Task Run()
    {
        Console.WriteLine("timers due at once, two processes, SQLite");
        var few = await Fire(1_000);
        var many = await Fire(100_000);
        Console.WriteLine($"  one among many ÷ among few  {many / few:0.00}");
    }

    private static async Task<double> Fire(int wanted)
    {
        await using var world = await Waiting.Of(1);
        var timers = (await world.Rows<long>("select count(*) from timer where case_id like '%-101'")).Single();
        await using var due = await Waiting.Of((int)(wanted / timers));
        due.Clock.Now = due.Clock.Now.AddYears(1);
        var before = await Count(due);
        using var other = new Database(due.ConnectionString);
        var watch = Stopwatch.StartNew();
        var (cpu, fired) = (Environment.CpuUsage.TotalTime, 0);
        while (await Count(due) > 0)
            fired += (await Task.WhenAll(One(due.Database), One(other))).Sum();
        cpu = Environment.CpuUsage.TotalTime - cpu;
        var each = watch.Elapsed.TotalMilliseconds / fired;
        await Check(due, before, fired);
        Console.WriteLine(
            $"  {fired, 7:N0} fired once and in order, {each:0.00} ms each, {cpu.TotalMilliseconds / fired:0.00} of the processor"
        );
        return cpu.TotalMilliseconds / fired;

        Task<int> One(Database database) => Task.Run(() => new DueTimers(Shipped.Steps(database, due.Clock)).FireAll());
    }

    private static async Task<long> Count(World world) =>
        (await world.Rows<long>("select count(*) from timer where done_at is null")).Single();

    /// <summary>Every timer told its unit once at most, and none before one that was due earlier.</summary>
    private static async Task Check(World world, long timers, int fired)
    {
        var at = (await world.Rows<TimerRow>("select * from timer")).ToLookup(t => (t.AskId, t.Kind.ToString()));
        var told = await world.Rows<string>(
            "select payload from outbox where kind = 'AskReminded' and sent_at is null order by id"
        );
        var times = told.Select(t => JsonSerializer.Deserialize<AskReminded>(t, JsonSerializerOptions.Web)!)
            .Select(m => (m.AskId, m.Kind, at[(m.AskId, m.Kind)].First().At))
            .ToList();
        if (fired != timers)
            throw new InvalidOperationException($"{fired} fired of {timers}.");
        if (!times.Select(t => t.At).SequenceEqual(times.Select(t => t.At).Order()))
            throw new InvalidOperationException("A timer fired before one that was due earlier.");
        const string gaps = """
            select c.id from cases c where c.audit_seq <> (select count(*) from audit_entry where stream = c.id)
            """;
        if ((await world.Rows<string>(gaps)).Count > 0)
            throw new InvalidOperationException("The trail has a gap.");
    }
}
