using JointMeeting.Domain.Supervision.Reporting;
using JointMeeting.Workflows.Notices.Confirm;

namespace JointMeeting.Workflows.Notices.Learn;

/// <summary>What the decision on a proposal says beyond the document it was made on.</summary>
internal static class Lessons
{
    /// <summary>The readings it teaches, each from the document's words to their meaning.</summary>
    public static async Task<IReadOnlyList<(LearnedKind Kind, string Source, string Reading)>> Of(
        Step step,
        ProposalRow proposal,
        string value
    ) =>
        proposal.Kind switch
        {
            ProposalKind.Unit => Reading(LearnedKind.Unit, value, teachesItself: false),
            ProposalKind.Column => Reading(LearnedKind.Column, value, teachesItself: true),
            ProposalKind.Status => Reading(LearnedKind.Status, value, teachesItself: true),
            ProposalKind.Repair => Repair(ProposalValues.Read<ProposedRepair>(value)),
            ProposalKind.Person => await Renamed(
                step,
                [ProposalValues.Read<ProposedPerson>(proposal.Original).Unit],
                [ProposalValues.Read<ProposedPerson>(value).Unit]
            ),
            ProposalKind.Task => await Renamed(
                step,
                ProposalValues.Read<ProposedTask>(proposal.Original).Units,
                ProposalValues.Read<ProposedTask>(value).Units
            ),
            ProposalKind.Recipient => await Recipient(
                step,
                ProposalValues.Read<ProposedRecipient>(proposal.Original),
                ProposalValues.Read<ProposedRecipient>(value)
            ),
            ProposalKind.MonthEntry => await Renamed(
                step,
                ProposalValues.Read<ProposedMonthEntry>(proposal.Original).Units,
                ProposalValues.Read<ProposedMonthEntry>(value).Units
            ),
            ProposalKind.Clause
            or ProposalKind.Heading
            or ProposalKind.Duty
            or ProposalKind.Target
            or ProposalKind.Indicator
            or ProposalKind.Citation
            or ProposalKind.Finding => [],
        };

    private static List<(LearnedKind, string, string)> Reading(LearnedKind kind, string value, bool teachesItself)
    {
        var (from, to, _) = ProposalValues.Read<ProposedReading>(value);
        return from == to && !teachesItself ? [] : [(kind, from, to)];
    }

    private static List<(LearnedKind, string, string)> Repair(ProposedRepair repair) =>
        [(LearnedKind.Repair, repair.Raw, repair.Repaired)];

    /// <summary>A single unit by its full name, or the units of a group.</summary>
    private static async Task<IReadOnlyList<(LearnedKind, string, string)>> Recipient(
        Step step,
        ProposedRecipient before,
        ProposedRecipient now
    ) =>
        await Renamed(step, before.Units, now.Units) is { Count: > 0 } renamed ? renamed
        : now.Units is [var only] && only == now.Words ? []
        : [(LearnedKind.Recipient, Addressee.Fold(now.Words), string.Join('、', now.Units))];

    /// <summary>
    /// One unknown name replaced by another tells what it stands for; a known unit replaced by another is a change of
    /// the assignment and tells nothing about names.
    /// </summary>
    private static async Task<IReadOnlyList<(LearnedKind, string, string)>> Renamed(
        Step step,
        IReadOnlyList<string> before,
        IReadOnlyList<string> now
    )
    {
        var (gone, come) = (before.Except(now).ToList(), now.Except(before).ToList());
        if (gone is not [var name] || come is not [var unit])
            return [];
        var known = await step.Session.Scalar<long>("select count(*) from unit where name = @name", new { name });
        return known > 0 ? [] : [(LearnedKind.Unit, name, unit)];
    }
}
