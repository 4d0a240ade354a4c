using JointMeeting.Domain;
using JointMeeting.Domain.Proposals;
using JointMeeting.Ledger;
using JointMeeting.Workflows.House;
using JointMeeting.Workflows.Proposals.TakeOver;

namespace JointMeeting.Workflows.Proposals.Register;

/// <summary>A signer as handed in.</summary>
/// <param name="Forwarded">
/// The lead signer agreed to forward the reply to this one (由领衔人转告) instead of an own reply; null where nothing was said.
/// </param>
public sealed record NewSigner(string Name, string? Contact = null, bool? Forwarded = null);

/// <summary>What an item is registered with; a second import of the same number amends it.</summary>
/// <param name="Signers">The lead signer first.</param>
/// <param name="Suggested">Ids of the units that the signer suggests (建议承办单位).</param>
/// <param name="Rules">Id of the rule set; null for the default of the kind.</param>
/// <param name="Scheme">Id of the class scheme.</param>
/// <param name="SignerLevel">负责人 or 主要负责人; null for what the rule set says.</param>
/// <param name="Hosts">Ids of the units that the list rules to answer it (主办单位), several for 分办.</param>
/// <param name="CoHandlers">Ids of the units that the list rules to assist (协办单位).</param>
/// <param name="Said">What a running ledger says of its course; null where the list is none.</param>
/// <param name="Terms">What the list itself says of what stays as registered; null where a person enters the item.</param>
public sealed record NewItem(
    ItemKind Kind,
    string SessionName,
    string Number,
    string Title,
    string Text,
    IReadOnlyList<NewSigner> Signers,
    DateOnly ReceivedOn,
    string? Constituency = null,
    IReadOnlyList<string>? Suggested = null,
    bool IsKey = false,
    string? Leader = null,
    string? Outside = null,
    DateOnly? FixedOn = null,
    bool IsComplex = false,
    string? Rules = null,
    string Scheme = "abcd",
    string? SignerLevel = null,
    IReadOnlyList<string>? Hosts = null,
    IReadOnlyList<string>? CoHandlers = null,
    ItemLedgerWord? Said = null,
    StatedTerms? Terms = null
)
{
    /// <summary>The item's row.</summary>
    /// <exception cref="Refusal">Something an item cannot be without is missing.</exception>
    public async Task<ItemRow> AsRow(Step step, string counterpart)
    {
        if (string.IsNullOrWhiteSpace(Number))
            throw new Refusal("缺编号，不能登记。");
        if (string.IsNullOrWhiteSpace(Title))
            throw new Refusal($"{Number} 号缺标题（案由），不能登记。");
        if (string.IsNullOrWhiteSpace(SessionName))
            throw new Refusal($"{Number} 号缺届次（如“五届三次”），不能登记。");
        if (IsKey && string.IsNullOrWhiteSpace(Leader))
            throw new Refusal($"{Number} 号是重点件，须填写领办（督办）领导。");
        var rules = LocalRules.For(Rules, Kind, SessionName);
        await Units.RefuseUnknown(step, [.. Suggested ?? [], .. Hosts ?? [], .. CoHandlers ?? []]);
        return new ItemRow
        {
            CaseId = step.CaseId,
            Kind = Kind,
            SessionName = ItemName.Session(SessionName),
            Number = ItemName.Number(Number),
            Part = "",
            Title = Title.Trim(),
            Text = Text.Trim(),
            Constituency = Constituency?.Trim(),
            Suggested = Ledger.Rows.Join(Suggested ?? []),
            RuledHosts = Ledger.Rows.Join(Hosts ?? []),
            RuledCoHandlers = Ledger.Rows.Join(CoHandlers ?? []),
            IsKey = IsKey,
            Leader = Leader?.Trim(),
            Outside = Outside?.Trim(),
            Counterpart = counterpart,
            Rules = rules.Id,
            Scheme = ClassScheme.Named(Scheme).Id,
            SignerLevel = SignerLevel ?? HandlingWays.Label(HandlingWays.Of(rules).Signer),
            ReceivedOn = ReceivedOn,
            FixedOn = FixedOn,
            IsComplex = IsComplex,
            Year = ReceivedOn.Year,
            Initials = PinyinInitials.Of(Title),
            Fate = Said?.Fate,
        };
    }

    /// <summary>
    /// What a list or another system adds to what is registered: it states only what its cells say, so what is empty in it
    /// stays as it is; and once units were asked (预分办) or assigned, who handles the item is no longer the list's to say.
    /// </summary>
    public NewItem Over(ItemRow before, IReadOnlyList<SignerRow> signers, bool unitsWereAsked) =>
        this with
        {
            Text = string.IsNullOrWhiteSpace(Text) ? before.Text : Text,
            Signers = [.. Signed(signers)],
            ReceivedOn = before.ReceivedOn,
            Constituency = Stated(Constituency, before.Constituency),
            Suggested = Stated(Suggested, before.Suggested),
            IsKey = IsKey || before.IsKey,
            Leader = Stated(Leader, before.Leader),
            Outside = Stated(Outside, before.Outside),
            FixedOn = FixedOn ?? before.FixedOn,
            IsComplex = IsComplex || before.IsComplex,
            Rules = before.Rules,
            Scheme = before.Scheme,
            Hosts = unitsWereAsked ? Ledger.Rows.Split(before.RuledHosts) : Stated(Hosts, before.RuledHosts),
            CoHandlers = unitsWereAsked
                ? Ledger.Rows.Split(before.RuledCoHandlers)
                : Stated(CoHandlers, before.RuledCoHandlers),
        };

    private IEnumerable<NewSigner> Signed(IReadOnlyList<SignerRow> before) =>
        Signers.All(s => string.IsNullOrWhiteSpace(s.Name))
            ? before.OrderBy(b => b.Position).Select(b => new NewSigner(b.Name, b.Contact, b.Forwarded))
            : Signers.Select(s =>
                before.FirstOrDefault(b => b.Name == s.Name.Trim()) is { } known
                    ? s with
                    {
                        Contact = Stated(s.Contact, known.Contact),
                        Forwarded = s.Forwarded ?? known.Forwarded,
                    }
                    : s
            );

    private static string? Stated(string? now, string? before) => string.IsNullOrWhiteSpace(now) ? before : now;

    private static IReadOnlyList<string> Stated(IReadOnlyList<string>? now, string before) =>
        now is { Count: > 0 } ? now : Ledger.Rows.Split(before);

    /// <summary>True where what is registered already says the same, so that a second import has nothing to do.</summary>
    public bool SaysTheSameAs(ItemRow item, IReadOnlyList<SignerRow> signers) =>
        (item.Title, item.Text, item.Constituency, item.IsKey, item.Leader, item.Outside)
            == (Title.Trim(), Text.Trim(), Constituency?.Trim(), IsKey, Leader?.Trim(), Outside?.Trim())
        && item.Suggested == Ledger.Rows.Join(Suggested ?? [])
        && (
            item.AssignedOn is not null
            || (item.FixedOn, item.IsComplex, item.RuledHosts, item.RuledCoHandlers)
                == (FixedOn, IsComplex, Ledger.Rows.Join(Hosts ?? []), Ledger.Rows.Join(CoHandlers ?? []))
        )
        && signers
            .OrderBy(s => s.Position)
            .Select(s => (s.Name, s.Contact, s.Forwarded))
            .SequenceEqual(
                Signers
                    .Where(s => !string.IsNullOrWhiteSpace(s.Name))
                    .DistinctBy(s => s.Name.Trim())
                    .Select(
                        (s, i) =>
                            (
                                s.Name.Trim(),
                                string.IsNullOrWhiteSpace(s.Contact) ? null : s.Contact.Trim(),
                                SaveSigners.IsForwarded(s, i, signers.FirstOrDefault(b => b.Name == s.Name.Trim()))
                            )
                    )
            );
}
