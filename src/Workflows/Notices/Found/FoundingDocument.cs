using JointMeeting.Domain;
using JointMeeting.Workflows.Notices.Confirm;

namespace JointMeeting.Workflows.Notices.Found;

/// <summary>The document that founds: members hold their seats from its date, and it is named wherever the mechanism is.</summary>
internal static class FoundingDocument
{
    /// <summary>Its head as confirmed; what the person who founds filled in comes first.</summary>
    /// <exception cref="Refusal">Its title or date was only inferred, or not accepted, and nothing was filled in.</exception>
    public static NoticeRow Of(NoticeRow notice, IReadOnlyList<ProposalRow> proposals, FoundMechanism filled)
    {
        OrRefuse(proposals, HeadingField.Title, filled.DocumentTitle is not null);
        OrRefuse(proposals, HeadingField.IssueDate, filled.IssuedOn is not null);
        return notice with
        {
            Title = filled.DocumentTitle?.Trim() ?? notice.Title,
            DocumentNumber = string.IsNullOrWhiteSpace(filled.DocumentNumber)
                ? notice.DocumentNumber
                : filled.DocumentNumber.Trim(),
            IssueDate = filled.IssuedOn ?? notice.IssueDate,
        };
    }

    private static void OrRefuse(IReadOnlyList<ProposalRow> proposals, HeadingField field, bool isFilled)
    {
        var undecided = proposals.Any(p =>
            p.Kind is ProposalKind.Heading
            && (p.State is ProposalState.Rejected || p is { State: ProposalState.Pending, Doubt: not null })
            && ProposalValues.Read<ProposedHeading>(p.Value).What == field
        );
        if (undecided && !isFilled)
            throw new Refusal($"建立文件的{ProposalWords.Label(field)}还没有确认，请填写，或先确认文件信息。");
    }
}

/// <summary>A document founds one mechanism: imported twice it would bring all its tasks twice.</summary>
internal static class FoundedOnce
{
    /// <exception cref="Refusal">This office has one by that name or by that document; says which.</exception>
    public static async Task OrRefuse(Step step, string office, string name, string? number)
    {
        const string there = """
            select m.name from mechanism m join cases c on c.id = m.case_id
             where m.office_unit = @office and c.closed_at is null
               and (m.name = @name or m.document_number = @number)
            """;
        var same = await step.Session.Query<string>(
            there,
            new
            {
                office,
                name,
                number,
            }
        );
        if (same.Count > 0)
            throw new Refusal(
                (
                    same.Contains(name)
                        ? $"本单位办公室已有“{name}”，不能再建立一个。"
                        : $"“{same[0]}”已依据{number}建立，同一文件不能再建立一个。"
                ) + "来文中新的任务可以转入它的督办台账；重复导入的，请搁置这份来文。"
            );
    }
}
