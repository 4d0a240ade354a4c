using JointMeeting.Domain;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;

namespace JointMeeting.Workflows.Proposals.Register;

/// <summary>立案: the CPPCC office files a proposal.</summary>
public sealed record FileProposal() : ActionCommand(ProposalActions.File)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        await step.Complete("submitted", "filed");
        step.Say("审查立案");
    }
}

/// <summary>不作为建议处理 / 不予立案, with the reason of the list and where it goes instead; the signer is told.</summary>
public sealed record NotAccept(CaseKind Kind, string Reason, string Elsewhere, string? Note)
    : ActionCommand(ProposalActions.NotAccept.For(Kind))
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var item = step.Item();
        var reason =
            FilingReview.Reasons(item.Kind).FirstOrDefault(r => r.Id == Reason)
            ?? throw new Refusal("请从列表中选择不予受理（立案）的情形。");
        if (!FilingReview.Elsewhere.Contains(Elsewhere))
            throw new Refusal("请选择转往何处。");
        await MergedItems.RefuseToLose(step, "不予受理（立案）");
        await step.Change(item with { NotAccepted = $"{reason.Text}；{Elsewhere}" });
        await step.Complete(step.File.OpenVisits.Single().Node, "notAccepted");
        step.Say(
            $"不予受理（立案）：{reason.Text}，{Elsewhere}{(string.IsNullOrWhiteSpace(Note) ? "" : $"（{Note.Trim()}）")}"
        );
    }
}

/// <summary>撤回, on a written request of the signer; handling ends.</summary>
public sealed record WithdrawItem(CaseKind Kind, string Why) : ActionCommand(ProposalActions.Withdraw.For(Kind))
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(Why))
            throw new Refusal("请填写撤回的依据（提出人的书面申请）。");
        await MergedItems.RefuseToLose(step, "撤回");
        await step.Complete(step.File.OpenVisits.Single().Node, "withdrawn");
        step.Say($"撤回：{Why.Trim()}");
    }
}

/// <summary>并案: handled under another item; each of its signers still gets an own reply.</summary>
public sealed record MergeItem(CaseKind Kind, string Into) : ActionCommand(ProposalActions.Merge.For(Kind))
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var item = step.Item();
        var into =
            await step.Session.One<ItemRow>("select * from item where case_id = @Into", new { Into })
            ?? throw new Refusal("没有找到要并入的件，请从列表中选择。");
        if (MergeRule.Refusal(item.CaseId, into.CaseId, item.Kind, into.Kind, into.MergedInto is not null) is { } why)
            throw new Refusal(why);
        const string over = "select count(*) from cases where id = @Into and closed_at is not null";
        if (await step.Session.Scalar<long>(over, new { Into }) > 0)
            throw new Refusal($"{into.Number} 号已经结束（不予受理、撤回或办结），不能再并入；请选择正在办理的件。");
        const string judged =
            "select count(*) from visit where case_id = @Into and node = 'historical' and left_at is null";
        if (await step.Session.Scalar<long>(judged, new { Into }) > 0)
            throw new Refusal($"{into.Number} 号还是历史待核，不能并入；请政府办公室先核定。");
        if (into.PartOf is not null)
            throw new Refusal($"所选的是 {into.Number} 号分办的一部分，请并入该件本身。");
        const string replied =
            "select count(*) from reply where case_id = @Into or case_id in (select p.case_id from item p where p.part_of = @Into)";
        if (await step.Session.Scalar<long>(replied, new { Into }) > 0)
            throw new Refusal($"{into.Number} 号已经答复（分办件已有单位答复），不能再并入；请单独交办。");
        const string mergedHere = "select count(*) from item where merged_into = @CaseId";
        if (await step.Session.Scalar<long>(mergedHere, new { step.CaseId }) > 0)
            throw new Refusal("已有其他件并入本件，请把它们一并并入同一主件，或以本件为主件。");
        await step.Change(item with { MergedInto = into.CaseId });
        await step.Complete(step.File.OpenVisits.Single().Node, "merged");
        step.Say(
            $"并入 {into.SessionName} {into.Number} 号“{into.Title}”一并办理，分别答复",
            new { into = into.CaseId }
        );
    }
}

/// <summary>并案 leaves the signers of several items to one; it does not end while they wait for their reply (DOMAIN 3.2).</summary>
internal static class MergedItems
{
    /// <exception cref="Refusal">Other items are merged into this one; names them.</exception>
    public static async Task RefuseToLose(Step step, string action)
    {
        const string here =
            "select number from item where merged_into = @CaseId or merged_into = @PartOf order by number";
        var merged = await step.Session.Query<string>(here, new { step.CaseId, step.Item().PartOf });
        if (merged.Count > 0)
            throw new Refusal(
                $"{string.Join("、", merged)} 号已并入本件，其提出人仍须逐一答复，本件不能{action}。请继续办理，并在答复中说明本件提出人的意见。"
            );
    }
}

/// <summary>标记已上传 to the platform outside.</summary>
public sealed record MarkUploaded(CaseKind Kind) : ActionCommand(ProposalActions.MarkUploaded.For(Kind))
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var item = step.Item();
        if (item.Outside is null)
            throw new Refusal("该件没有外部平台编号，请先在“更正登记”中填写。");
        await step.Change(item with { UploadedAt = step.Now });
        step.Say($"已上传外部平台（编号 {item.Outside}）");
    }
}
