namespace JointMeeting.Documents.Recognising.Findings;

/// <summary>Text that lost signs on the way: one finding a task row, one a line elsewhere.</summary>
internal static class DamagedTexts
{
    public static IEnumerable<Finding> InRows(IReadOnlyList<TaskRow> rows, IReadOnlyList<Clause> clauses)
    {
        foreach (var row in rows)
        {
            var clause = row.ClauseIndex is { } index ? clauses[index].Text : "";
            var damages = LostSigns
                .Find(row.Text)
                .Select(damage => AgainstBody.Repaired(damage, row.Text, clause))
                .Concat(AgainstBody.ShortenedQuotes(row.Text, clause))
                .OrderBy(damage => damage.At)
                .ToList();
            var besides = row.Details.SelectMany(LostSigns.Find).ToList();
            if (damages.Count + besides.Count > 0)
                yield return new(
                    FindingKind.DamagedText,
                    row.Number,
                    row.Clause,
                    $"分工表第 {row.Number} 项文字有缺损:{string.Join(";", damages.Concat(besides).Select(damage => damage.Text).Distinct())}。",
                    [],
                    row.Line,
                    0.9,
                    Repair(row.Text, damages)
                )
                {
                    Support = row.ClauseIndex is null || damages.Count == 0 ? null : Support(row, damages[0], clause),
                };
        }
    }

    /// <param name="known">Lines whose lost figures another finding names already.</param>
    public static IEnumerable<Finding> InLines(Sheet sheet, IReadOnlySet<int> known)
    {
        for (var at = 0; at < sheet.Lines.Count; at++)
            if (
                !sheet.IsTaken(at)
                && LostSigns
                    .Find(sheet.Lines[at].Spaced)
                    .Where(damage => !damage.IsFigure || !known.Contains(sheet.Lines[at].Number))
                    .Take(8)
                    .ToList()
                    is { Count: > 0 } damages
            )
                yield return new(
                    FindingKind.DamagedText,
                    null,
                    null,
                    $"第 {sheet.Lines[at].Number} 行文字有缺损:{string.Join(";", damages.Select(damage => damage.Text))}。",
                    [],
                    sheet.Lines[at].Number,
                    0.8
                );
    }

    /// <summary>The sentence of the clause whose wording is nearest to the damaged one.</summary>
    private static string? Support(TaskRow row, Damage damage, string clause)
    {
        var own = Likeness.Pairs(Sentence(row.Text, Math.Min(damage.At, row.Text.Length - 1)));
        var (share, nearest) = clause
            .Split('。', ';', '；', '\n')
            .Select(sentence => (Share: Likeness.Share(own, Likeness.Pairs(sentence)), Sentence: sentence))
            .MaxBy(found => found.Share);
        return share < Likeness.Least ? null : $"正文第 {row.Clause} 条:{nearest.Trim()}";
    }

    private static string Sentence(string text, int at)
    {
        var start = text[..at].AsSpan().LastIndexOfAny('。', ';', '；') + 1;
        var length = text.AsSpan(at).IndexOfAny('。', ';', '；');
        return length < 0 ? text[start..] : text[start..(at + length)];
    }

    private static string? Repair(string text, List<Damage> damages)
    {
        var known = damages.Where(damage => damage.Replacement is not null).ToList();
        foreach (var damage in Enumerable.Reverse(known))
            if (damage.At + damage.Length <= text.Length)
                text = text[..damage.At] + damage.Replacement + text[(damage.At + damage.Length)..];
        return known.Count == 0 ? null : text;
    }
}
