namespace JointMeeting.Workflows.Plans;

/// <summary>Who sees whose opinion, and when; the lead unit's office always sees all.</summary>
public enum OpinionsSeen
{
    /// <summary>征求意见结束后各单位可见: the default.</summary>
    AfterClosing,

    /// <summary>仅牵头单位可见.</summary>
    LeadOnly,

    /// <summary>各单位随时可见.</summary>
    Always,
}

/// <summary>A plan (方案) as stored.</summary>
public sealed record PlanRow
{
    public required string CaseId { get; init; }
    public required string Mechanism { get; init; }

    /// <summary>The plan's own name, without the mechanism's.</summary>
    public required string Subject { get; init; }

    /// <summary>牵头单位: drafts it; its number the joint document bears.</summary>
    public required string LeadUnit { get; init; }
    public required OpinionsSeen OpinionsSeen { get; init; }

    /// <summary>The meeting that deliberated it, where one of the mechanism did.</summary>
    public string? Meeting { get; init; }
    public string? Topic { get; init; }

    /// <summary>Which body deliberated it: 局务会, 政府常务会议, 联席会议.</summary>
    public string? DeliberatedBy { get; init; }
    public DateOnly? DeliberatedOn { get; init; }

    /// <summary>成文日期: the day of the last signature (党政机关公文处理工作条例 Art. 9(12)).</summary>
    public DateOnly? SignedOn { get; init; }

    /// <summary>Its document number.</summary>
    public string? NumberId { get; init; }
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>The plan it amends.</summary>
    public string? Amends { get; init; }
}

/// <summary>What a unit is in a plan.</summary>
public enum PlanRole
{
    /// <summary>牵头单位, the first of the joint organs.</summary>
    Lead,

    /// <summary>联合发文单位.</summary>
    Joint,

    /// <summary>征求意见单位.</summary>
    Consulted,
}

/// <summary>A unit of a plan. The order is that of the heading, the signatures, the seals and the copies alike.</summary>
public sealed record PlanUnitRow
{
    public required string Plan { get; init; }
    public required string Unit { get; init; }
    public required PlanRole Role { get; init; }
    public required int Position { get; init; }

    /// <summary>Which group of the countersign it is in at least (<see cref="Domain.Bodies.CountersignGroup"/>).</summary>
    public required int Grp { get; init; }
}

/// <summary>What the drafter did with an opinion.</summary>
public enum AdoptionDecision
{
    /// <summary>采纳.</summary>
    Adopted,

    /// <summary>部分采纳.</summary>
    PartlyAdopted,

    /// <summary>不采纳.</summary>
    NotAdopted,
}

/// <summary>A line of the adoption table (采纳情况表); inserted, never changed: the last one of an opinion counts.</summary>
public sealed record AdoptionRow
{
    public required string Id { get; init; }
    public required string CaseId { get; init; }
    public required string Opinion { get; init; }
    public required AdoptionDecision Decision { get; init; }
    public string? Reason { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>A check of a plan with its result: 公开征求意见, 合法性审核, 公平竞争审查.</summary>
public sealed record PlanCheckRow
{
    public required string Id { get; init; }
    public required string CaseId { get; init; }

    /// <summary>The step's id.</summary>
    public required string Kind { get; init; }

    /// <summary>passed, done or notNeeded.</summary>
    public required string Outcome { get; init; }
    public string? Text { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>Whether a number is in use.</summary>
public enum NumberState
{
    /// <summary>在用.</summary>
    Active,

    /// <summary>作废: kept with the reason, never given again.</summary>
    Void,
}

/// <summary>Where a number comes from.</summary>
public enum NumberOrigin
{
    /// <summary>登记: given by the OA that owns the series.</summary>
    Registered,

    /// <summary>编号: drawn gap-free here.</summary>
    Drawn,
}

/// <summary>A document number (发文字号): one a series, year and number, for ever.</summary>
public sealed record DocumentNumberRow
{
    public required string Id { get; init; }

    /// <summary>机关代字.</summary>
    public required string Series { get; init; }
    public required int Year { get; init; }
    public required int Number { get; init; }
    public required NumberState State { get; init; }
    public required string CaseId { get; init; }
    public required NumberOrigin Origin { get; init; }
    public string? Reason { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>As it is printed.</summary>
    public string Text => $"{Series}〔{Year}〕{Number}号";
}

/// <summary>The sealed final file and what its text has not in common with the countersigned one.</summary>
public sealed record FinalTextRow
{
    public required string CaseId { get; init; }
    public required string Attachment { get; init; }

    /// <summary>Places of the clauses that differ, comma-separated; empty where it matches.</summary>
    public required string Differences { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>
/// 归档: the lead organ files the original, the others register their copies without a number
/// (国家档案局令第8号 Art. 11).
/// </summary>
public sealed record ArchiveCopyRow
{
    public required string Id { get; init; }
    public required string CaseId { get; init; }
    public required string Unit { get; init; }

    /// <summary>original or copy.</summary>
    public required string Kind { get; init; }
    public required string Place { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>A disagreement (分歧) about a plan.</summary>
public sealed record DisagreementRow
{
    public required string CaseId { get; init; }
    public required string Plan { get; init; }

    /// <summary>The unit that differs from the lead unit.</summary>
    public required string Unit { get; init; }
    public required string LeadUnit { get; init; }
    public string? Clause { get; init; }
    public required string Question { get; init; }

    /// <summary>倾向性意见: what the lead unit proposes.</summary>
    public required string Proposal { get; init; }
}
