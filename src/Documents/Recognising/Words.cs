using JointMeeting.Domain.Supervision;

namespace JointMeeting.Documents.Recognising;

/// <summary>The words of enums in JSON.</summary>
internal static class Words
{
    public static string Word(this LeadBasis basis) =>
        basis switch
        {
            LeadBasis.Stated => "stated",
            LeadBasis.Convention => "convention",
        };

    public static string Word(this LedgerStatus status) =>
        status switch
        {
            LedgerStatus.Done => "done",
            LedgerStatus.InProgress => "inProgress",
            LedgerStatus.NotStarted => "notStarted",
            LedgerStatus.Overdue => "overdue",
            LedgerStatus.Ongoing => "ongoing",
            LedgerStatus.Suspended => "suspended",
        };

    public static string Word(this StatedSubstitution mode) =>
        mode switch
        {
            StatedSubstitution.Automatic => "automatic",
            StatedSubstitution.ConvenorConsent => "convenorConsent",
            StatedSubstitution.MeetingConfirms => "meetingConfirms",
        };

    public static string Word(this NamedAs named) =>
        named switch
        {
            NamedAs.Basis => "basis",
            NamedAs.ToBeDrafted => "toBeDrafted",
            NamedAs.Mentioned => "mentioned",
        };
}
