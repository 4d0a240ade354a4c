using System.Diagnostics;
using JointMeeting.Domain.Rights;
using JointMeeting.Shared;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Meetings.Notify;

namespace JointMeeting.Benchmarks;

/// <summary>A round of 10, 20, 40 and 80 units: asking all in one step, then one unit's answer after another.</summary>
internal static class GrowingRounds
{
    private static readonly int[] Sizes = [10, 20, 40, 80];

    public static async Task Run()
    {
        Console.WriteLine("one round on SQLite, milliseconds per unit");
        Console.WriteLine("  units      asking                      answering");
        foreach (var size in Sizes)
        {
            await using var world = await World.Make(await TestDatabase.Sqlite());
            await Enlarge(world, size);
            var (asking, answering) = (new List<double>(), new List<double>());
            for (var round = 0; round <= 5; round++)
            {
                var (asked, answered) = await Once(world, size);
                if (round == 0)
                    continue;
                asking.Add(asked / size);
                answering.Add(answered / size);
            }
            Console.WriteLine($"  {size, 5}   {new Five(asking)}   {new Five(answering)}");
        }
    }

    private static async Task<(double Asking, double Answering)> Once(World world, int size)
    {
        world.Clock.Now = World.At("2026-03-02 10:00");
        var meeting = await world.Convene();
        var watch = Stopwatch.StartNew();
        await world.Act(meeting, new SendNotice(null));
        var asking = watch.Elapsed.TotalMilliseconds;
        var asks = (await world.Look(meeting)).Asks;
        if (asks.Count != size)
            throw new InvalidOperationException($"{asks.Count} units were asked, not {size}.");
        watch.Restart();
        foreach (var ask in asks)
            await world.Act(LiaisonOf(ask.Unit), meeting, new AnswerAsk(ask.Id, new("attend")));
        return (asking, watch.Elapsed.TotalMilliseconds);
    }

    private static async Task Enlarge(World world, int size)
    {
        for (var n = World.Members.Length; n < size; n++)
        {
            var unit = $"unit-{n}";
            await world.Tamper(
                "insert into unit (id, name, kind) values (@unit, @name, 'department')",
                new { unit, name = $"云江市第{n}局" }
            );
            await world.Tamper(
                "insert into seat (id, mechanism, unit, role, position) values (@seat, @Mechanism, @unit, 'Member', @n)",
                new
                {
                    seat = $"seat-{n}",
                    world.Mechanism,
                    unit,
                    n,
                }
            );
        }
    }

    private static Person LiaisonOf(string unit) =>
        new($"account-{unit}", "联络员", unit, new HashSet<Role> { Role.Liaison });
}
