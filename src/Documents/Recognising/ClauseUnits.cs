using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>The units a clause names: in a closing bracket, behind a label, or in a sentence (由…牵头).</summary>
internal static class ClauseUnits
{
    private static readonly Regex LedBy = new("由(?<u>[^由,，。;；:：、()（）“”]{2,20})牵头", Patterns.Linear);

    /// <summary>The units a line ends with, or consists of, and the line without them.</summary>
    public static (UnitList Units, string Text)? OfLine(Line line)
    {
        if (Brackets.AtEnd(line.Spaced) is { } group && OfBracket(group.Inner) is { } units)
            return (units, line.Spaced[..group.Start].TrimEnd());
        if (UnitsExpression.IsLabelled(line.Squeezed))
            return (UnitsExpression.Parse(line.Spaced), "");
        return UnitsExpression.LabelledTail(line.Spaced) is { } tail
            ? (UnitsExpression.Parse(line.Spaced[tail..]), line.Spaced[..tail].TrimEnd())
            : null;
    }

    /// <summary>由县水利局牵头 in the text of a clause that names its units nowhere else.</summary>
    public static UnitList? OfSentence(string text)
    {
        foreach (Match match in LedBy.Matches(text))
            if (match.Groups["u"].Value is var unit && UnitNames.LooksLikeOne(unit))
                return new(
                    match.Value,
                    [new(unit, false, 0)],
                    [],
                    null,
                    null,
                    "牵头单位由正文语句推定,请核对并补充责任单位"
                );
        return null;
    }

    public static UnitList Join(UnitList before, UnitList next) =>
        before == UnitList.None
            ? next
            : new(
                $"{before.Raw} {next.Raw}",
                [.. before.Lead, .. next.Lead],
                [.. before.Responsible, .. next.Responsible],
                before.Stated ?? next.Stated,
                next.Time ?? before.Time,
                before.Doubt ?? next.Doubt
            );

    private static UnitList? OfBracket(string bracket)
    {
        if (UnitsExpression.StatesUnits(bracket))
            return UnitsExpression.Parse(bracket);
        var named = UnitsExpression.IsPlainList(bracket) ? UnitsExpression.ParseList(bracket) : UnitList.None;
        return !named.IsEmpty && named.All.All(unit => UnitNames.Level(unit) is not null)
            ? named with
            {
                Doubt = "括号内没有写明是责任单位",
            }
            : null;
    }
}
