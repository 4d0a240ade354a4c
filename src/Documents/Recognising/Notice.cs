using JointMeeting.Documents.Recognising.Figures;
using JointMeeting.Documents.Recognising.Findings;
using JointMeeting.Documents.Recognising.Ledgers;

namespace JointMeeting.Documents.Recognising;

/// <summary>All that was recognised in a notice. Everything is a proposal: nothing becomes work before a person confirms it.</summary>
/// <param name="Remarks">How the source was read and what was left out, in Chinese.</param>
public sealed record Notice(
    Heading Heading,
    IReadOnlyList<CitedDocument> Citations,
    IReadOnlyList<NamedDocument> NamedDocuments,
    IReadOnlyList<string> Attachments,
    Roster? Roster,
    IReadOnlyList<Clause> Clauses,
    IReadOnlyList<TaskRow> Tasks,
    IReadOnlyList<CalendarEntry> Calendar,
    IReadOnlyList<Duty> Duties,
    IReadOnlyList<StatedTime> Times,
    IReadOnlyList<Target> Targets,
    IReadOnlyList<Indicator> Indicators,
    IReadOnlyList<ProposalCount> Proposals,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<string> Remarks
)
{
    /// <summary>What the document says as a running ledger (台账); null where it is none.</summary>
    public Ledger? Ledger { get; init; }

    /// <summary>How the headings of its task tables were understood, each once.</summary>
    public IReadOnlyList<ReadColumn> Columns { get; init; } = [];
}
