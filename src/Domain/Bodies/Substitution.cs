namespace JointMeeting.Domain.Bodies;

/// <summary>How the successor of a transferred member takes the seat (替补), as the founding document says.</summary>
public enum SubstitutionMode
{
    /// <summary>由接任工作的同志替补,不另行文</summary>
    Automatic,

    /// <summary>报请召集人同意后,由接任工作的同志替补</summary>
    ConvenorConsent,

    /// <summary>由所在单位提出,联席会议确定</summary>
    MeetingConfirms,
}

/// <summary>A consent already given to a substitution.</summary>
public enum SubstitutionConsent
{
    None,
    Convenor,
    Meeting,
}

/// <summary>Whether a successor holds the seat already (替补是否生效).</summary>
public enum SubstitutionState
{
    Effective,
    NeedsConvenorConsent,
    NeedsMeeting,
    Refused,
}

/// <summary>The outcome of a substitution: the seat as it is now, and what a person is told.</summary>
public sealed record Substitution(SubstitutionState State, Seat Seat, string Text)
{
    /// <summary>
    /// Puts <paramref name="successor"/> into the seat where the mode allows it now, else leaves the seat as it is and
    /// says whose consent is missing. Only a tenure changes: the number of seats never does.
    /// Sources: 甘政办函〔2015〕17号 for the convenor's consent; the other two modes are common founding-notice texts.
    /// </summary>
    public static Substitution Replace(
        Seat seat,
        SeatTenure successor,
        SubstitutionMode mode,
        SubstitutionConsent consent = SubstitutionConsent.None
    )
    {
        if (Refusal(seat, successor) is string refusal)
            return new(SubstitutionState.Refused, seat, refusal);
        var state = StateUnder(mode, consent);
        var after = state == SubstitutionState.Effective ? seat with { Tenures = Handed(seat, successor) } : seat;
        return new(state, after, Say(state, successor));
    }

    private static SubstitutionState StateUnder(SubstitutionMode mode, SubstitutionConsent consent) =>
        mode switch
        {
            SubstitutionMode.Automatic => SubstitutionState.Effective,
            // What the whole meeting has confirmed its convenor has agreed to.
            SubstitutionMode.ConvenorConsent => consent == SubstitutionConsent.None
                ? SubstitutionState.NeedsConvenorConsent
                : SubstitutionState.Effective,
            SubstitutionMode.MeetingConfirms => consent == SubstitutionConsent.Meeting
                ? SubstitutionState.Effective
                : SubstitutionState.NeedsMeeting,
        };

    private static string? Refusal(Seat seat, SeatTenure successor)
    {
        if (string.IsNullOrWhiteSpace(successor.Person))
            return "请填写接任同志的姓名。";
        if (seat.Tenures is not [.., var last])
            return null;
        if (successor.From <= last.From)
            return $"接任日期须晚于{last.Person}的任职日期({last.From:yyyy-MM-dd}),请核对。";
        if (last.To is null && last.Person == successor.Person && last.Post == successor.Post)
            return $"{last.Person}已在此席位,不需要替补。";
        return null;
    }

    /// <summary>The one who leaves keeps the seat up to the day before, unless it was vacant earlier.</summary>
    private static IReadOnlyList<SeatTenure> Handed(Seat seat, SeatTenure successor)
    {
        if (seat.Tenures is not [.., var last])
            return [successor];
        var eve = successor.From.AddDays(-1);
        return [.. seat.Tenures.SkipLast(1), last with { To = last.To < eve ? last.To : eve }, successor];
    }

    private static string Say(SubstitutionState state, SeatTenure successor) =>
        state switch
        {
            SubstitutionState.Effective =>
                $"自{successor.From:yyyy-MM-dd}起由{successor.Person}({successor.Post})替补,不另行文;以前的纪要保留原姓名。",
            SubstitutionState.NeedsConvenorConsent => $"{successor.Person}({successor.Post})替补,请先报召集人同意。",
            SubstitutionState.NeedsMeeting => $"{successor.Person}({successor.Post})替补,请列入下次联席会议确定。",
            SubstitutionState.Refused => "不能替补。",
        };
}
