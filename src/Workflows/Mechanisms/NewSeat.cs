using JointMeeting.Domain.Bodies;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Mechanisms;

/// <summary>Makes a seat (席位) of a mechanism and seats its first holder.</summary>
internal static class NewSeat
{
    /// <summary>The seat comes after those there are.</summary>
    public static async Task Add(Step step, string unit, MechanismRole role, TenureRow holder)
    {
        const string last = "select coalesce(max(position), 0) from seat where mechanism = @CaseId";
        var seat = new SeatRow
        {
            Id = step.NewId(),
            Mechanism = step.CaseId,
            Unit = unit,
            Role = role,
            Position = (int)await step.Session.Scalar<long>(last, new { step.CaseId }) + 1,
        };
        await step.Session.Insert("seat", seat);
        await step.Session.Insert("tenure", holder with { Id = step.NewId(), Seat = seat.Id });
    }
}
