namespace JointMeeting.Domain.Clocks;

/// <summary>How much of a preset's text was read when it was written down.</summary>
public enum TextSeen
{
    /// <summary>A default of this program; no text fixes it.</summary>
    OwnDefault,
    FullText,

    /// <summary>Only an excerpt or a copy: the text in force must be read before the preset is switched on.</summary>
    Excerpt,
}

/// <summary>The deadlines of one kind of work or one locality, in all their versions.</summary>
/// <param name="Ways">What it says beside deadlines about handling suggestions and proposals; null for nothing.</param>
public sealed record RuleSet(
    string Id,
    string Name,
    TextSeen Seen,
    IReadOnlyList<DeadlineRule> Rules,
    IReadOnlyList<ReminderRule> Reminders,
    Proposals.HandlingWays? Ways = null
)
{
    private sealed record Collection(IReadOnlyList<RuleSet> RuleSets);

    /// <summary>The defaults: <c>meeting</c>, <c>consult</c>, <c>npc</c>, <c>cppcc</c>.</summary>
    public static IReadOnlyList<RuleSet> Defaults { get; } = Load("ruleset-defaults.json");

    /// <summary>What some localities fix differently; none is in use before somebody chooses it.</summary>
    public static IReadOnlyList<RuleSet> Presets { get; } = Load("ruleset-presets.json");

    /// <summary>Meetings, their minutes and the tasks that follow.</summary>
    public static RuleSet Meeting { get; } = Defaults.Single(s => s.Id == "meeting");

    /// <summary>Plans: consultation, countersign, signature, disagreements.</summary>
    public static RuleSet Consult { get; } = Defaults.Single(s => s.Id == "consult");

    /// <summary>What to say before a preset is switched on; null where nothing needs saying.</summary>
    public string? Caution =>
        Seen switch
        {
            TextSeen.OwnDefault => "系统默认值,没有上位规定;请按本地规定调整。",
            TextSeen.FullText => null,
            TextSeen.Excerpt => "依据摘录或转载整理,启用前请核对现行文本。",
        };

    /// <summary>The version of a rule in force on a day; null where there is none.</summary>
    public DeadlineRule? Rule(string id, DateOnly on) => Rules.FirstOrDefault(r => r.Id == id && r.IsValidOn(on));

    public ReminderRule? Reminder(string id, DateOnly on) =>
        Reminders.FirstOrDefault(r => r.Id == id && r.IsValidOn(on));

    /// <summary>Reads a rule set in the form of the embedded ones and checks it.</summary>
    /// <exception cref="FormatException">Bad input; the Chinese message says what to correct.</exception>
    public static RuleSet Parse(string json) => Checked(DataForm.Read<RuleSet>(json, "规则集"));

    private static RuleSet[] Load(string name) => [.. DataForm.Embedded<Collection>(name).RuleSets.Select(Checked)];

    private static RuleSet Checked(RuleSet set)
    {
        foreach (var rule in set.Rules)
        {
            if (rule.RollForward && rule.Period is { Amount: < 0 })
                throw Bad(set, $"“{rule.Label}”在{StartEvents.Label(rule.Start)}之前,不能顺延,请去掉 rollForward");
            if (rule.ExtensionCap is { Amount: <= 0 })
                throw Bad(set, $"“{rule.Label}”的延期上限须大于 0");
            if (rule.ExtensionCap is not null && rule.ExtendedBy is null)
                throw Bad(set, $"“{rule.Label}”有延期上限,但没有写明由谁批准延期(extendedBy)");
        }
        RefuseOverlaps(set, set.Rules.Select(r => (r.Id, r.Label, r.ValidFrom, r.ValidTo)));
        RefuseOverlaps(set, set.Reminders.Select(r => (r.Id, r.Label, r.ValidFrom, r.ValidTo)));
        return set;
    }

    private static void RefuseOverlaps(
        RuleSet set,
        IEnumerable<(string Id, string Label, DateOnly? From, DateOnly? To)> versions
    )
    {
        foreach (var ofOne in versions.GroupBy(v => v.Id))
        {
            var sorted = ofOne.OrderBy(v => v.From ?? DateOnly.MinValue).ToList();
            foreach (var (earlier, later) in sorted.Zip(sorted.Skip(1)))
                if ((earlier.To ?? DateOnly.MaxValue) >= (later.From ?? DateOnly.MinValue))
                    throw Bad(set, $"“{later.Label}”({later.Id})有两个版本的有效期重叠,请填好上一版的 validTo");
        }
    }

    private static FormatException Bad(RuleSet set, string why) => new($"规则集“{set.Name}”有误:{why}。");
}
