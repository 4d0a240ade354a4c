namespace JointMeeting.Domain.Proposals;

/// <summary>What a unit does with an item.</summary>
public enum HandlingDuty
{
    /// <summary>主办: answers, with the co-handlers' opinions.</summary>
    Host,

    /// <summary>协办(会办): gives its opinion to the host and never replies.</summary>
    CoHandler,

    /// <summary>分别办理(分办): answers for its part.</summary>
    Separate,

    /// <summary>独办(单办): answers alone.</summary>
    Sole,
}

/// <summary>One unit of an assignment.</summary>
public sealed record AssignedUnit(string Unit, HandlingDuty Duty);

/// <summary>The rules of assigning (交办) an item to units.</summary>
public static class Assignment
{
    /// <summary>What people call a duty; 人大 texts mostly say 协办, 政协 texts 会办.</summary>
    public static string Label(HandlingDuty duty, bool ofCongress = true) =>
        duty switch
        {
            HandlingDuty.Host => "主办",
            HandlingDuty.CoHandler => ofCongress ? "协办" : "会办",
            HandlingDuty.Separate => "分办",
            HandlingDuty.Sole => "独办",
        };

    /// <summary>协办单位不直接答复: only the host, a sole handler and each separate handler reply.</summary>
    public static bool MayReply(HandlingDuty duty) => duty != HandlingDuty.CoHandler;

    /// <summary>
    /// Why these units cannot be assigned, or null. One sole handler; or one host with its co-handlers; or several
    /// units that each handle their part.
    /// </summary>
    public static string? Refusal(IReadOnlyList<AssignedUnit> units)
    {
        int Count(HandlingDuty duty) => units.Count(u => u.Duty == duty);
        if (units.GroupBy(u => u.Unit, StringComparer.Ordinal).Any(g => g.Count() > 1))
            return "同一单位出现了两次,请保留一种办理方式。";
        return (Count(HandlingDuty.Sole), Count(HandlingDuty.Host), Count(HandlingDuty.Separate)) switch
        {
            (1, 0, 0) when units.Count == 1 => null,
            (1, 0, 0) => "独办件不能有协办单位;有协办单位的请改为主办。",
            (0, 1, 0) when Count(HandlingDuty.CoHandler) > 0 => null,
            (0, 1, 0) => "只有一个主办单位而没有协办单位的,请改为独办。",
            (0, 0, >= 2) when Count(HandlingDuty.CoHandler) == 0 => null,
            (0, 0, >= 2) => "分办件的各单位各自答复,不设协办单位。",
            (0, 0, 1) => "分办至少须有两个单位。",
            (0, 0, 0) => "没有主办单位,不能交办。请先确定由谁答复。",
            _ => "主办、独办、分办只能选一种:一个主办加协办,或一个独办,或两个以上分办。",
        };
    }

    /// <summary>The assignment that a host and its co-handlers make; without co-handlers it is 独办.</summary>
    public static IReadOnlyList<AssignedUnit> Of(IReadOnlyList<string> hosts, IReadOnlyList<string> coHandlers) =>
        (hosts.Count, coHandlers.Count) switch
        {
            (1, 0) => [new(hosts[0], HandlingDuty.Sole)],
            (1, _) => [new(hosts[0], HandlingDuty.Host), .. Co(coHandlers)],
            _ => [.. hosts.Select(h => new AssignedUnit(h, HandlingDuty.Separate)), .. Co(coHandlers)],
        };

    private static IEnumerable<AssignedUnit> Co(IReadOnlyList<string> units) =>
        units.Select(u => new AssignedUnit(u, HandlingDuty.CoHandler));
}
