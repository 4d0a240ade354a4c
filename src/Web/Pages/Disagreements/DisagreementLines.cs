using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Web.Pages.Disagreements;

/// <summary>A line of the ledger of disagreements (分歧协调台账).</summary>
public sealed record DisagreementLine
{
    public required string CaseId { get; init; }
    public required string Title { get; init; }
    public required string Plan { get; init; }
    public required string PlanTitle { get; init; }
    public required string UnitName { get; init; }
    public required string LeadName { get; init; }
    public required string Proposal { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public string? Outcome { get; init; }
    public string? Node { get; init; }
    public DateOnly? Due { get; init; }

    /// <summary>At which level, or how it ended.</summary>
    public string Level =>
        (Outcome ?? Node) switch
        {
            "negotiation" => "单位协商",
            "heads" => "主要负责人协商",
            "office" => "办公室协调",
            "deputy" => "副秘书长协调",
            "leader" => "召集人裁定",
            "agreed" => "协商一致",
            "ruledBySuperior" => "上级裁定",
            "clauseRemoved" => "条文删除",
            _ => "—",
        };
}

/// <summary>Reads disagreements.</summary>
public static class DisagreementLines
{
    private const string Lines = """
        select d.case_id, c.title, d.plan, p.title as plan_title, u.name as unit_name, l.name as lead_name, d.proposal,
               c.opened_at, c.closed_at, c.outcome, v.node,
               (select max(a.due) from ask a where a.case_id = d.case_id and a.state = 'Open') as due
          from disagreement d join cases c on c.id = d.case_id join cases p on p.id = d.plan
          join unit u on u.id = d.unit join unit l on l.id = d.lead_unit
          left join visit v on v.case_id = d.case_id and v.left_at is null
        """;

    private const string Order = " order by case when c.closed_at is null then 0 else 1 end, c.opened_at desc";

    /// <summary>Those about one plan, open ones first.</summary>
    public static Task<IReadOnlyList<DisagreementLine>> OfPlan(Session session, string plan) =>
        session.Query<DisagreementLine>($"{Lines} where d.plan = @plan{Order}", new { plan });

    /// <summary>Those a person may read: of plans their office runs, or that their unit is a side of or was asked in.</summary>
    public static Task<IReadOnlyList<DisagreementLine>> ReadableBy(Session session, Person person)
    {
        const string readable = """
             where (@clerk = 1 and c.office_unit = @unit) or d.unit = @unit or d.lead_unit = @unit
                or exists (select 1 from ask a where a.case_id = d.case_id and a.unit = @unit)
            """;
        return session.Query<DisagreementLine>(
            Lines + readable + Order,
            new { unit = person.Unit, clerk = person.Is(Role.OfficeClerk) || person.Is(Role.GovernmentOffice) ? 1 : 0 }
        );
    }
}
