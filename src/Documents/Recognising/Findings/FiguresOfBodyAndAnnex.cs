using JointMeeting.Documents.Recognising.Figures;

namespace JointMeeting.Documents.Recognising.Findings;

/// <summary>A row and its clause that say the same of different numbers: 不低于1200元 in the body, 不低于1500元 in the annex.</summary>
internal static class FiguresOfBodyAndAnnex
{
    /// <summary>So many signs in front of a number must agree for both to be about one thing.</summary>
    private const int Words = 4;

    private const int Shown = 10;

    public static IEnumerable<Finding> Differ(IReadOnlyList<Clause> clauses, IReadOnlyList<TaskRow> rows)
    {
        foreach (var row in rows)
            if (row.ClauseIndex is { } index && clauses[index] is var clause)
                foreach (var (inBody, inRow) in Pairs(clause.Text, row.Text))
                    yield return new(
                        FindingKind.FiguresDiffer,
                        row.Number,
                        clause.Number,
                        $"分工表第 {row.Number} 项写“{inRow}”,正文第 {clause.Number} 条写“{inBody}”,请核对。",
                        [],
                        row.Line,
                        row.LinkDoubt is null ? 0.8 : 0.6
                    )
                    {
                        Support = $"正文第 {clause.Number} 条:{inBody}",
                        Values = [inBody, inRow],
                    };
    }

    /// <summary>Numbers of one unit behind the same words; a number that the body has anywhere contradicts nothing.</summary>
    private static IEnumerable<(string Body, string Row)> Pairs(string body, string row)
    {
        var (ofBody, ofRow) = (Found(body), Found(row));
        foreach (var own in ofRow)
            if (
                own.Before.Length == Words
                && !ofBody.Exists(other => other.Figure.Value == own.Figure.Value)
                && ofBody.FindAll(other =>
                    other.Figure.Unit == own.Figure.Unit
                    && other.Before == own.Before
                    && !ofRow.Exists(known => known.Figure.Value == other.Figure.Value)
                )
                    is [var only]
            )
                yield return (only.Text, own.Text);
    }

    private static List<(Figure Figure, string Before, string Text)> Found(string text)
    {
        var squeezed = Folding.Squeeze(text);
        return
        [
            .. FigureScan
                .Find(FigureScan.Open(squeezed))
                .Select(figure =>
                    (
                        figure,
                        squeezed[Math.Max(0, figure.At - Words)..figure.At],
                        squeezed[Math.Max(0, figure.At - Shown)..figure.End]
                    )
                ),
        ];
    }
}
