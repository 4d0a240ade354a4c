using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>The segment an indicator starts with, in the forms reports write it.</summary>
internal static class IndicatorStart
{
    /// <summary>Longer names in one breath are things of their own; shorter ones parts of one (甲类300人、乙类200人).</summary>
    private const int EachName = 4;
    private static readonly Regex Describes = new("(^|[区县市镇乡校]|现|共|还)(有|辖|设有?|拥有)$", Patterns.Linear);
    private static readonly Regex Rate = new(
        "^(?<n>.{1,24}(率|比例|比重|占比|覆盖面|满意度|达标度|参与度|知晓度))(?<l>达到?|为)?$",
        Patterns.Linear
    );
    private static readonly Regex Covers = new("^(全部|均已?|都已?|已全部)(?<v>.{2,20})", Patterns.Linear);

    /// <summary>全部启动: it began, nothing is reached.</summary>
    private static readonly Regex Begins = new("^(启动|部署|纳入|印发|列入|安排|动员)", Patterns.Linear);
    private static readonly Regex Achieves = new(
        "^[^、，,“]{0,6}(完成|通过|获评|获得|获批|建成|成功|被认定|入选)",
        Patterns.Linear
    );
    private static readonly Regex Divides = new(
        "^(?<n>.{2,16})(统计|其中|分别)(?<first>[^统其分]{1,12})$",
        Patterns.Linear
    );

    /// <summary>由年初的3.8%下降到1.6%: what it was, then what it is; the second may have fallen out.</summary>
    private static readonly Regex Moved = new(
        "^(?<n>.{2,24}?)[由从](?<f>((19|20)[0-9]{2}年)?[^0-9]{0,10}?)[0-9.]+[^0-9]{0,3}(提高|提升|上升|增加|增长|扩大|下降|降低|减少|压减|缩小|降|升|增|减)(到|至|为)(?<y>.*)$",
        Patterns.Linear
    );

    /// <summary>Where somebody stands among others is no result of its own.</summary>
    private static readonly Regex Ranks = new(
        "平均水平|排名|位居|位列|居[前后第全]|靠后|靠前|^(分别为|低于|高于)",
        Patterns.Linear
    );
    private static readonly Regex Compares = new(
        "^(比|较|同比|环比|增长|下降|增加|减少|上升|回落|收窄|好于|优于|仅占)",
        Patterns.Linear
    );
    private static readonly Regex Attains = new("^(已)?(达到|完成|通过|开工|竣工|建成|实现|启动建设)", Patterns.Linear);
    private static readonly Regex Context = new("基础上|背景下|过程中|以来|之间", Patterns.Linear);

    /// <summary>The name of a rate, and nothing else: its value may have fallen out.</summary>
    public static bool IsRate(Segment segment) => Rate.IsMatch(IndicatorName.WithoutLead(segment.Text));

    /// <summary>Null where the segment starts no indicator.</summary>
    /// <param name="title">What the text is about, for a figure that only says what it is (目标值90%).</param>
    public static IndicatorDraft? Read(Segment segment, string title)
    {
        var medals = Shares.Medals(segment.Open);
        if (medals.Count > 1 || (medals.Count == 1 && segment.Open.Contains('获')))
            return new(IndicatorName.OfContest(segment.Text), segment.Text) { Composite = true, Parts = medals };
        var figures = segment.Figures;
        if (figures.Count == 0)
            return LostRate(segment);
        if (Compares.IsMatch(segment.Text))
            return null;
        if (Context.IsMatch(segment.Open) || Ranks.IsMatch(segment.Open) || figures.All(IsChange))
            return null;
        var first = figures[0];
        var before = segment.Text[..first.At];
        if (Moved.Match(segment.Open) is { Success: true } moved)
            return FromTo(segment, moved);
        if (GoalPhrase.SharedOut(segment.Text) is { } shared && figures is [var goal, { Unit: "%" } rate])
            return new(IndicatorName.Of(shared), segment.Text)
            {
                Unit = goal.Unit,
                Target = goal.Value,
                StatedRate = rate.Value,
            };
        if (title.Length > 1 && figures.Count == 1 && GoalPhrase.IsBare(IndicatorName.WithoutLead(before)))
            return Plan(title, segment, first);
        if (GoalPhrase.Planned(IndicatorName.WithoutLead(before)) is { } planned && figures.Count == 1)
            return Plan(IndicatorName.Of(planned + (first.Unit is "%" ? "" : first.Noun)), segment, first);
        return first.IsListed ? Listed(segment, first)
            : first.Noun.Length > 0 && first.Unit is not "%" ? WithNoun(segment, first, before)
            : figures.Count > 1 && FigureBracket.Outside(segment).Count > 1 ? Several(segment, before)
            : One(segment, first, before);
    }

    /// <summary>提高2个百分点 is a change, and no result.</summary>
    private static bool IsChange(Figure figure) => figure.Unit is "个百分点";

    private static IndicatorDraft Plan(string name, Segment segment, Figure goal) =>
        new(name, segment.Text)
        {
            Target = goal.Value,
            TargetOp = goal.Op,
            Unit = goal.Unit,
            IsPlan = true,
        };

    private static IndicatorDraft FromTo(Segment segment, Match moved)
    {
        var (before, now) = (segment.Figures[0], segment.Figures.ElementAtOrDefault(1));
        return new(IndicatorName.Of(segment.Text[..moved.Groups["n"].Length]), segment.Text)
        {
            Unit = before.Unit,
            Previous = before.Value,
            Actual = now?.Unit == before.Unit ? now.Value : null,
            LostForSure = now is null && moved.Groups["y"].Length == 0,
            IsRateWithoutFigure = now is null && moved.Groups["y"].Length == 0,
        };
    }

    /// <summary>毕业率,超过…: the value fell out. A rate's name alone is no proof; what follows must go on as if a value stood there.</summary>
    private static IndicatorDraft? LostRate(Segment segment) =>
        Rate.Match(IndicatorName.WithoutLead(segment.Text)) is { Success: true } rate
            ? new(IndicatorName.Of(rate.Groups["n"].Value), segment.Text)
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
        var names = IndicatorName.WithoutVerb(segment.Text[..figure.At]).TrimEnd('等').Split('、');
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
        if (Describes.IsMatch(before))
            return null;
        // 全市21个乡镇中，19个达到标准: how many of them.
        if (IndicatorName.WithoutLead(before).Length == 0)
            return Attains.IsMatch(figure.Noun)
                ? new(IndicatorName.Of(figure.Noun), segment.Text) { Actual = figure.Value, Unit = figure.Unit }
                : null;
        var covered = figure.Noun.IndexOfAny(['全', '均', '都']);
        if (covered > 0 && Covers.Match(figure.Noun[covered..]) is { Success: true } covers)
            return Begins.IsMatch(covers.Groups["v"].Value)
                ? null
                : new(covers.Groups["v"].Value, segment.Text)
                {
                    Actual = figure.Value,
                    Target = figure.Value,
                    Unit = figure.Unit + figure.Noun[..covered],
                };
        var parts = ByNoun(segment);
        return parts.Count > 1
            ? new(string.Join('、', parts.Select(part => part.Name)), segment.Text) { Composite = true, Parts = parts }
            : new(IndicatorName.Of(before + figure.Noun), segment.Text)
            {
                Actual = figure.Value,
                Unit = figure.Unit,
                IsWhole = true,
            };
    }

    /// <summary>甲类300人、乙类200人.</summary>
    private static IndicatorDraft? Several(Segment segment, string before)
    {
        var shares = Shares.Of(segment);
        // 甲、乙分别达到86个、74个; of several places it only repeats what a table says.
        if (segment.Text.Contains("分别") && shares.Skip(1).All(share => share.Name.Length == 0))
            return Each(segment, before, shares);
        var (name, isEach) = (before, false);
        if (Divides.Match(IndicatorName.WithoutLead(before)) is { Success: true } divided)
        {
            name = divided.Groups["n"].Value;
            shares[0] = shares[0] with { Name = divided.Groups["first"].Value };
        }
        else
        {
            name = string.Join('、', shares.Select(share => share.Name));
            isEach = shares.TrueForAll(share => share.Name.Length > EachName && !QuotaScope.IsSubUnit(share.Name));
        }
        return new(IndicatorName.Of(name), segment.Text)
        {
            Composite = true,
            IsEach = isEach,
            Parts = shares,
            Unit = segment.Figures[0].Unit,
        };
    }

    private static IndicatorDraft? Each(Segment segment, string before, List<Share> shares)
    {
        var names = before[..Math.Max(0, before.IndexOf("分别"))].Split('、').Select(IndicatorName.Of).ToList();
        return names.Count != shares.Count || names.Exists(name => name.Length < 2 || QuotaScope.IsSubUnit(name))
            ? null
            : new(string.Join('、', names), segment.Text)
            {
                Composite = true,
                IsEach = true,
                Parts = [.. names.Zip(shares, (name, share) => share with { Name = name })],
                Unit = segment.Figures[0].Unit,
            };
    }

    /// <summary>招生900人(甲校500人、乙校400人).</summary>
    private static IndicatorDraft? One(Segment segment, Figure figure, string before)
    {
        var name = IndicatorName.BeforeYear(before);
        if (name.Length < 2 || Describes.IsMatch(before))
            return null;
        var goal = FigureBracket.Goal(segment, figure);
        return new(name, segment.Text)
        {
            Actual = figure.Value,
            Unit = figure.Unit,
            Target = goal?.Value,
            TargetOp = goal?.Op,
            Parts = goal is null ? FigureBracket.Parts(segment, figure) : [],
        };
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
}
