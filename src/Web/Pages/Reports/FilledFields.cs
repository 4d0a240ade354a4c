using JointMeeting.Ledger;
using JointMeeting.Workflows.Reports;

namespace JointMeeting.Web.Pages.Reports;

/// <summary>填报项目 as they were filled in, by answer; a field that was left empty is 未填, never 0.</summary>
public sealed class FilledFields
{
    private readonly ILookup<string, AnswerFieldRow> _fields;

    private FilledFields(IEnumerable<AnswerFieldRow> fields) =>
        _fields = fields.ToLookup(field => field.Answer, StringComparer.Ordinal);

    /// <summary>Nothing was filled in.</summary>
    public static FilledFields None { get; } = new([]);

    /// <summary>All of a case.</summary>
    public static async Task<FilledFields> Read(Session session, string caseId) =>
        new(
            await session.Query<AnswerFieldRow>(
                """
                select f.* from answer_field f join answer a on a.id = f.answer
                 where a.case_id = @caseId order by f.answer, f.position
                """,
                new { caseId }
            )
        );

    /// <summary>What an answer filled in for a field; null where nothing.</summary>
    public string? Of(string answer, string field) => _fields[answer].FirstOrDefault(f => f.Name == field)?.Value;

    /// <summary>All that an answer filled in, in words; null where nothing.</summary>
    public string? Words(string answer) =>
        _fields[answer].Any() ? string.Join("；", _fields[answer].Select(f => $"{f.Name}：{f.Value}")) : null;
}
