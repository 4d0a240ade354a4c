using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Workflows.Plans;

namespace JointMeeting.Workflows.Proposals.Handle;

/// <summary>
/// 登记分歧 between the host and another handling unit: a case of its own on the same ladder as a plan's (units,
/// principal heads, government office, leader in charge). Until it is settled the reply does not go up.
/// </summary>
/// <param name="Unit">The unit that differs from the host.</param>
/// <param name="Question">What they differ on.</param>
/// <param name="Proposal">倾向性意见 of the host.</param>
public sealed record OpenItemDisagreement(CaseKind Kind, string Unit, string Question, string Proposal)
    : ActionCommand(ProposalActions.OpenDisagreement.For(Kind))
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(Question) || string.IsNullOrWhiteSpace(Proposal))
            throw new Refusal("请写明分歧焦点和主办单位的倾向性意见。");
        var host = step.Actor.Unit!;
        if (Unit == host || step.File.Handlers.All(h => h.Unit != Unit))
            throw new Refusal("分歧的另一方须是本件的协办（会办）单位，请从列表中选择。");
        if (await ItemDisagreements.Open(step) is { Count: > 0 })
            throw new Refusal("本件已有分歧正在协调，请等待结果或在该分歧中补充。");
        var name = await step.UnitName(Unit);
        await step.Open(
            CaseKind.Disagreement,
            Question.Trim(),
            blocksParent: true,
            async child =>
            {
                await child.Session.Insert("disagreement", Row(child.CaseId, step.CaseId, host));
                child.File.About(step.File);
                child.Say($"登记与{name}的分歧：{Question.Trim()}", new { Proposal });
            }
        );
        step.Say($"登记与{name}的分歧（{Question.Trim()}），协调一致或裁定前不能送审答复");
    }

    private DisagreementRow Row(string id, string item, string host) =>
        new()
        {
            CaseId = id,
            Plan = item,
            Unit = Unit,
            LeadUnit = host,
            Question = Question.Trim(),
            Proposal = Proposal.Trim(),
        };
}

/// <summary>The disagreements about an item.</summary>
internal static class ItemDisagreements
{
    /// <summary>The questions of those on their way.</summary>
    public static Task<IReadOnlyList<string>> Open(Step step) =>
        step.Session.Query<string>(
            "select d.question from disagreement d join cases c on c.id = d.case_id where d.plan = @CaseId and c.closed_at is null",
            new { step.CaseId }
        );
}
