using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Proposals.TakeOver;

namespace JointMeeting.Workflows.Proposals;

/// <summary>A suggestion or proposal as stored.</summary>
public sealed record ItemRow
{
    public required string CaseId { get; init; }
    public required ItemKind Kind { get; init; }

    /// <summary>届次, such as 五届三次.</summary>
    public required string SessionName { get; init; }
    public required string Number { get; init; }

    /// <summary>Unit of a part that is handled separately (分办); empty for the whole.</summary>
    public required string Part { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }

    /// <summary>界别 or 代表团.</summary>
    public string? Constituency { get; init; }

    /// <summary>建议承办单位 as the list suggests; not what was ruled.</summary>
    public required string Suggested { get; init; }

    /// <summary>拟定主办单位: who is to answer as the list, the 预分办 round or the assigning ruled; several are 分办.</summary>
    public required string RuledHosts { get; init; }

    /// <summary>拟定协办单位.</summary>
    public required string RuledCoHandlers { get; init; }
    public bool IsKey { get; init; }

    /// <summary>领办(督办)领导 of a key item.</summary>
    public string? Leader { get; init; }

    /// <summary>Number on the platform outside.</summary>
    public string? Outside { get; init; }
    public DateTimeOffset? UploadedAt { get; init; }

    /// <summary>Unit of the congress or CPPCC office.</summary>
    public required string Counterpart { get; init; }

    /// <summary>Id of the rule set it runs under, remembered when it was registered.</summary>
    public required string Rules { get; init; }

    /// <summary>Id of the class scheme.</summary>
    public required string Scheme { get; init; }

    /// <summary>负责人 or 主要负责人: who signs replies here.</summary>
    public required string SignerLevel { get; init; }

    /// <summary>Day the congress or CPPCC office received it.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>交办日.</summary>
    public DateOnly? AssignedOn { get; init; }

    /// <summary>The date that a notice fixes for the reply.</summary>
    public DateOnly? FixedOn { get; init; }
    public bool IsComplex { get; init; }
    public required int Year { get; init; }

    /// <summary>The whole that this is a part of (分办).</summary>
    public string? PartOf { get; init; }

    /// <summary>The item it was merged into (并案).</summary>
    public string? MergedInto { get; init; }

    /// <summary>How often it was handled again; 0 the first time.</summary>
    public int RedoRound { get; init; }
    public DateOnly? RedoOn { get; init; }
    public string? ClassCode { get; init; }

    /// <summary>Why the class differs from the one derived from the parts.</summary>
    public string? ClassReason { get; init; }

    /// <summary>B→A.</summary>
    public DateOnly? UpgradedOn { get; init; }

    /// <summary>Pinyin initials of the title.</summary>
    public required string Initials { get; init; }

    /// <summary>Why it was not taken up, and where it went.</summary>
    public string? NotAccepted { get; init; }

    /// <summary>The version of the reply that is at the reviewers or was sent.</summary>
    public string? LastText { get; init; }

    /// <summary>What became of it when a running ledger was taken over; null where it came otherwise.</summary>
    public ItemFate? Fate { get; init; }
}

/// <summary>Who signed an item.</summary>
public sealed record SignerRow
{
    public required string Id { get; init; }
    public required string CaseId { get; init; }
    public required int Position { get; init; }
    public required string Name { get; init; }
    public required bool IsLead { get; init; }
    public required bool Forwarded { get; init; }

    /// <summary>Shown masked to who may not see it.</summary>
    public string? Contact { get; init; }

    /// <summary>As the rules see it.</summary>
    public Signer AsSigner() => new(Id, CaseId, Name, IsLead, Forwarded);
}

/// <summary>What a unit does with an item.</summary>
public sealed record HandlerRow
{
    public required string CaseId { get; init; }
    public required string Unit { get; init; }
    public required HandlingDuty Duty { get; init; }
    public required DateOnly AssignedOn { get; init; }
}

/// <summary>One dated hand-over of the chain 人大代表工委 → 政府办 → unit.</summary>
public sealed record HandOverRow
{
    public required string Id { get; init; }
    public required string CaseId { get; init; }
    public required string FromName { get; init; }
    public required string ToName { get; init; }
    public required DateOnly OnDay { get; init; }
    public string? Note { get; init; }
}

/// <summary>One contact with signers; it may serve several items.</summary>
public sealed record ContactRow
{
    public required string Id { get; init; }
    public required ContactKind Kind { get; init; }
    public required DateOnly OnDay { get; init; }
    public required string Unit { get; init; }
    public required string People { get; init; }
    public required string Note { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>申请退回改办 as stored.</summary>
public sealed record ReturnRow
{
    public required string Ask { get; init; }
    public required string CaseId { get; init; }
    public required string Unit { get; init; }
    public required string Reason { get; init; }
    public required string Proposed { get; init; }
    public required string Head { get; init; }
    public required DateOnly AskedOn { get; init; }
    public string? Ruling { get; init; }
    public DateOnly? RuledOn { get; init; }
    public string? RuledBy { get; init; }
    public string? RulingReason { get; init; }
}

/// <summary>The class of one part (逐条) of a reply.</summary>
public sealed record ReplyPartRow
{
    public required string Clause { get; init; }
    public required string Version { get; init; }
    public string? ClassCode { get; init; }
}

/// <summary>A reply that was sent; kept when the item is handled again.</summary>
public sealed record ReplyRow
{
    public required string Id { get; init; }
    public required string CaseId { get; init; }
    public required string Unit { get; init; }

    /// <summary>1 the first time, 2 after a first 不满意.</summary>
    public required int Round { get; init; }
    public required string Version { get; init; }
    public required string ClassCode { get; init; }
    public required string Number { get; init; }

    /// <summary>The number was drawn here; else it was registered from the unit's OA.</summary>
    public required bool OwnNumber { get; init; }
    public required DateOnly SentOn { get; init; }
    public required Publication Publication { get; init; }
    public string? PublicationReason { get; init; }

    /// <summary>What may be made public: without contact data.</summary>
    public string? PublicText { get; init; }
    public DateOnly? PublishedOn { get; init; }

    /// <summary>协办单位逾期未反馈: whose opinion had not come.</summary>
    public required string LateUnits { get; init; }
    public string? ContactName { get; init; }
    public string? ContactPhone { get; init; }
}

/// <summary>A signer's feedback as stored; seen by the handling unit only once it is released.</summary>
public sealed record FeedbackRow
{
    public required string Id { get; init; }
    public required string CaseId { get; init; }
    public required string Reply { get; init; }
    public required string Signer { get; init; }
    public required FeedbackMode Mode { get; init; }
    public required Satisfaction Attitude { get; init; }
    public required Satisfaction Result { get; init; }
    public string? Reason { get; init; }
    public required string ByAccount { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Account that entered the same paper a second time.</summary>
    public string? SecondBy { get; init; }
    public string? SecondName { get; init; }
    public DateOnly? ReleasedOn { get; init; }

    /// <summary>A form counts once two people have entered it.</summary>
    public bool Counts => Mode != FeedbackMode.Form || SecondBy is not null;

    /// <summary>As the rules see it.</summary>
    public FeedbackFact AsFact() => new(Attitude, Result, Reason);
}

/// <summary>A promise of a reply; its request to the unit says where it stands.</summary>
public sealed record CommitmentRow
{
    public required string Ask { get; init; }
    public required string CaseId { get; init; }
    public required string Unit { get; init; }
    public required string Text { get; init; }
    public required DateOnly Due { get; init; }
    public required DateOnly MadeOn { get; init; }
    public DateOnly? LookedBackOn { get; init; }
    public string? LookBackNote { get; init; }
}
