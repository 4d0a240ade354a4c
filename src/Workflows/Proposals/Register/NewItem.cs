using JointMeeting.Domain;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Texts;
using JointMeeting.Ledger;
using JointMeeting.Workflows.House;

namespace JointMeeting.Workflows.Proposals.Register;

/// <summary>A signer as handed in.</summary>
public sealed record NewSigner(string Name, string? Contact = null, bool Forwarded = false);

/// <summary>What an item is registered with; a second import of the same number amends it.</summary>
/// <param name="Signers">The lead signer first.</param>
/// <param name="Suggested">Ids of the units that the signer suggests (建议承办单位).</param>
/// <param name="Rules">Id of the rule set; null for the default of the kind.</param>
/// <param name="Scheme">Id of the class scheme.</param>
/// <param name="SignerLevel">负责人 or 主要负责人; null for what the rule set says.</param>
/// <param name="Hosts">Ids of the units that the list rules to answer it (主办单位), several for 分办.</param>
/// <param name="CoHandlers">Ids of the units that the list rules to assist (协办单位).</param>
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
    IReadOnlyList<string>? CoHandlers = null
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
            SessionName = SessionName.Trim(),
            Number = Number.Trim(),
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
        };
    }

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
            .Select(s => (s.Name, s.Contact))
            .SequenceEqual(
                Signers
                    .Where(s => !string.IsNullOrWhiteSpace(s.Name))
                    .DistinctBy(s => s.Name.Trim())
                    .Select(s => (s.Name.Trim(), string.IsNullOrWhiteSpace(s.Contact) ? null : s.Contact.Trim()))
            );
}
