using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>
/// Reads the indicators of one text, segment by segment: each begins one, goes on with the one that is open, or says nothing
/// of figures. 目标任务：… and 完成情况：… say the same things twice, first as planned and then as reached.
/// </summary>
internal sealed class IndicatorText
{
    private static readonly Regex GoesOn = new(
        "^(占(年度|全年|年初|既定)?(计划|目标|任务)|比|较|同比|环比|增长|下降|增加|减少|上升|回落|提高|提升|降低|好于|优于|超过|超额|远超|超|均|都|高于|低于|未达|未完成|(目前|现|还|尚|仍)?(余下|剩余|有余)|(目前|现)?(还|尚|仍)(有|余|剩|差)|(差|多|多出|超出|短缺|缺口|少)[0-9]|(上年|去年|上月|上季度|年初)(度)?(末|底)?(同期)?(为|是)?[^0-9,，]{0,6}[0-9]|(与|比|较)[0-9.]+[^,，]{0,4}的?(目标|任务|计划)|(恰好|刚好|正好|基本|顺利|圆满|如期)+(达到|完成|实现)|增幅|降幅|增速|已?(提前|按期|如期|超额|全面)+完成|分别|其中|全面完成|完成(了)?(年度|全年|年初|既定|目标)?(目标)?任务|(完成)?(了)?(年度|全年|年初|既定|省定|市定|下达)(任务|目标|计划)(数|值|为|是)?[0-9]|完成(了)?[\u4e00-\u9fa5]{0,8}(下达|安排|确定)(的)?[0-9]|达到|实现|[0-9]{1,4}(个|件)(主办|协办|会办|独办|分办))",
        Patterns.Linear
    );
    private static readonly Regex Planned = new(
        "^(年度|全年|考核|工作)?(目标|任务|计划)(任务|内容|值|数)?$",
        Patterns.Linear
    );
    private static readonly Regex Reached = new(
        "^(实际|目前)?(完成|进展|落实|推进|实施|办理)(的)?(情况|值|数|进度)?$",
        Patterns.Linear
    );

    /// <summary>多出12家 follows from the goal and the result.</summary>
    private static readonly Regex Beyond = new(
        "^(多|多出|超出|超建|超|净增|净减|增加|减少)[0-9.]+[^,，的]{0,4}$",
        Patterns.Linear
    );
    private static readonly Regex InAll = new("^(累计|共计|合计|总数|总量)已?(达到?|为|有)?[0-9]", Patterns.Linear);

    private readonly List<IndicatorDraft> drafts = [];
    private readonly List<IndicatorDraft> planned = [];
    private readonly string title;
    private IndicatorDraft? open;
    private bool isDivided;
    private bool isPlan;

    private IndicatorText(string title) => this.title = title;

    /// <param name="title">What the text is about, where its figures do not say.</param>
    public static List<IndicatorDraft> Read(string text, string title)
    {
        var read = new IndicatorText(title);
        foreach (var segment in Segments.Of(text))
            read.Take(segment);
        read.Close();
        read.drafts.AddRange(read.planned);
        return read.drafts;
    }

    private void Take(Segment segment)
    {
        isDivided = segment.Text is "其中" || (isDivided && !segment.Starts);
        if (IsLabel(segment) || GoesOnWith(segment))
            return;
        var next = IndicatorStart.Read(segment, title);
        if (
            open is { IsRateWithoutFigure: true, LostForSure: false }
            && !segment.Starts
            && next is { IsRateWithoutFigure: true }
        )
        {
            open.AddName(next.Name, segment.Text);
            return;
        }
        Close();
        open = next;
    }

    /// <summary>目标任务： and 完成情况： say what the figures behind them are.</summary>
    private bool IsLabel(Segment segment)
    {
        var (plans, tells) = (Planned.IsMatch(segment.Text), Reached.IsMatch(segment.Text));
        if (!plans && !tells)
            return false;
        Close();
        isPlan = plans;
        return true;
    }

    private bool GoesOnWith(Segment segment)
    {
        if (open is null)
            return false;
        if (!segment.IsFirst && open.Again(segment) is { } again)
        {
            Close();
            open = again;
            return true;
        }
        if (!segment.Starts || (!segment.IsFirst && open.AwaitsResult(segment)))
            if (open.Takes(segment) || open.WaitsOver(segment))
                return true;
        if (isDivided)
        {
            open.Divide(segment);
            return true;
        }
        if (segment.Starts)
            return false;
        // 新建2个，累计达到9个，未完成新建3个的任务: the sum of all years stands in between.
        if (SharesEach(segment) || InAll.IsMatch(segment.Text) || Beyond.IsMatch(segment.Text))
            return true;
        if (
            open.GoalIn(segment) is not null
            || ((GoesOn.IsMatch(segment.Text) || GoalPhrase.GoesOn(segment.Text)) && BelongsTo(open, segment))
        )
        {
            open.Continue(segment);
            return true;
        }
        // 项目84个，总投资126亿元。开工72个，开工率85.7%: the whole may stand some figures before.
        if (drafts.FindLast(draft => open.IsMeasuredBy(draft, segment)) is { } whole)
        {
            if (whole.IsWhole)
                drafts.Remove(whole);
            return true;
        }
        // 增速居全省第3位 between two figures of one thing.
        return open is { IsRateWithoutFigure: false } && segment.Figures.Count == 0 && !IndicatorStart.IsRate(segment);
    }

    /// <summary>
    /// 甲、乙分别达到86个、74个，目标分别为80个、75个: what is said of each. 培训班18期，培训1260人次，分别占年度计划的120%、105%: each of the last ones has its share.</summary>
    private bool SharesEach(Segment segment)
    {
        var shares = segment.Figures;
        if (shares.Count < 2 || !segment.Text.Contains("分别"))
            return false;
        if (open!.TakesEach(shares, GoalPhrase.Names(segment.Text)))
            return true;
        if (shares.Any(share => share.Unit is not "%"))
            return false;
        List<IndicatorDraft> told = [.. drafts.TakeLast(shares.Count - 1), open!];
        if (told.Count == shares.Count && GoalPhrase.Names(segment.Text))
            foreach (var (draft, share) in told.Zip(shares))
                draft.StatedRate = share.Value;
        return true;
    }

    private void Close()
    {
        if (open is { } draft && (!draft.IsRateWithoutFigure || draft.LostForSure || draft.WentOn))
            foreach (var one in draft.OneByOne(isPlan || planned.Count > 0))
                Keep(one);
        open = null;
    }

    /// <summary>
    /// A rate without a figure is one only if its figure visibly fell out, or the text goes on as if there were one. What was
    /// planned waits for what was reached of it.
    /// </summary>
    private void Keep(IndicatorDraft draft)
    {
        if (isPlan)
            planned.Add(draft.AsPlan());
        else
        {
            if (planned.Find(plan => plan.Name == draft.Name && plan.Unit == draft.Unit) is { } plan)
            {
                (draft.Target, draft.TargetOp) = (plan.Target, plan.TargetOp);
                planned.Remove(plan);
            }
            drafts.Add(draft);
        }
    }

    /// <summary>其中 without figures, and 达到 or 实现 with figures of their own, say something else.</summary>
    private static bool BelongsTo(IndicatorDraft open, Segment segment) =>
        segment.Text.StartsWith("其中") ? segment.Figures.Count > 0 && (open.Actual is not null || open.Composite)
        : segment.Text.StartsWith("实现") || segment.Text.StartsWith("达到")
            ? GoalPhrase.Names(segment.Text) || (segment.Figures.Count == 0 && open.Target is not null)
        : true;
}
