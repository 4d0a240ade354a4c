using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Texts.Coverage;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;

namespace JointMeeting.Workflows.Texts;

/// <summary>Why a sentence of a text needs no task, or that a soft one was let pass.</summary>
public sealed record CoverageNoteRow
{
    public required string Id { get; init; }
    public required string CaseId { get; init; }
    public required string Clause { get; init; }

    /// <summary>Key of the finding: a changed sentence is asked about again.</summary>
    public required string Finding { get; init; }
    public string? Reason { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>
/// 说明不设任务的理由, or let a soft word pass, in minutes and plans alike; kept by sentence, asked again once the sentence
/// changes.
/// </summary>
public sealed record NoteCoverage(string Clause, string Finding, string? Reason, CaseKind Of = CaseKind.Plan)
    : ActionCommand(Of == CaseKind.Meeting ? Actions.NoteMinutesCoverage : Actions.NoteCoverage)
{
    /// <summary>Keys of the findings of a text that a person has accounted for.</summary>
    public static async Task<IReadOnlySet<string>> Noted(Session session, string caseId) =>
        (
            await session.Query<string>("select finding from coverage_note where case_id = @caseId", new { caseId })
        ).ToHashSet(StringComparer.Ordinal);

    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var kind = step.Steps.Registry.TextKinds[step.File.Row.Definition];
        var text = await step.Session.Latest(step.CaseId, kind) ?? throw new Refusal("还没有文稿，请先起草并保存。");
        var clause =
            (await step.Session.Clauses(text.Id)).FirstOrDefault(c => c.Id == Clause)
            ?? throw new Refusal("该条不在最新文稿中，请刷新页面后重新选择。");
        var hard = Finding.StartsWith($"{Gap.NoTask}|", StringComparison.Ordinal);
        if (hard && string.IsNullOrWhiteSpace(Reason))
            throw new Refusal("请说明这一句为什么不设任务。");
        await step.Session.Insert(
            "coverage_note",
            new CoverageNoteRow
            {
                Id = step.NewId(),
                CaseId = step.CaseId,
                Clause = Clause,
                Finding = Finding,
                Reason = string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim(),
                ByName = step.Actor.Name,
                At = step.Now,
            }
        );
        step.Say(
            hard
                ? $"第 {clause.Position} 条不设任务：{Reason!.Trim()}"
                : $"第 {clause.Position} 条的提示已核，不作修改",
            new { Finding }
        );
    }
}
