using JointMeeting.Domain.Rights;
using JointMeeting.Shared;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Meetings.Notify;

namespace JointMeeting.Benchmarks;

/// <summary>
/// A round of 10, 20, 40 and 80 units: asking all in one step, then one unit's answer after another. It grows linearly
/// where the time per unit stays.
/// </summary>
internal static class GrowingRounds
{
    private static readonly int[] Sizes = [10, 20, 40, 80];

    public static async Task Run()
    {
        var offices = new List<Office>();
        foreach (var size in Sizes)
            offices.Add(await Office.With(size));
        var asking = await Five.Of(1, [.. offices.Select<Office, Func<int, int, Task>>(o => o.Ask)]);
        var answering = await Five.Of(1, [.. offices.Select<Office, Func<int, int, Task>>(o => o.Answer)]);
        Console.WriteLine("one round of units on SQLite, milliseconds per unit");
        for (var i = 0; i < Sizes.Length; i++)
        {
            Console.WriteLine($"  {Sizes[i], 2} asking                {asking[i].Wall.Each(ms => ms / Sizes[i])}");
            Console.WriteLine($"     of processor          {asking[i].Processor.Each(ms => ms / Sizes[i])}");
            Console.WriteLine($"     answering             {answering[i].Wall.Each(ms => ms / Sizes[i])}");
            Console.WriteLine($"     of processor          {answering[i].Processor.Each(ms => ms / Sizes[i])}");
        }
        foreach (var office in offices)
            await office.World.DisposeAsync();
    }

    /// <summary>An office with that many members and a meeting for each round.</summary>
    private sealed class Office(World world)
    {
        private const int Rounds = 6;
        private readonly List<string> _meetings = [];

        public World World => world;

        public static async Task<Office> With(int size)
        {
            var office = new Office(await World.Make(await TestDatabase.Sqlite()));
            for (var n = World.Members.Length; n < size; n++)
                await office.AddMember(n);
            for (var n = 0; n < Rounds; n++)
                office._meetings.Add(await office.World.Convene());
            return office;
        }

        public Task Ask(int round, int _) => world.Act(_meetings[round], new SendNotice(null));

        public async Task Answer(int round, int _)
        {
            foreach (var ask in (await world.Look(_meetings[round])).Asks)
                await world.Act(LiaisonOf(ask.Unit), ask.CaseId, new AnswerAsk(ask.Id, new("attend")));
        }

        private async Task AddMember(int n)
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

        private static Person LiaisonOf(string unit) =>
            new($"account-{unit}", "联络员", unit, new HashSet<Role> { Role.Liaison });
    }
}
