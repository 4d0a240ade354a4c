using JointMeeting.Documents.Recognising;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;
using JointMeeting.Workflows.Notices.Learn;

namespace JointMeeting.Web.Intake;

/// <summary>
/// What headings, names and words of the document stand for, each once for all rows. A ledger shows all of them; a
/// founding notice, whose units are new by nature, only what was learned before and what only its month plan names.
/// </summary>
internal sealed class ReadingProposals(Notice notice, Places places, Known known)
{
    private bool IsLedger => notice.Ledger is not null;

    /// <summary>A month plan is written for insiders: 综合科, which the rest of the document does not name.</summary>
    private readonly IReadOnlySet<string> _onlyPlanned = notice
        .Calendar.SelectMany(entry => entry.Units.All)
        .Except(notice.Tasks.SelectMany(row => row.Units.All.Union(row.Lead)))
        .Except((notice.Roster?.Persons ?? []).Select(person => person.Unit ?? ""))
        .ToHashSet(StringComparer.Ordinal);

    public IEnumerable<Proposed> All() => [.. Columns(), .. Units(), .. Statuses()];

    private IEnumerable<Proposed> Columns()
    {
        foreach (var column in notice.Columns)
        {
            var learned = known.Of(LearnedKind.Column, column.Heading);
            if (!IsLedger && learned is null)
                continue;
            yield return Reading(
                ProposalKind.Column,
                column.Heading,
                column.Column.ToString(),
                notice.Tasks.Count,
                column.Line,
                learned is not null ? LearnedWords.Basis(learned)
                    : column.IsKnown ? null
                    : "不认识的表头，内容原样保留；如是进展、状态等，请更正"
            );
        }
    }

    private IEnumerable<Proposed> Units()
    {
        var named = notice
            .Tasks.SelectMany(row => row.Units.All.Union(row.Lead), (row, name) => (Name: name, row.Line))
            .Concat((notice.Roster?.Persons ?? []).Select(person => (Name: person.Unit ?? "", person.Line)))
            .Concat(notice.Calendar.SelectMany(entry => entry.Units.All, (entry, name) => (Name: name, entry.Line)))
            .Where(unit => unit.Name.Length > 0 && !known.Units.Contains(unit.Name))
            .GroupBy(unit => unit.Name, StringComparer.Ordinal);
        foreach (var name in named)
            if (Stands(name.Key) is { } stands)
                yield return Reading(
                    ProposalKind.Unit,
                    name.Key,
                    stands.Unit,
                    name.Count(),
                    name.First().Line,
                    stands.Doubt
                );
    }

    /// <summary>The unit a name stands for and why that is not certain; null where it needs nobody's word.</summary>
    private (string Unit, string Doubt)? Stands(string name)
    {
        if (known.Of(LearnedKind.Unit, name) is { } learned)
            return (learned.Reading, LearnedWords.Basis(learned));
        if (!IsLedger && !_onlyPlanned.Contains(name))
            return null;
        if (known.Alias(name) is { } alias)
            return (alias.Unit, LearnedWords.Basis(alias));
        if (ShortNames.NamesNobody(name))
            return (name, "不是一个具体单位；采纳即按原文的叫法列为一个单位");
        return ShortNames.Candidates(name, known.Units) switch
        {
            [var unit] => (unit, "单位名录中有名称相近的单位，请确认是否就是它"),
            [_, _, ..] several => (name, $"可能是“{string.Join("”或“", several)}”，请更正为其中一个"),
            _ when _onlyPlanned.Contains(name) => (
                name,
                "不在单位名录中，采纳即列为新单位；如是简称或科室，请更正为单位全称"
            ),
            _ => (name, "不在单位名录中，采纳即列为新单位；如是简称，请更正为全称"),
        };
    }

    private IEnumerable<Proposed> Statuses()
    {
        var words = notice
            .Tasks.Where(row => row.Standing?.Status is not null)
            .GroupBy(row => row.Standing!.Status!.Raw, StringComparer.Ordinal);
        foreach (var rows in words)
        {
            var status = rows.First().Standing!.Status!;
            var learned = known.Of(LearnedKind.Status, rows.Key);
            yield return Reading(
                ProposalKind.Status,
                rows.Key,
                learned?.Reading ?? status.Value?.ToString() ?? "",
                rows.Count(),
                rows.First().Line,
                learned is null ? status.Doubt : LearnedWords.Basis(learned)
            );
        }
    }

    private Proposed Reading(ProposalKind kind, string from, string to, int rows, int line, string? doubt) =>
        places.Proposed(kind, from, line, ProposalValues.Write(new ProposedReading(from, to, rows)), doubt);
}
