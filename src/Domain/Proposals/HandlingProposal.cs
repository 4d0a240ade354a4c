namespace JointMeeting.Domain.Proposals;

/// <summary>What speaks for a unit.</summary>
public enum GroundKind
{
    /// <summary>清单或预分办已写明.</summary>
    Ruled,

    /// <summary>提出人建议.</summary>
    Signer,

    /// <summary>职责目录.</summary>
    Duty,

    /// <summary>以往同类件.</summary>
    Earlier,
}

/// <summary>One ground for a unit, in words: the duty's words and source, or the earlier item.</summary>
public sealed record HandlingGround(GroundKind Kind, string Unit, string Detail);

/// <summary>Who answered something alike before.</summary>
public sealed record EarlierHost(string Title, string Unit);

/// <summary>
/// Who is proposed to handle an item before it is assigned (拟办), with its grounds. What a person ruled stands; what
/// only the signer suggests stands where the duty catalogue or an earlier ruling agrees; what nobody named is worked out
/// from those two and always looked at by a person.
/// </summary>
/// <param name="Look">What a person must look at before it is assigned; null where nothing.</param>
public sealed record HandlingProposal(
    IReadOnlyList<string> Hosts,
    IReadOnlyList<string> CoHandlers,
    IReadOnlyList<HandlingGround> Grounds,
    string? Look
)
{
    /// <summary>The proposal for an item.</summary>
    public static HandlingProposal For(
        IReadOnlyList<string> ruledHosts,
        IReadOnlyList<string> ruledCoHandlers,
        IReadOnlyList<string> suggested,
        IReadOnlyList<TouchedDuty> duties,
        EarlierHost? earlier
    )
    {
        var grounds = AllGrounds(ruledHosts, suggested, duties, earlier);
        if (ruledHosts.Count > 0)
            return new(ruledHosts, ruledCoHandlers, grounds, null);
        if (suggested.Count > 0)
        {
            var (host, others) = (suggested[0], suggested.Skip(1).ToList());
            var agrees = grounds.Any(g => g.Unit == host && g.Kind is GroundKind.Duty or GroundKind.Earlier);
            return new([host], others, grounds, agrees ? null : "只有提出人的建议，请核对");
        }
        var best = earlier?.Unit ?? (duties.Count > 0 ? duties[0].Duty.Unit : null);
        return best is null
            ? new([], ruledCoHandlers, grounds, "没有建议单位，请填写")
            : new([best], ruledCoHandlers, grounds, "按职责目录或以往交办推荐，请核对");
    }

    private static List<HandlingGround> AllGrounds(
        IReadOnlyList<string> ruled,
        IReadOnlyList<string> suggested,
        IReadOnlyList<TouchedDuty> duties,
        EarlierHost? earlier
    ) =>
        [
            .. ruled.Select(u => new HandlingGround(GroundKind.Ruled, u, "")),
            .. suggested.Take(1).Select(u => new HandlingGround(GroundKind.Signer, u, "")),
            .. duties
                .Take(2)
                .Select(d => new HandlingGround(
                    GroundKind.Duty,
                    d.Duty.Unit,
                    $"{string.Join("、", d.Words)}（{d.Duty.Source}）"
                )),
            .. earlier is null ? [] : new[] { new HandlingGround(GroundKind.Earlier, earlier.Unit, earlier.Title) },
        ];
}
