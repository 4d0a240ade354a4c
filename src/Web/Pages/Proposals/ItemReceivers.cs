using JointMeeting.Domain.Rights;

namespace JointMeeting.Web.Pages.Proposals;

/// <summary>Who receives items: the government's office, the office of the congress, that of the CPPCC.</summary>
public static class ItemReceivers
{
    /// <summary>For pages that only they open.</summary>
    public const string Roles =
        $"{nameof(Role.GovernmentOffice)},{nameof(Role.CongressOffice)},{nameof(Role.CppccOffice)}";
}
