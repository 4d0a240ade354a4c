namespace JointMeeting.Documents.Recognising.Findings;

public enum FindingKind
{
    TaskUnitNotMember,
    MemberWithoutTask,
    UnitsDifferFromBody,
    JointLead,
    DamagedText,
    CountMismatch,
    SumMismatch,

    /// <summary>A figure fell out of the text (原文缺失).</summary>
    LostFigure,

    /// <summary>The text claims more than its own figures show.</summary>
    ClaimContradicted,

    /// <summary>Only fields of work are named (发改、人社等部门): which units is for a person.</summary>
    SectorNames,

    /// <summary>Body and annex give different times for one task.</summary>
    DeadlinesDiffer,

    /// <summary>Body and annex give different figures for one thing.</summary>
    FiguresDiffer,

    /// <summary>A table, row, cell, line or sentence that the importer left out: what it says about itself, not about the document.</summary>
    Unread,
}

/// <summary>Something in the source that a person should look at.</summary>
/// <param name="Row">Number of the task row it is about, null when it is about the body or the roster.</param>
/// <param name="Clause">Number of the clause it is about, if any.</param>
/// <param name="Text">What is the matter, in Chinese.</param>
/// <param name="Line">Place in the source, from 1.</param>
/// <param name="Confidence">From 0 to 1.</param>
/// <param name="Repair">The whole text as it probably was, where that can be told.</param>
public sealed record Finding(
    FindingKind Kind,
    int? Row,
    int? Clause,
    string Text,
    IReadOnlyList<string> Units,
    int Line,
    double Confidence,
    string? Repair = null
)
{
    /// <summary>What else in the document supports the repair, or shows the difference; null where nothing does.</summary>
    public string? Support { get; init; }

    /// <summary>The values that do not agree, each as the source has it.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}

public static class FindingKindWords
{
    /// <summary>The word used in JSON.</summary>
    public static string Word(this FindingKind kind) =>
        kind switch
        {
            FindingKind.TaskUnitNotMember => "taskUnitNotMember",
            FindingKind.MemberWithoutTask => "memberWithoutTask",
            FindingKind.UnitsDifferFromBody => "unitsDifferFromBody",
            FindingKind.JointLead => "jointLead",
            FindingKind.DamagedText => "damagedText",
            FindingKind.CountMismatch => "countMismatch",
            FindingKind.SumMismatch => "sumMismatch",
            FindingKind.LostFigure => "lostFigure",
            FindingKind.ClaimContradicted => "claimContradicted",
            FindingKind.SectorNames => "sectorNames",
            FindingKind.DeadlinesDiffer => "deadlinesDiffer",
            FindingKind.FiguresDiffer => "figuresDiffer",
            FindingKind.Unread => "unread",
        };
}
