using JointMeeting.Domain;
using JointMeeting.Domain.Bodies;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Mechanisms.Contacts;

/// <summary>How one unit is reached: what founding notices seldom state.</summary>
public sealed record UnitContact(string UnitName, string? Liaison, string? Phone);

/// <summary>Liaison officers (联络员) and telephones of the member units.</summary>
internal static class UnitContacts
{
    /// <summary>Keeps what is given and new; what is left empty stays as it is. Returns the units it changed, by name.</summary>
    /// <param name="step">A step of the mechanism.</param>
    /// <param name="contacts">What the office knows.</param>
    /// <param name="units">The member units by name.</param>
    /// <exception cref="Refusal">A unit has another liaison officer already.</exception>
    public static async Task<IReadOnlyList<string>> Keep(
        Step step,
        IReadOnlyList<UnitContact> contacts,
        IReadOnlyDictionary<string, string> units
    )
    {
        var changed = new List<string>();
        foreach (var contact in contacts)
        {
            if (!units.TryGetValue(contact.UnitName, out var unit))
                continue;
            var seated = await Seat(step, unit, contact);
            if (await Phone(step, unit, contact.Phone?.Trim()) || seated)
                changed.Add(contact.UnitName);
        }
        return changed;
    }

    private static async Task<bool> Phone(Step step, string unit, string? phone)
    {
        if (string.IsNullOrEmpty(phone))
            return false;
        const string unitPhone =
            "update unit set phone = @phone where id = @unit and (phone is null or phone <> @phone)";
        const string liaisonPhone = """
            update tenure set phone = @phone where to_day is null and seat in
                   (select id from seat where mechanism = @CaseId and unit = @unit and role = 'LiaisonOfficer')
            """;
        await step.Session.Execute(
            liaisonPhone,
            new
            {
                phone,
                unit,
                step.CaseId,
            }
        );
        return await step.Session.Execute(unitPhone, new { phone, unit }) == 1;
    }

    private static async Task<bool> Seat(Step step, string unit, UnitContact contact)
    {
        if (contact.Liaison?.Trim() is not { Length: > 0 } name)
            return false;
        const string seated = """
            select t.person_name from seat s join tenure t on t.seat = s.id and t.to_day is null
             where s.mechanism = @CaseId and s.unit = @unit and s.role = 'LiaisonOfficer'
            """;
        var now = await step.Session.Query<string>(seated, new { step.CaseId, unit });
        if (now.Contains(name))
            return false;
        if (now.Count > 0)
            throw new Refusal($"{contact.UnitName}的联络员已登记为{now[0]}。换人请在成员名单中办理“替补”。");
        var holder = new TenureRow
        {
            Id = "",
            Seat = "",
            PersonName = name,
            Post = MechanismRoles.Label(MechanismRole.LiaisonOfficer),
            FromDay = step.Today,
            Basis = "联席会议办公室登记",
            State = TenureState.InForce,
        };
        await NewSeat.Add(step, unit, MechanismRole.LiaisonOfficer, holder);
        return true;
    }
}
