using System.ComponentModel.DataAnnotations;
using JointMeeting.Documents.Recognising;
using JointMeeting.Domain.Bodies;
using JointMeeting.Domain.Supervision;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Web.Intake;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Notices;

/// <summary>更正: the fields of a proposal as a person corrects them; each kind shows its own.</summary>
public sealed class Correction
{
    [Display(Name = "内容"), MaxLength(500)]
    public string? Words { get; set; }

    [Display(Name = "文号或日期"), MaxLength(80)]
    public string? Number { get; set; }

    [Display(Name = "报送单位"), MaxLength(500)]
    public string? Reporters { get; set; }

    [Display(Name = "对应单位"), MaxLength(2000)]
    public string? Units { get; set; }

    [Display(Name = "报送给"), MaxLength(120)]
    public string? To { get; set; }

    [Display(Name = "时限"), MaxLength(120)]
    public string? Due { get; set; }

    [Display(Name = "填报项目"), MaxLength(2000)]
    public string? Fields { get; set; }

    [Display(Name = "适用"), MaxLength(120)]
    public string? Scope { get; set; }

    [Display(Name = "目标值"), MaxLength(120)]
    public string? Goal { get; set; }

    [Display(Name = "完成值"), MaxLength(120)]
    public string? Reached { get; set; }

    [Display(Name = "姓名"), MaxLength(40)]
    public string? Name { get; set; }

    [Display(Name = "单位"), MaxLength(60)]
    public string? Unit { get; set; }

    [Display(Name = "职务"), MaxLength(60)]
    public string? Post { get; set; }

    [Display(Name = "角色")]
    public string? Role { get; set; }

    [Display(Name = "条款"), MaxLength(500)]
    public string? Title { get; set; }

    [Display(Name = "任务"), MaxLength(2000)]
    public string? Text { get; set; }

    [Display(Name = "牵头单位"), MaxLength(500)]
    public string? Lead { get; set; }

    [Display(Name = "责任单位"), MaxLength(2000)]
    public string? Responsible { get; set; }

    [Display(Name = "读作"), MaxLength(200)]
    public string? Repaired { get; set; }

    [Display(Name = "读作"), MaxLength(60)]
    public string? ReadAs { get; set; }

    [Display(Name = "台账状态")]
    public LedgerStatus? Status { get; set; }

    [Display(Name = "时限的含义")]
    public DeadlineKind? Kind { get; set; }

    [Display(Name = "截止日期")]
    public DateOnly? Date { get; set; }

    [Display(Name = "开始日期")]
    public DateOnly? From { get; set; }

    [Display(Name = "节点"), MaxLength(2000)]
    public string? Milestones { get; set; }

    [Display(Name = "成文日期")]
    public DateOnly? Issued { get; set; }

    [Display(Name = "多久一次")]
    public string? Period { get; set; }

    [Display(Name = "归属")]
    public string? Task { get; set; }

    public static IReadOnlyList<SelectListItem> Kinds { get; } =
    [.. Enum.GetValues<DeadlineKind>().Select(kind => new SelectListItem(DeadlineWords.Label(kind), $"{kind}"))];

    /// <summary>For a row without a deadline: none is put in that nobody states.</summary>
    public static IReadOnlyList<SelectListItem> KindsOrNone { get; } = [new("未写明", ""), .. Kinds];

    private static IReadOnlyList<SelectListItem> KnownStatuses { get; } =
    [.. Enum.GetValues<LedgerStatus>().Select(status => new SelectListItem(LedgerStatuses.Label(status), $"{status}"))];

    /// <summary>A word that was not read has no status until a person chooses one: a browser would choose the first.</summary>
    public static IReadOnlyList<SelectListItem> Statuses { get; } = [new("请选择", ""), .. KnownStatuses];

    public static IReadOnlyList<SelectListItem> RowStatuses { get; } = [new("按台账状态的读法", ""), .. KnownStatuses];

    public static IReadOnlyList<SelectListItem> Periods { get; } =
    [.. PeriodWords.Known.Select(period => new SelectListItem(PeriodWords.Label(period), period ?? ""))];

    public static IReadOnlyList<SelectListItem> Columns { get; } =
    [.. Enum.GetValues<Column>().Select(column => new SelectListItem(ColumnWords.Label(column), $"{column}"))];

    /// <summary>The roster's word for a role may be none of them (组长).</summary>
    public static IReadOnlyList<SelectListItem> Roles { get; } =
    [
        new("请选择", ""),
        .. Enum.GetValues<MechanismRole>().Select(MechanismRoles.Label).Select(word => new SelectListItem(word, word)),
    ];
}
