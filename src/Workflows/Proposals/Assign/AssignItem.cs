using JointMeeting.Domain;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Workflows.House;

namespace JointMeeting.Workflows.Proposals.Assign;

/// <summary>预分办: the units that are to handle it are asked before the 交办会 whether they take it on.</summary>
public sealed record PreAssign(CaseKind Kind, IReadOnlyList<string> Hosts, IReadOnlyList<string> CoHandlers)
    : ActionCommand(ProposalActions.PreAssign.For(Kind))
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        IReadOnlyList<string> units = [.. Hosts, .. CoHandlers];
        if (Hosts.Count == 0)
            throw new Refusal("请填写预分办的主办单位。");
        if (units.Distinct(StringComparer.Ordinal).Count() != units.Count)
            throw new Refusal("同一单位出现了两次，请保留一种办理方式。");
        await House.Units.RefuseUnknown(step, units);
        await step.Change(
            step.Item() with
            {
                RuledHosts = Ledger.Rows.Join(Hosts),
                RuledCoHandlers = Ledger.Rows.Join(CoHandlers),
            }
        );
        await step.Complete("registered", "preassigned");
        step.Say($"预分办，征求 {units.Count} 个单位意见");
    }
}

/// <summary>
/// 交办. The host signs for it and answers; co-handlers are asked for their opinion at once; separate handlers (分办)
/// each get a part of their own, with its own reply.
/// </summary>
/// <param name="AssignedOn">交办日, which starts the clock where the rule says so.</param>
/// <param name="FixedOn">The date a notice fixes; the earlier of both holds.</param>
public sealed record AssignItem(
    CaseKind Kind,
    IReadOnlyList<AssignedUnit> Units,
    DateOnly AssignedOn,
    DateOnly? FixedOn = null,
    bool IsComplex = false
) : ActionCommand(ProposalActions.Assign.For(Kind))
{
    /// <inheritdoc />
    public override async Task Apply(Step step) =>
        step.Say(
            $"交办。{await Assign(step)}",
            new
            {
                Units,
                AssignedOn,
                step.Item().FixedOn,
            }
        );

    /// <summary>Assigns it, and says to whom.</summary>
    internal async Task<string> Assign(Step step)
    {
        if (Assignment.Refusal(Units) is { } why)
            throw new Refusal(why);
        await House.Units.RefuseUnknown(step, Units.Select(u => u.Unit));
        var item = step.Item();
        if (AssignedOn > step.Today || AssignedOn < item.ReceivedOn)
            throw new Refusal($"交办日应在收到日（{item.ReceivedOn:yyyy-MM-dd}）与今天之间，请核对。");
        await step.Change(
            item with
            {
                AssignedOn = AssignedOn,
                RuledHosts = Ledger.Rows.Join(Units.Where(u => Assignment.MayReply(u.Duty)).Select(u => u.Unit)),
                RuledCoHandlers = Ledger.Rows.Join(Units.Where(u => !Assignment.MayReply(u.Duty)).Select(u => u.Unit)),
                FixedOn = FixedOn ?? item.FixedOn,
                IsComplex = IsComplex || item.IsComplex,
            }
        );
        var office = await step.UnitName(step.File.Row.OfficeUnit!);
        var names = new List<string>();
        foreach (var unit in Units)
        {
            var name = await step.UnitName(unit.Unit);
            await step.HandOver(office, name, AssignedOn, Assignment.Label(unit.Duty));
            names.Add($"{Assignment.Label(unit.Duty, ItemKinds.IsOfCongress(item.Kind))}：{name}");
        }
        await Give(step, step.File.OpenVisits.Single().Node);
        await LeaderIsTold.Of(step);
        return string.Join("；", names);
    }

    private async Task Give(Step step, string node)
    {
        if (Units[0].Duty == HandlingDuty.Separate)
        {
            foreach (var unit in Units)
                await OpenPart(step, unit);
            await step.Complete(node, "divided");
            return;
        }
        foreach (var unit in Units)
            await Handling.Add(step, unit, AssignedOn);
        await step.Complete(node, "assigned");
        await AskCoHandlers.Of(step, [.. Units.Where(u => u.Duty == HandlingDuty.CoHandler).Select(u => u.Unit)]);
    }

    private Task<string> OpenPart(Step step, AssignedUnit unit)
    {
        var whole = step.Item();
        return step.Open(
            Kind,
            whole.Title,
            blocksParent: true,
            async part =>
            {
                var row = whole with { CaseId = part.CaseId, Part = unit.Unit, PartOf = whole.CaseId };
                await part.Session.Insert("item", row);
                part.File.Item = row;
                await Handling.Add(part, unit, AssignedOn);
                part.Say($"分别办理：{await part.UnitName(unit.Unit)}负责其职责范围内的部分并单独答复");
            }
        );
    }
}

/// <summary>Who handles an item, in its rows and in the rights of this step.</summary>
internal static class Handling
{
    public static async Task Add(Step step, AssignedUnit unit, DateOnly on)
    {
        var row = new HandlerRow
        {
            CaseId = step.CaseId,
            Unit = unit.Unit,
            Duty = unit.Duty,
            AssignedOn = on,
        };
        await step.Session.Insert("item_handler", row);
        step.File.Handlers.Add(row);
        step.File.Concerned.Add(unit.Unit);
        await Tell(step, unit, on);
    }

    /// <summary>What is given to the units is another now (更正登记): their desks get it as it is.</summary>
    public static async Task TellAgain(Step step)
    {
        foreach (var handler in step.File.Handlers)
            await Tell(step, new(handler.Unit, handler.Duty), handler.AssignedOn);
    }

    /// <summary>The unit's desk gets what it needs to work on it; contact data stay with the office.</summary>
    private static async Task Tell(Step step, AssignedUnit unit, DateOnly on)
    {
        var item = step.Item();
        var signers = await step.Session.Signers(step.CaseId);
        step.Send(
            unit.Unit,
            nameof(ItemAssigned),
            new ItemAssigned(
                step.CaseId,
                ItemKinds.Label(item.Kind),
                item.SessionName,
                item.Number,
                item.Title,
                item.Text,
                Assignment.Label(unit.Duty, ItemKinds.IsOfCongress(item.Kind)),
                [.. signers.Select(s => s.Name)],
                Moment.Text(on),
                item.FixedOn is { } day ? Moment.Text(day) : null
            )
        );
    }

    /// <summary>
    /// 承接: who carries on for a unit that has ended handles what it handled, from the same day; where it takes part
    /// already, by the duty that answers for more.
    /// </summary>
    public static async Task CarryOn(Step step, Func<string, string> successorOf)
    {
        foreach (var ended in step.File.Handlers.Where(h => successorOf(h.Unit) != h.Unit).ToList())
        {
            var next = new AssignedUnit(successorOf(ended.Unit), ended.Duty);
            await Remove(step, ended.Unit);
            if (step.File.Handlers.FirstOrDefault(h => h.Unit == next.Unit) is { } there)
            {
                if (Assignment.MayReply(there.Duty) || !Assignment.MayReply(next.Duty))
                    continue;
                await Remove(step, there.Unit);
            }
            await Add(step, next, ended.AssignedOn);
        }
    }

    public static async Task Remove(Step step, string unit)
    {
        await step.Session.Execute(
            "delete from item_handler where case_id = @CaseId and unit = @unit",
            new { step.CaseId, unit }
        );
        step.File.Handlers.RemoveAll(h => h.Unit == unit);
    }
}

/// <summary>协办意见 are asked for beside the trunk, each with its own clock.</summary>
internal static class AskCoHandlers
{
    public static async Task Of(Step step, IReadOnlyList<string> units)
    {
        if (units.Count > 0)
            await ItemAsks.Beside(
                step,
                ItemVocabulary.CoOpinion,
                "coOpinion",
                "请向主办单位提出协办意见",
                [.. units.Select(u => new Asked(u))]
            );
    }
}
