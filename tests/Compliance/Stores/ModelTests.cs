using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Dialects;
using JointMeeting.Ledger.Stores;
using JointMeeting.Shared;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Asking;
using JointMeeting.Workflows.Flow;
using JointMeeting.Workflows.Meetings.Countersign;
using JointMeeting.Workflows.Steering;

namespace JointMeeting.Compliance.Stores;

/// <summary>
/// Random courses of a countersign against <see cref="RoundModel"/>: no ask is lost, the round passes when and only when
/// the model's does, what the model refuses is refused with a reason and changes nothing, deadlines replay, the trail holds.
/// JOINTMEETING_TEST_LONG=1 runs the long counts.
/// </summary>
public sealed class ModelTests
{
    private static readonly string[] Others = [World.Education, World.Finance, World.Transport, World.Office];

    private static int Sequences(int quick, int full) =>
        Environment.GetEnvironmentVariable("JOINTMEETING_TEST_LONG") == "1" ? full : quick;

    /// <summary>Each command first fails at one of its writes: nothing may be left of it.</summary>
    [Fact]
    public async Task On_sqlite_with_a_fault_at_a_write_of_every_command()
    {
        var sequences = Sequences(12, 500);
        await using var world = await World.Make(await TestDatabase.Sqlite());
        var dialect = new FaultyDialect(Dialect.For(world.ConnectionString));
        var faulty = new Steps(
            new Database(dialect),
            world.Clock,
            Lifecycles.Shipped(),
            Shipped.Registry(),
            new Flows(null),
            WorkingDayCalendar.Embedded
        );
        await using var watch = await world.Database.Read();
        var seen = new Counts();
        for (var seed = 0; seed < sequences; seed++)
        {
            var random = new Random(seed);
            await Course(world, seed, Break);

            async Task Break(Person person, string meeting, Command command)
            {
                var before = await watch.Scalar<long>("pragma data_version");
                dialect.FailAt(random.Next(1, 12));
                try
                {
                    await faulty.Act(person, meeting, command);
                    // It had fewer writes than that, so it went through: the course goes on from there.
                    seen.Through++;
                    throw new WentThrough();
                }
                catch (MachineFailed)
                {
                    seen.Failed++;
                    Assert.Equal(before, await watch.Scalar<long>("pragma data_version"));
                }
                finally
                {
                    dialect.Heal();
                }
            }
        }
        Assert.True(seen.Failed > sequences * 3, $"only {seen.Failed} faults, {seen.Through} went through");
        Assert.Empty((await world.Verify()).Faults);
    }

    /// <summary>Two people do the same thing at the same moment: it happens once, the other is told why not.</summary>
    [Fact]
    public async Task On_postgres_with_two_writers()
    {
        var sequences = Sequences(6, 200);
        await using var world = await World.Make(await TestDatabase.PostgresOrSkip());
        for (var seed = 0; seed < sequences; seed++)
            await Course(world, 10_000 + seed, Race);
        Assert.Empty((await world.Verify()).Faults);

        async Task Race(Person person, string meeting, Command command)
        {
            var both = await Task.WhenAll(Try(), Try());
            Assert.Contains(true, both);
            throw new WentThrough();

            async Task<bool> Try()
            {
                try
                {
                    await world.Act(person, meeting, command);
                    return true;
                }
                catch (Refusal)
                {
                    return false;
                }
            }
        }
    }

    private sealed class WentThrough : Exception;

    private sealed class Counts
    {
        public int Failed { get; set; }
        public int Through { get; set; }
    }

    private static async Task Course(World world, int seed, Func<Person, string, Command, Task> first)
    {
        var random = new Random(seed);
        var meeting = await world.Held($"第 {seed} 次会议");
        await world.Save(meeting, world.First(), world.Second());
        var model = new RoundModel([World.Education, World.Finance, World.Transport]);
        for (var move = 0; move < 14; move++)
        {
            var (person, command, foretell) = await Next(world, meeting, random, move);
            if (command is null)
                continue;
            if (foretell(model))
                await Do(world, meeting, person, command, first);
            else
                await Assert.ThrowsAsync<Refusal>(() => world.Act(person, meeting, command));
            await Agrees(world, meeting, model, $"seed {seed}, move {move}: {command}");
        }
        await DeadlinesReplay(world, meeting);
    }

    private static async Task Do(
        World world,
        string meeting,
        Person person,
        Command command,
        Func<Person, string, Command, Task> first
    )
    {
        try
        {
            await first(person, meeting, command);
        }
        catch (WentThrough)
        {
            return;
        }
        await world.Act(person, meeting, command);
    }

    private static async Task<(Person, Command?, Func<RoundModel, bool>)> Next(
        World world,
        string meeting,
        Random random,
        int move
    )
    {
        var unit = Others[random.Next(Others.Length)];
        var other = Others[random.Next(Others.Length)];
        var ask = (await world.Look(meeting)).Asks.LastOrDefault(a =>
            a.Unit == world.Unit(unit) && a.Vocabulary == "countersign"
        );
        var text = $"第 {move} 次";
        var of = world.Liaison(unit);
        if (move == 0)
            return (world.Clerk, new Circulate(), m => m.Circulate());
        return (random.Next(18), ask?.Id) switch
        {
            (<= 4, { } id) => (of, new AnswerAsk(id, new("agree", text)), m => m.Answer(unit, true)),
            (5, { } id) => (of, new AnswerAsk(id, new("object", text)), m => m.Answer(unit, false)),
            (6, { } id) => (of, new AnswerAsk(id, new("notConcerned", text)), m => m.Answer(unit, null)),
            (7, { } id) => (
                world.Clerk,
                new RecordAnswer(
                    id,
                    new("agree", text),
                    new("何科长", "纸质", world.Clock.GetUtcNow()),
                    [new Upload("签字页.png", "image/png", [1, 2])]
                ),
                m => m.Answer(unit, true, recorded: true)
            ),
            (8, { } id) => (of, new ContestRecorded(id, text), m => m.Contest(unit)),
            (9, _) => (world.Clerk, new AddAskee("countersigning", world.Unit(unit), 0, text), m => m.Add(unit)),
            (10, { } id) => (world.Clerk, new RemoveAskee(id, text), m => m.Remove(unit)),
            (11, { } id) => (world.Clerk, new ReplaceAskee(id, world.Unit(other), text), m => m.Replace(unit, other)),
            (12, { } id) => (of, new DelegateAsk(id, world.Unit(other), text), m => m.Delegate(unit, other)),
            (13, { } id) => (of, new CallBack(id), m => m.CallBack(unit)),
            (14, _) => (world.Clerk, new PauseCase(text), m => m.Pause()),
            (15, _) => (world.Clerk, new ResumeCase(text), m => m.Resume()),
            (16, _) => (world.Clerk, new ReturnTo("minutesDrafting", text), m => m.Return()),
            (17, _) => (world.Clerk, new Circulate(), m => m.Circulate()),
            _ => (world.Clerk, null, _ => false),
        };
    }

    private static async Task Agrees(World world, string meeting, RoundModel model, string where)
    {
        var file = await world.Look(meeting);
        var place = model.Place switch
        {
            Place.Drafting => "minutesDrafting",
            Place.Countersigning => "countersigning",
            Place.Signing => "awaitingSignature",
            _ => "",
        };
        Assert.True(place == file.OpenVisits.Single().Node, $"{where}: {place}, but {file.OpenVisits.Single().Node}");
        var names = World.Members.ToDictionary(world.Unit, u => u, StringComparer.Ordinal);
        var states = file.Asks.Where(a => a.Vocabulary == "countersign").Select(a => $"{names[a.Unit]}:{a.State}");
        Assert.True(
            model.States.SequenceEqual(states),
            $"{where}\n  {string.Join(' ', model.States)}\n  {string.Join(' ', states)}"
        );
        foreach (var unit in Others)
        {
            var rights = Rights.For(world.Liaison(unit), file.Facts());
            Assert.All(
                file.Asks.Where(a => rights.ToAnswer(a.Id).IsAllowed),
                a => Assert.Equal(world.Unit(unit), a.Unit)
            );
            Assert.DoesNotContain(rights.All(), a => a.Permission.IsAllowed);
        }
    }

    private static async Task DeadlinesReplay(World world, string meeting)
    {
        foreach (
            var clock in await world.Rows<ClockRow>("select * from clock where case_id = @meeting", new { meeting })
        )
        {
            var replayed = Explanation.Parse(clock.Replay).Replay(WorkingDayCalendar.Embedded);
            Assert.True(replayed.SameDates);
            Assert.Equal(clock.Due, replayed.Due.Date);
        }
    }
}
