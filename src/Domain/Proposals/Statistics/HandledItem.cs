namespace JointMeeting.Domain.Proposals.Statistics;

/// <summary>All that the indicators need to know of one item at one unit.</summary>
public sealed record HandledItem
{
    /// <summary>The item.</summary>
    public required string Item { get; init; }

    /// <summary>The unit.</summary>
    public required string Unit { get; init; }

    /// <summary>What the unit does with it.</summary>
    public required HandlingDuty Duty { get; init; }

    /// <summary>撤回 before the unit had answered: nothing is left for it to do, so it counts in no rate.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>签收 in time; null where it has not been signed for and the day has not passed, and for a co-handler.</summary>
    public bool? SignedInTime { get; init; }

    /// <summary>办复日; of a co-handler the day of its opinion.</summary>
    public DateOnly? AnsweredOn { get; init; }

    /// <summary>The deadline without extensions; null while none runs, or it stands still.</summary>
    public DateOnly? OriginalDue { get; init; }

    /// <summary>The deadline with approved extensions.</summary>
    public DateOnly? ExtendedDue { get; init; }

    /// <summary>A 面商 took place before the reply.</summary>
    public bool MetFaceToFace { get; init; }

    /// <summary>Id of the scheme its class is of.</summary>
    public string Scheme { get; init; } = ClassScheme.FourLetters.Id;

    /// <summary>The class of the last reply, or the one it was raised to since.</summary>
    public ReplyClass? Class { get; init; }

    /// <summary>It was B first and became A (B→A).</summary>
    public bool Upgraded { get; init; }

    /// <summary>Released feedback on the result; null where there is none.</summary>
    public Satisfaction? Result { get; init; }

    /// <summary>Released feedback on the attitude.</summary>
    public Satisfaction? Attitude { get; init; }

    /// <summary>逾期未反馈: the form had not come back when the result was released; nothing says that anybody was reminded.</summary>
    public bool FormOverdue { get; init; }

    /// <summary>The last reply may be made public.</summary>
    public bool Publishable { get; init; }

    /// <summary>It was made public.</summary>
    public bool Published { get; init; }

    /// <summary>Promises whose day has come, and how many of them were kept by it.</summary>
    public int PromisesDue { get; init; }

    /// <summary>Promises kept by their day.</summary>
    public int PromisesKept { get; init; }
}
