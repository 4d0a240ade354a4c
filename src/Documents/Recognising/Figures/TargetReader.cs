using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>
/// The numbers a plan sets itself: those in its clauses, under its headings and in its task rows. What is said to exist
/// already, and counts of what a sentence has just listed, are none.
/// </summary>
internal static class TargetReader
{
    private static readonly Regex Existing = new(
        "目前|现有|已有|已建|已经|截至|共有|原有|上年|去年|拥有|已达|已完成|建有|现已|现存|近年来|以来|辖|仍有|尚有|被(追责|问责|查处|处分|处罚|约谈|通报)",
        Patterns.Linear
    );

    /// <summary>较上年下降3.5%以上 is a goal measured by what was.</summary>
    private static readonly Regex Compared = new("(较|比)(上年|去年|上年度)", Patterns.Linear);
    private static readonly Regex Began = new(
        "^([一二三四五六七八九十]、)?((?<y>(19|20)[0-9]{2})年(度|全年|上半年|下半年|[0-9]{1,2}月)?|去年|上年度?|前年|往年)([^,，以底末前开年至—-].*)?$",
        Patterns.Linear
    );
    private static readonly Regex Divides = new("^(其中|分别|按)", Patterns.Linear);
    private static readonly Regex StartsWithFigure = new("^(和|及|、)?[0-9]", Patterns.Linear);

    private static readonly Regex Promises = new(
        "下一步|将(提请|牵头|会同|进一步|研究|继续|加快|安排|争取|推动)|计划|规划|拟|力争|年内|预计|确保|[0-9月年节底](底)?(之前|以前|前)",
        Patterns.Linear
    );

    /// <summary>A reply tells what was done; only what it promises is a target.</summary>
    public static IEnumerable<Target> Promised(IEnumerable<Target> targets) =>
        targets.Where(target => Promises.IsMatch(target.Text));

    public static IEnumerable<Target> Read(Body body, IReadOnlyList<TaskRow> rows, int? year)
    {
        var found = new List<Target>();
        foreach (var clause in body.Clauses)
            found.AddRange(
                Of(clause.Text, clause.Line, year)
                    .Select(target => target with { Clause = clause.Number, Section = clause.Section })
            );
        foreach (var passage in body.Passages.Where(passage => passage.Section.Length > 0))
            found.AddRange(
                Of(passage.Text, passage.Line, year).Select(target => target with { Section = passage.Section })
            );
        var known = found.SelectMany(target => target.Values).ToHashSet();
        // A row mostly repeats its clause: only what no clause says is new.
        foreach (var row in rows)
            found.AddRange(
                OfRow(row, year)
                    .Where(target => !target.Values.All(known.Contains))
                    .Select(target => target with { Row = row.Number, Clause = row.Clause, Section = row.Section })
            );
        return found;
    }

    /// <summary>A cell that is nothing but a number (12个) is the goal of its row, which may have said it already.</summary>
    private static IEnumerable<Target> OfRow(TaskRow row, int? year)
    {
        var targets = Of(string.Join('\n', row.Details.Prepend(row.Text)), row.Line, year).ToList();
        foreach (var target in targets)
            if (!CellNumber.Is(Folding.Squeeze(target.Text)))
                yield return target;
            else if (!targets.Exists(other => other != target && other.Values.Contains(target.Values[0])))
                yield return target with
                {
                    Text = $"{row.Text} {target.Text}",
                };
    }

    private static IEnumerable<Target> Of(string text, int line, int? year)
    {
        var (open, before, isPast) = (new List<Segment>(), (Segment?)null, false);
        foreach (var segment in Segments.Of(text))
        {
            isPast = segment.Starts ? TellsOfThePast(segment.Text, year) : isPast;
            var goesOn = before is { Figures.Count: > 0 } && !segment.Starts && StartsWithFigure.IsMatch(segment.Open);
            if (!goesOn)
                foreach (var target in Closed(open, line))
                    yield return target;
            if (!goesOn)
                open.Clear();
            if (
                !isPast
                && segment.Figures.Count > 0
                && (!Existing.IsMatch(Compared.Replace(segment.Open, "")) || IsBounded(segment))
            )
                open.Add(segment);
            before = segment;
        }
        foreach (var target in Closed(open, line))
            yield return target;
    }

    /// <summary>2023年度台账共列入事项42项，…: a sentence that begins with a year gone by, and does not build on it.</summary>
    private static bool TellsOfThePast(string text, int? year) =>
        Began.Match(text) is { Success: true } began
        && (!began.Groups["y"].Success || int.Parse(began.Groups["y"].ValueSpan) < year);

    /// <summary>每万人拥有面积不低于3600平方米 sets what is to be; 已达80% tells what is.</summary>
    private static bool IsBounded(Segment segment) =>
        segment.Open.Contains("拥有")
        && segment.Figures.All(figure => figure.Op is ">=" or "<=")
        && !Existing.IsMatch(segment.Open.Replace("拥有", ""));

    /// <summary>其中甲区4000人、乙区5000人 sets each sub-unit its quota; anything else is one target.</summary>
    private static IEnumerable<Target> Closed(List<Segment> segments, int line)
    {
        if (Close(segments, line) is not { } target)
            yield break;
        if (target.Unit is null && target.Values.Count > 1)
        {
            foreach (var one in OneByOne(segments, line))
                yield return one;
            yield break;
        }
        var shares = segments is [var only] && Divides.IsMatch(only.Text) ? Shares.Of(only) : [];
        if (
            shares.Count > 1
            && segments[0].Text.StartsWith("其中")
            && !shares.TrueForAll(share => QuotaScope.IsSubUnit(share.Name))
        )
            yield break;
        if (shares.Count < 2 || !shares.TrueForAll(share => QuotaScope.IsSubUnit(share.Name)))
            yield return target;
        else
            foreach (var share in shares)
                yield return target with
                {
                    Scope = share.Name,
                    Values = [share.Value],
                };
    }

    /// <summary>2个甲、8所乙: each number with its own unit is a target of its own.</summary>
    private static IEnumerable<Target> OneByOne(List<Segment> segments, int line) =>
        segments.SelectMany(segment =>
            segment
                .Figures.Where(IsSet)
                .Select(figure => new Target(
                    null,
                    null,
                    "",
                    null,
                    null,
                    segment.Text,
                    figure.Op ?? "=",
                    [figure.Value],
                    figure.Unit,
                    line,
                    figure.Doubt
                ))
        );

    private static Target? Close(List<Segment> segments, int line)
    {
        var figures = segments.SelectMany(segment => segment.Figures).Where(IsSet).ToList();
        if (figures.Count == 0)
            return null;
        var units = figures.Select(figure => figure.Unit).Distinct().ToList();
        return new(
            null,
            null,
            "",
            null,
            null,
            string.Join(',', segments.Select(segment => segment.Text)),
            figures.Select(figure => figure.Op).FirstOrDefault(op => op is not null) ?? "=",
            [.. figures.Select(figure => figure.Value)],
            units.Count == 1 && units[0].Length > 0 ? units[0] : null,
            line,
            figures.Select(figure => figure.Doubt).FirstOrDefault(doubt => doubt is not null)
        );
    }

    /// <summary>
    /// A frequency or an appearance counts only where it is bounded (每年不少于2次); things that are counted by such words,
    /// where they are made (开通航线2条).
    /// </summary>
    private static bool IsSet(Figure figure) =>
        !figure.IsListed
        && !figure.IsAttribute
        && (
            figure.Op is not null
            || figure.IsMade
            || figure.Unit is not ("次" or "期" or "条" or "期" or "本" or "种" or "班" or "对")
        );
}
