using JointMeeting.Domain;
using JointMeeting.Domain.Supervision;
using JointMeeting.Domain.Supervision.Reporting;
using JointMeeting.Workflows.Notices.Confirm;

namespace JointMeeting.Workflows.Notices;

/// <summary>What people confirmed that names and words of one document stand for.</summary>
public sealed class Readings
{
    private readonly Dictionary<string, string> _units;
    private readonly Dictionary<string, string> _statuses;
    private readonly Dictionary<string, Addressee> _addressees;

    /// <summary>Names of the roster: each is a unit of its own.</summary>
    private readonly HashSet<string> _seated;

    private Readings(IReadOnlyList<ProposalRow> proposals) =>
        (_units, _statuses, _addressees, _seated) = (
            Taken(proposals, ProposalKind.Unit),
            Taken(proposals, ProposalKind.Status),
            Addressees(proposals)
                .Where(one => one.Units.Count > 0)
                .DistinctBy(one => Addressee.Fold(one.Words))
                .ToDictionary(one => Addressee.Fold(one.Words), StringComparer.Ordinal),
            proposals
                .Where(p => p.Kind == ProposalKind.Person)
                .Select(p => ProposalValues.Read<ProposedPerson>(p.Value).Unit)
                .ToHashSet(StringComparer.Ordinal)
        );

    /// <summary>The confirmed ones; what was not confirmed is read as it is written.</summary>
    public static Readings Of(IReadOnlyList<ProposalRow> proposals) => new(proposals);

    /// <summary>主送单位 as they were confirmed.</summary>
    public static IReadOnlyList<Addressee> Addressees(IReadOnlyList<ProposalRow> proposals) =>
        [
            .. proposals
                .Where(p => p.Kind == ProposalKind.Recipient && p.IsTaken)
                .Select(p => ProposalValues.Read<ProposedRecipient>(p.Value))
                .Select(recipient => new Addressee(recipient.Words, recipient.Units)),
        ];

    /// <summary>The unit a name stands for.</summary>
    public string Unit(string name) => _units.GetValueOrDefault(name, name);

    /// <summary>The units of a row, each once; words for addressees come to the units that were confirmed for them.</summary>
    public IReadOnlyList<string> Units(IEnumerable<string> names) =>
        [.. names.SelectMany(Named).Select(Unit).Distinct()];

    private IReadOnlyList<string> Named(string name) =>
        !_units.ContainsKey(name)
        && !_seated.Contains(name)
        && _addressees.TryGetValue(Addressee.Fold(name), out var addressee)
            ? addressee.Units
            : [name];

    /// <summary>The status of a row: as a person set it for that row, else as its word was confirmed; null where neither.</summary>
    public LedgerStatus? Status(LedgerEntry? entry) =>
        entry?.Status
        ?? (
            entry?.StatusRaw is { } raw
            && _statuses.TryGetValue(raw, out var word)
            && Enum.IsDefined(typeof(LedgerStatus), word)
                ? Enum.Parse<LedgerStatus>(word)
                : null
        );

    private static Dictionary<string, string> Taken(IReadOnlyList<ProposalRow> proposals, ProposalKind kind) =>
        proposals
            .Where(p => p.Kind == kind && p.IsTaken)
            .Select(p => ProposalValues.Read<ProposedReading>(p.Value))
            .ToDictionary(r => r.From, r => r.To, StringComparer.Ordinal);
}

/// <summary>Nothing becomes work before every proposal that work is made of was decided.</summary>
public static class AllProposalsAreDecided
{
    /// <summary>Findings, whom it is addressed to, and what only describes the document, may wait.</summary>
    public static bool BecomesWork(ProposalKind kind) =>
        kind switch
        {
            ProposalKind.Person
            or ProposalKind.Clause
            or ProposalKind.Column
            or ProposalKind.Unit
            or ProposalKind.Status
            or ProposalKind.Task
            or ProposalKind.Repair
            or ProposalKind.Duty
            or ProposalKind.MonthEntry => true,
            ProposalKind.Heading
            or ProposalKind.Recipient
            or ProposalKind.Target
            or ProposalKind.Indicator
            or ProposalKind.Citation
            or ProposalKind.Finding => false,
        };

    /// <summary>
    /// How many of which kind keep the document from becoming work. Entries of a month plan that name nobody cannot be
    /// accepted as they stand: they may wait, and become none.
    /// </summary>
    public static IReadOnlyList<(ProposalKind Kind, int Count)> Waiting(IReadOnlyList<ProposalRow> proposals) =>
        [
            .. proposals
                .Where(p => p.State == ProposalState.Pending && BecomesWork(p.Kind))
                .Where(p => p.Kind is not ProposalKind.MonthEntry || !ProposalValues.IsUnread(p.Kind, p.Value))
                .GroupBy(p => p.Kind)
                .Select(g => (g.Key, g.Count()))
                .OrderBy(g => g.Key),
        ];

    /// <summary>Refuses while any of them waits.</summary>
    /// <exception cref="Refusal">Some wait; says how many of which kind.</exception>
    public static void OrRefuse(IReadOnlyList<ProposalRow> proposals)
    {
        var waiting = Waiting(proposals).Select(w => $"{ProposalWords.Label(w.Kind)} {w.Count} 项").ToList();
        if (waiting.Count > 0)
            throw new Refusal($"还有待确认的识别结果：{string.Join("、", waiting)}。请先逐项或整类确认。");
    }
}

/// <summary>A name that a person did not accept as a unit becomes none.</summary>
internal static class UnitsAreAsConfirmed
{
    /// <exception cref="Refusal">A row or a person that was taken still names it; says which.</exception>
    public static void OrRefuse(IReadOnlyList<ProposalRow> proposals)
    {
        var refused = Refused(proposals);
        var readings = Readings.Of(proposals);
        var used = proposals
            .Where(p => p.IsTaken)
            .SelectMany(p => Named(p), (p, name) => (Name: name, p.Label))
            .Where(use => refused.Contains(use.Name) && readings.Units([use.Name]).Contains(use.Name))
            .GroupBy(use => use.Name, use => use.Label)
            .Select(use => $"“{use.Key}”（{string.Join("、", use.Distinct().Take(5))}）")
            .ToList();
        if (used.Count > 0)
            throw new Refusal(
                $"没有采纳为单位的名称还在使用：{string.Join("；", used)}。请把名称更正为单位全称，或更正、不采纳这些项。"
            );
    }

    /// <summary>The names that were not accepted.</summary>
    public static IReadOnlySet<string> Refused(IReadOnlyList<ProposalRow> proposals) =>
        proposals
            .Where(p => p is { Kind: ProposalKind.Unit, State: ProposalState.Rejected })
            .Select(p => ProposalValues.Read<ProposedReading>(p.Value).From)
            .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Named(ProposalRow row) =>
        row.Kind switch
        {
            ProposalKind.Task when ProposalValues.Read<ProposedTask>(row.Value) is var task => task.Lead.Union(
                task.Units
            ),
            ProposalKind.MonthEntry when ProposalValues.Read<ProposedMonthEntry>(row.Value) is var entry =>
                entry.Lead.Union(entry.Units),
            ProposalKind.Person => [ProposalValues.Read<ProposedPerson>(row.Value).Unit],
            _ => [],
        };
}

/// <summary>The rows were read with the columns as proposed: another reading of a heading needs another import.</summary>
internal static class ColumnsAreAsRead
{
    /// <exception cref="Refusal">A heading was corrected or not accepted.</exception>
    public static void OrRefuse(IReadOnlyList<ProposalRow> proposals)
    {
        var other = proposals
            .Where(p => p.Kind == ProposalKind.Column && p.State != ProposalState.Accepted)
            .Select(p => $"“{ProposalValues.Read<ProposedReading>(p.Original).From}”")
            .ToList();
        if (other.Count > 0)
            throw new Refusal(
                $"表头{string.Join("、", other)}没有按识别结果采纳，而各行是按识别的表头读的。更正已经记住：请重新导入这份文件，并搁置这一份。"
            );
    }
}
