using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Migrations;
using JointMeeting.Ledger.Outbox;
using JointMeeting.Shared;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.House.SetUp;
using JointMeeting.Workflows.Timers;

namespace JointMeeting.Benchmarks;

/// <summary>
/// With 100,000 waiting tasks beside it, a start and one action take as long as with 1,000. The tasks are copies of one
/// that real steps made, with all its rows; none is due.
/// </summary>
internal static class ManyCases
{
    private const int Repeats = 40;
    private const int Rounds = 6;

    public static async Task Run()
    {
        await using var few = await Waiting.Of(1_000);
        await using var many = await Waiting.Of(100_000);
        var starts = await Five.Of(Repeats, (_, _) => Start(few), (_, _) => Start(many));
        var (fewAsks, manyAsks) = (await Asks(few), await Asks(many));
        var actions = await Five.Of(
            Repeats,
            (round, slice) => Act(few, fewAsks[round][slice]),
            (round, slice) => Act(many, manyAsks[round][slice])
        );
        Console.WriteLine("milliseconds with 1,000 and with 100,000 waiting cases, SQLite");
        Print("start", starts);
        Print("one action", actions);
    }

    private static void Print(string what, IReadOnlyList<Took> sides)
    {
        Console.WriteLine($"  {what, -11} 1,000         {sides[0].Wall.Each(ms => ms / Repeats)}");
        Console.WriteLine($"  {what, -11} 100,000       {sides[1].Wall.Each(ms => ms / Repeats)}");
        Console.WriteLine($"  {what, -11} ratio         {sides[1].Wall.Over(sides[0].Wall)}   wanted ≤ 1.20");
        Console.WriteLine($"  {what, -11} of processor  {sides[1].Processor.Over(sides[0].Processor)}");
    }

    /// <summary>What the program does with its database before it serves, and the first round of its services.</summary>
    private static async Task Start(World world)
    {
        var database = new Database(world.ConnectionString);
        await Migrator.Migrate(database, world.Clock);
        await SetUpLink.Renew(database, world.Clock);
        await new DueTimers(Shipped.Steps(database, world.Clock)).FireAll();
        await using var session = await database.Read();
        await session.Destinations();
    }

    private static Task Act(World world, (string Ask, string CaseId) asked) =>
        world.Act(world.Liaison(World.Transport), asked.CaseId, new AnswerAsk(asked.Ask, new("signed")));

    /// <summary>Asks of that round's own, from all over the table.</summary>
    private static async Task<IReadOnlyList<IReadOnlyList<(string Id, string CaseId)>>> Asks(World world)
    {
        var asks = await world.Rows<(string, string)>(
            "select id, case_id from ask where unit = @unit and case_id like @copies",
            new { unit = world.Unit(World.Transport), copies = world.NoticeTasks[1] + "-%" }
        );
        var every = asks.Count / (Rounds * Repeats);
        return [.. asks.Where((_, n) => n % every == 0).Chunk(Repeats)];
    }
}
