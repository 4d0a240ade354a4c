using JointMeeting.Documents.Recognising.Figures;

namespace JointMeeting.Documents.Recognising;

/// <summary>The facts a notice proposes, in the order of the source's parts.</summary>
public static class ProposedFacts
{
    public static IReadOnlyList<ProposedFact> Of(Notice notice) =>
        [
            .. OfHeading(notice.Heading),
            .. notice.Ledger is null ? MissingOfHeading(notice.Heading) : [],
            .. OfCitations(notice),
            .. OfRoster(notice.Roster),
            .. ProposedWork.OfClauses(notice),
            .. ProposedWork.OfTasks(notice),
            .. OfCalendar(notice),
            .. OfDuties(notice),
            .. OfFigures(notice),
        ];

    private static IEnumerable<ProposedFact> OfHeading(Heading heading)
    {
        if (heading.Title is { } title)
            yield return Fact(FactKind.Title, "title", title.Value, title.Line, title.Doubt);
        if (heading.Number is { } number)
            yield return Fact(
                FactKind.DocumentNumber,
                "documentNumber",
                number.Value.Canonical ?? number.Value.Raw,
                number.Line,
                number.Doubt
            );
        if (heading.Issuer is { } issuer)
            yield return Fact(FactKind.Issuer, "issuer", issuer.Value, issuer.Line, issuer.Doubt);
        if (heading.Issued is { } issued)
            yield return Fact(
                FactKind.IssueDate,
                "issueDate",
                issued.Value.ToString("yyyy-MM-dd"),
                issued.Line,
                issued.Doubt
            );
        for (var at = 0; at < heading.Recipients.Count; at++)
            yield return Fact(
                FactKind.Recipient,
                $"recipients[{at}]",
                heading.Recipients[at].Value,
                heading.Recipients[at].Line,
                heading.Recipients[at].Doubt
            );
    }

    /// <summary>Every document has them; where none was found a person is to look.</summary>
    private static IEnumerable<ProposedFact> MissingOfHeading(Heading heading)
    {
        if (heading.Title is null)
            yield return Fact(FactKind.Title, "title", "", 0, "没有认出标题");
        if (heading.Number is null)
            yield return Fact(FactKind.DocumentNumber, "documentNumber", "", 0, "没有认出发文字号");
        if (heading.Issuer is null)
            yield return Fact(FactKind.Issuer, "issuer", "", 0, "没有认出发文机关");
        if (heading.Issued is null)
            yield return Fact(FactKind.IssueDate, "issueDate", "", 0, "没有认出成文日期");
    }

    private static IEnumerable<ProposedFact> OfCitations(Notice notice) =>
        notice.Citations.Select(
            (cited, at) =>
                Fact(
                    FactKind.Citation,
                    $"citations[{at}]",
                    $"《{cited.Title}》({cited.Number?.Canonical ?? cited.Raw})",
                    cited.Line,
                    cited.Doubt
                )
        );

    private static IEnumerable<ProposedFact> OfRoster(Roster? roster)
    {
        if (roster is null)
            yield break;
        if (roster.Name is { } name)
            yield return Fact(FactKind.RosterName, "roster.name", name.Value, name.Line, name.Doubt);
        if (roster.SubstitutionText is { } rule)
            yield return Fact(FactKind.Substitution, "roster.substitutionRule", rule.Value, rule.Line);
        for (var at = 0; at < roster.Persons.Count; at++)
        {
            var person = roster.Persons[at];
            yield return Fact(
                FactKind.Person,
                $"roster.persons[{at}]",
                $"{person.Role} {person.Name} {person.Unit}{person.Post}",
                person.Line,
                person.Doubt
            );
        }
    }

    private static IEnumerable<ProposedFact> OfCalendar(Notice notice) =>
        notice.Calendar.Select(
            (entry, at) =>
                Fact(
                    FactKind.CalendarEntry,
                    $"calendar[{at}]",
                    $"{entry.Month}月 {entry.Number}.{entry.Text}",
                    entry.Line,
                    entry.Doubt,
                    entry.Matters.Count > 1 ? $"一项中有 {entry.Matters.Count} 件事,建议分开" : null
                )
        );

    private static IEnumerable<ProposedFact> OfDuties(Notice notice) =>
        notice.Duties.Select(
            (duty, at) =>
                Fact(
                    FactKind.Duty,
                    $"duties[{at}]",
                    $"{duty.Reporters} {duty.Name} {duty.Due?.Value.Raw}",
                    duty.Line,
                    duty.Reporters is null ? "没有写明由谁报送"
                        : duty.ReportersStated ? null
                        : "报送单位由上文推定",
                    duty.Due?.Doubt
                )
        );

    private static IEnumerable<ProposedFact> OfFigures(Notice notice) =>
        notice
            .Targets.Select(
                (target, at) => Fact(FactKind.Target, $"targets[{at}]", target.Text, target.Line, target.Doubt)
            )
            .Concat(
                notice.Indicators.Select(
                    (one, at) =>
                        Fact(
                            FactKind.Indicator,
                            $"indicators[{at}]",
                            one.Raw,
                            one.Line,
                            one.Lost ? "数值原文缺失,不按 0 处理" : null,
                            one.Basis is MetBasis.Contradicted ? $"原文写“{one.MetWord}”,与数字不符" : null,
                            one.PartsAgree is false ? "合计与分项或增减不一致" : null
                        )
                )
            );

    internal static ProposedFact Fact(FactKind kind, string path, string value, int line, params string?[] doubts) =>
        new(kind, path, value, line, [.. doubts.OfType<string>()]);
}
