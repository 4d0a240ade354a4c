using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;

namespace JointMeeting.Workflows.Reports;

/// <summary>
/// 填报项目 of a request: those of the reporting duty, or what was reached of each target set for the task. What a unit
/// fills in is kept field by field; a field left empty is kept as nothing at all.
/// </summary>
public static class AskedFields
{
    /// <summary>Longest value of a field.</summary>
    public const int Longest = 500;

    private const string OfDuty = "select d.* from duty d join report r on r.duty = d.id where r.case_id = @Id";

    private const string OfTargets = """
        select name from figure where task = @Id and kind = 'Target' group by name order by min(position)
        """;

    /// <summary>What an ask wants filled in; empty for most.</summary>
    public static async Task<IReadOnlyList<string>> Of(Session session, CaseRow row, string vocabulary) =>
        (row.Kind, vocabulary) switch
        {
            (CaseKind.Report, "periodicReport") => (await session.One<DutyRow>(OfDuty, new { row.Id }))?.FieldNames()
                ?? [],
            (CaseKind.Task, "report") => await session.Query<string>(OfTargets, new { row.Id }),
            _ => [],
        };

    /// <summary>What an answer filled in.</summary>
    public static async Task<IReadOnlyList<FilledField>> In(Session session, string answer) =>
        [
            .. (
                await session.Query<AnswerFieldRow>(
                    "select * from answer_field where answer = @answer order by position",
                    new { answer }
                )
            ).Select(field => new FilledField(field.Name, field.Value)),
        ];

    /// <summary>Keeps what an answer filled in.</summary>
    /// <exception cref="Refusal">A field was not asked for, or its value is too long.</exception>
    internal static async Task Keep(Step step, AskRow ask, AnswerRow answer, AnswerDraft draft)
    {
        if (draft.Fields.Count == 0)
            return;
        var asked = await Of(step.Session, step.File.Row, ask.Vocabulary);
        if (draft.Fields.FirstOrDefault(field => !asked.Contains(field.Name)) is { } other)
            throw new Refusal($"“{other.Name}”不是这次报送的填报项目，请刷新页面后重新填写。");
        if (draft.Fields.FirstOrDefault(field => field.Value.Length > Longest) is { } tooLong)
            throw new Refusal($"“{tooLong.Name}”超过 {Longest} 字，请写在说明里或作为附件上传。");
        foreach (var (field, at) in draft.Fields.Select((field, at) => (field, at)))
            await step.Session.Insert(
                "answer_field",
                new AnswerFieldRow
                {
                    Answer = answer.Id,
                    Position = at + 1,
                    Name = field.Name,
                    Value = field.Value.Trim(),
                }
            );
    }
}
