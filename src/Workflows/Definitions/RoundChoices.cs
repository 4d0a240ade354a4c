using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Clocks;
using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Workflows.Definitions;

/// <summary>
/// What an office may choose for a round: registered names that fit that lifecycle, never a free text. What a round
/// says already stays a choice.
/// </summary>
public sealed class RoundChoices
{
    private static readonly Dictionary<string, (string[] Who, StartEvent[] Starts, string[] Stated)> Fitting = new(
        StringComparer.Ordinal
    )
    {
        ["meeting"] = (
            ["members", "unitsNamedInMinutes", "convenor", "office"],
            [StartEvent.Meeting, StartEvent.CountersignSent],
            []
        ),
        ["task"] = (["taskUnits", "taskLead", "office"], [StartEvent.TaskIssued, StartEvent.CloseAsked], ["task"]),
    };

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

    /// <summary>The choices for one round of a lifecycle.</summary>
    public static RoundChoices For(string lifecycle, RoundInput round)
    {
        var (who, starts, stated) = Fitting.GetValueOrDefault(lifecycle, ([], [], []));
        var vocabulary = Vocabulary.Named(round.Vocabulary);
        var byOffice = vocabulary.AnsweredBy == AnsweredBy.Office;
        var needsAll = Silence.EverybodyAnswers(Lifecycle.KindOf(lifecycle), vocabulary);
        var deadlines = RuleSet
            .Meeting.Rules.Where(r => starts.Contains(r.Start) && (r.Period is not null || stated.Contains(r.Id)))
            .Select(r => r.Id);
        return new(
            With(byOffice ? [] : who, round.Who),
            With(deadlines, round.Deadline),
            With(needsAll ? WhereEverybodyAnswers : CommonPolicies, round.Policy)
        );
    }

    private static IReadOnlyList<string> With(IEnumerable<string> names, string? now) =>
        [.. (now is null || names.Contains(now) ? names : names.Append(now)).Distinct()];
}
