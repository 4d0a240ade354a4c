namespace JointMeeting.Domain.Texts.Deadlines;

/// <summary>What a time expression of a document says.</summary>
public enum DeadlineKind
{
    /// <summary>Done by the end date (…底前、…前完成).</summary>
    By,

    /// <summary>On one day.</summary>
    Point,

    /// <summary>Some time within a period that ends on the date.</summary>
    During,

    /// <summary>From one date to another.</summary>
    Range,

    /// <summary>Without end (持续实施): never overdue.</summary>
    Ongoing,

    /// <summary>Carried on until the date (“十四五”期间持续实施).</summary>
    OngoingUntil,

    /// <summary>Again and again (每年、每季度末月25日前).</summary>
    Recurring,

    /// <summary>Counted from an event (自印发之日起30日内).</summary>
    Relative,

    /// <summary>A wish or an urging (力争、尽快).</summary>
    Soft,

    /// <summary>A year or period in a name: no deadline.</summary>
    Label,

    /// <summary>More than one reading, or none: ask.</summary>
    Ambiguous,
}

/// <summary>The words that stand for a kind in JSON.</summary>
public static class DeadlineKindWords
{
    /// <summary>The word used in JSON.</summary>
    public static string Word(this DeadlineKind kind) =>
        kind switch
        {
            DeadlineKind.By => "by",
            DeadlineKind.Point => "point",
            DeadlineKind.During => "during",
            DeadlineKind.Range => "range",
            DeadlineKind.Ongoing => "ongoing",
            DeadlineKind.OngoingUntil => "ongoingUntil",
            DeadlineKind.Recurring => "recurring",
            DeadlineKind.Relative => "relative",
            DeadlineKind.Soft => "soft",
            DeadlineKind.Label => "label",
            DeadlineKind.Ambiguous => "ambiguous",
        };
}
