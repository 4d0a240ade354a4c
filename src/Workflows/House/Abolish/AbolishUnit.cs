using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.House.Abolish;

/// <summary>
/// 撤销单位: from the day after its last one another unit carries on its powers (行政诉讼法 Art. 26(6): 由继续行使其职权的
/// 行政机关承受). What it answered stays on record as given; what it has not answered goes to the successor
/// (<see cref="HandToSuccessors"/>).
/// </summary>
/// <param name="Unit">The unit that ends.</param>
/// <param name="LastDay">Its last day.</param>
/// <param name="Successor">承接单位.</param>
/// <param name="Basis">The paper that says so.</param>
public sealed record AbolishUnit(string Unit, DateOnly? LastDay, string Successor, string Basis)
    : ActionCommand(Actions.AbolishUnit)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        await Units.RefuseUnknown(step, [Unit, Successor]);
        if (LastDay is not { } day)
            throw new Refusal("请填写该单位存续的最后一天。");
        if (string.IsNullOrWhiteSpace(Basis))
            throw new Refusal("请填写依据，例如机构改革方案的名称和文号。");
        var successors = await Successors.On(step.Session, DateOnly.MaxValue);
        if (successors.Of(Successor) == Unit)
            throw new Refusal("承接单位不能是该单位本身，也不能是由该单位承接的单位。");
        if (successors.Of(Unit) != Unit)
            throw new Refusal("该单位已经登记撤销，不需要重复登记。");
        if (successors.Of(Successor) != Successor)
            throw new Refusal("承接单位自己已经登记撤销，请选择仍然存续的单位。");
        await step.Session.Execute(
            "update unit set valid_to = @day, successor = @Successor where id = @Unit",
            new
            {
                Unit,
                Successor,
                day = Moment.Text(day),
            }
        );
        step.Say(
            $"{await step.UnitName(Unit)}存续至 {day:yyyy-MM-dd}，此后由{await step.UnitName(Successor)}承接（{Basis.Trim()}）",
            new { Unit, Successor }
        );
    }
}

/// <summary>Which unit carries on for which, on a day.</summary>
public sealed class Successors
{
    private readonly Dictionary<string, string> _next;

    private Successors(Dictionary<string, string> next) => _next = next;

    /// <summary>Those whose last day lies before that one.</summary>
    public static async Task<Successors> On(Session session, DateOnly day) =>
        Of(
            await session.Query<(string Unit, string Successor)>(
                "select id, successor from unit where successor is not null and valid_to < @day",
                new { day = Moment.Text(day) }
            )
        );

    /// <summary>From pairs of a unit that has ended and the one that carries on.</summary>
    public static Successors Of(IEnumerable<(string Unit, string Successor)> pairs) =>
        new(pairs.ToDictionary(u => u.Unit, u => u.Successor, StringComparer.Ordinal));

    /// <summary>No unit has ended.</summary>
    public bool IsEmpty => _next.Count == 0;

    /// <summary>The unit that carries on for that one; itself while it exists.</summary>
    public string Of(string unit)
    {
        while (_next.TryGetValue(unit, out var next))
            unit = next;
        return unit;
    }

    /// <summary>The units that one carries on for, itself first.</summary>
    public string[] Behind(string unit) => [unit, .. _next.Keys.Where(u => Of(u) == unit)];
}
