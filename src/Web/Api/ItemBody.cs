using JointMeeting.Domain;
using JointMeeting.Domain.Proposals;
using JointMeeting.Workflows.Proposals.Register;

namespace JointMeeting.Web.Api;

/// <summary>A signer as another system hands it in; forwarded says that the lead signer passes the reply on to this one.</summary>
public sealed record SignerBody(string? Name, string? Contact = null, bool? Forwarded = null);

/// <summary>An item as another system hands it in; units by their names or confirmed aliases, the kind in Chinese.</summary>
public sealed record ItemBody
{
    public string? Kind { get; init; }
    public string? Session { get; init; }
    public string? Number { get; init; }
    public string? Title { get; init; }
    public string? Text { get; init; }
    public IReadOnlyList<SignerBody>? Signers { get; init; }
    public DateOnly? ReceivedOn { get; init; }
    public string? Constituency { get; init; }
    public IReadOnlyList<string>? Suggested { get; init; }
    public IReadOnlyList<string>? Hosts { get; init; }
    public IReadOnlyList<string>? CoHandlers { get; init; }
    public bool Key { get; init; }
    public string? Leader { get; init; }
    public string? Outside { get; init; }
    public DateOnly? FixedOn { get; init; }
    public bool Complex { get; init; }
    public string? Rules { get; init; }
    public string? Scheme { get; init; }

    /// <summary>五届三次 12 号, as far as it is there.</summary>
    public string Name => $"{Session} {Number} 号".Trim();

    /// <summary>What would be registered.</summary>
    /// <exception cref="Refusal">A kind, a unit or a scheme that is not known.</exception>
    public NewItem AsItem(IReadOnlyDictionary<string, string> units, DateOnly today)
    {
        List<string> Ids(IReadOnlyList<string>? names) =>
            [
                .. (names ?? []).Select(n =>
                    units.TryGetValue(n.Trim(), out var id)
                        ? id
                        : throw new Refusal($"{Name}：单位名录中没有“{n}”，请改用名录中的名称。")
                ),
            ];
        if (Kind is null || ItemKinds.Read(Kind) is not { } kind)
            throw new Refusal(
                $"{Name}：kind 应为 {string.Join("、", Enum.GetValues<ItemKind>().Select(ItemKinds.Label))} 之一。"
            );
        var scheme = Scheme ?? "abcd";
        if (ClassScheme.All.All(s => s.Id != scheme))
            throw new Refusal($"{Name}：scheme 应为 {string.Join("、", ClassScheme.All.Select(s => s.Id))} 之一。");
        return new NewItem(
            kind,
            Session ?? "",
            Number ?? "",
            Title ?? "",
            Text ?? "",
            [.. (Signers ?? []).Select(s => new NewSigner(s.Name ?? "", s.Contact, s.Forwarded))],
            ReceivedOn ?? today,
            Constituency,
            Ids(Suggested),
            Key,
            Leader,
            Outside,
            FixedOn,
            Complex,
            Rules,
            scheme,
            Hosts: Ids(Hosts),
            CoHandlers: Ids(CoHandlers),
            Terms: new(ReceivedOn, Rules, Scheme)
        );
    }
}

/// <summary>A list as another system hands it in.</summary>
public sealed record ListBody(IReadOnlyList<ItemBody>? Items);
