using JointMeeting.Ledger;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Workflows;

namespace JointMeeting.Web.Pages.Mechanisms;

/// <summary>目标和指标 of a mechanism: every number its documents set or state, with the document it comes from.</summary>
public sealed class FiguresModel(Steps steps) : CaseFilePage(steps)
{
    public FigureLines Figures { get; private set; } = null!;

    /// <summary>Numbers of the tasks that targets are set for.</summary>
    public IReadOnlyDictionary<string, string> Tasks { get; private set; } = new Dictionary<string, string>();

    protected override async Task Load(Session session)
    {
        Figures = await FigureLines.ReadMechanism(session, Id);
        Tasks = (
            await session.Query<(string Id, string Number)>(
                "select case_id, number from task where mechanism = @Id",
                new { Id }
            )
        ).ToDictionary(task => task.Id, task => task.Number, StringComparer.Ordinal);
    }
}
