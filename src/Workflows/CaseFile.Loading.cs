using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.House.Abolish;
using JointMeeting.Workflows.House.StandIns;
using JointMeeting.Workflows.Proposals;
using JointMeeting.Workflows.Supervision;

namespace JointMeeting.Workflows;

/// <summary>How cases are read: any number of them by the same few queries.</summary>
public sealed partial class CaseFile
{
    private const string Readers = """
        select s.mechanism as case_id, s.unit, null as successor from seat s where s.mechanism in @ids
        union select m.case_id, s.unit, null from seat s join meeting m on m.mechanism = s.mechanism where m.case_id in @ids
        union select plan, unit, null from plan_unit where plan in @ids
        union select case_id, unit, null from copy where case_id in @ids
        union select null, id, successor from unit where successor is not null and valid_to < @today
        """;

    /// <summary>Reads a case with all its parts, as it stands on that day in China.</summary>
    /// <exception cref="Refusal">There is no such case.</exception>
    public static async Task<CaseFile> Load(Session session, string id, Lifecycles lifecycles, DateOnly today) =>
        (await LoadAll(session, [id], lifecycles, today)).SingleOrDefault()
        ?? throw new Refusal("没有找到该事项，可能已被移走。请返回列表重新选择。");

    /// <summary>Reads these cases with all their parts; one that is not there is left out.</summary>
    public static async Task<IReadOnlyList<CaseFile>> LoadAll(
        Session session,
        IReadOnlyList<string> ids,
        Lifecycles lifecycles,
        DateOnly today
    )
    {
        if (ids.Count == 0)
            return [];
        var files = new List<CaseFile>();
        foreach (var row in await session.Query<CaseRow>("select * from cases where id in @ids", new { ids }))
            files.Add(new(row, await lifecycles.Read(session, row.Definition, row.Version)));
        var visits = await Of<VisitRow>(session, "visit", "entered_at, id", files, v => v.CaseId);
        var asks = await Of<AskRow>(session, "ask", "opened_at, id", files, a => a.CaseId);
        var answers = await Of<AnswerRow>(session, "answer", "id", files, a => a.CaseId);
        foreach (var file in files)
        {
            file.Visits.AddRange(visits[file.Row.Id]);
            file.Asks.AddRange(asks[file.Row.Id]);
            file.Answers.AddRange(answers[file.Row.Id]);
        }
        await LoadItems(session, files);
        await LoadConcerned(session, files, today);
        var acting = await WhoActs.On(session, files, today);
        foreach (var file in files)
        foreach (var ask in file.Asks.Where(a => acting.ContainsKey(a.Id)))
            file.Acting[ask.Id] = acting[ask.Id];
        return files;
    }

    /// <summary>The rows of a table that belong to these cases; nothing is asked where there is no case.</summary>
    private static async Task<ILookup<string, T>> Of<T>(
        Session session,
        string table,
        string order,
        IEnumerable<CaseFile> files,
        Func<T, string> caseId
    )
    {
        var ids = files.Select(f => f.Row.Id).ToList();
        var rows =
            ids.Count == 0
                ? []
                : await session.Query<T>($"select * from {table} where case_id in @ids order by {order}", new { ids });
        return rows.ToLookup(caseId, StringComparer.Ordinal);
    }

    private static async Task LoadItems(Session session, IReadOnlyList<CaseFile> files)
    {
        var own = files.Where(f => f.Row.Kind is CaseKind.Suggestion or CaseKind.Proposal).ToList();
        var items = await Of<ItemRow>(session, "item", "case_id", own, i => i.CaseId);
        var handlers = await Of<HandlerRow>(session, "item_handler", "duty desc, unit", own, h => h.CaseId);
        foreach (var file in own)
        {
            file.Item = items[file.Row.Id].SingleOrDefault();
            file.Handlers.AddRange(handlers[file.Row.Id]);
        }
        foreach (var file in files.Where(f => f.Row.Kind == CaseKind.Disagreement))
            if (file.Row.Parent is { } parent && await session.Item(parent) is { } about)
                file._about = HandlingFactsOf(about, await session.Handlers(parent));
    }

    private static async Task LoadConcerned(Session session, IReadOnlyList<CaseFile> files, DateOnly today)
    {
        var ids = files.Select(f => f.Row.Id).ToList();
        if (ids.Count == 0)
            return;
        var rows = await session.Query<(string? Case, string Unit, string? Successor)>(
            Readers,
            new { ids, today = Moment.Text(today) }
        );
        var readers = rows.Where(r => r.Case is not null).ToLookup(r => r.Case!, r => r.Unit, StringComparer.Ordinal);
        var tasks = await Of<TaskRow>(
            session,
            "task",
            "case_id",
            files.Where(f => f.Row.Kind == CaseKind.Task),
            t => t.CaseId
        );
        // What a unit that has ended could read, its successor can.
        var successors = Successors.Of(rows.Where(r => r.Successor is not null).Select(r => (r.Unit, r.Successor!)));
        foreach (var file in files)
        {
            file.Concerned.UnionWith(readers[file.Row.Id]);
            file.Concerned.UnionWith(file.Asks.Select(a => a.Unit));
            foreach (var task in tasks[file.Row.Id])
                file.Concerned.UnionWith(
                    Ledger.Rows.Split(task.LeadUnits).Concat(Ledger.Rows.Split(task.ResponsibleUnits))
                );
            file.Concerned.UnionWith(file.Handlers.Select(h => h.Unit));
            file.Concerned.UnionWith(file.Concerned.Select(successors.Of).ToList());
        }
    }
}
