using JointMeeting.Domain.Texts.Deadlines;

namespace JointMeeting.Workflows.Notices;

/// <summary>月度安排: an entry of a month plan. It is work during that month, which is not the same as by its end.</summary>
/// <param name="Number">As the tasks are numbered that come of it: 3月-2.</param>
/// <param name="Month">As the plan has it.</param>
/// <param name="From">First day; null where no year is stated.</param>
/// <param name="To">Last day; null where no year is stated.</param>
/// <param name="Matters">Each becomes a task of its own; where an entry holds several, they are proposed apart.</param>
/// <param name="Lead">Empty where the plan names nobody.</param>
public sealed record ProposedMonthEntry(
    string Number,
    string Month,
    DateOnly? From,
    DateOnly? To,
    IReadOnlyList<string> Matters,
    IReadOnlyList<string> Lead,
    string LeadBasis,
    IReadOnlyList<string> Units
)
{
    /// <summary>What a person must put in before it can become work, zh-CN; null where nothing is missing.</summary>
    public string? Missing() =>
        (Lead.Count, To) switch
        {
            (0, null) => "没有写明由谁办理，也没有写明是哪一年",
            (0, _) => "没有写明由谁办理",
            (_, null) => "没有写明是哪一年",
            _ => null,
        };

    /// <summary>
    /// The matters, as they were first read, that a confirmed one stands for: itself where it was left as it was; else, since
    /// it was reworded, joined or taken apart, those that were not left as they were. One that was only left out is nobody's.
    /// </summary>
    public IReadOnlyList<string> Written(string matter, ProposedMonthEntry asRead) =>
        asRead.Matters.Contains(matter) ? [matter] : [.. asRead.Matters.Except(Matters)];

    /// <summary>A task for each matter: 某段时间内, over by the last day.</summary>
    public IEnumerable<ProposedTask> Tasks() =>
        Matters.Select(
            (matter, at) =>
                new ProposedTask(
                    Matters.Count > 1 ? $"{Number}.{at + 1}" : Number,
                    ProposalWords.Label(ProposalKind.MonthEntry),
                    matter,
                    Lead,
                    LeadBasis,
                    Units,
                    new(Month, DeadlineKind.During, To, null)
                )
        );
}
