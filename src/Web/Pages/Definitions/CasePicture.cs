using JointMeeting.Domain.Asks;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Kit.Graphs;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Web.Pages.Definitions;

/// <summary>
/// 事项所在: the lifecycle with one case on it — where it is, the way it came, who has to act by when, what was returned
/// and what is switched off.
/// </summary>
public sealed class CasePicture
{
    private const int MostNames = 2;

    private readonly CaseFile _file;
    private readonly UnitBook _units;
    private readonly DateOnly _today;
    private readonly HashSet<string> _reached;
    private readonly List<(string From, string To, int Times)> _returns;

    private CasePicture(CaseFile file, UnitBook units, DateOnly today)
    {
        (_file, _units, _today) = (file, units, today);
        _reached = Reached();
        _returns = Returns();
    }

    /// <summary>The picture on that day.</summary>
    public static Graph Of(CaseFile file, UnitBook units, DateOnly today) => new CasePicture(file, units, today).Draw();

    private Graph Draw()
    {
        var lifecycle = _file.Lifecycle;
        var returned = _returns.Select(r => new GraphEdge(r.From, r.To, $"退回{Times(r.Times)}", GraphLine.Returned));
        var may = LifecyclePicture
            .MayReturn(lifecycle)
            .Where(e => _file.OpenVisit(e.From) is not null && _returns.All(r => (r.From, r.To) != (e.From, e.To)));
        return new(
            $"{_file.Row.Title}：办理流程",
            [.. LifecyclePicture.InOrder(lifecycle).Select(Drawn)],
            [.. LifecyclePicture.Edges(lifecycle, Look), .. returned, .. may]
        );
    }

    private GraphNode Drawn(Node node)
    {
        var notes = Notes(node).ToList();
        var state = StateOf(node);
        var words = string.Join(
            "；",
            notes
                .Select(n => n.Text)
                .Concat(_returns.Where(r => r.From == node.Id).Select(r => $"由此退回“{Title(r.To)}”{Times(r.Times)}"))
        );
        return new(
            node.Id,
            Words.Title(node),
            LifecyclePicture.ShapeOf(node),
            state,
            notes,
            node is Node.Step or Node.End
                ? $"{Words.Title(node)}（{Word(state)}）{(words.Length > 0 ? $"：{words}" : "")}"
                : ""
        );
    }

    private GraphState StateOf(Node node) =>
        node switch
        {
            Node.Step when _file.OpenVisit(node.Id) is not null => GraphState.Current,
            Node.Step s when s.Off || _file.LastVisit(node.Id) is { Skipped: true } => GraphState.Skipped,
            Node.End when _file.Row.Outcome == node.Id => GraphState.Done,
            _ => _reached.Contains(node.Id) ? GraphState.Done : GraphState.Ahead,
        };

    private IEnumerable<GraphNote> Notes(Node node)
    {
        if (node is Node.End && _file.Row.Outcome == node.Id && _file.Row.ClosedAt is { } closed)
            yield return new(Day(closed));
        if (node is not Node.Step step)
            yield break;
        var visit = _file.LastVisit(step.Id);
        if (visit is { Skipped: true } || (visit is null && step.Off))
            yield return new("未启用，跳过");
        else if (visit is { LeftAt: { } left })
            yield return new($"{Round(visit)}{Day(left)}办毕");
        else if (visit is { Round: > 1 })
            yield return new($"第 {visit.Round} 次到此");
        foreach (var note in Waiting(step.Id, isHere: visit is { LeftAt: null }))
            yield return note;
    }

    /// <summary>Who has to act; also after the step, where an ask beside its round is still open (会后确认).</summary>
    private IEnumerable<GraphNote> Waiting(string node, bool isHere)
    {
        var visits = _file.Visits.Where(v => v.Node == node).Select(v => v.Id).ToHashSet();
        var asks = _file.Asks.Where(a => visits.Contains(a.VisitId)).ToList();
        var open = asks.Where(a => a.State == AskState.Open).ToList();
        if (open.Count > 0)
            yield return new($"待办：{Names(open)}", Tone.Info);
        else if (isHere)
            yield return new("由联席会议办公室推进");
        var later = asks.Count(a => a.State == AskState.Waiting);
        if (later > 0)
            yield return new($"另有 {later} 个单位未轮到");
        var now = asks.Where(a => a.VisitId == _file.OpenVisit(node)?.Id);
        var against = now.Count(a => _file.EffectOf(a) == AnswerEffect.Objects);
        if (against > 0)
            yield return new($"{against} 个单位有不同意见", Tone.Danger);
        var late = open.Where(a => a.Due < _today).ToList();
        if (late.Count > 0)
            yield return new($"超期 {late.Count} 个，限 {late.Min(a => a.Due):M月d日}", Tone.Danger);
        if (open.Where(a => a.Due >= _today).Min(a => a.Due) is { } due)
            yield return new($"限 {due:M月d日}", Tone.Warn);
    }

    private string Names(List<AskRow> asks)
    {
        var names = asks.Select(a => _units.Name(a.Unit)).Distinct().ToList();
        return names.Count <= MostNames ? string.Join("、", names) : $"{names[0]}等 {names.Count} 个单位";
    }

    private GraphLine Look(Edge edge)
    {
        var passes =
            _file.Lifecycle.Nodes[edge.From] is Node.Step
                ? _file.Visits.Any(v => v.Node == edge.From && v.Outcome == edge.Port)
                : _reached.Contains(edge.From);
        return passes && _reached.Contains(edge.To) ? GraphLine.Walked : GraphLine.Plain;
    }

    /// <summary>
    /// Nodes the case came to. Forks, joins and decisions keep no visit: they are passed where a way in was gone, a join
    /// where all were.
    /// </summary>
    private HashSet<string> Reached()
    {
        var d = _file.Lifecycle;
        var reached = _file.Visits.Select(v => v.Node).ToHashSet(StringComparer.Ordinal);
        if (_file.Row.Outcome is { } end)
            reached.Add(end);
        var passed = d.Nodes.Values.Where(n => n is Node.Fork or Node.Join or Node.Decision).ToList();
        while (passed.Where(IsPassed).Select(n => reached.Add(n.Id)).ToList().Contains(true)) { }
        return reached;

        bool IsPassed(Node node)
        {
            var ways = d.Edges.Where(e => e.To == node.Id).ToList();
            return node is Node.Join ? ways.All(IsGone) : ways.Count == 0 || ways.Any(IsGone);
        }

        bool IsGone(Edge way) =>
            d.Nodes[way.From] is Node.Step
                ? _file.Visits.Any(v => v.Node == way.From && v.Outcome == way.Port)
                : reached.Contains(way.From);
    }

    /// <summary>From where to where it was returned, and how often.</summary>
    private List<(string From, string To, int Times)> Returns() =>
        [
            .. _file
                .Visits.Where(v => v is { EnteredBy: EnteredBy.Return, ComeBackTo: not null })
                .GroupBy(v => (From: v.ComeBackTo!, To: v.Node))
                .Where(r =>
                    _file.Lifecycle.Nodes.ContainsKey(r.Key.From) && _file.Lifecycle.Nodes.ContainsKey(r.Key.To)
                )
                .Select(r => (r.Key.From, r.Key.To, r.Count())),
        ];

    private string Title(string node) => Words.Title(_file.Lifecycle.Nodes[node]);

    private static string Times(int times) => times > 1 ? $" {times} 次" : "";

    private static string Round(VisitRow visit) => visit.Round > 1 ? $"第 {visit.Round} 次，" : "";

    private static string Day(DateTimeOffset at) => $"{Moment.DayInChina(at):M月d日}";

    private string Word(GraphState state) =>
        state switch
        {
            GraphState.Done => "已完成",
            GraphState.Current => "当前",
            GraphState.Ahead => _file.Row.ClosedAt is null ? "未开始" : "未经过",
            GraphState.Skipped => "未启用",
            GraphState.Plain => "",
        };
}
