using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>The units a clause names: in a closing bracket, behind a label, or in a sentence (由…牵头).</summary>
internal static class ClauseUnits
{
    private static readonly Regex LedBy = new(
        "由(?<u>[^由,，。;；:：()（）“”]{2,40}?)(牵头(负责)?|负责[,，])([,，]?(会同|联合|协同)(?<w>[^,，。;；:：()（）“”]{2,60}?)(等(有关|相关)?(部门|单位))?(制定|开展|推进|组织|实施|建立|研究|负责|按|做好|落实|抓好|[,，。;；]|$)|[,，]?(?<w>([^。;；:：()（）“”]|[(（](市|县|区|街道)([、,，](市|县|区))*[)）]){2,80}?)(等(有关|相关)?(部门|单位))?(配合|协同|协助|参与|参加|落实|承担))?",
        Patterns.Linear
    );

    /// <summary>【牵头】甲局 【配合】乙局 【时限】6月底前 is 牵头：甲局 配合：乙局 ….</summary>
    private static readonly Regex Lenticular = new("【[一-龥]{2,8}】", Patterns.Linear);
    private static readonly Regex LenticularLabel = new(
        "[;；,， ]*【(?<l>(牵头|责任|配合|主办|协办|参与|落实|承办)(单位|部门|主体)?|(完成|办理)?(时限|时间|期限)(要求|安排)?)】[:：]?",
        Patterns.Linear
    );

    private static string Labelled(string text) =>
        LenticularLabel.Replace(text, match => $" {match.Groups["l"].Value}：").TrimStart();

    /// <summary>The units a line ends with, or consists of, and the line without them.</summary>
    public static (UnitList Units, string Text)? OfLine(Line line)
    {
        if (Lenticular.IsMatch(line.Spaced))
            line = line with { Spaced = Labelled(line.Spaced), Squeezed = Folding.Squeeze(Labelled(line.Spaced)) };
        if (Brackets.AtEnd(line.Spaced) is { } group && OfBracket(group.Inner) is { } units)
            return (units, line.Spaced[..group.Start].TrimEnd());
        if (UnitsExpression.IsLabelled(line.Squeezed))
            return (UnitsExpression.Parse(line.Spaced), "");
        return UnitsExpression.LabelledTail(line.Spaced) is { } tail
            ? (UnitsExpression.Parse(line.Spaced[tail..]), line.Spaced[..tail].TrimEnd())
            : null;
    }

    /// <summary>甲局牵头，乙局、丙局配合，二季度完成…: at the start of a sentence that goes on.</summary>
    private static readonly Regex LeadsFirst = new(
        "(^|[。;；\n])(?<u>[^由,，。;；:：()（）“”]{2,60}?)牵头(负责)?([,，]?(?<w>[^。;；:：()（）“”]{2,80}?)(等(有关|相关)?(部门|单位))?(配合|协同|协助|参与|参加))?",
        Patterns.Linear
    );

    /// <summary>各承办单位要…: whoever has that part in the matter.</summary>
    private static readonly Regex RoleActs = new(
        "(^|[。;；])(?<u>各(承办|主办|责任|牵头|协办|会办|配合)(单位|部门))(要|应|须|需|每|于|对|负责)",
        Patterns.Linear
    );

    /// <summary>由甲局会同乙局: both without a lead.</summary>
    private static readonly Regex Together = new(
        "由(?<u>[^由,，。;；:：()（）“”]{2,40}?)(会同|联合)(?<w>[^,，。;；:：()（）“”]{2,60}?)(等(有关|相关)?(部门|单位))?(进一步|深入|抓紧|认真|共同|于|将|对|在|制定|开展|推进|组织|实施|建立|研究|负责|提出|按|做好|落实|抓好|[,，。;；]|$)",
        Patterns.Linear
    );

    /// <summary>甲局要…, 由甲局负责: the one unit.</summary>
    private static readonly Regex Alone = new(
        "(^|[。;；])(?<u>[^,，。;；:：()（）“”]{3,40}?)(要|应当?|须|需要|负责|统筹安排|尽快|抓紧)((会同|联合|商)(?<w>[^,，。;；:：()（）“”]{2,60}?)(等(有关|相关)?(部门|单位))?(对|做好|开展|制定|推进|组织|落实|研究|加快|抓好|[,，。;；]))?|(^|[,，。;；])请(?<u>[^由请,，。;；:：()（）“”会同]{3,40}?)(根据|按|牵头|抓紧|尽快|认真|进一步|做好|研究|于|在)|(^|[。;；])(?<u>[^,，。;；:：()（）“”]{3,40}?)(对|将)|(^|[,，。;；])由(?<u>[^由,，。;；:：()（）“”会同]{3,40}?)(负责|按程序|根据|研究|具体|组织|制定|提出|抓紧|修改|提请|统筹|尽快|会商|进一步|共同|论证|加快|做好|抓好|承担|汇总|办理)",
        Patterns.Linear
    );

    /// <summary>会议要求，各单位…: who decides is none of them.</summary>
    private static readonly Regex Decides = new("^会议[一-龥]{2,6}[,，]", Patterns.Linear);

    /// <summary>由县水利局牵头 in the text of a clause that names its units nowhere else.</summary>
    public static UnitList? OfSentence(string text)
    {
        text = Decides.Replace(text, "");
        foreach (Match match in LedBy.Matches(text))
            if (UnitsExpression.ParseList(match.Groups["u"].Value) is var led && led.All.All(UnitNames.LooksLikeOne))
                return Inferred(match.Value, led.Responsible, With(match.Groups["w"].Value));
        foreach (Match match in LeadsFirst.Matches(Outline.WithoutMarker(text)))
            if (
                UnitsExpression.ParseList(match.Groups["u"].Value) is { IsEmpty: false } first
                && first.All.All(UnitNames.LooksLikeOne)
            )
                return Inferred(match.Value, first.Responsible, With(match.Groups["w"].Value));
        foreach (var sentence in text.Split('。', '\n'))
            if (
                sentence.Length is > 4 and <= 200
                && UnitsExpression.StatesUnits(sentence)
                && UnitsExpression.Parse(sentence) is { IsEmpty: false } stated
            )
                return Inferred(sentence, stated.Lead, stated.Responsible) with { Time = stated.Time };
        foreach (Match match in Together.Matches(text))
            if (
                UnitsExpression.ParseList(match.Groups["u"].Value) is { IsEmpty: false } first
                && first.All.All(UnitNames.LooksLikeOne)
                && With(match.Groups["w"].Value) is { Count: > 0 } others
            )
                return Inferred(match.Value, [], [.. first.Responsible, .. others]);
        foreach (Match match in Alone.Matches(Outline.WithoutMarker(text)))
            if (
                UnitsExpression.ParseList(match.Groups["u"].Value) is { IsEmpty: false } alone
                && alone.All.All(unit => UnitNames.LooksLikeOne(unit) && UnitNames.Level(unit) is not null)
            )
                return Inferred(match.Value, [], [.. alone.Responsible, .. With(match.Groups["w"].Value)]);
        return OfRole(text);
    }

    private static UnitList? OfRole(string text) =>
        RoleActs.Match(Outline.WithoutMarker(text)) is { Success: true } acts
            ? Inferred(acts.Groups["u"].Value, [], UnitsExpression.ParseList(acts.Groups["u"].Value).Responsible)
            : null;

    private static IReadOnlyList<NamedUnit> With(string list) =>
        UnitsExpression.ParseList(list) is var with && with.All.All(UnitNames.MayBeOne) ? with.Responsible : [];

    private static UnitList Inferred(string raw, IReadOnlyList<NamedUnit> lead, IReadOnlyList<NamedUnit> others) =>
        new(raw, lead, others, null, null, "责任单位由正文语句推定,请核对");

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

    private static readonly Regex TimeAlone = new("(前|底|末|之?内|完成|坚持|推进|长期|持续|全年)$", Patterns.Linear);

    private static readonly Regex WithOthers = new("[(（](会同|联合|商)", Patterns.Linear);

    /// <summary>一、县教育局 above what it is to do.</summary>
    public static UnitList? OfHeading(string section)
    {
        var words = WithOthers.Replace(Outline.WithoutMarker(section), "、").TrimEnd(':', '：', '。', ')', '）');
        return words.Length is > 2 and <= 40 && UnitNames.Level(words) is not null && UnitsExpression.IsPlainList(words)
            ? UnitsExpression.Parse(words) with
            {
                Doubt = "责任单位由所在的标题推定,请核对",
            }
            : null;
    }

    private static UnitList? OfBracket(string bracket)
    {
        if (UnitsExpression.StatesUnits(bracket))
            return UnitsExpression.Parse(bracket);
        // …。（9月底前）: nothing but its time.
        if (TimeAlone.IsMatch(bracket) && TaskCells.IsTime(new(bracket, 0)))
            return UnitList.None with { Time = bracket };
        var named = UnitsExpression.IsPlainList(bracket) ? UnitsExpression.ParseList(bracket) : UnitList.None;
        // 县公安局、县税务局,人民银行支行: the units of another level come last.
        return
            !named.IsEmpty
            && UnitNames.Level(named.All[0]) is not null
            && named.All.Count(unit => UnitNames.Level(unit) is not null) * 2 > named.All.Count
            ? named with
            {
                Doubt = "括号内没有写明是责任单位",
            }
            : null;
    }
}
