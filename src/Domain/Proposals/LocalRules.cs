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

    /// <summary>
    /// The preset of that id laid over the defaults of the kind; the defaults alone where it names them. What it says of
    /// this kind of item, handed in at this time, goes before what it says of any.
    /// </summary>
    /// <param name="session">届次 as the list has it, which says whether the item was handed in between sessions.</param>
    /// <exception cref="Refusal">No preset has that id.</exception>
    public static RuleSet For(string? preset, ItemKind kind, string session)
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
            Rules = [.. OwnNames(local, kind, IsBetweenSessions(session)), .. local.Rules, .. basis.Rules],
            Reminders = [.. local.Reminders, .. basis.Reminders],
        };
    }

    /// <summary>
    /// 闭会期间建议, 平时提案: not handed in at the plenary. The list says so with its 届次, as in 五届三次会议闭会期间; what says
    /// neither is of the plenary, as the yearly list is.
    /// </summary>
    public static bool IsBetweenSessions(string session) =>
        session.Contains("闭会", StringComparison.Ordinal) || session.Contains("平时", StringComparison.Ordinal);

    /// <summary>
    /// Rules that a text names for proposals, or for what is handed in between sessions, under the name that the program
    /// looks for: a term of reply is <c>reply</c>, an objection to being the handler (异议) is <c>returnDays</c>.
    /// </summary>
    private static IEnumerable<DeadlineRule> OwnNames(RuleSet local, ItemKind kind, bool between)
    {
        IReadOnlyList<(string Own, string Usual)> names = (ItemKinds.IsOfCongress(kind), between) switch
        {
            (true, false) => [],
            (true, true) => [("replyInter", "reply")],
            (false, false) => [("cppccReplySession", "reply"), ("cppccReply", "reply"), ("objection", "returnDays")],
            (false, true) => [("cppccReplyInter", "reply"), ("cppccReply", "reply"), ("objection", "returnDays")],
        };
        return from name in names
            from rule in local.Rules
            where rule.Id == name.Own
            select rule with
            {
                Id = name.Usual,
            };
    }

    /// <summary>裁定前停止计时: a rule of that name says that clocks stand still while a return has no ruling.</summary>
    public static bool ReturnStopsTheClock(RuleSet rules, DateOnly on) => rules.Rule("returnStops", on) is not null;

    /// <summary>
    /// Which rule the reply of an item is due by. 复杂件 are a class of their own only where the text that fixes the reply
    /// has one (代表法 Art. 51); elsewhere they have the usual period, which may be extended with consent.
    /// </summary>
    public static DeadlineRule Reply(RuleSet rules, bool complex, DateOnly on)
    {
        var reply =
            rules.Rule("reply", on) ?? throw new Refusal($"规则集“{rules.Name}”没有答复期限,请改用其他规则集。");
        return complex ? Complex(rules, on) ?? reply : reply;
    }

    /// <summary>The period of complex items; null where the text that fixes the reply has no such class.</summary>
    public static DeadlineRule? Complex(RuleSet rules, DateOnly on) =>
        rules.Rule("replyComplex", on) is { } complex && complex.Source == rules.Rule("reply", on)?.Source
            ? complex
            : null;
}
