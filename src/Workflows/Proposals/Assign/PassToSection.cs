using JointMeeting.Domain;
using JointMeeting.Domain.Rights;

namespace JointMeeting.Workflows.Proposals.Assign;

/// <summary>交科室办理: within the unit it goes to a section or a person, on a day of its own; the clock is not touched.</summary>
public sealed record PassToSection(CaseKind Kind, string Section, string? Handler, DateOnly On)
    : ActionCommand(ProposalActions.PassToSection.For(Kind))
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(Section))
            throw new Refusal("请填写承办科室。");
        var unit = step.Actor.Unit!;
        var assigned = step.File.Handlers.First(h => h.Unit == unit).AssignedOn;
        if (On < assigned || On > step.Today)
            throw new Refusal($"交接日期应在交办日（{assigned:yyyy-MM-dd}）与今天之间，请核对。");
        var to = string.IsNullOrWhiteSpace(Handler) ? Section.Trim() : $"{Section.Trim()} {Handler.Trim()}";
        await step.HandOver(await step.UnitName(unit), to, On, "科室承办");
        step.Say($"{await step.UnitName(unit)}交{to}承办");
    }
}
