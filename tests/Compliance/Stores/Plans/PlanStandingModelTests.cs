using JointMeeting.Domain.Asks;
using JointMeeting.Ledger.Stores;
using JointMeeting.Shared;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Plans.Countersign;
using JointMeeting.Workflows.Steering;
using JointMeeting.Workflows.Texts;

namespace JointMeeting.Compliance.Stores.Plans;

public sealed class PlanStandingModelOnSqlite : PlanStandingModelTests<Sqlite>;

public sealed class PlanStandingModelOnPostgres : PlanStandingModelTests<Postgres>;

/// <summary>
/// Random courses of a plan through the program itself: edits, moves, splits, merges, deletions, new clauses, other units,
/// markings, positions and challenges, round after round. Who is asked again is exactly who does not stand by the rows.
/// </summary>
public abstract class PlanStandingModelTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    private const int Courses = 6;
    private const int Rounds = 4;

    private static readonly string[] Units = [World.Office, World.Education, World.Finance, World.Transport];

    private int _asked;
    private int _carried;

    [Fact]
    public async Task After_any_edit_exactly_those_are_asked_who_do_not_stand_by_the_rows()
    {
        for (var seed = 1; seed <= Courses; seed++)
            await Course(seed);
        // The courses must be of both sorts, else they show nothing.
        Assert.InRange(_asked, Courses, int.MaxValue);
        Assert.InRange(_carried, Courses, int.MaxValue);
    }

    private async Task Course(int seed)
    {
        var random = new Random(seed);
        var plan = await World.CountersignedPlan();
        await AnswerEverybody(plan, random);
        for (var round = 1; round <= Rounds; round++)
        {
            await World.Act(plan, new ReturnTo("revising", "修改"));
            for (var saves = random.Next(1, 3); saves > 0; saves--)
            {
                World.Clock.Now = World.Clock.Now.AddMinutes(1);
                var form = await World.PlanForm(plan);
                for (var changes = random.Next(1, 4); changes > 0; changes--)
                    Change(form, random);
                await World.SavePlan(plan, [.. form]);
            }
            await World.Act(plan, new SendAgain());
            await AskedAreWhoDoNotStand(plan, $"seed {seed}, round {round}");
            if (random.Next(2) == 0 && await Challenge(plan))
                await AskedAreWhoDoNotStand(plan, $"seed {seed}, round {round}, challenged");
            await AnswerEverybody(plan, random);
        }
    }

    private async Task AskedAreWhoDoNotStand(string plan, string where)
    {
        var file = await World.Look(plan);
        foreach (var ask in file.Round(file.LastVisit("countersigning")!.Id, Vocabulary.Countersign.Id))
        {
            var unit = Units.Single(u => World.Unit(u) == ask.Unit);
            var isAsked = ask.State is AskState.Open or AskState.Waiting;
            Assert.True(isAsked != await World.StandsByRows(plan, unit), $"{where}: {unit} {ask.State}");
            (_asked, _carried) = isAsked ? (_asked + 1, _carried) : (_asked, _carried + 1);
        }
    }

    private void Change(List<WrittenClause> form, Random random)
    {
        var at = random.Next(form.Count);
        switch (random.Next(8))
        {
            case 0 or 1:
                form[at] = form[at] with
                {
                    Text = $"{form[at].Text}改{random.Next(9)}",
                    WordingOnly = random.Next(2) == 0,
                };
                break;
            case 2:
                var moved = form[at];
                form.RemoveAt(at);
                form.Insert(random.Next(form.Count + 1), moved);
                break;
            case 3 when form[at].Text.Length > 3:
                var half = form[at].Text.Length / 2;
                form.Insert(at + 1, form[at] with { Text = form[at].Text[half..] });
                form[at] = form[at] with { Text = form[at].Text[..half] };
                break;
            case 4 when at + 1 < form.Count:
                form[at] = form[at] with
                {
                    Before = [.. form[at].Before.Concat(form[at + 1].Before).Distinct()],
                    Text = form[at].Text + form[at + 1].Text,
                };
                form.RemoveAt(at + 1);
                break;
            case 5 when form.Count > 2:
                form.RemoveAt(at);
                break;
            case 6:
                form.Insert(
                    at,
                    WorldOfPlans.Clause(2, $"新增一条{random.Next(99)}。") with
                    {
                        LeadUnits = [Any(random)],
                    }
                );
                break;
            default:
                form[at] = form[at] with { LeadUnits = [Any(random)], ResponsibleUnits = [] };
                break;
        }
    }

    private string Any(Random random) => World.Unit(Units[random.Next(1, Units.Length)]);

    /// <summary>The first change of the newest text that was only wording; false where there is none.</summary>
    private async Task<bool> Challenge(string plan)
    {
        var now = (await World.PlanClauses(plan)).Select(c => c.Id).ToHashSet();
        var link = (await World.Rows<ClauseLinkRow>("select * from clause_link where kind = 'Edited'")).FirstOrDefault(
            l => now.Contains(l.ToClause) && !l.Substantive && l.ChallengedAt is null
        );
        if (link is null)
            return false;
        await World.Act(World.Liaison(World.Education), plan, new ChallengeMarking(link.ToClause, "不只是文字修改"));
        return true;
    }

    /// <summary>Some take a position on a clause of others, which covers it from then on.</summary>
    private async Task AnswerEverybody(string plan, Random random)
    {
        while ((await World.Look(plan)).Asks.FirstOrDefault(a => a.State == AskState.Open) is { } ask)
        {
            var clauses = await World.PlanClauses(plan);
            var position = new Position(clauses[random.Next(clauses.Count)].Id, PositionValue.Amend, "再斟酌");
            AnswerDraft draft =
                random.Next(3) == 0 ? new("agreeWithChanges", "见条文") { Positions = [position] } : new("agree");
            var unit = Units.Single(u => World.Unit(u) == ask.Unit);
            await World.Act(World.Liaison(unit), plan, new AnswerAsk(ask.Id, draft));
        }
    }
}
