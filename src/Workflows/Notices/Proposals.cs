using System.Text;
using JointMeeting.Domain.Supervision;
using JointMeeting.Domain.Texts.Deadlines;

namespace JointMeeting.Workflows.Notices;

/// <summary>What a proposal is about.</summary>
public enum ProposalKind
{
    /// <summary>文件信息: title, number, issuer and date of the document.</summary>
    Heading,

    /// <summary>主送单位: whom the document is addressed to.</summary>
    Recipient,

    /// <summary>名单: a person of the roster.</summary>
    Person,

    /// <summary>条款: a clause of the body.</summary>
    Clause,

    /// <summary>表头: what a column of a ledger holds.</summary>
    Column,

    /// <summary>单位名称: which unit a name stands for.</summary>
    Unit,

    /// <summary>台账状态: what a ledger's word for a status says.</summary>
    Status,

    /// <summary>任务: a row of the task table.</summary>
    Task,

    /// <summary>时限修复: a deadline whose lost characters are proposed.</summary>
    Repair,

    /// <summary>月度安排: an entry of a month plan.</summary>
    MonthEntry,

    /// <summary>存疑: something a person should look at; confirms as seen.</summary>
    Finding,

    /// <summary>报送事项: a report that units owe.</summary>
    Duty,

    /// <summary>目标: a number the document sets.</summary>
    Target,

    /// <summary>指标: a number the document reports.</summary>
    Indicator,

    /// <summary>引用文件: a document it cites.</summary>
    Citation,
}

/// <summary>Where a proposal stands.</summary>
public enum ProposalState
{
    /// <summary>待确认.</summary>
    Pending,

    /// <summary>已采纳.</summary>
    Accepted,

    /// <summary>已更正: taken with another value.</summary>
    Corrected,

    /// <summary>不采纳.</summary>
    Rejected,
}

/// <summary>One recognised fact with its place in the source.</summary>
/// <param name="Label">How lists name it, for example 第 3 行.</param>
/// <param name="Line">Line of the source, from 1; null for the document as a whole.</param>
/// <param name="SourceText">The source's own words.</param>
/// <param name="Value">The proposed value, JSON of the record for its kind.</param>
/// <param name="Doubt">Why a person must look; null where beyond doubt.</param>
public sealed record Proposed(
    ProposalKind Kind,
    string Label,
    int? Line,
    string? SourceText,
    string Value,
    string? Doubt
);

/// <summary>A roster entry.</summary>
public sealed record ProposedPerson(string Name, string Unit, string Post, string Role);

/// <summary>What stands at the head of the document.</summary>
/// <param name="What">Which of them.</param>
/// <param name="Text">Empty where it was not found.</param>
public sealed record ProposedHeading(HeadingField What, string Text);

/// <summary>The parts of the head that lists and links name the document by.</summary>
public enum HeadingField
{
    /// <summary>标题.</summary>
    Title,

    /// <summary>发文字号.</summary>
    DocumentNumber,

    /// <summary>发文机关.</summary>
    Issuer,

    /// <summary>成文日期, as 2026-03-05.</summary>
    IssueDate,
}

/// <summary>Whom it is addressed to (主送单位).</summary>
/// <param name="Words">As the document writes it: 各县、区人民政府.</param>
/// <param name="Units">The units these stand for; empty where nobody has said which.</param>
public sealed record ProposedRecipient(string Words, IReadOnlyList<string> Units);

/// <summary>A document it cites.</summary>
/// <param name="Number">Its number, or its date; empty where neither is given.</param>
public sealed record ProposedCitation(string Title, string Number);

/// <summary>A report that is owed.</summary>
/// <param name="Period">How often, in the importer's word; null for once.</param>
/// <param name="Due">By when, as written.</param>
public sealed record ProposedDuty(
    string Name,
    string Reporters,
    string To,
    string? Period,
    string Due,
    IReadOnlyList<string> Fields
);

/// <summary>A number the document sets.</summary>
/// <param name="Scope">The sub-unit it is set for; empty where it is for all.</param>
/// <param name="Goal">With its bound and unit, as people write it: ≥ 90%.</param>
public sealed record ProposedTarget(string Text, string Scope, string Goal)
{
    /// <summary>Number of the task row it is set for; null where it is for the matter as a whole.</summary>
    public string? Task { get; init; }
}

/// <summary>A number the document reports.</summary>
/// <param name="Reached">Empty where the source lost it: never 0.</param>
public sealed record ProposedIndicator(string Name, string Goal, string Reached, string Text);

/// <summary>A task row.</summary>
public sealed record ProposedTask(
    string Number,
    string? Section,
    string Text,
    IReadOnlyList<string> Lead,
    string LeadBasis,
    IReadOnlyList<string> Units,
    StatedDeadline? Deadline
)
{
    /// <summary>What a running ledger says of it; null where the document is none.</summary>
    public LedgerEntry? Ledger { get; init; }

    /// <summary>节点: earlier days that the row names beside its deadline.</summary>
    public IReadOnlyList<ProposedMilestone> Milestones { get; init; } = [];
}

/// <summary>A step of a task with its day.</summary>
/// <param name="Raw">The time as written; empty where a person put it in.</param>
public sealed record ProposedMilestone(string Text, string Raw, DateOnly Date);

/// <summary>How far a row of a ledger has come, in the ledger's words.</summary>
/// <param name="Status">As a person set it for this row alone; null where its word decides.</param>
/// <param name="StatusRaw">The ledger's word.</param>
/// <param name="Progress">进展, verbatim.</param>
/// <param name="More">What its other columns say.</param>
public sealed record LedgerEntry(LedgerStatus? Status, string? StatusRaw, string? Progress, string? More);

/// <summary>What words of the document stand for: a heading its column, a name its unit, a word its status.</summary>
/// <param name="To">Name of the column or status, full name of the unit; empty where it is not known.</param>
/// <param name="Rows">In how many rows it stands.</param>
public sealed record ProposedReading(string From, string To, int Rows);

/// <summary>A clause of the body.</summary>
public sealed record ProposedClause(
    string Number,
    string Title,
    IReadOnlyList<string> Lead,
    IReadOnlyList<string> Responsible
);

/// <summary>A repaired deadline of a task row.</summary>
public sealed record ProposedRepair(string TaskNumber, string Raw, string Repaired, DeadlineKind Kind, DateOnly? Date);

/// <summary>Something to look at.</summary>
public sealed record ProposedFinding(string Kind, string Text, string? Row, IReadOnlyList<string> Units)
{
    /// <summary>The whole text as it probably was; null where that cannot be told.</summary>
    public string? Repair { get; init; }

    /// <summary>What else in the document supports the repair, or shows the difference.</summary>
    public string? Support { get; init; }

    /// <summary>The values that do not agree, each as the source has it.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>How certain the importer is, from 0 to 1; null in documents that came in before it was kept.</summary>
    public double? Confidence { get; init; }
}

/// <summary>A proposal as stored.</summary>
public sealed record ProposalRow
{
    public required string Id { get; init; }
    public required string CaseId { get; init; }
    public required int Position { get; init; }
    public required ProposalKind Kind { get; init; }
    public required string Label { get; init; }
    public int? SourceLine { get; init; }
    public string? SourceText { get; init; }

    /// <summary>The value in force: as proposed, or as a person corrected it.</summary>
    public required string Value { get; init; }

    /// <summary>The value as first proposed.</summary>
    public required string Original { get; init; }
    public string? Doubt { get; init; }
    public required ProposalState State { get; init; }
    public string? DecidedBy { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Changes with every decision on it: a form that shows another one is out of date.</summary>
    public string Version =>
        Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes($"{State}\n{Value}")));

    /// <summary>It is the date of the document, which is chosen from a calendar.</summary>
    public bool IsIssueDate =>
        Kind is ProposalKind.Heading
        && Confirm.ProposalValues.Read<ProposedHeading>(Value).What is HeadingField.IssueDate;

    /// <summary>True where a person, or the rule for facts beyond doubt, took it.</summary>
    public bool IsTaken => State is ProposalState.Accepted or ProposalState.Corrected;
}

/// <summary>An imported notice as stored.</summary>
public sealed record NoticeRow
{
    public required string CaseId { get; init; }
    public required string FileName { get; init; }

    /// <summary>The text exactly as read.</summary>
    public required string Source { get; init; }
    public string? EncodingNotice { get; init; }
    public string? Title { get; init; }
    public string? DocumentNumber { get; init; }
    public string? Issuer { get; init; }
    public DateOnly? IssueDate { get; init; }

    /// <summary>Everything recognised, as <c>import --json</c> prints it.</summary>
    public required string Json { get; init; }
}
