using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.House.InnerChains;

/// <summary>One station of a unit's own chain (科室, 分管领导, 主要负责人) as stored.</summary>
public sealed record StationRow
{
    public required string Unit { get; init; }

    /// <summary>Kind of request the chain is for.</summary>
    public required string Vocabulary { get; init; }

    /// <summary>From 0, in the order of signing.</summary>
    public required int Position { get; init; }
    public required string Title { get; init; }

    /// <summary>Who acts there; whoever stands in or took over is looked up when it matters.</summary>
    public required string Account { get; init; }
}

/// <summary>A station as handed in.</summary>
public sealed record Station(string Title, string Account);

/// <summary>
/// 设置内部审核: a unit's own chain for one kind of request. Drafts already on their way keep the chain they began with.
/// </summary>
/// <param name="Stations">In the order of signing; empty takes the chain away.</param>
public sealed record SetInnerChain(string Vocabulary, IReadOnlyList<Station> Stations)
    : ActionCommand(Actions.SetInnerChain)
{
    /// <summary>A chain of a bureau has three or four stations.</summary>
    private const int MostStations = 8;

    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var vocabulary = Domain.Asks.Vocabulary.All.FirstOrDefault(v => v.Id == Vocabulary);
        if (vocabulary is null || vocabulary.Id == Domain.Asks.Vocabulary.Inner.Id || vocabulary.IsPersonal)
            throw new Refusal("请从列表中选择要设置内部审核的请办事项。");
        if (Stations.Count > MostStations)
            throw new Refusal($"内部审核最多 {MostStations} 级。");
        if (Stations.Any(s => string.IsNullOrWhiteSpace(s.Title)))
            throw new Refusal("每一级都须填写名称，例如“分管领导审核”。");
        await OwnPeople.RefuseOthers(step, Stations.Select(s => s.Account));
        var unit = step.Actor.Unit!;
        await step.Session.Execute(
            "delete from inner_chain where unit = @unit and vocabulary = @Vocabulary",
            new { unit, Vocabulary }
        );
        foreach (var (station, position) in Stations.Select((s, i) => (s, i)))
            await step.Session.Insert("inner_chain", Row(unit, station, position));
        step.Say(
            Stations.Count == 0
                ? $"{await step.UnitName(unit)}取消“{vocabulary.Label}”的内部审核"
                : $"{await step.UnitName(unit)}设置“{vocabulary.Label}”的内部审核：{string.Join(" → ", Stations.Select(s => s.Title.Trim()))}",
            new { unit, Vocabulary }
        );
    }

    private StationRow Row(string unit, Station station, int position) =>
        new()
        {
            Unit = unit,
            Vocabulary = Vocabulary,
            Position = position,
            Title = station.Title.Trim(),
            Account = station.Account,
        };
}

/// <summary>A unit arranges only its own people.</summary>
internal static class OwnPeople
{
    /// <exception cref="Refusal">An account is of another unit, disabled or not there.</exception>
    public static async Task RefuseOthers(Step step, IEnumerable<string> accounts)
    {
        var own = (
            await step.Session.Query<string>(
                "select id from account where unit = @Unit and disabled_at is null",
                new { step.Actor.Unit }
            )
        ).ToHashSet(StringComparer.Ordinal);
        if (!accounts.All(own.Contains))
            throw new Refusal("只能选择本单位在用的账号，请刷新页面后重新选择。");
    }
}
