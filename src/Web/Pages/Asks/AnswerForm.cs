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

    /// <summary>What is said about single clauses (条款意见).</summary>
    public List<PositionInput> Positions { get; set; } = [];

    /// <summary>填报项目.</summary>
    public List<FieldInput> Fields { get; set; } = [];

    /// <summary>As the kernel takes it; empty fields and clauses nothing is said about are left out.</summary>
    public AnswerDraft Draft() =>
        new(Value ?? "", Filled(Text), Filled(Basis), Filled(PersonName), Filled(PersonPost), TakesBack)
        {
            Positions =
            [
                .. Positions
                    .Where(p => Enum.TryParse<PositionValue>(p.Value, out _))
                    .Select(p => new Position(
                        p.Clause,
                        Enum.Parse<PositionValue>(p.Value!),
                        Filled(p.Text),
                        Filled(p.Basis)
                    )),
            ],
            Fields =
            [
                .. Fields
                    .Where(field => Filled(field.Value) is not null)
                    .Select(field => new FilledField(field.Name ?? "", field.Value!.Trim())),
            ],
        };

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

/// <summary>What is typed into one field of a report (填报项目).</summary>
public sealed class FieldInput
{
    public string? Name { get; set; }

    [MaxLength(500)]
    public string? Value { get; set; }
}

/// <summary>What is typed about one clause.</summary>
public sealed class PositionInput
{
    public string? Clause { get; set; }
    public string? Value { get; set; }

    [MaxLength(2000)]
    public string? Text { get; set; }

    [MaxLength(400)]
    public string? Basis { get; set; }
}
