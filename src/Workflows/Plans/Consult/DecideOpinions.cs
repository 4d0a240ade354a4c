using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Flow.Definition;
using JointMeeting.Workflows.Rounds;

namespace JointMeeting.Workflows.Plans.Consult;

/// <summary>What the drafter does with one opinion.</summary>
public sealed record Decided(string Opinion, AdoptionDecision Decision, string? Reason);

/// <summary>登记采纳情况: 采纳, 部分采纳 or 不采纳; anything but full adoption says why.</summary>
public sealed record DecideOpinions(IReadOnlyList<Decided> Decisions) : ActionCommand(Actions.DecideOpinions)
{
    private const string OfThisPlan = """
        select o.id from clause_opinion o join answer a on a.id = o.answer
         where a.case_id = @CaseId and a.origin <> 'Drafted' and o.value in ('Amend', 'Object')
        """;

    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (Decisions.Count == 0)
            throw new Refusal("请至少对一条意见登记采纳情况。");
        if (Decisions.Any(d => d.Decision != AdoptionDecision.Adopted && string.IsNullOrWhiteSpace(d.Reason)))
            throw new Refusal("部分采纳和不采纳的意见，请写明理由。");
        var known = (await step.Session.Query<string>(OfThisPlan, new { step.CaseId })).ToHashSet();
        if (!Decisions.All(d => known.Contains(d.Opinion)))
            throw new Refusal("有的意见不属于本方案，请刷新页面后重新登记。");
        foreach (var decision in Decisions)
            await step.Session.Insert(
                "adoption",
                new AdoptionRow
                {
                    Id = step.NewId(),
                    CaseId = step.CaseId,
                    Opinion = decision.Opinion,
                    Decision = decision.Decision,
                    Reason = string.IsNullOrWhiteSpace(decision.Reason) ? null : decision.Reason.Trim(),
                    ByName = step.Actor.Name,
                    At = step.Now,
                }
            );
        int Of(AdoptionDecision which) => Decisions.Count(d => d.Decision == which);
        step.Say(
            $"登记采纳情况 {Decisions.Count} 条：采纳 {Of(AdoptionDecision.Adopted)}，部分采纳 {Of(AdoptionDecision.PartlyAdopted)}，不采纳 {Of(AdoptionDecision.NotAdopted)}",
            Decisions
        );
    }
}

/// <summary>送单位确认采纳情况: each unit whose opinions were decided on is shown what was done and asked.</summary>
public sealed record SendAdoption() : ActionCommand(Actions.SendAdoption)
{
    private static readonly RoundInput Confirmation = new(
        Vocabulary.AdoptionConfirm.Id,
        "",
        "adoptionConfirm",
        "all",
        Completes: false,
        Deemed: false,
        ReturnsTo: null,
        "请确认本单位意见的采纳情况"
    );

    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var open = await Undecided(step.Session, step.CaseId);
        if (open > 0)
            throw new Refusal($"还有 {open} 条意见没有登记采纳情况，请登记后再送确认。");
        var visit = step.File.OpenVisits.Single();
        var asked = step.File.Round(visit.Id, Vocabulary.AdoptionConfirm.Id).Select(a => a.Unit).ToHashSet();
        var units = await step.Session.Query<string>(
            """
            select distinct k.unit from clause_opinion o join answer a on a.id = o.answer join ask k on k.id = a.ask_id
             where a.case_id = @CaseId and k.vocabulary = 'opinion' and a.origin <> 'Drafted'
               and o.value in ('Amend', 'Object')
            """,
            new { step.CaseId }
        );
        var to = units.Where(u => !asked.Contains(u)).Select(u => new Asked(u)).ToList();
        if (to.Count == 0)
            throw new Refusal("没有需要确认采纳情况的单位。");
        await Opening.Ask(step, visit, Confirmation, to);
        step.Say($"向 {to.Count} 个单位送采纳情况确认");
    }

    /// <summary>How many wanted changes nobody has decided on; of each unit only what it said last.</summary>
    internal static async Task<long> Undecided(Session session, string caseId) =>
        await session.Scalar<long>(
            """
            select count(*) from clause_opinion o join answer a on a.id = o.answer join ask k on k.id = a.ask_id
             where a.case_id = @caseId and k.vocabulary = 'opinion' and a.origin <> 'Drafted'
               and o.value in ('Amend', 'Object')
               and not exists (
                    select 1 from answer n where n.ask_id = a.ask_id and n.id > a.id and n.origin <> 'Drafted')
               and not exists (select 1 from adoption d where d.opinion = o.id)
            """,
            new { caseId }
        );
}
