using JointMeeting.Domain;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Texts;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Texts;

namespace JointMeeting.Workflows.Proposals.Reply;

/// <summary>One part of a reply (逐条答复).</summary>
/// <param name="Before">The clause it comes from in the text the drafter saw.</param>
/// <param name="ClassCode">Its class; null for an introduction or a closing that answers nothing.</param>
/// <param name="PromisedBy">The day a promise is to be kept by; signatures bind to it too.</param>
public sealed record ReplyPart(
    string? Before,
    string Text,
    string? ClassCode,
    DateOnly? PromisedBy = null,
    bool WordingOnly = false
);

/// <summary>保存答复稿: a text of clauses, so that a signature is on exactly what was read.</summary>
/// <param name="Notes">What was noted on earlier words on the matter while drafting.</param>
public sealed record SaveReply(
    CaseKind Kind,
    SeenText Seen,
    IReadOnlyList<ReplyPart> Parts,
    IReadOnlyList<FindingNote>? Notes = null
) : ActionCommand(ProposalActions.SaveReply.For(Kind))
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var scheme = ClassScheme.Named(step.Item().Scheme);
        var parts = Parts.Where(p => !string.IsNullOrWhiteSpace(p.Text)).ToList();
        foreach (var part in parts.Where(p => p.ClassCode is not null && scheme.Find(p.ClassCode) is null))
            throw new Refusal($"“{part.ClassCode}”不是{scheme.Name}中的类别，请从列表中选择。");
        var version = await SaveText.Of(
            step,
            Items.ReplyText,
            Seen,
            [.. parts.Select(p => Written(p, [.. step.File.Facts().Handling!.Hosts]))]
        );
        await step.Session.Execute("delete from reply_part where version = @Id", new { version.Id });
        foreach (var (clause, part) in (await step.Session.Clauses(version.Id)).Zip(parts))
            await step.Session.Insert(
                "reply_part",
                new ReplyPartRow
                {
                    Clause = clause.Id,
                    Version = version.Id,
                    ClassCode = part.ClassCode,
                }
            );
        await FindingNotes.Write(step, Notes ?? []);
        step.Say($"保存答复第 {version.Number} 稿，{parts.Count} 项", parts.Select(p => new { p.Text, p.ClassCode }));
    }

    private static WrittenClause Written(ReplyPart part, IReadOnlyList<string> hosts) =>
        new(
            part.Before is { } before ? [before] : [],
            1,
            ClauseMark.Narrative,
            part.Text,
            hosts,
            [],
            part.PromisedBy is { } day ? new StatedDeadline($"{day:yyyy年M月d日}前", DeadlineKind.By, day, null) : null,
            part.WordingOnly
        );
}
