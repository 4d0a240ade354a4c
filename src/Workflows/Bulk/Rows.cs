namespace JointMeeting.Workflows.Bulk;

/// <summary>Where one item of a job stands.</summary>
public enum BulkState
{
    /// <summary>待办.</summary>
    Queued,

    /// <summary>完成.</summary>
    Done,

    /// <summary>未完成, with the reason.</summary>
    Failed,
}

/// <summary>A job (批量办理) as stored.</summary>
public sealed record BulkJobRow
{
    public required string Id { get; init; }

    /// <summary>Registered kind of work.</summary>
    public required string Kind { get; init; }
    public required string Label { get; init; }

    /// <summary>Account it acts for; its rights are checked anew for every item.</summary>
    public required string Account { get; init; }
    public required string ByName { get; init; }
    public required int Total { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }
}

/// <summary>One item of a job.</summary>
public sealed record BulkItemRow
{
    public required string Job { get; init; }
    public required int Position { get; init; }
    public required string Label { get; init; }

    /// <summary>The case acted on or opened; null before an opening one ran.</summary>
    public string? CaseId { get; init; }
    public required string Payload { get; init; }
    public required BulkState State { get; init; }
    public string? Error { get; init; }

    /// <summary>What is to be said of it although it was done.</summary>
    public string? Note { get; init; }
    public DateTimeOffset? DoneAt { get; init; }
}
