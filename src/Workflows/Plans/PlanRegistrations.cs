using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Bodies;
using JointMeeting.Domain.Clocks;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.House.Abolish;

namespace JointMeeting.Workflows.Plans;

/// <summary>What the lifecycles of plans and disagreements refer to by name.</summary>
public static class PlanRegistrations
{
    private const string SeatsOfUnit = """
        select s.id from seat s where s.mechanism = @mechanism and s.unit = @unit and s.role <> 'LiaisonOfficer'
         order by s.position
        """;

    /// <summary>Registers them.</summary>
    public static void Register(Registry registry)
    {
        registry.TextKinds["plan"] = PlanFile.Text;
        registry.RuleSets["plan"] = registry.RuleSets["disagreement"] = _ => Task.FromResult(RuleSet.Consult);
        registry.Who["planUnits"] = PlanUnits;
        registry.Who["planCountersigners"] = Countersigners;
        registry.Who["jointHeads"] = JointHeads;
        registry.Who["sides"] = async step =>
            await Disagreement(step) is var d ? [new Asked(d.LeadUnit), new Asked(d.Unit)] : [];
        registry.Who["headsOfSides"] = async step =>
            [await Head(step, (await Disagreement(step)).LeadUnit), await Head(step, (await Disagreement(step)).Unit)];
        registry.Who["deputySecretaryGeneral"] = step =>
            InRole(step, "副召集人", nameof(MechanismRole.DeputyConvenor), nameof(MechanismRole.Convenor));
        registry.Who["planConvenor"] = step =>
            InRole(step, "召集人", nameof(MechanismRole.ChiefConvenor), nameof(MechanismRole.Convenor));
    }

    /// <summary>
    /// Whom the draft is sent to: every unit of the plan and every unit the text names, except the lead unit, which
    /// drafts it.
    /// </summary>
    private static async Task<IReadOnlyList<Asked>> PlanUnits(Step step)
    {
        var units = await Participants(step);
        var lead = units.First(u => u.Role == PlanRole.Lead).Unit;
        var all = units.Select(u => u.Unit).Concat(await Named(step)).Distinct().Where(u => u != lead).ToList();
        return all.Count == 0
            ? throw new Refusal("没有征求意见的单位，请先在“参与单位”中添加，或在条文中写明责任单位。")
            : [.. all.Select(u => new Asked(u))];
    }

    /// <summary>
    /// Every unit the text names and every joint organ; and whoever took a position on an earlier text, because their
    /// clause may be gone. 财政, 编制 and 司法 come after the others, as do the units the plan puts later; the lead last.
    /// </summary>
    private static async Task<IReadOnlyList<Asked>> Countersigners(Step step)
    {
        var units = await Participants(step);
        var successors = await Successors.On(step.Session, step.Today);
        var joint = units.Where(u => u.Role != PlanRole.Consulted).Select(u => u.Unit);
        var answered = step
            .File.Asks.Where(a => a.Vocabulary == Vocabulary.Countersign.Id && step.File.EffectOf(a) is not null)
            .Select(a => successors.Of(a.Unit));
        var later = units.ToDictionary(u => u.Unit, u => u.Grp, StringComparer.Ordinal);
        var asked = new List<Asked>();
        foreach (var unit in joint.Concat(await Named(step)).Concat(answered).Distinct())
        {
            var group = Math.Max(later.GetValueOrDefault(unit), CountersignGroup.Of(await step.UnitName(unit)));
            asked.Add(new Asked(unit, Group: unit == units[0].Unit ? CountersignGroup.LeadHead : group));
        }
        return asked;
    }

    /// <summary>Units the text names; a successor for one that has ended.</summary>
    private static async Task<IEnumerable<string>> Named(Step step)
    {
        if (await step.Session.Latest(step.CaseId, PlanFile.Text) is not { } text)
            return [];
        var successors = await Successors.On(step.Session, step.Today);
        return (await step.Session.Clauses(text.Id)).SelectMany(c => c.AsText().Units).Select(successors.Of);
    }

    /// <summary>The plan's units in their order, each once; a successor in the place of one that has ended.</summary>
    private static async Task<IReadOnlyList<PlanUnitRow>> Participants(Step step)
    {
        var successors = await Successors.On(step.Session, step.Today);
        var units = await step.Session.PlanUnits(step.CaseId);
        return [.. units.Select(u => u with { Unit = successors.Of(u.Unit) }).DistinctBy(u => u.Unit)];
    }

    /// <summary>The principal head of every joint organ in person, lead organ first.</summary>
    private static async Task<IReadOnlyList<Asked>> JointHeads(Step step)
    {
        await PlanFile.RefuseWhileDisagreed(step, "送签发");
        await PlanFile.RefuseIfChangedSince(step, "countersigning", Vocabulary.Countersign);
        var plan = (await step.Session.Plan(step.CaseId))!;
        var asked = new List<Asked>();
        foreach (var unit in (await Participants(step)).Where(u => u.Role != PlanRole.Consulted))
            asked.Add(
                await Seat(step, plan.Mechanism, unit.Unit)
                    ?? throw new Refusal(
                        $"{await step.UnitName(unit.Unit)}在联席会议中没有席位，不能联合签发。请先在成员名单中补充，或调整联合发文单位。"
                    )
            );
        return asked;
    }

    private static async Task<Asked?> Seat(Step step, string mechanism, string unit) =>
        await step.Session.Scalar<string?>(SeatsOfUnit, new { mechanism, unit }) is { } seat
            ? new Asked(unit, seat)
            : null;

    /// <summary>The head's seat where the unit has one; else the unit itself is asked.</summary>
    private static async Task<Asked> Head(Step step, string unit) =>
        await step.Session.Plan((await Disagreement(step)).Plan) is { } plan
            ? await Seat(step, plan.Mechanism, unit) ?? new Asked(unit)
            : new Asked(unit);

    /// <summary>
    /// A suggestion or proposal has no joint meeting: the government office brings it to the leader in charge and enters
    /// what was ruled.
    /// </summary>
    private static async Task<IReadOnlyList<Asked>> InRole(Step step, string label, string first, string second)
    {
        if (step.File.Facts().Handling is not null)
            return [new Asked(step.File.Row.OfficeUnit!)];
        var seats = await step.Session.Query<(string Id, string Unit, string Role)>(
            """
            select s.id, s.unit, s.role from seat s
              join plan p on p.mechanism = s.mechanism join disagreement d on d.plan = p.case_id
             where d.case_id = @CaseId and s.role in (@first, @second) order by s.position
            """,
            new
            {
                step.CaseId,
                first,
                second,
            }
        );
        var seat = seats.OrderBy(s => s.Role == first ? 0 : 1).FirstOrDefault();
        return seat.Id is null
            ? throw new Refusal($"联席会议没有登记{label}，不能报请协调。请先在成员名单中补充。")
            : [new Asked(seat.Unit, seat.Id)];
    }

    private static async Task<DisagreementRow> Disagreement(Step step) =>
        (
            await step.Session.One<DisagreementRow>(
                "select * from disagreement where case_id = @CaseId",
                new { step.CaseId }
            )
        )!;
}
