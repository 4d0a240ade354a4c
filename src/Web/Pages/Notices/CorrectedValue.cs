using JointMeeting.Domain;
using JointMeeting.Domain.Bodies;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Web.Intake;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;

namespace JointMeeting.Web.Pages.Notices;

/// <summary>What a person typed, as the value of its kind is stored; nothing that must be there may be left out.</summary>
public sealed class CorrectedValue(Correction form)
{
    /// <summary>The corrected value as it is stored.</summary>
    /// <exception cref="Refusal">Something that must be there is not.</exception>
    public string Of(ProposalKind kind, string value) =>
        ProposalValues.Parse(kind, value) switch
        {
            ProposedPerson => ProposalValues.Write(
                new ProposedPerson(
                    Filled(form.Name, "姓名"),
                    Filled(form.Unit, "单位"),
                    form.Post?.Trim() ?? "",
                    MechanismRoles.Of(form.Role ?? "") is null ? throw new Refusal("请选择角色。") : form.Role!
                )
            ),
            ProposedHeading { What: HeadingField.IssueDate } h => ProposalValues.Write(
                h with
                {
                    Text = form.Issued?.ToString("yyyy-MM-dd") ?? throw new Refusal("请填写成文日期。"),
                }
            ),
            ProposedHeading h => ProposalValues.Write(
                h with
                {
                    Text = Filled(form.Words, ProposalWords.Label(h.What)),
                }
            ),
            ProposedRecipient r => ProposalValues.Write(r with { Units = Units(form.Units) }),
            ProposedCitation c => ProposalValues.Write(
                c with
                {
                    Title = Filled(form.Words, "文件名称"),
                    Number = form.Number?.Trim() ?? "",
                }
            ),
            ProposedDuty d => ProposalValues.Write(
                d with
                {
                    Name = Filled(form.Words, "报送内容"),
                    Reporters = form.Reporters?.Trim() ?? "",
                    To = form.To?.Trim() ?? "",
                    Period = Filled(form.Period),
                    Due = form.Due?.Trim() ?? "",
                    Fields = Units(form.Fields),
                }
            ),
            ProposedTarget t => ProposalValues.Write(
                t with
                {
                    Text = Filled(form.Words, "目标"),
                    Scope = form.Scope?.Trim() ?? "",
                    Goal = Filled(form.Goal, "数值"),
                    Task = Filled(form.Task),
                }
            ),
            ProposedIndicator i => ProposalValues.Write(
                i with
                {
                    Name = Filled(form.Words, "指标"),
                    Goal = form.Goal?.Trim() ?? "",
                    Reached = form.Reached?.Trim() ?? "",
                }
            ),
            ProposedClause c => ProposalValues.Write(
                c with
                {
                    Title = Filled(form.Title, "条款"),
                    Lead = Units(form.Lead),
                    Responsible = [.. Units(form.Responsible).Except(Units(form.Lead))],
                }
            ),
            ProposedReading when kind is ProposalKind.Column && !ColumnWords.IsColumn(form.ReadAs ?? "") =>
                throw new Refusal($"没有“{form.ReadAs}”这一栏，请从列表中选择表头的读法。"),
            ProposedReading r => ProposalValues.Write(r with { To = Filled(form.ReadAs, "读作") }),
            ProposedTask t => ProposalValues.Write(Task(t)),
            ProposedMonthEntry e => ProposalValues.Write(MonthEntry(e)),
            ProposedRepair r => ProposalValues.Write(
                r with
                {
                    Repaired = Filled(form.Repaired, "读作"),
                    Kind = form.Kind ?? r.Kind,
                    Date = Dated(form.Kind ?? r.Kind),
                }
            ),
            _ => throw new Refusal("存疑事项不能更正，请选择“已核对”或“不成立”。"),
        };

    private ProposedTask Task(ProposedTask task)
    {
        var lead = Lead();
        return task with
        {
            Text = Filled(form.Text, "任务"),
            Lead = lead,
            LeadBasis = lead.SequenceEqual(task.Lead) ? task.LeadBasis : "corrected",
            Units = [.. lead.Union(Units(form.Responsible))],
            Deadline = form.Kind is { } kind
                ? new(task.Deadline?.Raw ?? "", kind, Dated(kind), task.Deadline?.Repaired)
                : task.Deadline,
            Milestones = CorrectedMilestones.Of(form.Milestones, task.Milestones),
            Ledger = task.Ledger is { } entry ? entry with { Status = form.Status } : null,
        };
    }

    /// <summary>A line for each matter: a person may join several, or take one apart.</summary>
    private ProposedMonthEntry MonthEntry(ProposedMonthEntry entry)
    {
        var lead = Lead();
        if (form is not { From: { } from, Date: { } to } || to < from)
            throw new Refusal("请填写开始日期和结束日期，结束日期不早于开始日期。");
        return entry with
        {
            Matters =
            [
                .. Filled(form.Text, "事项")
                    .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            ],
            From = from,
            To = to,
            Lead = lead,
            LeadBasis = lead.SequenceEqual(entry.Lead) ? entry.LeadBasis : "corrected",
            Units = [.. lead.Union(Units(form.Responsible))],
        };
    }

    private List<string> Lead() =>
        Units(form.Lead) is { Count: > 0 } lead ? lead : throw new Refusal("请填写牵头单位。");

    /// <summary>A last day where the kind has one; without it nobody could be reminded.</summary>
    private DateOnly? Dated(DeadlineKind kind) =>
        kind is DeadlineKind.Ongoing or DeadlineKind.Label ? null
        : kind is DeadlineKind.By or DeadlineKind.Point && form.Date is null
            ? throw new Refusal($"“{DeadlineWords.Label(kind)}”须填写截止日期。")
        : form.Date;

    private static string Filled(string? text, string field) =>
        string.IsNullOrWhiteSpace(text) ? throw new Refusal($"请填写{field}。") : text.Trim();

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Several names as a person types them.</summary>
    public static string Join(IEnumerable<string> units) => string.Join("、", units);

    private static List<string> Units(string? text) =>
        [
            .. (text ?? "")
                .Split(['、', ',', '，', ';', '；', '\n'], StringSplitOptions.TrimEntries)
                .Where(unit => unit.Length > 0)
                .Distinct(),
        ];
}
