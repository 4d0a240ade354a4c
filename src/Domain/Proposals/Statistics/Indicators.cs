using JointMeeting.Domain.Statistics;

namespace JointMeeting.Domain.Proposals.Statistics;

/// <summary>What 满意率 is divided by.</summary>
public enum SatisfactionBase
{
    /// <summary>Only feedback that came in; what is overdue (逾期未反馈) is left out.</summary>
    FeedbackReceived,

    /// <summary>What is overdue counts below the line too.</summary>
    WithOverdueForms,
}

/// <summary>
/// The indicators of handling, each with numerator, denominator and rule. The same items counted by another rule give
/// another figure, so the rule is printed with it.
/// </summary>
public static class Indicators
{
    /// <summary>签收率.</summary>
    public static readonly Indicator<HandledItem> SignedFor = Indicator.Counting<HandledItem>(
        "signed",
        "签收率",
        "按时签收件数 ÷ 交办件数(主办、独办、分办;协办不另行签收)",
        IsOwn,
        i => i.SignedInTime == true
    );

    /// <summary>办复率: 主办 only; what a unit assists in it cannot reply to.</summary>
    public static readonly Indicator<HandledItem> Replied = Indicator.Counting<HandledItem>(
        "replied",
        "办复率",
        "已答复件数 ÷ 应由本单位答复件数(主办、独办、分办,不含协办)",
        IsOwn,
        IsReplied
    );

    /// <summary>协办意见反馈率.</summary>
    public static readonly Indicator<HandledItem> OpinionsGiven = Indicator.Counting<HandledItem>(
        "opinions",
        "协办意见按期反馈率",
        "按期提交协办意见件数 ÷ 协办件数",
        i => i.Duty == HandlingDuty.CoHandler && !i.Withdrawn,
        i => i.AnsweredOn is { } on && !(on > i.OriginalDue)
    );

    /// <summary>面商率: face to face only; telephone and online are other kinds.</summary>
    public static readonly Indicator<HandledItem> Met = Indicator.Counting<HandledItem>(
        "met",
        "面商率",
        "答复前当面沟通件数 ÷ 已答复件数",
        IsReplied,
        i => i.MetFaceToFace
    );

    /// <summary>A类率 / 解决率.</summary>
    public static readonly Indicator<HandledItem> Solved = Indicator.Counting<HandledItem>(
        "solved",
        "解决率",
        "已解决类别件数 ÷ 已答复件数(承诺兑现后转类的计入)",
        IsReplied,
        IsSolved
    );

    /// <summary>B→A among what is solved.</summary>
    public static readonly Indicator<HandledItem> Upgraded = Indicator.Counting<HandledItem>(
        "upgraded",
        "其中承诺兑现后转类",
        "承诺兑现后转为已解决的件数 ÷ 已解决类别件数",
        i => IsReplied(i) && IsSolved(i),
        i => i.Upgraded
    );

    /// <summary>承诺兑现率: counts promises, not items.</summary>
    public static readonly Indicator<HandledItem> PromisesKept = new(
        "promises",
        "承诺兑现率",
        "按期兑现承诺数 ÷ 已到期承诺数",
        i => i.PromisesKept,
        i => i.PromisesDue
    );

    /// <summary>公开率.</summary>
    public static readonly Indicator<HandledItem> Published = Indicator.Counting<HandledItem>(
        "published",
        "公开率",
        "已公开件数 ÷ 可公开件数",
        i => i.Publishable,
        i => i.Published
    );

    /// <summary>按时办结率 by the original deadline.</summary>
    public static Indicator<HandledItem> InTime(DateOnly today) =>
        InTime("inTime", "按时办复率", today, i => i.OriginalDue, "按原定期限答复件数 ÷ 已到期件数(不计延期)");

    /// <summary>按时办结率 with approved extensions.</summary>
    public static Indicator<HandledItem> InExtendedTime(DateOnly today) =>
        InTime(
            "inExtendedTime",
            "按时办复率(含延期)",
            today,
            i => i.ExtendedDue ?? i.OriginalDue,
            "按批准延期后的期限答复件数 ÷ 已到期件数"
        );

    /// <summary>满意率 on the result: 满意 and 基本满意.</summary>
    public static Indicator<HandledItem> Satisfied(SatisfactionBase by) =>
        Opinion("satisfied", "满意率", by, i => i.Result, s => s != Satisfaction.Dissatisfied, "满意+基本满意");

    /// <summary>满意 alone.</summary>
    public static Indicator<HandledItem> FullySatisfied(SatisfactionBase by) =>
        Opinion("fully", "满意率(仅满意)", by, i => i.Result, s => s == Satisfaction.Satisfied, "仅满意");

    /// <summary>满意率 on the attitude.</summary>
    public static Indicator<HandledItem> SatisfiedWithAttitude(SatisfactionBase by) =>
        Opinion("attitude", "态度满意率", by, i => i.Attitude, s => s != Satisfaction.Dissatisfied, "满意+基本满意");

    /// <summary>All of them, in the order of a report.</summary>
    public static IReadOnlyList<Indicator<HandledItem>> All(DateOnly today, SatisfactionBase by) =>
        [
            SignedFor,
            Replied,
            InTime(today),
            InExtendedTime(today),
            Met,
            Satisfied(by),
            FullySatisfied(by),
            SatisfiedWithAttitude(by),
            Solved,
            Upgraded,
            OpinionsGiven,
            PromisesKept,
            Published,
        ];

    /// <summary>交办件数: 主办(含独办、分办) and 协办 apart.</summary>
    public static (int Total, int Reply, int Assist) Count(IReadOnlyCollection<HandledItem> items) =>
        (
            items.Count,
            items.Count(i => Assignment.MayReply(i.Duty)),
            items.Count(i => i.Duty == HandlingDuty.CoHandler)
        );

    /// <summary>Of those, 撤回 before the unit had answered; they count in no rate.</summary>
    public static int Withdrawn(IReadOnlyCollection<HandledItem> items) => items.Count(i => i.Withdrawn);

    /// <summary>The classes of the replies under one scheme, as shares that add up to 100%.</summary>
    public static IReadOnlyList<Share> Classes(IReadOnlyCollection<HandledItem> items, ClassScheme scheme) =>
        Shares.Of([.. scheme.Classes.Select(c => (c.Code, items.Count(i => HasClass(i, scheme, c.Code))))]);

    /// <summary>The schemes that replies were classed under, each with a table of its own: their letters mean different things.</summary>
    public static IReadOnlyList<ClassScheme> SchemesInForce(IReadOnlyCollection<HandledItem> items) =>
        [.. ClassScheme.All.Where(s => items.Any(i => i.Scheme == s.Id))];

    /// <summary>The item was answered with that class of that scheme.</summary>
    public static bool HasClass(HandledItem item, ClassScheme scheme, string code) =>
        IsReplied(item) && item.Scheme == scheme.Id && item.Class?.Code == code;

    /// <summary>The unit answers it, and it was not withdrawn before.</summary>
    public static bool IsOwn(HandledItem item) => Assignment.MayReply(item.Duty) && !item.Withdrawn;

    private static bool IsReplied(HandledItem item) => IsOwn(item) && item.AnsweredOn is not null;

    private static bool IsSolved(HandledItem item) => item.Class is { Solved: true };

    private static Indicator<HandledItem> InTime(
        string id,
        string name,
        DateOnly today,
        Func<HandledItem, DateOnly?> due,
        string rule
    ) =>
        Indicator.Counting<HandledItem>(
            id,
            name,
            rule,
            i => IsOwn(i) && due(i) is { } day && (i.AnsweredOn is not null || day < today),
            i => i.AnsweredOn <= due(i)
        );

    private static Indicator<HandledItem> Opinion(
        string id,
        string name,
        SatisfactionBase by,
        Func<HandledItem, Satisfaction?> of,
        Func<Satisfaction, bool> counts,
        string above
    ) =>
        Indicator.Counting<HandledItem>(
            id,
            name,
            by switch
            {
                SatisfactionBase.FeedbackReceived => $"{above} ÷ 收到反馈件数(逾期未反馈的不计)",
                SatisfactionBase.WithOverdueForms => $"{above} ÷ 收到反馈件数与逾期未反馈件数之和",
            },
            i => IsOwn(i) && (of(i) is not null || (by == SatisfactionBase.WithOverdueForms && i.FormOverdue)),
            i => of(i) is { } opinion && counts(opinion)
        );
}
