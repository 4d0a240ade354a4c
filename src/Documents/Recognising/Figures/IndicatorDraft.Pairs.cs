namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>What was planned beside what was reached of it, and several things told in one breath.</summary>
internal sealed partial class IndicatorDraft
{
    private const decimal Rounding = 0.1m;

    /// <summary>已开工81个 behind what was planned, and 开工率84.4% where that is the one by the other.</summary>
    public bool Takes(Segment segment)
    {
        if (segment.Figures is not [var only])
            return false;
        // 8月份完成12亩 is not what was reached of the year's plan so far.
        if (IsPlan && Actual is null && ClaimWords.OfAMonth.IsMatch(segment.Text))
            return true;
        if (
            IsPlan
            && Actual is null
            && only.Unit == Unit
            && !GoalPhrase.GoesOn(segment.Text)
            && TellsResult(segment, only)
        )
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

    /// <summary>126个项目，已开工118个，开工率93.7%: the rate tells what the second is measured by.</summary>
    public bool IsMeasuredBy(IndicatorDraft whole, Segment segment)
    {
        if (
            Target is not null
            || whole.Unit != Unit
            || segment.Figures is not [{ Unit: "%" } rate]
            || !QuotaColumns.IsOfDone(segment.Text[..rate.At].TrimEnd('为', '达', '到'))
            || (Actual, whole.Actual) is not ({ } part, > 0)
            || QuotaPairs.Differs(rate.Value, part, whole.Actual.Value)
        )
            return false;
        (Target, StatedRate) = (whole.Actual, rate.Value);
        Name = whole.Name + Name.TrimStart('已');
        raws.Add(segment.Text);
        return true;
    }

    /// <summary>Several things told in one breath (甲、乙分别达到86个、74个), each an indicator of its own.</summary>
    public bool IsEach { get; init; }
    private readonly List<decimal> goals = [];

    /// <summary>The goals, or something else, of each; nothing where it tells of other things.</summary>
    public bool TakesEach(IReadOnlyList<Figure> figures, bool areGoals)
    {
        if (!IsEach || figures.Count != Parts.Count)
            return false;
        if (areGoals && figures.All(figure => figure.Unit == Unit))
            goals.AddRange(figures.Select(figure => figure.Value));
        return true;
    }

    /// <summary>Where a plan names several things (新建20个、改造150个), each is one of its own.</summary>
    public IEnumerable<IndicatorDraft> OneByOne(bool isPlanned) =>
        !(isPlanned || IsEach) || !Composite || Unit is null || Parts.Exists(part => part.Name.Length < 2)
            ? [this]
            : Parts.Select(
                (part, at) =>
                    new IndicatorDraft(part.Name, string.Join(',', raws))
                    {
                        Unit = Unit,
                        Actual = part.Value,
                        Target = at < goals.Count ? goals[at] : null,
                    }
            );

    /// <summary>The same as a goal: nothing is reached of it yet.</summary>
    public IndicatorDraft AsPlan()
    {
        (Target, Actual) = (Target ?? Actual, null);
        return this;
    }

    /// <summary>A number of things that were there, told in front of what became of them.</summary>
    public bool IsWhole { get; init; }

    /// <summary>截至6月底 between what was planned and what was reached says nothing by itself.</summary>
    public bool WaitsOver(Segment segment) =>
        segment.Figures.Count == 0
            ? IsPlan && Actual is null
            : IsPlan
                && Actual is not null
                && ClaimWords.UnderWay.IsMatch(segment.Text)
                && segment.Figures[0].Unit == Unit;

    /// <summary>计划12亩，8月份完成2亩；1—8月累计完成9亩: the result comes in the next part of the sentence.</summary>
    public bool AwaitsResult(Segment segment) =>
        IsPlan && Actual is null && ClaimWords.StartsDone.IsMatch(segment.Text);

    /// <summary>已开工90公里，…；已完成41公里: the same plan, another result.</summary>
    public IndicatorDraft? Again(Segment segment) =>
        IsPlan
        && Actual is not null
        && segment.Figures is [var only]
        && only.Unit == Unit
        && ClaimWords.StartsDone.IsMatch(segment.Text)
            ? new(Name, segment.Text)
            {
                Unit = Unit,
                Target = Target,
                TargetOp = TargetOp,
                IsPlan = true,
                Actual = only.Value,
            }
            : null;

    /// <summary>Words of doing, and nothing of what is left or was before.</summary>
    private static bool TellsResult(Segment segment, Figure figure) =>
        !ClaimWords.Remains.IsMatch(segment.Text)
        && !ClaimWords.Compares.IsMatch(segment.Text)
        && !ClaimWords.Claims.IsMatch(segment.Text[..figure.At].Replace("完成", ""))
        && GoalPhrase.Planned(segment.Text[..figure.At]) is null;
}
