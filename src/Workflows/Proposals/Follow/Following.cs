using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;

namespace JointMeeting.Workflows.Proposals.Follow;

/// <summary>
/// 转为已解决 (B→A): every promise kept, evidence, and a second written notice to the signers; where the rule set asks for
/// it, their own confirmation.
/// </summary>
/// <param name="Confirmation">Who confirmed, when and how; null where nobody did.</param>
public sealed record UpgradeClass(
    CaseKind Kind,
    string To,
    string SecondNotice,
    IReadOnlyList<Upload>? Evidence,
    string? Confirmation = null
) : ActionCommand(ProposalActions.Upgrade.For(Kind))
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var item = step.Item();
        var reply = (await step.Session.LastReply(step.CaseId))!;
        var scheme = ClassScheme.Named(item.Scheme);
        var (from, to) = (scheme.Find(item.ClassCode!)!, scheme.Find(To) ?? throw new Refusal("请选择要转为的类别。"));
        var promises = step.File.AsksOf(ItemVocabulary.Commitment);
        var why = Commitments.RefusalOfUpgrade(
            from,
            to,
            promises.Count(a => a.State == AskState.Open),
            promises.Count(a => WasGivenUp(step, a, reply.SentOn)),
            Evidence is { Count: > 0 },
            SecondNotice,
            HandlingWays.Of(item.Rules(step.Today)).ConfirmUpgrade,
            !string.IsNullOrWhiteSpace(Confirmation)
        );
        if (why is not null)
            throw new Refusal(why);
        var files = await Attachments.Keep(step, step.CaseId, Evidence);
        await step.Change(item with { ClassCode = to.Code, UpgradedOn = step.Today });
        step.Say(
            $"由 {from.Code} 类转为 {to.Code} 类，再次书面告知：{SecondNotice.Trim()}{Confirmed()}",
            new { files }
        );
    }

    /// <summary>无法兑现 under the reply in force; what was given up before it was sent is what that reply answered for.</summary>
    private static bool WasGivenUp(Step step, AskRow promise, DateOnly sent) =>
        promise is { State: AskState.Answered, SettledAt: { } at }
        && Moment.DayInChina(at) >= sent
        && step.File.EffectOf(promise) == AnswerEffect.Neutral;

    private string Confirmed() => string.IsNullOrWhiteSpace(Confirmation) ? "" : $"；本人确认：{Confirmation.Trim()}";
}

/// <summary>承诺回头看, each quarter.</summary>
public sealed record LookBack(CaseKind Kind, string AskId, string Note)
    : ActionCommand(ProposalActions.LookBack.For(Kind))
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(Note))
            throw new Refusal("请填写回头看的情况。");
        var changed = await step.Session.Execute(
            "update commitment set looked_back_on = @on, look_back_note = @note where ask = @AskId and case_id = @CaseId",
            new
            {
                AskId,
                step.CaseId,
                note = Note.Trim(),
                on = Moment.Text(step.Today),
            }
        );
        if (changed != 1)
            throw new Refusal("没有找到这项承诺，请刷新页面。");
        step.Say($"承诺回头看：{Note.Trim()}");
    }
}

/// <summary>办结: no promise and no publication is open; a divided item once all its parts are done.</summary>
public sealed record CloseItem(CaseKind Kind) : ActionCommand(ProposalActions.Close.For(Kind))
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var open = step.File.Asks.Where(a => a.State == AskState.Open).ToList();
        if (open.Exists(a => a.Vocabulary == ItemVocabulary.Commitment.Id))
            throw new Refusal("还有承诺没有兑现或说明，不能办结；未完成的承诺跨年继续跟踪。");
        if (open.Exists(a => a.Vocabulary == ItemVocabulary.Publish.Id))
            throw new Refusal("办理结果还没有公开，请先公开或改为不公开并说明理由。");
        await step.Complete(step.File.OpenVisits.Single().Node, "done");
        step.Say("办结");
    }
}
