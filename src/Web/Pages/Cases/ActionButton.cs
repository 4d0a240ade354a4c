using JointMeeting.Domain.Rights;
using JointMeeting.Web.Kit;

namespace JointMeeting.Web.Pages.Cases;

/// <summary>One action of the case as a button of its own form; where refused it is shown disabled with the reason.</summary>
/// <param name="Label">The word on the button.</param>
/// <param name="Permission">May the reader do it now?</param>
/// <param name="Handler">Handler of the page the form posts to.</param>
/// <param name="Kind">Its weight.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Page">The page that handles it; null for this one.</param>
public sealed record ActionButton(
    string Label,
    Permission Permission,
    string Handler,
    ButtonKind Kind,
    string Icon,
    string? Page = null
);

/// <summary>A link to a form on a page of its own; where refused it is shown disabled with the reason.</summary>
public sealed record ActionLink(string Label, Permission Permission, string Address, ButtonKind Kind, string Icon);
