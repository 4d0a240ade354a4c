using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>The indicators of a report's clauses: a name with its value, then what it is compared with, claimed or made up of.</summary>
internal static class IndicatorReader
{
    private static readonly Regex GoesOn = new(
        "^(占(年度|全年|年初|既定)?(计划|目标|任务)|比|较|同比|环比|超过|超额|远超|超|均|都|高于|低于|未达|未完成|(目前|现|还|尚)?(余下|剩余|有余)|分别|其中|全面完成|完成(了)?(年度|全年|年初|既定|目标)?(目标)?任务|(完成)?(了)?(年度|全年|年初|既定|省定|市定|下达)(任务|目标|计划)(数|值|为|是)?[0-9]|完成(了)?[\u4e00-\u9fa5]{0,8}(下达|安排|确定)(的)?[0-9]|达到|实现|[0-9]{1,4}(个|件)(主办|协办|会办|独办|分办))",
        Patterns.Linear
    );

    /// <summary>Shorter ones are headings.</summary>
    private const int ShortestPassage = 20;

    public static IReadOnlyList<Indicator> Read(Body body)
    {
        var texts = body
            .Clauses.Select(clause => (clause.Section, Number: (int?)clause.Number, clause.Text, clause.Line))
            // What a report says under a heading without numbers.
            .Concat(
                body.Passages.Where(passage => passage.Section.Length > 0 && passage.Text.Length >= ShortestPassage)
                    .Select(passage =>
                        (passage.Section, Number: (int?)null, Outline.WithoutMarker(passage.Text), passage.Line)
                    )
            )
            .Where(text => !ReportKind.IsAboutProblems(text.Section) && !ReportKind.LooksAhead(text.Section))
            .OrderBy(text => text.Line)
            .ToList();
        var sets = texts.Select(text => text.Section).Distinct().ToList();
        return
        [
            .. texts.SelectMany(text =>
                Of(text.Section, text.Number, text.Item3, text.Line, sets.IndexOf(text.Section))
            ),
        ];
    }

    private static List<Indicator> Of(string section, int? clause, string text, int line, int set)
    {
        var drafts = Drafts(text);
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

    private static List<IndicatorDraft> Drafts(string text)
    {
        var drafts = new List<IndicatorDraft>();
        IndicatorDraft? open = null;
        var isDivided = false;
        foreach (var segment in Segments.Of(text))
        {
            isDivided = segment.Text is "其中" || (isDivided && !segment.Starts);
            if (open is not null && !segment.Starts && open.Takes(segment))
                continue;
            if (open is not null && isDivided)
            {
                open.Divide(segment);
                continue;
            }
            if (open is not null && !segment.Starts && GoesOn.IsMatch(segment.Text) && BelongsTo(open, segment))
            {
                open.Continue(segment);
                continue;
            }
            var next = IndicatorStart.Read(segment);
            if (
                open is { IsRateWithoutFigure: true, LostForSure: false }
                && !segment.Starts
                && next is { IsRateWithoutFigure: true }
            )
            {
                open.AddName(next.Name, segment.Text);
                continue;
            }
            Keep(drafts, open);
            open = next;
        }
        Keep(drafts, open);
        return drafts;
    }

    /// <summary>其中 without figures, and 达到 or 实现 with figures of their own, say something else.</summary>
    private static bool BelongsTo(IndicatorDraft open, Segment segment) =>
        segment.Text.StartsWith("其中") ? segment.Figures.Count > 0 && (open.Actual is not null || open.Composite)
        : segment.Text.StartsWith("实现") || segment.Text.StartsWith("达到")
            ? segment.Figures.Count == 0 && open.Target is not null
        : true;

    /// <summary>A rate without a figure is one only if its figure visibly fell out, or the text goes on as if there were one.</summary>
    private static void Keep(List<IndicatorDraft> drafts, IndicatorDraft? draft)
    {
        if (draft is not null && (!draft.IsRateWithoutFigure || draft.LostForSure || draft.WentOn))
            drafts.Add(draft);
    }
}
