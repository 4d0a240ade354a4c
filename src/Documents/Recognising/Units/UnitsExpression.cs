using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>The grammar of responsible-unit expressions: labels, lists, 等N部门, prefix carry-over.</summary>
public static class UnitsExpression
{
    private const string Body = "(单位|部门|科室|处室)";
    private const string PersonWords = "责任人|联系人|(牵头|责任|分管|包保|市级|县级)领导|联系电话";
    private const string LabelWords =
        $"牵头(及|和)?(责任|配合)?{Body}|(共同)?责任({Body}|主体)|(配合|主办|协办|会办|协同|协作|参与|参加|承办|主责|落实|实施){Body}|责任分工";

    /// <summary>牵头：甲局 配合：乙局 in one cell.</summary>
    private const string RoleWords = "牵头|配合|责任|协同|参与|协助";
    private const string TimeWords =
        "(完成|办理|办结|整改|销号|落实|答复|反馈)(时限|时间|期限)|时间(安排|要求|节点)|时限(要求)?|进度(安排|要求)";

    private static readonly Regex Label = new(
        $"({LabelWords}|{RoleWords}|{TimeWords}|{PersonWords})(为)?[:：]",
        Patterns.Linear
    );
    private static readonly Regex PersonLabel = new($"^({PersonWords})", Patterns.Linear);
    private static readonly Regex TimeLabel = new($"^({TimeWords})", Patterns.Linear);
    private static readonly Regex LeadLabel = new("^(牵头(单位|部门|科室|处室|[:：])|主办|主责)", Patterns.Linear);
    private static readonly Regex LabelAtStart = new(
        $"^({LabelWords}|{RoleWords}|{TimeWords})(为)?[:：]",
        Patterns.Linear
    );

    private static readonly Regex Shares = new(
        "(牵头|负责|配合|按(照)?(各自)?职责.{0,8}|负责落实)([,，;；].{0,24})?$|(牵头|负责)(负责)?[,，;；、]",
        Patterns.Linear
    );

    private static readonly Regex Remark = new(
        "[,，。;；、 ]*((排|列)(在)?(第一位|首位|最前|前)的?(单位)?(为|是)?(牵头|主办)?(单位)?[^、]{0,8})?([,，。;；、 ]*下同)?$",
        Patterns.Linear
    );

    /// <summary>Whether a bracket or a line states units: by a label, or as 市教育局牵头,市人社局配合.</summary>
    public static bool StatesUnits(string text)
    {
        var squeezed = Folding.Squeeze(text);
        return Label.Match(squeezed) is { Success: true, Index: <= 2 }
            || (Shares.IsMatch(squeezed) && IsPlainList(squeezed));
    }

    /// <summary>Whether a text is nothing but names of units, and perhaps a time at its end.</summary>
    public static bool IsPlainList(string text) =>
        text.Length <= 400
        && ParseList(text) is { IsEmpty: false } list
        && list.All.All(unit => UnitNames.LooksLikeOne(unit) || (UnitNames.NamesNobody(unit) && unit.Length <= 20));

    /// <summary>Whether a line is nothing but labelled units or times.</summary>
    public static bool IsLabelled(string line) => LabelAtStart.IsMatch(Folding.Squeeze(line));

    /// <summary>Where a line's labelled end begins: …。责任单位：甲局、乙局。</summary>
    public static int? LabelledTail(string line)
    {
        foreach (Match match in Label.Matches(line))
            if (match.Index > 0 && line[match.Index - 1] is '。' or ' ' or ';' or '；')
                return Parse(line[match.Index..]) is { IsEmpty: false } list && list.All.All(UnitNames.MayBeOne)
                    ? match.Index
                    : null;
        return null;
    }

    public static UnitList Parse(string raw)
    {
        var text = WithoutRemark(WithoutOuterBracket(Folding.Spaced(raw).TrimEnd('。', '.', ';', '；')));
        var reader = new UnitListReader();
        string? time = null;
        foreach (var (label, list) in Segments(text))
        {
            if (TimeLabel.IsMatch(label))
                time = list;
            else if (!PersonLabel.IsMatch(label))
                reader.Read(list, LeadLabel.IsMatch(label));
        }
        return reader.Finish(raw, time);
    }

    /// <summary>Units in order without a label: 市发改委、经信委、财政局等6部门.</summary>
    public static UnitList ParseList(string raw)
    {
        var reader = new UnitListReader();
        reader.Read(Folding.Spaced(raw).TrimEnd('。', '.', ';', '；'), false);
        return reader.Finish(raw, null);
    }

    /// <summary>…。排在第一位的为牵头单位，下同: a remark on all lists, no unit.</summary>
    private static string WithoutRemark(string text) =>
        Remark.Match(text) is { Success: true } remark ? text[..remark.Index] : text;

    private static string WithoutOuterBracket(string text) =>
        Brackets.AtEnd(text) is (0, var inner) ? inner.Trim() : text;

    private static IEnumerable<(string Label, string List)> Segments(string text)
    {
        var labels = Label.Matches(text);
        var head = labels.Count == 0 ? text : text[..labels[0].Index];
        if (Trimmed(head) is { Length: > 0 } unlabelled)
            yield return ("", unlabelled);
        for (var at = 0; at < labels.Count; at++)
        {
            var start = labels[at].Index + labels[at].Length;
            var end = at + 1 < labels.Count ? labels[at + 1].Index : text.Length;
            yield return (labels[at].Value, Trimmed(text[start..end]));
        }
    }

    private static string Trimmed(string text) => text.Trim(' ', ';', '；', ',', '，', '。', '、');
}
