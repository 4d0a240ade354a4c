using JointMeeting.Domain.Supervision.Reporting;

namespace JointMeeting.Workflows.Reports;

/// <summary>A reporting duty (报送事项) as stored: what a document asks to be reported, by whom and when.</summary>
public sealed record DutyRow
{
    public required string Id { get; init; }
    public required string Mechanism { get; init; }
    public required string NoticeCase { get; init; }
    public required int Position { get; init; }
    public required string Name { get; init; }

    /// <summary>The words for who reports, as they were confirmed.</summary>
    public required string Reporters { get; init; }

    /// <summary>报送给; empty where nothing is said.</summary>
    public required string ToWhom { get; init; }

    /// <summary>The words for by when, as they were confirmed.</summary>
    public required string StatedDue { get; init; }

    /// <summary>填报项目, a line each.</summary>
    public required string Fields { get; init; }
    public ReportPeriod? Period { get; init; }
    public DateOnly? FirstOn { get; init; }
    public ReportDay? Day { get; init; }

    /// <summary>Units chosen by the office; empty where the words decide each time.</summary>
    public required string Units { get; init; }

    /// <summary>Why nobody is asked, zh-CN; null where it is arranged.</summary>
    public string? WhyNot { get; init; }
    public DateOnly? NextDue { get; init; }

    /// <summary>The day the next report is asked for.</summary>
    public DateOnly? OpensOn { get; init; }
    public DateTimeOffset? StoppedAt { get; init; }
    public string? StoppedBy { get; init; }
    public string? StoppedWhy { get; init; }

    /// <summary>Null where nobody knows the day.</summary>
    public ReportRhythm? Rhythm() =>
        Period is { } period && FirstOn is { } first && Day is { } day ? new(period, first, day) : null;

    /// <summary>填报项目 one by one.</summary>
    public IReadOnlyList<string> FieldNames() => Fields.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>One period of a reporting duty (一期报送) as stored.</summary>
public sealed record ReportRow
{
    public required string CaseId { get; init; }
    public required string Duty { get; init; }
    public required string Mechanism { get; init; }
    public required DateOnly DueOn { get; init; }

    /// <summary>Whom it asks, as the words came to on the day it was asked for.</summary>
    public required string Units { get; init; }
}

/// <summary>What a unit filled in for one field (填报项目).</summary>
public sealed record AnswerFieldRow
{
    public required string Answer { get; init; }
    public required int Position { get; init; }
    public required string Name { get; init; }
    public required string Value { get; init; }
}
