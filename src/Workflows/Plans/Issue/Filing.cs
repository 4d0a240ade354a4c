using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Texts.Editing;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Plans.Issue;

/// <summary>
/// 上传用印定稿: the sealed PDF or OFD. Its text, read by the caller, is compared with what was countersigned; where a
/// clause differs the file is kept and the difference said, and a person answers for it.
/// </summary>
/// <param name="Text">What was read from the file; empty where it holds no text (a scan).</param>
/// <param name="WhyDifferent">Why it differs, where it does.</param>
public sealed record UploadFinal(Upload File, string Text, string? WhyDifferent) : ActionCommand(Actions.UploadFinal)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var (text, clauses) = await step.Session.PlanText(step.CaseId);
        var readable = !string.IsNullOrWhiteSpace(Text);
        var differ = readable ? FinalMatchesSigned.Differences([.. clauses.Select(c => c.Text)], Text) : [];
        if (!readable && string.IsNullOrWhiteSpace(WhyDifferent))
            throw new Refusal(
                "文件中没有可读的文字（可能是扫描件），无法与会签稿比对。请人工核对后写明“经核对一致”等说明再上传。"
            );
        if (differ.Count > 0 && string.IsNullOrWhiteSpace(WhyDifferent))
            throw new Refusal(
                $"定稿与会签的第 {text.Number} 稿有 {differ.Count} 条不一致：第 {string.Join("、", differ.Select(d => d.Place))} 条。请核对；确需上传的，写明原因。"
            );
        await Attachments.Keep(step, step.CaseId, [File]);
        var attachment = await step.Session.Scalar<string>(
            "select max(id) from attachment where owner = @CaseId",
            new { step.CaseId }
        );
        await step.Session.Insert(
            "final_text",
            new FinalTextRow
            {
                CaseId = step.CaseId,
                Attachment = attachment!,
                Differences = readable ? string.Join(',', differ.Select(d => d.Place)) : "unread",
                ByName = step.Actor.Name,
                At = step.Now,
            }
        );
        step.Say(
            !readable ? $"上传用印定稿（无可读文字）：{WhyDifferent!.Trim()}"
                : differ.Count == 0 ? $"上传用印定稿，与会签的第 {text.Number} 稿逐条一致"
                : $"上传用印定稿，与会签稿有 {differ.Count} 条不一致：{WhyDifferent!.Trim()}",
            new { attachment }
        );
    }
}

/// <summary>登记归档: the original in the lead organ's files.</summary>
public sealed record FileOriginal(string Place) : ActionCommand(Actions.FileOriginal)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var plan = (await step.Session.Plan(step.CaseId))!;
        await ArchiveCopies.Add(step, plan.LeadUnit, "original", Place);
        step.Say($"原件归档：{Place.Trim()}");
    }
}

/// <summary>登记收存副本: another joint organ registers its copy, without a number.</summary>
public sealed record RegisterCopy(string Place) : ActionCommand(Actions.RegisterCopy)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var plan = (await step.Session.Plan(step.CaseId))!;
        var unit = step.Actor.Unit!;
        if (unit == plan.LeadUnit)
            throw new Refusal("牵头单位归档的是原件，请用“登记归档”。");
        await ArchiveCopies.Add(step, unit, "copy", Place);
        step.OnBehalfOf = unit;
        step.Say($"{await step.UnitName(unit)}登记收存副本：{Place.Trim()}");
    }
}

internal static class ArchiveCopies
{
    public static async Task Add(Step step, string unit, string kind, string place)
    {
        if (string.IsNullOrWhiteSpace(place))
            throw new Refusal("请填写归档（收存）位置，例如档号或全宗号。");
        const string there = "select count(*) from archive_copy where case_id = @CaseId and unit = @unit";
        if (await step.Session.Scalar<long>(there, new { step.CaseId, unit }) > 0)
            throw new Refusal("本单位已经登记过，不需要重复登记。");
        await step.Session.Insert(
            "archive_copy",
            new ArchiveCopyRow
            {
                Id = step.NewId(),
                CaseId = step.CaseId,
                Unit = unit,
                Kind = kind,
                Place = place.Trim(),
                ByName = step.Actor.Name,
                At = step.Now,
            }
        );
    }
}
