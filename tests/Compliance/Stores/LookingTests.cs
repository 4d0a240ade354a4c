using System.Data.Common;
using System.Text.Json;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Dialects;
using JointMeeting.Shared;
using JointMeeting.Workflows;

namespace JointMeeting.Compliance.Stores;

public sealed class LookingOnSqlite : LookingTests<Sqlite>;

public sealed class LookingOnPostgres : LookingTests<Postgres>;

/// <summary>Many cases are looked at together, and each as if it were looked at alone.</summary>
public abstract class LookingTests<TStore> : InCity<TStore>
    where TStore : IStore
{
    /// <summary>The leader's page asked some ten statements for each signature that waited.</summary>
    [Fact]
    public async Task However_many_cases_are_looked_at_it_takes_as_many_statements()
    {
        var items = new List<string>();
        for (var i = 0; i < 4; i++)
            items.Add(await Waiting());
        var dialect = new CountingDialect(Dialect.For(World.ConnectionString));
        var steps = new Steps(
            new Database(dialect),
            World.Clock,
            Lifecycles.Shipped(),
            Shipped.Registry(),
            new Workflows.Flow.Flows(null),
            WorkingDayCalendar.Embedded
        );
        // The first look of a process reads the lifecycles too.
        await Look(items[..1]);
        var one = await Look(items[..1]);
        Assert.Equal(one, await Look(items));

        async Task<int> Look(IReadOnlyList<string> some)
        {
            var before = dialect.Statements;
            await using var session = await steps.Database.Read();
            var looked = await steps.LookAtAll(session, City.Head, some);
            Assert.All(looked, l => Assert.True(l.Rights.ToAnswer(Signature(l.File)).IsAllowed));
            Assert.Equal(some.Count, looked.Count);
            return dialect.Statements - before;
        }
    }

    [Fact]
    public async Task A_case_among_others_is_read_as_it_is_alone()
    {
        var meeting = await World.Notified();
        string[] cases = [await Waiting(), meeting, .. World.NoticeTasks, await City.Replied()];
        await using var session = await World.Database.Read();
        var today = Moment.DayInChina(World.Clock.Now);
        var together = await CaseFile.LoadAll(session, cases, World.Steps.Lifecycles, today);
        Assert.Equal(cases.Order(), together.Select(f => f.Row.Id).Order());
        foreach (var file in together)
            Assert.Equal(Words(await CaseFile.Load(session, file.Row.Id, World.Steps.Lifecycles, today)), Words(file));
    }

    [Fact]
    public async Task What_a_person_may_not_read_is_left_out_as_is_what_is_not_there()
    {
        var own = await Waiting();
        await using var session = await World.Database.Read();
        var looked = await World.Steps.LookAtAll(session, City.Head, [own, World.House, "x"]);
        Assert.Equal(own, Assert.Single(looked).File.Row.Id);
    }

    private static string Words(CaseFile file)
    {
        var facts = file.Facts();
        return JsonSerializer.Serialize(
            new
            {
                facts.Waiting,
                facts.Asks,
                Concerned = facts.Concerned.Order(),
                facts.Handling,
                file.Answers,
            }
        );
    }

    private static string Signature(CaseFile file) =>
        file.Asks.Last(a => a.Vocabulary == ItemVocabulary.ReplySign.Id && a.State == AskState.Open).Id;

    /// <summary>An item whose reply waits for the principal head's signature.</summary>
    private async Task<string> Waiting()
    {
        var id = await City.Handled(City.New(isKey: true));
        await City.Draft(id, WorldOfProposals.Solved());
        await World.Act(
            City.Liaison(World.Education),
            id,
            new Workflows.Proposals.Reply.SubmitReply(CaseKind.Suggestion)
        );
        var review = await World.Ask(id, WorldOfProposals.GovernmentUnit, ItemVocabulary.ReplyReview.Id);
        await World.Act(City.Government, id, new Workflows.Answering.AnswerAsk(review.Id, new("pass")));
        return id;
    }
}

/// <summary>A store that counts what is asked of it.</summary>
internal sealed class CountingDialect(Dialect inner) : Dialect
{
    /// <summary>How many statements were run so far.</summary>
    public int Statements { get; private set; }

    public override string Name => inner.Name;
    public override string? OnOpen => inner.OnOpen;
    public override bool HasOneWriter => inner.HasOneWriter;

    public override string WithLists(string sql)
    {
        Statements++;
        return inner.WithLists(sql);
    }

    public override DbConnection Connect() => inner.Connect();

    public override string Types(string sql) => inner.Types(sql);

    public override bool IsConflict(DbException error) => inner.IsConflict(error);

    public override bool IsReadOnly(DbException error) => inner.IsReadOnly(error);

    public override bool IsWithoutTable(DbException error) => inner.IsWithoutTable(error);
}
