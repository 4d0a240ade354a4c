using JointMeeting.Domain;
using JointMeeting.Domain.Bodies;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Workflows.House;
using JointMeeting.Workflows.Mechanisms;

namespace JointMeeting.Workflows.Plans.Start;

/// <summary>A unit of a plan as the drafter arranges it.</summary>
public sealed record PlanUnit(string Unit, PlanRole Role, int Group = CountersignGroup.Ordinary);

/// <summary>起草方案: opens a plan under a joint meeting. The lead unit is the first of the joint organs.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Units">Lead first, then the others in the order of heading, signatures and copies.</param>
/// <param name="Seen">Who sees whose opinion.</param>
/// <param name="Amends">The plan it amends, or null.</param>
public sealed record StartPlan(string Title, IReadOnlyList<PlanUnit> Units, OpinionsSeen Seen, string? Amends = null)
    : ActionCommand(Actions.StartPlan)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(Title))
            throw new Refusal("请填写方案名称。");
        await PlanUnits.Check(step, Units);
        var mechanism = (
            await step.Session.One<MechanismRow>("select * from mechanism where case_id = @CaseId", new { step.CaseId })
        )!;
        await Open(step, mechanism.CaseId, Title.Trim(), Units, Seen, Amends);
        step.Say($"起草方案“{Title.Trim()}”");
    }

    /// <summary>Opens the plan's case with its rows.</summary>
    internal static Task<string> Open(
        Step parent,
        string mechanism,
        string title,
        IReadOnlyList<PlanUnit> units,
        OpinionsSeen seen,
        string? amends,
        Func<Step, Task>? prepare = null
    ) =>
        parent.Open(
            CaseKind.Plan,
            title,
            blocksParent: false,
            async step =>
            {
                await step.Session.Insert(
                    "plan",
                    new PlanRow
                    {
                        CaseId = step.CaseId,
                        Mechanism = mechanism,
                        Subject = title,
                        LeadUnit = units.First(u => u.Role == PlanRole.Lead).Unit,
                        OpinionsSeen = seen,
                        Amends = amends,
                    }
                );
                await PlanUnits.Write(step, units);
                await (prepare?.Invoke(step) ?? Task.CompletedTask);
                step.Say(amends is null ? $"立项起草“{title}”" : $"立项修订“{title}”");
            }
        );
}

/// <summary>调整参与单位: joint organs, consulted units, countersign groups and who sees the opinions.</summary>
public sealed record ArrangePlan(IReadOnlyList<PlanUnit> Units, OpinionsSeen Seen) : ActionCommand(Actions.ArrangePlan)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        await PlanUnits.Check(step, Units);
        await step.Session.Execute("delete from plan_unit where plan = @CaseId", new { step.CaseId });
        await PlanUnits.Write(step, Units);
        await step.Session.Execute(
            "update plan set lead_unit = @lead, opinions_seen = @seen where case_id = @CaseId",
            new
            {
                step.CaseId,
                lead = Units.First(u => u.Role == PlanRole.Lead).Unit,
                seen = Seen.ToString(),
            }
        );
        step.Say(
            $"调整参与单位：联合发文 {Units.Count(u => u.Role != PlanRole.Consulted)} 个，征求意见 {Units.Count} 个",
            Units
        );
    }
}

/// <summary>The units of a plan hang together.</summary>
internal static class PlanUnits
{
    public static async Task Check(Step step, IReadOnlyList<PlanUnit> units)
    {
        if (units.Count(u => u.Role == PlanRole.Lead) != 1)
            throw new Refusal("请指定一个牵头单位；联合发文只用牵头单位的发文字号。");
        if (units.GroupBy(u => u.Unit).Any(g => g.Count() > 1))
            throw new Refusal("同一单位重复出现，请只保留一次。");
        await Units.RefuseUnknown(step, units.Select(u => u.Unit));
    }

    public static async Task Write(Step step, IReadOnlyList<PlanUnit> units)
    {
        foreach (var (unit, index) in units.OrderBy(u => u.Role == PlanRole.Lead ? 0 : 1).Select((u, i) => (u, i)))
        {
            step.File.Concerned.Add(unit.Unit);
            await step.Session.Insert(
                "plan_unit",
                new PlanUnitRow
                {
                    Plan = step.CaseId,
                    Unit = unit.Unit,
                    Role = unit.Role,
                    Position = index + 1,
                    Grp = unit.Group,
                }
            );
        }
    }
}
