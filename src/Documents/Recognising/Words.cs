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
