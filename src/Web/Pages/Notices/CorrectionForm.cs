using JointMeeting.Domain.Bodies;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;

namespace JointMeeting.Web.Pages.Notices;

/// <summary>The form of a correction begins with the value in force, field by field.</summary>
public static class CorrectionForm
{
    /// <summary>The form filled with the value in force.</summary>
    public static Correction For(ProposalRow proposal) =>
        ProposalValues.Parse(proposal.Kind, proposal.Value) switch
        {
            ProposedPerson p => new()
            {
                Name = p.Name,
                Unit = p.Unit,
                Post = p.Post,
                Role = MechanismRoles.Of(p.Role) is null ? null : p.Role,
            },
            ProposedHeading { What: HeadingField.IssueDate } h => new()
            {
                Issued = DateOnly.TryParseExact(h.Text, "yyyy-MM-dd", out var day) ? day : null,
            },
            ProposedHeading h => new() { Words = h.Text },
            ProposedRecipient r => new() { Units = CorrectedValue.Join(r.Units) },
            ProposedCitation c => new() { Words = c.Title, Number = c.Number },
            ProposedDuty d => new()
            {
                Words = d.Name,
                Reporters = d.Reporters,
                To = d.To,
                Period = d.Period,
                Due = d.Due,
                Fields = CorrectedValue.Join(d.Fields),
            },
            ProposedTarget t => new()
            {
                Words = t.Text,
                Scope = t.Scope,
                Goal = t.Goal,
                Task = t.Task,
            },
            ProposedIndicator i => new()
            {
                Words = i.Name,
                Goal = i.Goal,
                Reached = i.Reached,
            },
            ProposedClause c => new()
            {
                Title = c.Title,
                Lead = CorrectedValue.Join(c.Lead),
                Responsible = CorrectedValue.Join(c.Responsible),
            },
            ProposedTask t => new()
            {
                Text = t.Text,
                Lead = CorrectedValue.Join(t.Lead),
                Responsible = CorrectedValue.Join(t.Units.Except(t.Lead)),
                Kind = t.Deadline?.Kind,
                Date = t.Deadline?.Date,
                Milestones = CorrectedMilestones.Lines(t.Milestones),
                Status = t.Ledger?.Status,
            },
            ProposedMonthEntry e => new()
            {
                Text = string.Join('\n', e.Matters),
                Lead = CorrectedValue.Join(e.Lead),
                Responsible = CorrectedValue.Join(e.Units.Except(e.Lead)),
                From = e.From,
                Date = e.To,
            },
            ProposedReading r => new() { ReadAs = r.To },
            ProposedRepair r => new()
            {
                Repaired = r.Repaired,
                Kind = r.Kind,
                Date = r.Date,
            },
            _ => new(),
        };
}
