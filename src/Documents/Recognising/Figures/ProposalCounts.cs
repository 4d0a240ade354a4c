using System.Text.RegularExpressions;
using JointMeeting.Documents.Recognising.Findings;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>How many suggestions and proposals (人大建议、政协提案) a text reports, by lead (主办, 独办) and assisting (协办, 会办).</summary>
/// <param name="Total">Null where none is stated.</param>
public sealed record ProposalCount(string Raw, int? Total, int Lead, int Assist, int? Clause, int Line);

/// <summary>Finds them: 办理建议提案9件,4件主办、5件协办; 建议提案共12件(主办8件、会办4件).</summary>
internal static class ProposalCounts
{
    private static readonly Regex About = new("(建议|提案|议案)", Patterns.Linear);
    private static readonly Regex Total = new(
        "(建议|提案|议案)[^0-9,，。;；]{0,8}(?<n>[0-9]{1,4})(件|个|项|条)",
        Patterns.Linear
    );
    private static readonly Regex Lead = new(
        "(?<n>[0-9]{1,4})(件|个|项)?(为|是|由我[^,，]{1,6})?(主办|独办)|(主办|独办)(件)?(?<n>[0-9]{1,4})(件|个|项)",
        Patterns.Linear
    );
    private static readonly Regex Assist = new(
        "(?<n>[0-9]{1,4})(件|个|项)?(为|是)?(协办|会办)|(协办|会办)(件)?(?<n>[0-9]{1,4})(件|个|项)",
        Patterns.Linear
    );

    public static IReadOnlyList<ProposalCount> Find(Sheet sheet, IReadOnlyList<Clause> clauses) =>
        [
            .. sheet.Lines.SelectMany(line =>
                line.Squeezed.Split('。', ';', '；')
                    .Select(sentence => Read(sentence, line, clauses))
                    .OfType<ProposalCount>()
            ),
        ];

    public static IEnumerable<Finding> Disagreements(IReadOnlyList<ProposalCount> counts) =>
        counts
            .Where(count => count.Total is { } total && total != count.Lead + count.Assist)
            .Select(count => new Finding(
                FindingKind.SumMismatch,
                null,
                count.Clause,
                $"建议提案共 {count.Total} 件,主办 {count.Lead} 件与协办 {count.Assist} 件之和为 {count.Lead + count.Assist},请核对。",
                [],
                count.Line,
                0.8
            )
            {
                Values = [$"{count.Total}", $"{count.Lead}+{count.Assist}={count.Lead + count.Assist}"],
            });

    private static ProposalCount? Read(string sentence, Line line, IReadOnlyList<Clause> clauses)
    {
        if (!About.IsMatch(sentence))
            return null;
        var (leads, assists, totals) = (Lead.Matches(sentence), Assist.Matches(sentence), Total.Matches(sentence));
        if (leads.Count == 0 || assists.Count == 0)
            return null;
        return new(
            Outline.Numbered(sentence)?.Text ?? sentence,
            totals.Count == 0 ? null : totals.Sum(Value),
            leads.Sum(Value),
            assists.Sum(Value),
            clauses.LastOrDefault(clause => clause.Line <= line.Number)?.Number,
            line.Number
        );
    }

    private static int Value(Match match) => int.Parse(match.Groups["n"].ValueSpan);
}
