using JointMeeting.Domain.Rights;
using JointMeeting.Ledger.Stores;
using JointMeeting.Shared;
using JointMeeting.Workflows.Answering;

namespace JointMeeting.Benchmarks;

/// <summary>
/// A unit's answer as a step, with rights, rule, trail and message, against a transaction written by hand for this one
/// purpose that writes the same rows of the same file under the same pragmas.
/// </summary>
internal static class StepsAgainstHand
{
    private const int Meetings = 40;

    /// <summary>One to compare the rows written, one that is not counted, five that are.</summary>
    private const int Rounds = 7;

    public static async Task Run()
    {
        await using var world = await World.Make(await TestDatabase.Sqlite());
        var (steps, byHand) = (await Asked(world), await Asked(world));
        var hand = new HandWritten(world.ConnectionString, world.Clock);
        var start = await Count(world);
        foreach (var asked in steps[0])
            await AnswerBySteps(world, asked);
        var between = await Count(world);
        foreach (var asked in byHand[0])
            await AnswerByHand(hand, asked);
        if (!start.Zip(between, (a, b) => b - a).SequenceEqual(between.Zip(await Count(world), (a, b) => b - a)))
            throw new InvalidOperationException("The two sides do not write the same rows.");
        var times = await Five.Of(
            steps[0].Count,
            (round, slice) => AnswerBySteps(world, steps[round + 1][slice]),
            (round, slice) => AnswerByHand(hand, byHand[round + 1][slice])
        );
        if ((await world.Verify()).Faults.Count > 0)
            throw new InvalidOperationException("The trail does not hold.");
        var answers = steps[0].Count;
        Console.WriteLine($"audited answers per second on one SQLite file, {answers} a round");
        Console.WriteLine($"  steps                 {times[0].Wall.Each(ms => answers * 1000 / ms)}");
        Console.WriteLine($"  by hand               {times[1].Wall.Each(ms => answers * 1000 / ms)}");
        Console.WriteLine($"  steps ÷ by hand       {times[1].Wall.Over(times[0].Wall)}   wanted ≥ 0.70");
        Console.WriteLine($"  steps, processor ms   {times[0].Processor.Each(ms => ms / answers)}");
        Console.WriteLine($"  by hand, processor ms {times[1].Processor.Each(ms => ms / answers)}");
    }

    private static Task AnswerBySteps(World world, (Person By, AskRow Ask) asked) =>
        world.Act(asked.By, asked.Ask.CaseId, new AnswerAsk(asked.Ask.Id, new("attend")), asked.Ask.Id);

    private static Task AnswerByHand(HandWritten hand, (Person By, AskRow Ask) asked) =>
        hand.Attend(asked.By, asked.Ask.CaseId, asked.Ask.Id, asked.Ask.Id);

    /// <summary>For each round, every open receipt of meetings of its own.</summary>
    private static async Task<IReadOnlyList<IReadOnlyList<(Person By, AskRow Ask)>>> Asked(World world)
    {
        var rounds = new List<IReadOnlyList<(Person, AskRow)>>();
        for (var round = 0; round < Rounds; round++)
        {
            var asks = new List<(Person, AskRow)>();
            for (var n = 0; n < Meetings; n++)
                foreach (var ask in (await world.Look(await world.Notified())).Asks)
                    asks.Add((world.Liaison(World.Members.Single(u => world.Unit(u) == ask.Unit)), ask));
            rounds.Add(asks);
        }
        return rounds;
    }

    private static async Task<IReadOnlyList<long>> Count(World world)
    {
        var counts = new List<long>();
        var tables = await world.Rows<string>("select name from sqlite_master where type = 'table' order by name");
        foreach (var table in tables)
            counts.Add((await world.Rows<long>($"select count(*) from {table}")).Single());
        return counts;
    }
}
