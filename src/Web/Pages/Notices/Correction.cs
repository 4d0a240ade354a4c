using System.ComponentModel.DataAnnotations;
using JointMeeting.Documents.Recognising;
using JointMeeting.Domain;
using JointMeeting.Domain.Bodies;
using JointMeeting.Domain.Supervision;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Web.Intake;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Notices;

/// <summary>更正: the fields of a proposal as a person corrects them; each kind shows and reads its own.</summary>
public sealed class Correction
{
    [Display(Name = "内容"), MaxLength(500)]
    public string? Words { get; set; }

    [Display(Name = "文号或日期"), MaxLength(80)]
    public string? Number { get; set; }

    [Display(Name = "报送单位"), MaxLength(500)]
    public string? Reporters { get; set; }

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

    public static IReadOnlyList<SelectListItem> Kinds { get; } =
    [.. Enum.GetValues<DeadlineKind>().Select(kind => new SelectListItem(DeadlineWords.Label(kind), $"{kind}"))];

    public static IReadOnlyList<SelectListItem> Statuses { get; } =
    [.. Enum.GetValues<LedgerStatus>().Select(status => new SelectListItem(LedgerStatuses.Label(status), $"{status}"))];

    public static IReadOnlyList<SelectListItem> RowStatuses { get; } = [new("按台账状态的读法", ""), .. Statuses];

    public static IReadOnlyList<SelectListItem> Columns { get; } =
    [.. Enum.GetValues<Column>().Select(column => new SelectListItem(ColumnWords.Label(column), $"{column}"))];

    public static IReadOnlyList<SelectListItem> Roles { get; } =
    [.. Enum.GetValues<MechanismRole>().Select(MechanismRoles.Label).Select(word => new SelectListItem(word, word))];

    /// <summary>The form filled with the value in force.</summary>
    public static Correction Of(ProposalRow proposal) =>
        ProposalValues.Parse(proposal.Kind, proposal.Value) switch
        {
            ProposedPerson p => new()
            {
                Name = p.Name,
                Unit = p.Unit,
                Post = p.Post,
                Role = p.Role,
            },
            ProposedHeading h => new() { Words = h.Text },
            ProposedCitation c => new() { Words = c.Title, Number = c.Number },
            ProposedDuty d => new()
            {
                Words = d.Name,
                Reporters = d.Reporters,
                To = d.To,
                Due = d.Due,
                Fields = Join(d.Fields),
            },
            ProposedTarget t => new()
            {
                Words = t.Text,
                Scope = t.Scope,
                Goal = t.Goal,
            },
            ProposedIndicator i => new()
            {
                Words = i.Name,
                Goal = i.Goal,
                Reached = i.Reached,
            },
            ProposedClause c => new()
            {
                Title = c.Title,
                Lead = Join(c.Lead),
                Responsible = Join(c.Responsible),
            },
            ProposedTask t => new()
            {
                Text = t.Text,
                Lead = Join(t.Lead),
                Responsible = Join(t.Units.Except(t.Lead)),
                Kind = t.Deadline?.Kind,
                Date = t.Deadline?.Date,
                Status = t.Ledger?.Status,
            },
            ProposedReading r => new() { ReadAs = r.To },
            ProposedRepair r => new()
            {
                Repaired = r.Repaired,
                Kind = r.Kind,
                Date = r.Date,
            },
            _ => new(),
        };

    /// <summary>The corrected value as it is stored.</summary>
    /// <exception cref="Refusal">Something that must be there is not.</exception>
    public string Of(ProposalKind kind, string value) =>
        ProposalValues.Parse(kind, value) switch
        {
            ProposedPerson => ProposalValues.Write(
                new ProposedPerson(Filled(Name, "姓名"), Filled(Unit, "单位"), Post?.Trim() ?? "", Filled(Role, "角色"))
            ),
            ProposedHeading h => ProposalValues.Write(h with { Text = Filled(Words, ProposalWords.Label(h.What)) }),
            ProposedCitation c => ProposalValues.Write(
                c with
                {
                    Title = Filled(Words, "文件名称"),
                    Number = Number?.Trim() ?? "",
                }
            ),
            ProposedDuty d => ProposalValues.Write(
                d with
                {
                    Name = Filled(Words, "报送内容"),
                    Reporters = Reporters?.Trim() ?? "",
                    To = To?.Trim() ?? "",
                    Due = Due?.Trim() ?? "",
                    Fields = Units(Fields),
                }
            ),
            ProposedTarget t => ProposalValues.Write(
                t with
                {
                    Text = Filled(Words, "目标"),
                    Scope = Scope?.Trim() ?? "",
                    Goal = Filled(Goal, "数值"),
                }
            ),
            ProposedIndicator i => ProposalValues.Write(
                i with
                {
                    Name = Filled(Words, "指标"),
                    Goal = Goal?.Trim() ?? "",
                    Reached = Reached?.Trim() ?? "",
                }
            ),
            ProposedClause c => ProposalValues.Write(
                c with
                {
                    Title = Filled(Title, "条款"),
                    Lead = Units(Lead),
                    Responsible = [.. Units(Responsible).Except(Units(Lead))],
                }
            ),
            ProposedReading r => ProposalValues.Write(r with { To = Filled(ReadAs, "读作") }),
            ProposedTask t => ProposalValues.Write(Task(t)),
            ProposedRepair r => ProposalValues.Write(
                r with
                {
                    Repaired = Filled(Repaired, "读作"),
                    Kind = Kind ?? r.Kind,
                    Date = Dated(Kind ?? r.Kind),
                }
            ),
            _ => throw new Refusal("存疑事项不能更正，请选择“已核对”或“不成立”。"),
        };

    private ProposedTask Task(ProposedTask task)
    {
        var lead = Units(Lead);
        if (lead.Count == 0)
            throw new Refusal("请填写牵头单位。");
        return task with
        {
            Text = Filled(Text, "任务"),
            Lead = lead,
            LeadBasis = lead.SequenceEqual(task.Lead) ? task.LeadBasis : "corrected",
            Units = [.. lead.Union(Units(Responsible))],
            Deadline = Kind is { } kind
                ? new(task.Deadline?.Raw ?? "", kind, Dated(kind), task.Deadline?.Repaired)
                : task.Deadline,
            Ledger = task.Ledger is { } entry ? entry with { Status = Status } : null,
        };
    }

    /// <summary>A last day where the kind has one; without it nobody could be reminded.</summary>
    private DateOnly? Dated(DeadlineKind kind) =>
        kind is DeadlineKind.Ongoing or DeadlineKind.Label ? null
        : kind is DeadlineKind.By or DeadlineKind.Point && Date is null
            ? throw new Refusal($"“{DeadlineWords.Label(kind)}”须填写截止日期。")
        : Date;

    private static string Filled(string? text, string field) =>
        string.IsNullOrWhiteSpace(text) ? throw new Refusal($"请填写{field}。") : text.Trim();

    private static string Join(IEnumerable<string> units) => string.Join("、", units);

    private static List<string> Units(string? text) =>
        [
            .. (text ?? "")
                .Split(['、', ',', '，', ';', '；', '\n'], StringSplitOptions.TrimEntries)
                .Where(unit => unit.Length > 0)
                .Distinct(),
        ];
}
