using System.ComponentModel.DataAnnotations;
using JointMeeting.Domain.Asks;

namespace JointMeeting.Web.Pages.Asks;

/// <summary>What a person fills in to answer a request; which fields show depends on its vocabulary.</summary>
public sealed class AnswerForm
{
    [Display(Name = "答复"), Required(ErrorMessage = "请选择答复。")]
    public string? Value { get; set; }

    [Display(Name = "说明"), MaxLength(4000)]
    public string? Text { get; set; }

    [Display(Name = "依据"), MaxLength(400)]
    public string? Basis { get; set; }

    [Display(Name = "代会人姓名"), MaxLength(30)]
    public string? PersonName { get; set; }

    [Display(Name = "代会人职务"), MaxLength(60)]
    public string? PersonPost { get; set; }

    [Display(Name = "代会人的表态须带回研究，会后再确认")]
    public bool TakesBack { get; set; }

    [Display(Name = "附件")]
    public IReadOnlyList<IFormFile>? Files { get; set; }

    /// <summary>As the kernel takes it; empty fields are left out.</summary>
    public AnswerDraft Draft() =>
        new(Value ?? "", Filled(Text), Filled(Basis), Filled(PersonName), Filled(PersonPost), TakesBack);

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
