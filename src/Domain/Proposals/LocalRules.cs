using JointMeeting.Domain.Clocks;

namespace JointMeeting.Domain.Proposals;

/// <summary>
/// The rules one item runs under: what the chosen locality fixes, and for the rest the defaults of its kind. The item
/// remembers the locality, so that choosing another one later changes no running clock.
/// </summary>
public static class LocalRules
{
    /// <summary>The default set of a kind: <c>npc</c> or <c>cppcc</c>.</summary>
    public static RuleSet Default(ItemKind kind) =>
        RuleSet.Defaults.Single(s => s.Id == (ItemKinds.IsOfCongress(kind) ? "npc" : "cppcc"));

    /// <summary>The preset of that id laid over the defaults of the kind; the defaults alone where it names them.</summary>
    /// <exception cref="Refusal">No preset has that id.</exception>
    public static RuleSet For(string? preset, ItemKind kind)
    {
        var basis = Default(kind);
        if (preset is null || preset == basis.Id)
            return basis;
        var local =
            RuleSet.Presets.FirstOrDefault(p => p.Id == preset)
            ?? throw new Refusal($"没有名为“{preset}”的规则集,请从列表中选择。");
        // The local rule comes first; where it is no longer in force, the default holds.
        return local with
        {
            Rules = [.. local.Rules, .. basis.Rules],
            Reminders = [.. local.Reminders, .. basis.Reminders],
        };
    }

    /// <summary>裁定前停止计时: a rule of that name says that clocks stand still while a return has no ruling.</summary>
    public static bool ReturnStopsTheClock(RuleSet rules, DateOnly on) => rules.Rule("returnStops", on) is not null;

    /// <summary>Which rule the reply of an item is due by: complex items may have a class of their own.</summary>
    public static DeadlineRule Reply(RuleSet rules, bool complex, DateOnly on) =>
        (complex ? rules.Rule("replyComplex", on) : null)
        ?? rules.Rule("reply", on)
        ?? throw new Refusal($"规则集“{rules.Name}”没有答复期限,请改用其他规则集。");
}
