namespace JointMeeting.Domain.Bodies;

/// <summary>A person in a seat from one day to another, both included (任职).</summary>
/// <param name="Basis">Why: the founding document, a receipt of substitution, minutes.</param>
public sealed record SeatTenure(string Person, string Post, DateOnly From, DateOnly? To, string Basis)
{
    public bool IsOn(DateOnly date) => date >= From && !(date > To);
}

/// <summary>
/// A place in the mechanism that belongs to a unit and a post or role, not to a person (席位). A unit may have two.
/// </summary>
/// <param name="Tenures">In order of time, never overlapping; none while the person is not yet named.</param>
public sealed record Seat(Guid Id, Guid UnitId, MechanismRole Role, string Post, IReadOnlyList<SeatTenure> Tenures)
{
    /// <summary>Who held the seat that day, so that old minutes keep the old name; null when it was vacant.</summary>
    public SeatTenure? HolderOn(DateOnly date) => Tenures.FirstOrDefault(t => t.IsOn(date));
}
