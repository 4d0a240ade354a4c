using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Workflows.Definitions;

/// <summary>
/// What an office may choose for a round: registered names that fit that lifecycle, never a free text. What a round
/// says already stays a choice. Whoever must sign in person is not chosen, nor may some of the signatures do.
/// </summary>
public sealed class RoundChoices
{
    private static readonly Dictionary<string, string[]> FittingWho = new(StringComparer.Ordinal)
    {
        ["meeting"] = ["members", "unitsNamedInMinutes", "convenor", "office"],
        ["task"] = ["taskUnits", "taskLead", "office"],
        ["report"] = ["dutyReporters"],
        ["plan"] = ["planUnits", "planCountersigners"],
    };

    private static readonly Dictionary<string, StartEvent[]> FittingStarts = new(StringComparer.Ordinal)
    {
        ["meeting"] = [StartEvent.Meeting, StartEvent.CountersignSent],
        ["task"] = [StartEvent.TaskIssued, StartEvent.CloseAsked],
    };

    /// <summary>Rules without a period: the case states the day itself.</summary>
    private static readonly Dictionary<string, string> Stated = new(StringComparer.Ordinal) { ["task"] = "task" };

    private static readonly string[] WhereEverybodyAnswers = ["all", "veto"];
    private static readonly string[] CommonPolicies = ["all", "any", "veto", "ratio:1/2", "ratio:2/3", "ratio:3/4"];

    private RoundChoices(IReadOnlyList<string> who, IReadOnlyList<string> deadlines, IReadOnlyList<string> policies) =>
        (Who, Deadlines, Policies) = (who, deadlines, policies);

    /// <summary>Registered names of who is asked.</summary>
    public IReadOnlyList<string> Who { get; }

    /// <summary>Ids of deadline rules; a round may also have none.</summary>
    public IReadOnlyList<string> Deadlines { get; }

    /// <summary>When the round passes.</summary>
    public IReadOnlyList<string> Policies { get; }

    /// <summary>In which order the units may be asked.</summary>
    public static IReadOnlyList<AskOrder> Orders { get; } = Enum.GetValues<AskOrder>();

    /// <summary>Whom a lifecycle can ask at all: what fits it, and what it asks as shipped.</summary>
    public static IReadOnlySet<string> WhoFits(Lifecycle shipped) =>
        FittingWho
            .GetValueOrDefault(shipped.Id, [])
            .Concat(shipped.Nodes.Values.OfType<Node.Step>().Select(s => s.Ask?.Who).OfType<string>())
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>The choices for one round of a lifecycle.</summary>
    public static RoundChoices For(string lifecycle, RoundInput round)
    {
        var vocabulary = Vocabulary.Named(round.Vocabulary);
        var inPerson = vocabulary.IsPersonal;
        var who = inPerson || vocabulary.AnsweredBy == AnsweredBy.Office ? [] : FittingWho.GetValueOrDefault(lifecycle);
        return new(
            With(who ?? [], round.Who),
            With(FittingRules(lifecycle, round), round.Deadline),
            With(
                inPerson ? []
                    : Silence.EverybodyAnswers(Lifecycle.KindOf(lifecycle), vocabulary) ? WhereEverybodyAnswers
                    : CommonPolicies,
                round.Policy
            )
        );
    }

    /// <summary>The rules whose event happens in that lifecycle; where it has many, those of the same event as now.</summary>
    private static IEnumerable<string> FittingRules(string lifecycle, RoundInput round)
    {
        var rules = SetOf(lifecycle).Rules;
        var starts =
            FittingStarts.GetValueOrDefault(lifecycle)
            ?? [.. rules.Where(r => r.Id == round.Deadline).Select(r => r.Start).Distinct()];
        var stated = Stated.GetValueOrDefault(lifecycle);
        return rules.Where(r => starts.Contains(r.Start) && (r.Period is not null || r.Id == stated)).Select(r => r.Id);
    }

    private static RuleSet SetOf(string lifecycle) =>
        lifecycle switch
        {
            "plan" or "disagreement" => RuleSet.Consult,
            "suggestion" => RuleSet.Defaults.Single(s => s.Id == "npc"),
            "proposal" => RuleSet.Defaults.Single(s => s.Id == "cppcc"),
            _ => RuleSet.Meeting,
        };

    private static IReadOnlyList<string> With(IEnumerable<string> names, string? now) =>
        [.. (now is null || names.Contains(now) ? names : names.Append(now)).Distinct()];
}
