using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>The segment an indicator starts with, in the forms reports write it.</summary>
internal static class IndicatorStart
{
    private static readonly Regex Leading = new(
        "^(([一二三四五六七八九十]是|其中|同时|另外|此外|目前|今年|去年|全年|本年度|年内|截至[^,，]{0,12}底?|(19|20)[0-9]{2}年(度)?(上半年|下半年|[0-9]{1,2}月)?)[,，]?)+",
        Patterns.Linear
    );
    private static readonly Regex Verbs = new(
        "^(开展|完成|实现|答复|办理|组织|举办|累计|共计|共|现有|新增|获得|又获得|获|达到|全[区市县省]|(协助|帮助|支持|指导)(企业|学校|单位)?)+",
        Patterns.Linear
    );
    private static readonly Regex Joins = new(
        "(达到?|为|共有|共计|共|累计|合计|约|人数|数量|总数|中?又?获得?)+$",
        Patterns.Linear
    );
    private static readonly Regex Describes = new("(^|[区县市镇乡校]|现|共|还)(有|辖|设有?|拥有)$", Patterns.Linear);
    private static readonly Regex Rate = new(
        "^(?<n>.{1,24}(率|比例|比重|占比|覆盖面))(?<l>达到?|为)?$",
        Patterns.Linear
    );
    private static readonly Regex YearAndAgain = new("(?<n>^.{2,12})(19|20)[0-9]{2}年", Patterns.Linear);
    private static readonly Regex Covers = new("^(全部|均已?|都已?|已全部)(?<v>.{2,20})", Patterns.Linear);
    private static readonly Regex Achieves = new(
        "^[^、，,“]{0,6}(完成|通过|获评|获得|获批|建成|成功|被认定|入选)",
        Patterns.Linear
    );
    private static readonly Regex Divides = new(
        "^(?<n>.{2,16})(统计|其中|分别)(?<first>[^统其分]{1,12})$",
        Patterns.Linear
    );
    private static readonly Regex Planned = new("^(年度|全年)?(计划|目标|任务)(?<n>.{2,20})$", Patterns.Linear);

    /// <summary>Where somebody stands among others is no result of its own.</summary>
    private static readonly Regex Ranks = new(
        "平均水平|排名|位居|位列|居[前后第全]|靠后|靠前|^(分别为|低于|高于)",
        Patterns.Linear
    );
    private static readonly Regex Context = new("基础上|背景下|过程中|以来|之间", Patterns.Linear);

    /// <summary>Null where the segment starts no indicator.</summary>
    public static IndicatorDraft? Read(Segment segment)
    {
        var medals = Shares.Medals(segment.Open);
        if (medals.Count > 1 || (medals.Count == 1 && segment.Open.Contains('获')))
            return new(Contest(segment.Text), segment.Text) { Composite = true, Parts = medals };
        var figures = segment.Figures;
        if (figures.Count == 0)
            return LostRate(segment);
        if (Context.IsMatch(segment.Open) || Ranks.IsMatch(segment.Open))
            return null;
        var first = figures[0];
        var before = segment.Text[..first.At];
        return first.IsListed ? Listed(segment, first)
            : first.Noun.Length > 0 && first.Unit is not "%" ? WithNoun(segment, first, before)
            : figures.Count > 1 && OutsideBrackets(segment).Count > 1 ? Several(segment, before)
            : One(segment, first, before);
    }

    /// <summary>毕业率,超过…: the value fell out. A rate's name alone is no proof; what follows must go on as if a value stood there.</summary>
    private static IndicatorDraft? LostRate(Segment segment) =>
        Rate.Match(Leading.Replace(segment.Text, "")) is { Success: true } rate
            ? new(Name(rate.Groups["n"].Value), segment.Text)
            {
                Unit = "%",
                IsRateWithoutFigure = true,
                LostForSure = rate.Groups["l"].Success,
            }
            : null;

    /// <summary>甲公司、乙公司等5家企业完成培育: the number of those that are named.</summary>
    private static IndicatorDraft? Listed(Segment segment, Figure figure)
    {
        if (Achieves.Match(segment.Text[figure.End..]) is not { Success: true } done)
            return null;
        var names = Verbs.Replace(Leading.Replace(segment.Text[..figure.At], ""), "").TrimEnd('等').Split('、');
        return new(segment.Text[(figure.End + done.Length)..].Trim(), segment.Text)
        {
            Actual = figure.Value,
            Unit = figure.Unit,
            Named = names.Length > 1 ? names.Length : null,
        };
    }

    /// <summary>12个社区全部建站; 申报创建2个…和3个….</summary>
    private static IndicatorDraft? WithNoun(Segment segment, Figure figure, string before)
    {
        if (Describes.IsMatch(before) || Leading.Replace(before, "").Length == 0)
            return null;
        var covered = figure.Noun.IndexOfAny(['全', '均', '都']);
        if (covered > 0 && Covers.Match(figure.Noun[covered..]) is { Success: true } covers)
            return new(covers.Groups["v"].Value, segment.Text)
            {
                Actual = figure.Value,
                Target = figure.Value,
                Unit = figure.Unit + figure.Noun[..covered],
            };
        var parts = ByNoun(segment);
        return parts.Count > 1
            ? new(string.Join('、', parts.Select(part => part.Name)), segment.Text) { Composite = true, Parts = parts }
            : new(Name(before + figure.Noun), segment.Text) { Actual = figure.Value, Unit = figure.Unit };
    }

    /// <summary>甲类300人、乙类200人.</summary>
    private static IndicatorDraft Several(Segment segment, string before)
    {
        var shares = Shares.Of(segment);
        var name = before;
        if (Divides.Match(Leading.Replace(before, "")) is { Success: true } divided)
        {
            name = divided.Groups["n"].Value;
            shares[0] = shares[0] with { Name = divided.Groups["first"].Value };
        }
        else
            name = string.Join('、', shares.Select(share => share.Name));
        return new(Name(name), segment.Text)
        {
            Composite = true,
            Parts = shares,
            Unit = segment.Figures[0].Unit,
        };
    }

    /// <summary>招生900人(甲校500人、乙校400人).</summary>
    private static IndicatorDraft? One(Segment segment, Figure figure, string before)
    {
        var name = Name(
            YearAndAgain.Match(Leading.Replace(before, "")) is { Success: true } again
                ? again.Groups["n"].Value
                : before
        );
        if (name.Length < 2 || Describes.IsMatch(before))
            return null;
        if (Planned.Match(Leading.Replace(before, "")) is { Success: true } planned)
            return new(Name(planned.Groups["n"].Value), segment.Text)
            {
                Target = figure.Value,
                Unit = figure.Unit,
                IsPlan = true,
            };
        return new(name, segment.Text)
        {
            Actual = figure.Value,
            Unit = figure.Unit,
            Parts = Bracketed(segment, figure),
        };
    }

    private static List<Share> Bracketed(Segment segment, Figure figure)
    {
        var rest = segment.Text[figure.End..];
        return rest.StartsWith('(') || rest.StartsWith('（') ? Shares.Of(new(rest, FigureScan.Open(rest), false)) : [];
    }

    private static List<Figure> OutsideBrackets(Segment segment)
    {
        var bracket = segment.Open.AsSpan().IndexOfAny('(', '（');
        return [.. segment.Figures.Where(figure => bracket < 0 || figure.At < bracket)];
    }

    /// <summary>What was won at: the words before the first medal, behind the year.</summary>
    private static string Contest(string text)
    {
        var before = text[..Shares.FirstMedal(text)];
        var year = before.LastIndexOf('年');
        return Name(year > 0 && year + 3 < before.Length && !Leading.IsMatch(before) ? before[(year + 1)..] : before);
    }

    private static List<Share> ByNoun(Segment segment) =>
        [
            .. segment.Figures.Select(
                (figure, at) =>
                    new Share(
                        segment
                            .Text[
                                figure.End..(
                                    at + 1 < segment.Figures.Count ? segment.Figures[at + 1].At : segment.Text.Length
                                )
                            ]
                            .Trim('和', '及', '、', ' '),
                        figure.Value
                    )
            ),
        ];

    private static string Name(string text)
    {
        var name = Verbs.Replace(Leading.Replace(Folding.Squeeze(text), ""), "");
        return Joins.Replace(name, "").Trim(' ', '、', '，', ',', '的', '“', '”', '。');
    }
}
