using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Rounds;

namespace JointMeeting.Workflows.Proposals.Handle;

/// <summary>A request for more time (延期申请) as stored.</summary>
public sealed record ExtensionRow
{
    /// <summary>The request to the government office that rules on it.</summary>
    public required string Ask { get; init; }
    public required string CaseId { get; init; }
    public required string Unit { get; init; }
    public required int Amount { get; init; }
    public required PeriodUnit PeriodUnit { get; init; }
    public required string Why { get; init; }
    public required DateOnly AskedOn { get; init; }
    public string? Ruling { get; init; }
    public string? RuledBy { get; init; }
    public string? RulingNote { get; init; }

    /// <summary>How much longer.</summary>
    public Period By => new(Amount, PeriodUnit);
}

/// <summary>申请延期: the rule says whether the reply may be extended, by whom and how far; what it forbids is not asked.</summary>
public sealed record RequestExtension(CaseKind Kind, Period By, string Why)
    : ActionCommand(ProposalActions.RequestExtension.For(Kind))
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(Why))
            throw new Refusal("请填写延期的理由。");
        if (step.File.AsksOf(ItemVocabulary.ExtensionRuling).Any(a => a.State == AskState.Open))
            throw new Refusal("延期申请已经提交，请等待批复。");
        var (_, clock) = await ReplyClock.Running(step);
        ReplyClock.RefuseBeyondTheRule(step, clock, new Extended("asked", By, step.Actor.Name, Why.Trim()));
        var ask = await ItemAsks.Beside(
            step,
            ItemVocabulary.ExtensionRuling,
            "extensionRuling",
            $"请批复延期申请：{By.Text}",
            new Asked(step.File.Row.OfficeUnit!)
        );
        await step.Session.Insert(
            "extension_request",
            new ExtensionRow
            {
                Ask = ask[0].Id,
                CaseId = step.CaseId,
                Unit = step.Actor.Unit!,
                Amount = By.Amount,
                PeriodUnit = By.Unit,
                Why = Why.Trim(),
                AskedOn = step.Today,
            }
        );
        step.Say($"{await step.UnitName(step.Actor.Unit!)}申请延期 {By.Text}：{Why.Trim()}");
    }
}

/// <summary>批复延期: with the name of whoever the rule lets approve it; a refusal says why.</summary>
/// <param name="By">Who approved it, or who refused.</param>
public sealed record RuleExtension(CaseKind Kind, string AskId, bool Agree, string By, string? Note)
    : ActionCommand(ProposalActions.RuleExtension.For(Kind))
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var request =
            await step.Session.One<ExtensionRow>("select * from extension_request where ask = @AskId", new { AskId })
            ?? throw new Refusal("没有找到延期申请，请刷新页面。");
        var ask = step.File.Asks.First(a => a.Id == AskId);
        if (ask.State != AskState.Open)
            throw new Refusal("该延期申请已经批复。");
        if (string.IsNullOrWhiteSpace(By))
            throw new Refusal("请填写批准（不批准）延期的机关或领导。");
        if (!Agree && string.IsNullOrWhiteSpace(Note))
            throw new Refusal("不同意延期须填写理由。");
        var said = Agree ? await Lengthen(step, request) : $"不同意延期：{Note!.Trim()}";
        await step.Session.Execute(
            "update extension_request set ruling = @ruling, ruled_by = @By, ruling_note = @Note where ask = @AskId",
            new
            {
                AskId,
                By = By.Trim(),
                Note = Note?.Trim(),
                ruling = Agree ? "granted" : "refused",
            }
        );
        await Settling.Take(step, ask, new AnswerDraft(Agree ? "grant" : "refuse", Note ?? said), null);
        step.Say($"{said}（{By.Trim()}）");
    }

    private async Task<string> Lengthen(Step step, ExtensionRow request)
    {
        var (_, clock) = await ReplyClock.Running(step);
        var extension = new Extended(step.NewId(), request.By, By.Trim(), request.Why);
        var due = await Deadlines.Change(step, clock, extension, request.Why);
        return $"同意延期 {request.By.Text}，由 {clock.Due:yyyy-MM-dd} 至 {due:yyyy-MM-dd}";
    }
}

/// <summary>The clock of the reply while the host works on it.</summary>
internal static class ReplyClock
{
    /// <exception cref="Refusal">The host is not being asked for a reply now.</exception>
    public static async Task<(AskRow Ask, ClockRow Clock)> Running(Step step)
    {
        var ask = step.File.AsksOf(ItemVocabulary.Handle).LastOrDefault(a => a.State == AskState.Open);
        return ask is not null && await Deadlines.Of(step, ask.Id) is { } clock
            ? (ask, clock)
            : throw new Refusal("本件现在没有等待答复，不能延期。");
    }

    /// <exception cref="Refusal">The rule allows no extension, or not one so long; says what it allows.</exception>
    public static void RefuseBeyondTheRule(Step step, ClockRow clock, Extended asked)
    {
        var kept = Explanation.Parse(clock.Replay);
        if (ClockChange.Refusal(kept.Events, asked, kept.Rule, step.Calendar) is { } reason)
            throw new Refusal(reason.Text);
    }
}
