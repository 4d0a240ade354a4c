namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>The indicators of a report's clauses: a name with its value, then what it is compared with, claimed or made up of.</summary>
internal static class IndicatorReader
{
    /// <summary>Shorter ones are headings.</summary>
    private const int ShortestPassage = 20;

    /// <param name="byPlace">A table tells what each place reached: the sentences about them only repeat it.</param>
    /// <param name="told">The headings of the parts that tell results; none where the whole document does.</param>
    public static IReadOnlyList<Indicator> Read(Body body, IReadOnlySet<string> told, bool byPlace)
    {
        var texts = body
            .Clauses.Select(clause =>
                (clause.Section, Number: (int?)clause.Number, clause.Title, clause.Text, clause.Line)
            )
            // What a report says under a heading without numbers.
            .Concat(
                body.Passages.Where(passage => passage.Section.Length > 0 && passage.Text.Length >= ShortestPassage)
                    .Select(passage =>
                        (
                            passage.Section,
                            Number: (int?)null,
                            Title: "",
                            Text: Outline.WithoutMarker(passage.Text),
                            passage.Line
                        )
                    )
            )
            .Where(text => !ReportKind.IsAboutProblems(text.Section) && !ReportKind.LooksAhead(text.Section))
            .Where(text => told.Count == 0 || (told.Contains(text.Section) && !ReportKind.IsJudgement(text.Text)))
            .Where(text => !byPlace || !ReportKind.IsAboutPlaces(text.Section))
            // The rows of a table that was not read tell nothing by themselves.
            .Where(text => !text.Text.Contains('\t'))
            .OrderBy(text => text.Line)
            .ToList();
        var sets = texts.Select(text => text.Section).Distinct().ToList();
        return
        [
            .. texts.SelectMany(text =>
                Of(text.Section, text.Number, text.Title, text.Text, text.Line, sets.IndexOf(text.Section))
            ),
        ];
    }

    private static List<Indicator> Of(string section, int? clause, string title, string text, int line, int set)
    {
        var drafts = IndicatorText.Read(text, title);
        decimal? whole = null;
        var found = new List<Indicator>();
        foreach (var draft in drafts)
        {
            var id = $"{(char)('A' + Math.Min(set, 25))}{clause}-{found.Count + 1}";
            var indicator = draft.Finish(id, section, clause, line, whole);
            whole = indicator.Target is not null && indicator.Target == indicator.Actual ? indicator.Actual : whole;
            found.Add(indicator);
        }
        return found;
    }
}
