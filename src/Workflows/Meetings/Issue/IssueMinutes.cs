using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Texts;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Supervision;

namespace JointMeeting.Workflows.Meetings.Issue;

/// <summary>
/// 印发纪要: draws the issue number (期号) in this transaction and turns each 议定 item into a task. A joint meeting has
/// no document number and no seal (不刻制印章、不正式行文).
/// </summary>
public sealed record IssueMinutes() : ActionCommand(Actions.Issue)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var meeting = (
            await step.Session.One<MeetingRow>("select * from meeting where case_id = @CaseId", new { step.CaseId })
        )!;
        var text = (await step.Session.Latest(step.CaseId, MeetingRegistrations.Minutes))!;
        var number = await Draw(step, meeting.Mechanism, step.Today.Year);
        await step.Session.Execute(
            "update meeting set issue_year = @Year, issue_number = @number, issued_at = @at where case_id = @CaseId",
            new
            {
                step.CaseId,
                step.Today.Year,
                number,
                at = Moment.Text(step.Now),
            }
        );
        var decided = (await step.Session.Clauses(text.Id)).Where(c => c.Mark == ClauseMark.Decided).ToList();
        foreach (var (clause, index) in decided.Select((c, i) => (c, i)))
            await OpenTask.Under(step, Task(clause, index + 1, meeting.Mechanism));
        await step.Complete("signed", "issued");
        step.Say(
            $"印发〔{step.Today.Year}〕第 {number} 期纪要，{decided.Count} 项议定事项转为督办",
            new { text.Number, text = text.Id }
        );
    }

    private static NewTask Task(ClauseRow clause, int number, string mechanism)
    {
        var text = clause.AsText();
        return new NewTask(
            number.ToString(),
            clause.Text,
            text.LeadUnits,
            "stated",
            text.ResponsibleUnits,
            text.Deadline,
            false,
            mechanism,
            clause.Id
        );
    }

    private static async Task<int> Draw(Step step, string mechanism, int year)
    {
        var drawn = await step.Session.Execute(
            "update issue_series set last = last + 1 where mechanism = @mechanism and year = @year",
            new { mechanism, year }
        );
        if (drawn == 0)
            await step.Session.Execute(
                "insert into issue_series (mechanism, year, last) values (@mechanism, @year, 1)",
                new { mechanism, year }
            );
        return await step.Session.Scalar<int>(
            "select last from issue_series where mechanism = @mechanism and year = @year",
            new { mechanism, year }
        );
    }
}
