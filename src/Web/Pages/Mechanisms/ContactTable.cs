using System.ComponentModel.DataAnnotations;

namespace JointMeeting.Web.Pages.Mechanisms;

/// <summary>How one unit is reached, as a row of a form.</summary>
public sealed class ContactForm
{
    public string Unit { get; set; } = "";

    [Display(Name = "联络员"), MaxLength(40)]
    public string? Liaison { get; set; }

    [
        Display(Name = "联系电话"),
        RegularExpression("[0-9+() -]{5,30}", ErrorMessage = "{0}只填数字和短横，例如 0000-8800-1234。")
    ]
    public string? Phone { get; set; }
}

/// <summary>The rows; a unit whose liaison officer is seated already is not asked for one.</summary>
public sealed record ContactTable(IReadOnlyList<ContactForm> Rows, Func<string, bool> HasLiaison);
