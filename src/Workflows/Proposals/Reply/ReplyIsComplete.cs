using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Proposals.Handle;

namespace JointMeeting.Workflows.Proposals.Reply;

/// <summary>
/// A reply goes up only whole: a class on each part that answers, a day on each promise, the co-handlers' opinions in,
/// or their lateness stated (协办单位逾期未反馈).
/// </summary>
internal static class ReplyIsComplete
{
    /// <summary>The clauses of the newest draft with their classes.</summary>
    /// <exception cref="Refusal">There is no draft.</exception>
    public static async Task<IReadOnlyList<(ClauseRow Clause, string? Class)>> Parts(Step step)
    {
        var text =
            await step.Session.Latest(step.CaseId, Items.ReplyText)
            ?? throw new Refusal("还没有答复稿，请先起草并保存。");
        var clauses = await step.Session.Clauses(text.Id);
        if (
            await step.Session.LastReply(step.CaseId) is { } sent
            && (await step.Session.Clauses(sent.Version)).Select(c => c.Hash).SequenceEqual(clauses.Select(c => c.Hash))
        )
            throw new Refusal("重新办理须重新答复：请修改答复稿后再送审，原答复保留备查。");
        var classes = await step.Session.Query<ReplyPartRow>(
            "select * from reply_part where version = @Id",
            new { text.Id }
        );
        return [.. clauses.Select(c => (c, classes.FirstOrDefault(p => p.Clause == c.Id)?.ClassCode))];
    }

    /// <summary>Checks the draft as a whole.</summary>
    /// <exception cref="Refusal">Something is missing; says what.</exception>
    public static async Task Check(Step step)
    {
        if (await ItemDisagreements.Open(step) is [var question, ..])
            throw new Refusal($"与协办单位的分歧（{question}）还在协调，协调一致或裁定后再送审。");
        var parts = await Parts(step);
        var scheme = ClassScheme.Named(step.Item().Scheme);
        if (parts.All(p => p.Class is null))
            throw new Refusal("请至少为一项答复选择类别。");
        var promise = parts.FirstOrDefault(p =>
            p.Class is { } code && scheme.Find(code)!.FollowUp && p.Clause.DeadlineDate is null
        );
        if (promise.Clause is { } open)
            throw new Refusal($"第 {open.Position} 项为 {promise.Class} 类，须写明承诺完成的日期。");
        await CheckOpinions(step, string.Join('\n', parts.Select(p => p.Clause.Text)));
    }

    private static async Task CheckOpinions(Step step, string text)
    {
        var open = step.File.AsksOf(ItemVocabulary.CoOpinion).Where(a => a.State == AskState.Open).ToList();
        if (open.FirstOrDefault(a => a.Due is null || a.Due >= step.Today) is { } waiting)
            throw new Refusal(
                $"{await step.UnitName(waiting.Unit)}的协办意见还没有收到，期限为 {waiting.Due:yyyy-MM-dd}，到期前不能越过。可先催办。"
            );
        if (open.Count > 0 && !text.Contains("逾期未反馈", StringComparison.Ordinal))
            throw new Refusal("协办意见逾期未到的，须在答复中写明“协办单位逾期未反馈”。");
    }
}
