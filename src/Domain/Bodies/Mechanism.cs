namespace JointMeeting.Domain.Bodies;

/// <summary>In whose name the minutes go out; local practice differs.</summary>
public enum MinutesIssuer
{
    JointMeeting,
    LeadUnit,
}

/// <summary>A standing joint meeting (联席会议机制), from its founding document to its abolition.</summary>
/// <param name="FoundingDocument">The document that founds it; only a document of that level adds or removes a unit.</param>
/// <param name="EndedOn">Its last day; null while it exists.</param>
public sealed record Mechanism(
    Guid Id,
    string Name,
    Guid LeadUnitId,
    string FoundingDocument,
    DateOnly FoundedOn,
    DateOnly? EndedOn,
    SubstitutionMode SubstitutionMode,
    MinutesIssuer MinutesIssuer,
    IReadOnlyList<Seat> Seats
)
{
    /// <summary>The units with a seat, each once however many seats it has, in the order of the roster.</summary>
    public IReadOnlyList<Guid> MemberUnits =>
        [.. Seats.Where(s => s.Role != MechanismRole.LiaisonOfficer).Select(s => s.UnitId).Distinct()];

    public bool ExistsOn(DateOnly date) => date >= FoundedOn && !(date > EndedOn);
}
