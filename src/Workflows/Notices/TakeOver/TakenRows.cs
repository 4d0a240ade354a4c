using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Notices.TakeOver;

/// <summary>A task the mechanism has, with what a ledger said of it last; all null where none did.</summary>
public sealed record KnownTask(string Task, DateOnly? AsOf, string? StatusRaw, string? Progress, string? More);

/// <summary>The tasks a mechanism has, to be told apart from rows of a ledger that comes again.</summary>
public sealed class TakenRows
{
    private const char BetweenKeys = '\n';
    private readonly Dictionary<string, Queue<KnownTask>> _tasks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownTask> _written = new(StringComparer.Ordinal);
    private readonly HashSet<string> _met = new(StringComparer.Ordinal);

    /// <summary>A mechanism without tasks.</summary>
    public static TakenRows None => new();

    /// <summary>Reads them.</summary>
    public static async Task<TakenRows> Read(Session session, string mechanism)
    {
        const string tasks = """
            select t.case_id as id, t.text, t.lead_units, t.deadline_date, o.row_key, o.as_of, o.status_raw, o.progress, o.more
              from task t left join taken_over o on o.task = t.case_id
             where t.mechanism = @mechanism order by t.case_id
            """;
        const string later = """
            select p.task as id, p.as_of, p.status_raw, p.progress, p.more
              from ledger_progress p join task t on t.case_id = p.task
             where t.mechanism = @mechanism order by p.as_of
            """;
        var names = (await session.Query<(string Id, string Name)>("select id, name from unit")).ToDictionary(
            unit => unit.Id,
            unit => unit.Name,
            StringComparer.Ordinal
        );
        var words = (await session.Query<Word>(later, new { mechanism })).ToLookup(word => word.Id);
        var taken = new TakenRows();
        foreach (var task in await session.Query<Word>(tasks, new { mechanism }))
        {
            var last = words[task.Id].LastOrDefault() ?? task;
            var known = new KnownTask(task.Id, last.AsOf, last.StatusRaw, last.Progress, last.More);
            IReadOnlyList<string> lead =
            [
                .. Rows.Split(task.LeadUnits!).Select(unit => names.GetValueOrDefault(unit, unit)),
            ];
            taken.Add(Key(task.Text!, lead), known);
            if (task.DeadlineDate is { } day)
                taken.Add(Key(task.Text!, lead, day), known);
            foreach (var key in task.RowKey?.Split(BetweenKeys) ?? [])
            {
                taken.Add(key, known);
                taken._written.TryAdd(key, known);
            }
        }
        return taken;
    }

    /// <summary>The wording and the first lead unit; numbers move when a ledger is kept on.</summary>
    public static string Key(string text, IReadOnlyList<string> lead) =>
        $"{Plain(text)}|{(lead.Count > 0 ? Plain(lead[0]) : "")}";

    /// <summary>What a month plan asks for comes again every year, word for word: only with its day it is the same.</summary>
    public static string Key(string text, IReadOnlyList<string> lead, DateOnly? day) =>
        $"{Key(text, lead)}|{day:yyyy-MM-dd}";

    /// <summary>A matter as its plan wrote it; days within the month may be confirmed otherwise each time it comes.</summary>
    public static string Key(string matter, IReadOnlyList<string> lead, string month, int? year) =>
        $"{Key(matter, lead)}|{year}|{Plain(month)}";

    /// <summary>The keys of the matters that one task stands for, as they are kept.</summary>
    public static string OneKey(IReadOnlyList<string> keys) => string.Join(BetweenKeys, keys);

    /// <summary>
    /// A task that stands for matters which were written so, however they were joined or taken apart; null where one of
    /// them became no work, since a matter that was left out once may be taken later.
    /// </summary>
    public KnownTask? OfMatters(IReadOnlyList<string> keys) =>
        keys.All(_written.ContainsKey) ? keys.Select(key => _written[key]).FirstOrDefault() : null;

    /// <summary>The task that is known by one of these keys; each task stands for one row.</summary>
    public KnownTask? Find(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            while (_tasks.TryGetValue(key, out var tasks) && tasks.TryDequeue(out var task))
                if (_met.Add(task.Task))
                    return task;
        return null;
    }

    private void Add(string key, KnownTask task)
    {
        if (!_tasks.TryGetValue(key, out var tasks))
            _tasks[key] = tasks = new();
        tasks.Enqueue(task);
    }

    private static string Plain(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)));

    private sealed record Word
    {
        public required string Id { get; init; }
        public string? Text { get; init; }
        public string? LeadUnits { get; init; }
        public DateOnly? DeadlineDate { get; init; }
        public string? RowKey { get; init; }
        public DateOnly? AsOf { get; init; }
        public string? StatusRaw { get; init; }
        public string? Progress { get; init; }
        public string? More { get; init; }
    }
}
