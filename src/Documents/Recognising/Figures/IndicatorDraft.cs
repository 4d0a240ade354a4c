namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>An indicator while the segments that belong to it are read, one after the other.</summary>
internal sealed partial class IndicatorDraft(string name, string raw)
{
    private readonly List<string> raws = [ClaimWords.Item.Replace(raw, "")];
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
    public decimal? Previous { get; set; }
    private decimal? Delta { get; set; }
    private decimal? Pending { get; set; }
    public decimal? StatedRate { get; set; }
    public decimal? Target { get; set; }
    public string? TargetOp { get; set; }
    private string? TargetText { get; set; }

    /// <summary>参与率,存入率,均…: one more name for the same claim.</summary>
    public void AddName(string other, string segment)
    {
        Name = $"{Name}、{other}";
        raws.Add(segment);
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
        if (GoalIn(segment) is { } named && !ClaimWords.Claims.IsMatch(segment.Text))
        {
            Aim(named, segment);
            claimsFailure |= ClaimWords.Short.IsMatch(segment.Text);
        }
        else if (ClaimWords.Compares.IsMatch(segment.Text))
            Compare(segment);
        else if (ClaimWords.Remains.IsMatch(segment.Text) && segment.Figures is [var aimed, var lacking])
        {
            Aim(aimed, segment);
            (Pending, claimsFailure) = (lacking.Value, true);
        }
        else if (ClaimWords.Remains.IsMatch(segment.Text) && segment.Figures is [var rest, ..])
            Pending = rest.Value;
        else if (GoalPhrase.Begins(segment.Text) && segment.Figures is [{ Unit: "%" } rate] && Unit is not "%")
            StatedRate = rate.Value;
        else if (GoalPhrase.Begins(segment.Text) && segment.Figures is [var goal, ..])
        {
            Aim(goal, segment);
            if (segment.Figures is [_, { Unit: "%" } stated] && ClaimWords.ShareOfGoal.IsMatch(segment.Text))
                StatedRate = stated.Value;
        }
        else if (ClaimWords.Claims.Match(segment.Text) is { Success: true } claim)
            Claim(segment, claim.Value);
        else if (!Composite)
        {
            // Behind something else 其中 divides the whole all the same (28亿斤，净增0.5亿斤，其中…).
            isDivided |= segment.Text.StartsWith("其中") && raws.Count > 2;
            Parts.AddRange(Shares.Of(segment));
        }
    }

    /// <summary>与100%的目标值持平, 高出省里下达的312亩任务0.6亩, 没有突破4%的年度上限: the figure in front of the word for a goal.</summary>
    public Figure? GoalIn(Segment segment) =>
        segment.Figures.FirstOrDefault(figure =>
            figure.Unit == Unit && ClaimWords.NamesGoal.IsMatch(segment.Text[figure.End..])
        );

    /// <summary>比上年80人增加20人; 比上年增加20人.</summary>
    private void Compare(Segment segment)
    {
        var figures = segment.Figures;
        if (figures.Count == 0 || segment.Text.Contains("分别"))
            return;
        var change = figures[^1];
        // 较上年末的95.1%有所提高, 上年同期为7912万元: what it was, and no change.
        if (
            figures is [var only]
            && only.Unit == Unit
            && (
                ClaimWords.WasBefore.IsMatch(segment.Text[..only.At])
                || segment.Text.StartsWith("上年")
                || segment.Text.StartsWith("去年")
            )
        )
        {
            Previous = only.Value;
            return;
        }
        // 同比增长9.8% tells how fast; only what is counted alike adds up.
        if (change.Unit == Unit || change.Unit is "个百分点")
            Delta = ClaimWords.Falls.IsMatch(segment.Text) ? -change.Value : change.Value;
        if (figures.Count > 1 && figures[0].Unit == Unit)
            Previous = figures[0].Value;
    }

    private void Claim(Segment segment, string word)
    {
        // 高于时序进度4.3个百分点 compares, and sets no target.
        if (segment.Figures is [{ Unit: "个百分点" }, ..])
            return;
        if (segment.Figures is [var whole, { Unit: "%" } share] && ClaimWords.ShareOfGoal.IsMatch(segment.Text))
        {
            Aim(whole, segment);
            StatedRate = share.Value;
            return;
        }
        if (segment.Figures is [{ Unit: "%" }] && Unit is not "%" && segment.Text.AsSpan().IndexOfAny('(', '（') > 0)
        {
            // 完成预期目标（增长6.5%以上）: a goal of another measure.
            (metWord, TargetText) = (word, segment.Text);
            return;
        }
        if (segment.Figures is [{ Unit: "%" } rate] && segment.Text.StartsWith("完成") && Unit is not "%")
        {
            StatedRate = rate.Value;
            return;
        }
        metWord = word;
        claimsFailure = ClaimWords.Fails.IsMatch(segment.Text);
        if (segment.Figures is [var figure, ..])
            Aim(figure, segment);
        else if (ClaimWords.Last.IsMatch(segment.Text))
            TargetText = segment.Text;
    }

    private void Aim(Figure goal, Segment segment)
    {
        (Target, targetNoun) = (goal.Value, segment.Text);
        var low =
            segment.Text.Contains("控制目标")
            || (ClaimWords.BetterLow.IsMatch(Name) && !ClaimWords.Handles.IsMatch(Name));
        TargetOp = ClaimWords.Caps.IsMatch(segment.Text) || low ? "<=" : null;
        if (low)
            claimsFailure = ClaimWords.Above.IsMatch(segment.Text);
    }

    public Indicator Finish(string id, string set, int? clause, int line, decimal? whole)
    {
        var reached = Composite ? PartIn(targetNoun) : Actual;
        var known = reached is not null && Target is not null;
        var above =
            known
            && (
                TargetOp is "<=" or "<" ? reached <= Target
                : metWord is "超额完成" or "超过" or "高于" or "远超" ? reached > Target
                : reached >= Target
            );
        var contradicted = known && metWord is not null && !claimsFailure && !above;
        return new(
            id,
            set,
            clause,
            Name,
            string.Join(',', raws),
            Target,
            TargetText,
            Target is null ? null : TargetOp ?? ">=",
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
