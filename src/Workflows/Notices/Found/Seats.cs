using JointMeeting.Domain.Bodies;
using JointMeeting.Workflows.House;
using JointMeeting.Workflows.Mechanisms;

namespace JointMeeting.Workflows.Notices.Found;

/// <summary>Makes the seats (席位) of a new mechanism and seats its first members.</summary>
internal static class Seats
{
    /// <summary>One seat per roster entry, in its order; returns the units by name.</summary>
    public static async Task<Dictionary<string, string>> Seat(
        Step step,
        IReadOnlyList<ProposedPerson> people,
        DateOnly from,
        string? basis
    )
    {
        var units = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var person in people)
        {
            if (!units.TryGetValue(person.Unit, out var unit))
                units[person.Unit] = unit = await Units.FindOrCreate(step, person.Unit);
            var holder = new TenureRow
            {
                Id = "",
                Seat = "",
                PersonName = person.Name,
                Post = person.Post,
                FromDay = from,
                Basis = basis ?? "建立联席会议的通知",
                State = TenureState.InForce,
            };
            await NewSeat.Add(step, unit, MechanismRoles.Of(person.Role) ?? MechanismRole.Member, holder);
        }
        return units;
    }
}
