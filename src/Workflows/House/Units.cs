using JointMeeting.Domain;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.House;

/// <summary>A unit (单位) as stored.</summary>
public sealed record UnitRow
{
    public required string Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Name of a <see cref="Domain.Bodies.UnitKind"/>.</summary>
    public required string Kind { get; init; }
    public string? Phone { get; init; }
    public DateOnly? ValidFrom { get; init; }
    public DateOnly? ValidTo { get; init; }

    /// <summary>承接单位: the unit that carries on once this one has ended; null while it exists.</summary>
    public string? Successor { get; init; }

    /// <summary>主要负责人: account of the head who signs what only the principal one may; null while none is named.</summary>
    public string? Principal { get; init; }
}

/// <summary>Finds units by name or by a confirmed alias.</summary>
public static class Units
{
    /// <summary>The unit of that name or alias; created where nobody has named it before.</summary>
    /// <exception cref="Refusal">The name is empty.</exception>
    public static async Task<string> FindOrCreate(Step step, string name)
    {
        name = name.Trim();
        if (name.Length == 0)
            throw new Refusal("请填写单位名称。");
        const string find = """
            select id from unit where name = @name
            union select unit from unit_alias where alias = @name
               and (valid_from is null or valid_from <= @today) and (valid_to is null or valid_to >= @today)
            """;
        if (await step.Session.Scalar<string?>(find, new { name, today = Moment.Text(step.Today) }) is { } known)
            return known;
        var unit = new UnitRow
        {
            Id = step.NewId(),
            Name = name,
            Kind = Domain.Bodies.UnitKinds.Suggest(name).ToString(),
        };
        await step.Session.Insert("unit", unit);
        return unit.Id;
    }

    /// <summary>What pages hand in are ids from a list; anything else would name nobody.</summary>
    /// <exception cref="Refusal">An id is of no unit.</exception>
    public static async Task RefuseUnknown(Step step, IEnumerable<string> ids)
    {
        var known = (await step.Session.Query<string>("select id from unit")).ToHashSet(StringComparer.Ordinal);
        if (!ids.All(known.Contains))
            throw new Refusal("有单位不在单位名录中，请刷新页面后从列表中重新选择单位。");
    }
}
