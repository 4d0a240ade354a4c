using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>An indicator while the segments that belong to it are read, one after the other.</summary>
internal sealed class IndicatorDraft(string name, string raw)
{
    private static readonly Regex Compares = new("^(比|较|同比|环比|与)", Patterns.Linear);
    private static readonly Regex Claims = new(
        "超额完成|超过|高于|优于|远超|达到|完成|实现|达标|未达到|未完成|低于",
        Patterns.Linear
    );
    private static readonly Regex Goal = new(
        "^占?(年度|全年|年初|既定|省定|市定|下达)?(任务|目标|计划)",
        Patterns.Linear
    );
    private static readonly Regex Fails = new("未达|未完成|低于|尚未", Patterns.Linear);
    private static readonly Regex Remains = new("余下|剩余|还有|尚有", Patterns.Linear);
    private static readonly Regex Last = new("(去年|上年|同期|往年)[^，,。;；]{0,8}$", Patterns.Linear);
    private static readonly Regex Item = new("^[一二三四五六七八九十]是", Patterns.Linear);
    private static readonly Regex Done = new("^(目前|现|截至[^,，]{0,10})?(已|实际|累计)", Patterns.Linear);
    private static readonly Regex ShareOfGoal = new("的[0-9.]+[%％]", Patterns.Linear);
    private const decimal Rounding = 0.1m;
    private readonly List<string> raws = [Item.Replace(raw, "")];
    private string? metWord;
    private bool claimsFailure;
    private bool isDivided;
    private string? targetNoun;

    public string Name { get; private set; } = name;
    public string? Unit { get; init; }
    public decimal? Actual { get; set; }

    /// <summary>It began with what was planned; what was reached comes behind.</summary>
    public bool IsPlan { get; init; }
    public List<Share> Parts { get; init; } = [];
    public bool Composite { get; init; }

    /// <summary>How many names stand in front of a number that counts them.</summary>
    public int? Named { get; init; }

    public bool IsRateWithoutFigure { get; init; }
    public bool LostForSure { get; init; }

    /// <summary>Something was said about it after its name.</summary>
    public bool WentOn => raws.Count > 1 && metWord is not null;
    private decimal? Previous { get; set; }
    private decimal? Delta { get; set; }
    private decimal? Pending { get; set; }
    private decimal? StatedRate { get; set; }
    public decimal? Target { get; set; }
    private string? TargetText { get; set; }

    /// <summary>参与率,存入率,均…: one more name for the same claim.</summary>
    public void AddName(string other, string segment)
    {
        Name = $"{Name}、{other}";
        raws.Add(segment);
    }

    /// <summary>已开工81个 behind what was planned, and 开工率84.4% where that is the one by the other.</summary>
    public bool Takes(Segment segment)
    {
        if (segment.Figures is not [var only])
            return false;
        if (IsPlan && Actual is null && Done.IsMatch(segment.Text) && only.Unit == Unit)
            Actual = only.Value;
        else if (
            only.Unit is "%"
            && segment.Text.Contains('率')
            && Target is > 0
            && Actual is { } actual
            && Math.Abs((actual / Target.Value * 100) - only.Value) < Rounding
        )
            StatedRate = only.Value;
        else
            return false;
        raws.Add(segment.Text);
        return true;
    }

    /// <summary>其中，甲类…，乙类…: the parts of its value.</summary>
    public void Divide(Segment segment)
    {
        isDivided = true;
        raws.Add(segment.Text);
        if (segment.Figures.All(figure => figure.Unit == Unit))
            Parts.AddRange(Shares.Of(segment));
    }

    public void Continue(Segment segment)
    {
        raws.Add(segment.Text);
        if (Compares.IsMatch(segment.Text))
            Compare(segment);
        else if (Remains.IsMatch(segment.Text) && segment.Figures is [var rest, ..])
            Pending = rest.Value;
        else if (Goal.IsMatch(segment.Text) && segment.Figures is [var goal, ..])
            (Target, targetNoun) = (goal.Value, segment.Text);
        else if (Claims.Match(segment.Text) is { Success: true } claim)
            Claim(segment, claim.Value);
        else if (!Composite)
            Parts.AddRange(Shares.Of(segment));
    }

    /// <summary>比上年80人增加20人; 比上年增加20人.</summary>
    private void Compare(Segment segment)
    {
        var figures = segment.Figures;
        if (figures.Count == 0)
            return;
        var change = figures[^1];
        var falls = Regex.IsMatch(segment.Text, "下降|减少|降低", Patterns.Linear);
        Delta = falls ? -change.Value : change.Value;
        if (figures.Count > 1)
            Previous = figures[0].Value;
    }

    private void Claim(Segment segment, string word)
    {
        // 高于时序进度4.3个百分点 compares, and sets no target.
        if (segment.Figures is [{ Unit: "个百分点" }, ..])
            return;
        if (segment.Figures is [var whole, { Unit: "%" } share] && ShareOfGoal.IsMatch(segment.Text))
        {
            (Target, targetNoun, StatedRate) = (whole.Value, segment.Text, share.Value);
            return;
        }
        if (segment.Figures is [{ Unit: "%" } rate] && segment.Text.StartsWith("完成") && Unit is not "%")
        {
            StatedRate = rate.Value;
            return;
        }
        metWord = word;
        claimsFailure = Fails.IsMatch(segment.Text);
        if (segment.Figures is [var figure, ..])
            (Target, targetNoun) = (figure.Value, segment.Text);
        else if (Last.IsMatch(segment.Text))
            TargetText = segment.Text;
    }

    public Indicator Finish(string id, string set, int? clause, int line, decimal? whole)
    {
        var reached = Composite ? PartIn(targetNoun) : Actual;
        var known = reached is not null && Target is not null;
        var above =
            known && (metWord is "超额完成" or "超过" or "高于" or "远超" ? reached > Target : reached >= Target);
        var contradicted = known && metWord is not null && !claimsFailure && !above;
        return new(
            id,
            set,
            clause,
            Name,
            string.Join(',', raws),
            Target,
            TargetText,
            Target is null ? null : ">=",
            Unit,
            Actual,
            Previous,
            Delta,
            Pending,
            Parts,
            IsRateWithoutFigure,
            Agree(whole),
            contradicted ? null
                : known ? above
                : metWord is null ? null
                : !claimsFailure,
            contradicted ? MetBasis.Contradicted
                : known ? MetBasis.Figures
                : metWord is null ? null
                : MetBasis.Text,
            metWord,
            line
        )
        {
            StatedRate = StatedRate,
            IsDivided = isDivided,
        };
    }

    private decimal? PartIn(string? noun) =>
        noun is null ? null : Parts.Find(part => part.Name.Length > 0 && noun.Contains(part.Name))?.Value;

    private bool? Agree(decimal? whole) =>
        Actual is not { } actual ? null
        : Previous is { } previous && Delta is { } delta ? previous + delta == actual
        : !Composite && Parts.Count > 1 ? Parts.Sum(part => part.Value) == actual
        : Named is { } named ? named == actual
        : Pending is { } pending && whole is not null ? actual + pending == whole
        : null;
}
