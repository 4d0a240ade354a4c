using System.Reflection;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Models;
using JointMeeting.Workflows.Flow.Definition;
using Microsoft.Extensions.DependencyInjection;

namespace JointMeeting.Workflows.Flow.Elsa;

/// <summary>
/// Elsa.Workflows.Core as a function on bytes: token-based flowchart execution, a step as one waiting activity, the
/// serialised workflow state in the case row. No runtime, scheduler or store of Elsa's.
/// </summary>
public sealed class ElsaFlow : IFlow
{
    private const string MadeBy = "madeBy";
    private readonly PrivateElsa _elsa = new();

    /// <summary>The version of Elsa that this program carries; every state names the one that made it.</summary>
    public static string Version { get; } =
        typeof(IWorkflowRunner)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    /// <inheritdoc />
    public string Name => "elsa";

    /// <inheritdoc />
    /// <exception cref="MoveRefused">Also where another version of Elsa made the state; it can be rebuilt.</exception>
    /// <exception cref="InvalidOperationException">Elsa failed inside.</exception>
    public Advanced Advance(Lifecycle lifecycle, byte[]? state, Move move, Func<string, bool> rule) =>
        // Every call into Elsa runs to its end on this thread; nothing here waits for I/O or time.
        AdvanceAsync(lifecycle, state, move, rule).GetAwaiter().GetResult();

    private async Task<Advanced> AdvanceAsync(Lifecycle d, byte[]? state, Move move, Func<string, bool> rule)
    {
        await using var scope = _elsa.Scope();
        var workplace = new Workplace(scope.ServiceProvider, _elsa.Graph(d));
        var before = state is null ? null : await Resume(workplace, state);
        var waiting = before?.Waiting() ?? [];
        switch (move)
        {
            case Move.Start:
                MoveRules.MayStart(state);
                return await Run(workplace, await workplace.Begin(null), new Journey(rule), []);
            case Move.Complete complete:
                MoveRules.MayComplete(d, waiting, complete);
                before!.ScheduleBookmark(before!.Bookmarks.Single(b => b.ActivityId == complete.Node));
                var journey = new Journey(rule) { Outcome = complete.Outcome };
                return await Run(workplace, before, journey, [complete.Node]);
            case Move.Jump jump:
                var leaving = MoveRules.Jump(d, waiting, jump.Node);
                if (leaving.IsMainPath)
                    return await Run(workplace, await workplace.Begin(jump.Node), new Journey(rule), waiting);
                await InPlaceJump.Make(before!, leaving, jump.Node);
                return await Run(workplace, before!, new Journey(rule), [.. waiting.Where(leaving.Covers)]);
            default:
                throw new InvalidOperationException();
        }
    }

    private async Task<WorkflowExecutionContext> Resume(Workplace workplace, byte[] bytes)
    {
        var state = _elsa.States.Read(bytes);
        var madeBy = state.Properties.TryGetValue(MadeBy, out var version) ? version as string : null;
        return madeBy == Version
            ? await workplace.Resume(state)
            : throw new MoveRefused(
                $"该事项的流程状态由 Elsa {madeBy ?? "（版本不明）"} 生成，本程序是 Elsa {Version}，不能直接继续。"
                    + "请先在该事项上办理“更换流程引擎”，按在办环节重建状态。"
            );
    }

    private async Task<Advanced> Run(
        Workplace workplace,
        WorkflowExecutionContext context,
        Journey journey,
        IReadOnlyList<string> left
    )
    {
        journey.Board(context);
        context.Properties[MadeBy] = Version;
        var result = await workplace.Run(context);
        if (result.WorkflowState.Incidents.FirstOrDefault() is { } incident)
            throw new InvalidOperationException($"Elsa failed at '{incident.ActivityId}': {incident.Message}");
        MoveRules.StandsSomewhere(context.Waiting(), journey.EndedAt);
        return new Advanced(_elsa.States.Write(result.WorkflowState), journey.Entered, left, journey.EndedAt);
    }
}
