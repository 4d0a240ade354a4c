using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Workflows.Texts;

namespace JointMeeting.Workflows.Plans.Draft;

/// <summary>保存方案文稿: typed, pasted or imported.</summary>
public sealed record SavePlan(SeenText Seen, IReadOnlyList<WrittenClause> Clauses) : ActionCommand(Actions.SavePlan)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (Clauses.FirstOrDefault(c => c.Level is < 1 or > 4) is { } wrong)
            throw new Refusal($"条文层级只有四级（一、/（一）/1./（1）），没有第 {wrong.Level} 级。");
        var version = await SaveText.Of(step, PlanFile.Text, Seen, Clauses);
        step.Say(
            $"保存方案第 {version.Number} 稿，{Clauses.Count} 条",
            Clauses.Select(c => new
            {
                c.Level,
                c.Mark,
                c.Text,
            })
        );
    }
}

/// <summary>撤销立项, with the reason.</summary>
public sealed record WithdrawPlan(string Why) : ActionCommand(Actions.WithdrawPlan)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(Why))
            throw new Refusal("请填写撤销立项的理由。");
        await step.Complete(step.File.OpenVisits.Single().Node, "withdrawn");
        step.Say($"撤销立项：{Why.Trim()}");
    }
}
