using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Steering;

namespace JointMeeting.Workflows.Plans.Finish;

/// <summary>
/// Ends a plan that was amended or repealed with what hung on it: each open task is ended in a step of its own, saying what
/// goes on in its place, then the plan. Broken off in the middle it is done again; what is ended already is left alone.
/// </summary>
public static class EndOfPlan
{
    /// <summary>The plan that amends that one and is in force, with its title; null while none is.</summary>
    public static async Task<(string Id, string Title)?> AmendedBy(Session session, string plan)
    {
        const string inForce = """
            select p.case_id, c.title from plan p join cases c on c.id = p.case_id
              join visit v on v.case_id = p.case_id and v.node = 'implementing'
             where p.amends = @plan order by v.entered_at desc
            """;
        var found = await session.Query<(string Id, string Title)>(inForce, new { plan });
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>The amending plan takes its place: tasks go on under it, or are no longer wanted.</summary>
    /// <exception cref="Domain.Refusal">The amending plan is not in force.</exception>
    public static async Task Replace(Steps steps, Person person, string plan)
    {
        List<(string Task, string Why)> ended = [];
        await using (var session = await steps.Database.Read())
            if (await AmendedBy(session, plan) is (var amending, var title))
                foreach (var (task, clause) in await OpenTasks(session, plan))
                    ended.Add((task, await Successors(session, amending, title, clause)));
        await End(steps, person, plan, ended, new ReplacePlan());
    }

    /// <summary>废止 with everything that is still open under it.</summary>
    public static async Task Repeal(Steps steps, Person person, string plan, string why)
    {
        IReadOnlyList<(string Task, string? Clause)> open = [];
        // Without a basis the plan's own command says so, before any task is touched.
        if (!string.IsNullOrWhiteSpace(why))
            await using (var session = await steps.Database.Read())
                open = await OpenTasks(session, plan);
        await End(steps, person, plan, [.. open.Select(t => (t.Task, $"方案废止：{why.Trim()}"))], new RepealPlan(why));
    }

    private static async Task End(
        Steps steps,
        Person person,
        string plan,
        IReadOnlyList<(string Task, string Why)> tasks,
        Command last
    )
    {
        foreach (var (task, why) in tasks)
            await steps.Act(person, task, new CancelTask(why));
        await steps.Act(person, plan, last);
    }

    private static Task<IReadOnlyList<(string Task, string? Clause)>> OpenTasks(Session session, string plan) =>
        session.Query<(string, string?)>(
            """
            select t.case_id, t.source_clause from task t join cases c on c.id = t.case_id
             where t.source_case = @plan and c.closed_at is null order by t.case_id
            """,
            new { plan }
        );

    /// <summary>What the old task's clause became in the amending plan, as its numbers of tasks.</summary>
    private static async Task<string> Successors(Session session, string amending, string title, string? clause)
    {
        var next = (await session.Links(amending)).ToLookup(l => l.From, l => l.To);
        var descendants = clause is null ? [] : Descendants(clause, next).ToHashSet(StringComparer.Ordinal);
        var tasks = await session.Query<(string Number, string? Clause)>(
            "select number, source_clause from task where source_case = @amending order by case_id",
            new { amending }
        );
        var numbers = tasks.Where(t => t.Clause is not null && descendants.Contains(t.Clause)).Select(t => t.Number);
        var text = string.Join("、", numbers);
        return text.Length == 0
            ? $"方案由《{title}》替代，修订后不再保留本项"
            : $"方案由《{title}》替代，本项由其任务 {text} 接续";
    }

    private static IEnumerable<string> Descendants(string clause, ILookup<string, string> next) =>
        next[clause].SelectMany(c => Descendants(c, next)).Prepend(clause);
}
