using JointMeeting.Domain.Proposals;

namespace JointMeeting.Workflows.Proposals.Register;

/// <summary>The three things of a registered item that no list changes: clocks and classes already run by them.</summary>
public sealed record RegisteredTerms
{
    public required ItemKind Kind { get; init; }
    public required string SessionName { get; init; }
    public required string Number { get; init; }
    public required DateOnly ReceivedOn { get; init; }
    public required string Rules { get; init; }
    public required string Scheme { get; init; }

    /// <summary>Those of an item.</summary>
    public static RegisteredTerms Of(ItemRow item) =>
        new()
        {
            Kind = item.Kind,
            SessionName = item.SessionName,
            Number = item.Number,
            ReceivedOn = item.ReceivedOn,
            Rules = item.Rules,
            Scheme = item.Scheme,
        };
}

/// <summary>
/// What a list or another system itself says of the day of receipt, the rule set and the class scheme; null where it says
/// nothing and a default was taken. 收到日期、规则集、答复类别 stay as registered, and whoever said otherwise is told.
/// </summary>
public sealed record StatedTerms(DateOnly? ReceivedOn, string? Rules, string? Scheme)
{
    /// <summary>What stays although it was said otherwise, zh-CN; null where nothing was.</summary>
    public string? StayAsRegistered(RegisteredTerms item)
    {
        var rules = Rules is null ? null : LocalRules.For(Rules, item.Kind, item.SessionName);
        IEnumerable<string?> kept =
        [
            ReceivedOn is { } on && on != item.ReceivedOn
                ? $"收到日期仍为 {item.ReceivedOn:yyyy-MM-dd}（本次写的是 {on:yyyy-MM-dd}）"
                : null,
            rules is not null && rules.Id != item.Rules
                ? $"规则集仍为“{LocalRules.For(item.Rules, item.Kind, item.SessionName).Name}”（本次是“{rules.Name}”）"
                : null,
            Scheme is not null && Scheme != item.Scheme
                ? $"答复类别仍为“{ClassScheme.Named(item.Scheme).Name}”（本次是“{ClassScheme.Named(Scheme).Name}”）"
                : null,
        ];
        var said = kept.OfType<string>().ToList();
        return said.Count == 0 ? null : $"已登记的件，{string.Join("，", said)}";
    }
}
