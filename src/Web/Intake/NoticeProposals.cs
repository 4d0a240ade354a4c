using JointMeeting.Documents.Recognising;
using JointMeeting.Domain.Numbers;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;
using JointMeeting.Workflows.Notices.Learn;

namespace JointMeeting.Web.Intake;

/// <summary>What was recognised in a notice, as what is stored of it and what people decide on, one by one.</summary>
public static class NoticeProposals
{
    /// <summary>The notice and its proposals, in the order of the source's parts.</summary>
    public static (NoticeRow Notice, IReadOnlyList<Proposed> Proposals) Of(ReadNotice read, Known known)
    {
        var notice = read.Notice;
        var facts = ProposedFacts.Of(notice);
        var source = new ShownSource(read.Source);
        var places = new Places(source, facts);
        var months = new MonthEntryProposals(notice, places);
        var row = new NoticeRow
        {
            CaseId = "",
            FileName = read.FileName,
            Source = source.Text,
            EncodingNotice = Remarks(notice, facts),
            Title = notice.Heading.Title?.Value ?? notice.Ledger?.Title?.Value,
            DocumentNumber = notice.Heading.Number?.Value is { } number ? AsWritten(number) : null,
            Issuer = notice.Heading.Issuer?.Value,
            IssueDate = notice.Heading.Issued?.Value,
            Json = NoticeJson.Write(notice),
        };
        return (
            row,
            [
                .. new DocumentProposals(notice, places).Head(),
                .. new RecipientProposals(notice, places, known).All(),
                .. (notice.Roster?.Persons ?? []).Select((person, at) => Person(person, at, places)),
                .. notice.Clauses.Select((clause, at) => Clause(clause, at, places)),
                .. new ReadingProposals(notice, places, known).All(),
                .. new TaskProposals(notice, places, known).All(),
                .. months.All(),
                .. new DocumentProposals(notice, places).Contents(),
                .. notice.Findings.Select(finding => Findings.Proposal(finding, places, months)),
            ]
        );
    }

    /// <summary>A number with lost characters stays as it is written until a person confirms the proposed form.</summary>
    private static string AsWritten(DocumentNumber number) =>
        number.Status is DocumentNumberStatus.Valid or DocumentNumberStatus.Normalise ? number.Canonical! : number.Raw;

    private static Proposed Person(Person person, int at, Places places) =>
        places.Proposed(
            ProposalKind.Person,
            $"{person.Role} {person.Name}",
            person.Line,
            ProposalValues.Write(new ProposedPerson(person.Name, person.Unit ?? "", person.Post ?? "", person.Role)),
            places.DoubtOf($"roster.persons[{at}]")
        );

    private static Proposed Clause(Clause clause, int at, Places places) =>
        places.Proposed(
            ProposalKind.Clause,
            $"第 {clause.Number} 条",
            clause.Line,
            ProposalValues.Write(
                new ProposedClause(
                    $"{clause.Number}",
                    clause.Title,
                    [.. clause.Units.Lead.Select(unit => unit.Name)],
                    [.. clause.Units.Responsible.Select(unit => unit.Name)]
                )
            ),
            places.DoubtOf($"clauses[{at}]", $"clauses[{at}].units")
        );

    /// <summary>How the source was read, and what is not certain in its head, a line each.</summary>
    private static string? Remarks(Notice notice, IReadOnlyList<ProposedFact> facts)
    {
        var head = facts
            .Where(fact => !fact.IsBeyondDoubt && Label(fact.Kind) is not null)
            .Select(fact =>
                fact.Value.Length == 0
                    ? $"{string.Join("；", fact.Doubts)}。"
                    : $"{Label(fact.Kind)}“{fact.Value}”：{string.Join("；", fact.Doubts)}。"
            );
        var all = notice.Remarks.Concat(head).ToList();
        return all.Count == 0 ? null : string.Join('\n', all);
    }

    private static string? Label(FactKind kind) =>
        kind switch
        {
            FactKind.Title => "标题",
            FactKind.DocumentNumber => "发文字号",
            FactKind.Issuer => "发文机关",
            FactKind.IssueDate => "成文日期",
            FactKind.RosterName => "联席会议名称",
            FactKind.Recipient
            or FactKind.Citation
            or FactKind.Substitution
            or FactKind.Person
            or FactKind.Clause
            or FactKind.ClauseUnits
            or FactKind.ClauseDeadline
            or FactKind.TaskText
            or FactKind.TaskUnits
            or FactKind.TaskLead
            or FactKind.TaskClause
            or FactKind.TaskDeadline
            or FactKind.TaskStatus
            or FactKind.Milestone
            or FactKind.CalendarEntry
            or FactKind.Duty
            or FactKind.Target
            or FactKind.Indicator => null,
        };
}
