using JointMeeting.Domain.Rights;

namespace JointMeeting.Workflows.Plans;

/// <summary>
/// Whose opinions a reader sees. The lead unit's office sees all and everybody their own; the others see as the plan's
/// setting says. No rule fixes it.
/// </summary>
public static class OpinionsVisible
{
    /// <summary>May somebody see the opinions of that unit now?</summary>
    /// <param name="setting">The plan's setting.</param>
    /// <param name="isOffice">The reader is of the office that runs the plan.</param>
    /// <param name="isOwn">It is the reader's own unit.</param>
    /// <param name="isClosed">The consultation is over.</param>
    public static bool To(OpinionsSeen setting, bool isOffice, bool isOwn, bool isClosed) =>
        isOffice
        || isOwn
        || setting switch
        {
            OpinionsSeen.Always => true,
            OpinionsSeen.AfterClosing => isClosed,
            OpinionsSeen.LeadOnly => false,
        };

    /// <summary>May the reader see now what that unit answers on the plan?</summary>
    public static bool To(PlanRow plan, CaseFile file, Person reader, string unit) =>
        To(
            plan.OpinionsSeen,
            reader.Is(Role.OfficeClerk) && file.Row.OfficeUnit == reader.Unit,
            reader.Unit == unit,
            file.LastVisit("consulting") is { LeftAt: not null }
        );

    /// <summary>How the setting reads.</summary>
    public static string Label(OpinionsSeen setting) =>
        setting switch
        {
            OpinionsSeen.AfterClosing => "征求意见结束后各单位可见",
            OpinionsSeen.LeadOnly => "仅牵头单位可见",
            OpinionsSeen.Always => "各单位随时可见",
        };
}
