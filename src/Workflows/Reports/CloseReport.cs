using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;

namespace JointMeeting.Workflows.Reports;

/// <summary>汇总完成: ends one period's report; units that have not reported stay as not reported (未报送).</summary>
public sealed record CloseReport() : ActionCommand(Actions.CloseReport)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var missing = new List<string>();
        foreach (
            var ask in step.File.Asks.Where(a => a is { Within: null, State: AskState.Open or AskState.Delegated })
        )
            missing.Add(await step.UnitName(ask.Unit));
        await step.Complete("collecting", "collected");
        step.Say(
            missing.Count == 0
                ? "汇总完成，各单位都已报送"
                : $"汇总完成，未报送：{string.Join("、", missing.Distinct())}"
        );
    }
}
