using JointMeeting.Domain.Bodies;
using JointMeeting.Ledger;
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
        foreach (var (person, index) in people.Select((p, i) => (p, i)))
        {
            if (!units.TryGetValue(person.Unit, out var unit))
                units[person.Unit] = unit = await Units.FindOrCreate(step, person.Unit);
            var role = MechanismRoles.Of(person.Role) ?? MechanismRole.Member;
            await Add(step, unit, role, index + 1, person.Name, person.Post, null, from, basis ?? "建立联席会议的通知");
        }
        return units;
    }

    /// <summary>Liaison officers and telephones as the founding form gives them.</summary>
    public static async Task AddContacts(
        Step step,
        IReadOnlyList<UnitContact> contacts,
        IReadOnlyDictionary<string, string> units
    )
    {
        foreach (var (contact, index) in contacts.Select((c, i) => (c, i)))
        {
            if (!units.TryGetValue(contact.UnitName, out var unit))
                continue;
            if (!string.IsNullOrWhiteSpace(contact.Phone))
                await step.Session.Execute(
                    "update unit set phone = @Phone where id = @unit",
                    new { contact.Phone, unit }
                );
            if (!string.IsNullOrWhiteSpace(contact.Liaison))
                await Add(
                    step,
                    unit,
                    MechanismRole.LiaisonOfficer,
                    1000 + index,
                    contact.Liaison.Trim(),
                    MechanismRoles.Label(MechanismRole.LiaisonOfficer),
                    contact.Phone,
                    step.Today,
                    "建立时登记"
                );
        }
    }

    private static async Task Add(
        Step step,
        string unit,
        MechanismRole role,
        int position,
        string person,
        string post,
        string? phone,
        DateOnly from,
        string basis
    )
    {
        var seat = new SeatRow
        {
            Id = step.NewId(),
            Mechanism = step.CaseId,
            Unit = unit,
            Role = role,
            Position = position,
        };
        await step.Session.Insert("seat", seat);
        await step.Session.Insert(
            "tenure",
            new TenureRow
            {
                Id = step.NewId(),
                Seat = seat.Id,
                PersonName = person,
                Post = post,
                Phone = phone,
                FromDay = from,
                Basis = basis,
                State = TenureState.InForce,
            }
        );
    }
}
