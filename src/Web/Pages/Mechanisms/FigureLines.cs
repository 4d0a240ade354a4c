using JointMeeting.Ledger;
using JointMeeting.Web.Kit;
using JointMeeting.Workflows.Supervision.Figures;

namespace JointMeeting.Web.Pages.Mechanisms;

/// <summary>What a unit reported as reached of a target, its newest word.</summary>
public sealed record ReachedLine
{
    public required string Task { get; init; }
    public required string Unit { get; init; }
    public required string Name { get; init; }
    public required string Value { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>
/// 目标和指标: what documents set and what they state as reached, beside what units reported. Stated is not reached, and a
/// value the source lost (原文缺失) is not zero.
/// </summary>
public sealed class FigureLines
{
    private const string OfTask = "select * from figure where task = @id order by position";

    private const string OfMechanism = """
        select * from figure where mechanism = @id order by stated_on desc, notice_case, position
        """;

    private const string SameName = """
        select i.* from figure i where i.kind = 'Indicator' and exists (
            select 1 from figure t where t.task = @id and t.mechanism = i.mechanism and t.name = i.name)
         order by i.stated_on desc, i.position
        """;

    private const string WordsOfUnits = """
        select n.case_id as task, k.unit, f.name, f.value, n.at from answer_field f
          join answer n on n.id = f.answer join ask k on k.id = n.ask_id
         where n.origin <> 'Drafted' and n.case_id in (
            select task from figure where task = @id or (mechanism = @id and task is not null))
         order by n.at desc
        """;

    private readonly ILookup<(string Task, string Name), ReachedLine> _reached;

    private FigureLines(
        IReadOnlyList<FigureRow> targets,
        IReadOnlyList<FigureRow> indicators,
        IReadOnlyList<ReachedLine> words
    )
    {
        (Targets, Indicators) = (targets, indicators);
        _reached = words
            .GroupBy(word => (word.Task, word.Name, word.Unit))
            .Select(newestFirst => newestFirst.First())
            .ToLookup(word => (word.Task, word.Name));
    }

    public IReadOnlyList<FigureRow> Targets { get; }
    public IReadOnlyList<FigureRow> Indicators { get; }

    /// <summary>The targets of a task, and what documents state as reached under the same name.</summary>
    public static async Task<FigureLines> ReadTask(Session session, string id) =>
        new(
            await session.Query<FigureRow>(OfTask, new { id }),
            await session.Query<FigureRow>(SameName, new { id }),
            await session.Query<ReachedLine>(WordsOfUnits, new { id })
        );

    /// <summary>All of a mechanism.</summary>
    public static async Task<FigureLines> ReadMechanism(Session session, string id)
    {
        var all = await session.Query<FigureRow>(OfMechanism, new { id });
        return new(
            [.. all.Where(f => f.Kind is FigureKind.Target)],
            [.. all.Where(f => f.Kind is FigureKind.Indicator)],
            await session.Query<ReachedLine>(WordsOfUnits, new { id })
        );
    }

    /// <summary>What units reported of a target, each its newest word.</summary>
    public IEnumerable<ReachedLine> Reached(FigureRow target) =>
        target.Task is { } task ? _reached[(task, target.Name)] : [];

    /// <summary>What documents state as reached under that name.</summary>
    public IEnumerable<FigureRow> Stated(FigureRow target) => Indicators.Where(i => i.Name == target.Name);

    /// <summary>The value a document states; lost is not zero.</summary>
    public static string Value(FigureRow indicator) => indicator.Reached ?? "原文缺失";

    /// <summary>The day of the document.</summary>
    public static string Day(FigureRow figure) => figure.StatedOn is { } day ? When.Day(day) : "没有日期的来文";
}
