using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Plans.Issue;

/// <summary>
/// 编号印发: the lead organ's number only (党政机关公文处理工作条例 Art. 9(5)), given after all heads have signed. A joint
/// meeting itself has no number and no seal: the document is the lead unit's and its joint organs'.
/// </summary>
/// <param name="Registered">The number that the OA gave; null to draw one here.</param>
/// <param name="Series">机关代字 to draw from, where none is registered.</param>
public sealed record IssuePlan(string? Registered, string? Series) : ActionCommand(Actions.IssuePlan)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        await PlanFile.RefuseWhileDisagreed(step, "编号印发");
        await PlanFile.RefuseIfChangedSince(step, "signing", Vocabulary.JointSignature);
        if (string.IsNullOrWhiteSpace(Registered) == string.IsNullOrWhiteSpace(Series))
            throw new Refusal("请登记OA给出的发文字号，或者填写由本系统编号的机关代字，二者选一。");
        var number = string.IsNullOrWhiteSpace(Registered)
            ? await DocumentNumbers.Draw(step, Series!)
            : await DocumentNumbers.Register(step, Registered);
        var signed = LastSignature(step);
        await step.Session.Execute(
            "update plan set number_id = @Id, issued_at = @at, signed_on = @signedOn where case_id = @CaseId",
            new
            {
                number.Id,
                step.CaseId,
                at = Moment.Text(step.Now),
                signedOn = Moment.Text(signed),
            }
        );
        await step.Complete("numbering", "issued");
        var how = number.Origin == NumberOrigin.Registered ? "登记" : "编列";
        step.Say(
            $"{how}发文字号{number.Text}，成文日期 {signed:yyyy-MM-dd}（最后签发人签发日），印发",
            new { number = number.Id }
        );
    }

    /// <summary>成文日期 of a joint document: the day of the last signature; on paper the day written there.</summary>
    private static DateOnly LastSignature(Step step) =>
        step
            .File.Round(step.File.LastVisit("signing")!.Id, Vocabulary.JointSignature.Id)
            .Select(a => step.File.AnswerTo(a.Id)!)
            .Max(a => Moment.DayInChina(a.RecordedAt ?? a.At));
}

/// <summary>作废字号: kept with the reason and never given again; the plan waits for another number.</summary>
public sealed record VoidNumber(string Why) : ActionCommand(Actions.VoidNumber)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(Why))
            throw new Refusal("请填写作废字号的理由。");
        var plan = (await step.Session.Plan(step.CaseId))!;
        var number = (
            await step.Session.One<DocumentNumberRow>(
                "select * from document_number where id = @NumberId",
                new { plan.NumberId }
            )
        )!;
        await step.Session.Execute(
            "update document_number set state = 'Void', reason = @why where id = @Id",
            new { number.Id, why = Why.Trim() }
        );
        await step.Session.Execute(
            "update plan set number_id = null, issued_at = null where case_id = @CaseId",
            new { step.CaseId }
        );
        await step.Return("numbering", "issued");
        step.Say($"作废发文字号{number.Text}：{Why.Trim()}", new { number = number.Id });
    }
}
