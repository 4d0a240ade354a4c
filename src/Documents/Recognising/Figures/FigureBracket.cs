using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>What stands in brackets right behind a figure: its goal, its parts, or a remark.</summary>
internal static class FigureBracket
{
    private static readonly Regex NoParts = new("^[(（](累计|占|比|较|同比|上年|去年|目标|计划)", Patterns.Linear);

    /// <summary>占比达到61%（年度目标60%）.</summary>
    public static Figure? Goal(Segment segment, Figure figure)
    {
        var rest = segment.Text[figure.End..];
        return
            rest is ['(' or '（', ..]
            && GoalPhrase.GoesOn(rest[1..])
            && FigureScan.Find(FigureScan.Open(rest)) is [var goal, ..]
            && goal.Unit == figure.Unit
            ? goal
            : null;
    }

    /// <summary>招生900人（甲校500人、乙校400人）.</summary>
    public static List<Share> Parts(Segment segment, Figure figure)
    {
        var rest = segment.Text[figure.End..];
        if (rest is not ['(' or '（', ..])
            return [];
        var bracket = new Segment(rest, FigureScan.Open(rest), false);
        // （占93.7%）, （累计37个） are no parts of it.
        return bracket.Figures.All(part => part.Unit == figure.Unit) && !NoParts.IsMatch(rest)
            ? Shares.Of(bracket)
            : [];
    }

    /// <summary>The figures in front of the first bracket.</summary>
    public static List<Figure> Outside(Segment segment)
    {
        // （2） at its start is the number of an item.
        var start = segment.Figures.Count > 0 ? segment.Figures[0].At : 0;
        var bracket = segment.Open.AsSpan(start).IndexOfAny('(', '（');
        return [.. segment.Figures.Where(figure => bracket < 0 || figure.At < start + bracket)];
    }
}
