using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Reports;
using JointMeeting.Workflows.Rounds;

namespace JointMeeting.Workflows;

/// <summary>A unit is asked something.</summary>
public sealed record AskOpened(
    string CaseId,
    string AskId,
    string CaseTitle,
    string Subject,
    string Vocabulary,
    string? Due,
    string? Text
);

/// <summary>An ask no longer waits for the unit.</summary>
public sealed record AskSettled(string CaseId, string AskId, string State);

/// <summary>A reminder or an overdue notice.</summary>
public sealed record AskReminded(string CaseId, string AskId, string Kind, string Text);

/// <summary>The last day of an ask is another one; none while its clock stands still (暂停).</summary>
public sealed record DueChanged(string CaseId, string AskId, string? Due, string Text);

/// <summary>交办: a unit is given a suggestion or proposal, with what it is about.</summary>
public sealed record ItemAssigned(
    string CaseId,
    string Kind,
    string SessionName,
    string Number,
    string Title,
    string Text,
    string Duty,
    IReadOnlyList<string> Signers,
    string AssignedOn,
    string? FixedOn
);

/// <summary>传阅: a copy for information.</summary>
public sealed record CopySent(string CaseId, string CaseTitle, string Text);

/// <summary>The text changed and the unit's signature stands (沿用); for information.</summary>
public sealed record TextChanged(string CaseId, string CaseTitle, string Subject, int Version);

/// <summary>Builds what desks are told.</summary>
internal static class Messages
{
    /// <summary>The ask with the text it is about, so that a desk can work without the office.</summary>
    public static async Task<AskOpened> Opened(Step step, AskRow ask)
    {
        var text = ask.TextVersion is null ? await FieldsOf(step, ask) : await step.WordsOf(ask.TextVersion);
        return new AskOpened(
            step.CaseId,
            ask.Id,
            step.File.Row.Title,
            ask.Subject,
            ask.Vocabulary,
            ask.Due is { } due ? Moment.Text(due) : null,
            text
        );
    }

    /// <summary>A desk answers in words; it is told what they are to say.</summary>
    private static async Task<string?> FieldsOf(Step step, AskRow ask) =>
        await AskedFields.Of(step.Session, step.File.Row, ask.Vocabulary) is { Count: > 0 } fields
            ? "填报项目：" + string.Join("、", fields)
            : null;
}
