namespace JointMeeting.Domain.Proposals.Statistics;

/// <summary>What 满意率 is divided by.</summary>
public enum SatisfactionBase
{
    /// <summary>Only feedback that came in; forms overdue after a reminder are left out.</summary>
    FeedbackReceived,

    /// <summary>Forms overdue after a reminder count below the line too.</summary>
    WithOverdueForms,
}

/// <summary>
/// The indicators of handling, each with numerator, denominator and rule. The same items counted by another rule give
/// another figure, so the rule is printed with it.
/// </summary>
public static class Indicators
{
    /// <summary>交办件数: 主办(含独办、分办) and 协办 apart.</summary>
    public static (int Total, int Reply, int Assist) Count(IReadOnlyCollection<HandledItem> items) =>
        (
            items.Count,
            items.Count(i => Assignment.MayReply(i.Duty)),
            items.Count(i => i.Duty == HandlingDuty.CoHandler)
        );

    /// <summary>签收率.</summary>
    public static Rate SignedFor(IReadOnlyCollection<HandledItem> items) =>
        new("签收率", items.Count(i => i.SignedInTime == true), items.Count, "按时签收件数 ÷ 交办件数");

    /// <summary>办复率: 主办 only; what a unit assists in it cannot reply to.</summary>
    public static Rate Replied(IReadOnlyCollection<HandledItem> items) =>
        new(
            "办复率",
            Own(items).Count(i => i.AnsweredOn is not null),
            Own(items).Count(),
            "已答复件数 ÷ 应由本单位答复件数(主办、独办、分办,不含协办)"
        );

    /// <summary>协办意见反馈率.</summary>
    public static Rate OpinionsGiven(IReadOnlyCollection<HandledItem> items)
    {
        var assisted = items.Where(i => i.Duty == HandlingDuty.CoHandler).ToList();
        return new(
            "协办意见按期反馈率",
            assisted.Count(i => i.AnsweredOn is { } on && !(on > i.OriginalDue)),
            assisted.Count,
            "按期提交协办意见件数 ÷ 协办件数"
        );
    }

    /// <summary>按时办结率 by the original deadline.</summary>
    public static Rate InTime(IReadOnlyCollection<HandledItem> items, DateOnly today) =>
        InTime("按时办复率", items, today, i => i.OriginalDue, "按原定期限答复件数 ÷ 已到期件数(不计延期)");

    /// <summary>按时办结率 with approved extensions.</summary>
    public static Rate InExtendedTime(IReadOnlyCollection<HandledItem> items, DateOnly today) =>
        InTime(
            "按时办复率(含延期)",
            items,
            today,
            i => i.ExtendedDue ?? i.OriginalDue,
            "按批准延期后的期限答复件数 ÷ 已到期件数"
        );

    /// <summary>面商率: face to face only; telephone and online are other kinds.</summary>
    public static Rate Met(IReadOnlyCollection<HandledItem> items)
    {
        var replied = Own(items).Where(i => i.AnsweredOn is not null).ToList();
        return new("面商率", replied.Count(i => i.MetFaceToFace), replied.Count, "答复前当面沟通件数 ÷ 已答复件数");
    }

    /// <summary>满意率 on the result: 满意 and 基本满意.</summary>
    public static Rate Satisfied(IReadOnlyCollection<HandledItem> items, SatisfactionBase by) =>
        Opinion("满意率", items, by, i => i.Result, s => s != Satisfaction.Dissatisfied, "满意+基本满意");

    /// <summary>满意 alone.</summary>
    public static Rate FullySatisfied(IReadOnlyCollection<HandledItem> items, SatisfactionBase by) =>
        Opinion("满意率(仅满意)", items, by, i => i.Result, s => s == Satisfaction.Satisfied, "仅满意");

    /// <summary>满意率 on the attitude.</summary>
    public static Rate SatisfiedWithAttitude(IReadOnlyCollection<HandledItem> items, SatisfactionBase by) =>
        Opinion("态度满意率", items, by, i => i.Attitude, s => s != Satisfaction.Dissatisfied, "满意+基本满意");

    /// <summary>A类率 / 解决率.</summary>
    public static Rate Solved(IReadOnlyCollection<HandledItem> items)
    {
        var replied = Own(items).Where(i => i.AnsweredOn is not null).ToList();
        var upgraded = replied.Count(i => i.Upgraded);
        return new(
            "解决率",
            replied.Count(i => i.Class is { Solved: true }),
            replied.Count,
            $"已解决类别件数 ÷ 已答复件数(其中承诺兑现后转类 {upgraded} 件)"
        );
    }

    /// <summary>承诺兑现率.</summary>
    public static Rate PromisesKept(IReadOnlyCollection<HandledItem> items) =>
        new(
            "承诺兑现率",
            items.Sum(i => i.PromisesKept),
            items.Sum(i => i.PromisesDue),
            "按期兑现承诺数 ÷ 已到期承诺数"
        );

    /// <summary>公开率.</summary>
    public static Rate Published(IReadOnlyCollection<HandledItem> items) =>
        new(
            "公开率",
            items.Count(i => i is { Publishable: true, Published: true }),
            items.Count(i => i.Publishable),
            "已公开件数 ÷ 可公开件数"
        );

    /// <summary>The classes of the replies as shares that add up to 100%.</summary>
    public static IReadOnlyList<Share> Classes(IReadOnlyCollection<HandledItem> items, ClassScheme scheme) =>
        Shares.Of([.. scheme.Classes.Select(c => (c.Code, Own(items).Count(i => i.Class?.Code == c.Code)))]);

    private static IEnumerable<HandledItem> Own(IEnumerable<HandledItem> items) =>
        items.Where(i => Assignment.MayReply(i.Duty));

    private static Rate InTime(
        string name,
        IReadOnlyCollection<HandledItem> items,
        DateOnly today,
        Func<HandledItem, DateOnly?> due,
        string rule
    )
    {
        var ripe = Own(items).Where(i => due(i) is { } day && (i.AnsweredOn is not null || day < today)).ToList();
        return new(name, ripe.Count(i => i.AnsweredOn <= due(i)), ripe.Count, rule);
    }

    private static Rate Opinion(
        string name,
        IReadOnlyCollection<HandledItem> items,
        SatisfactionBase by,
        Func<HandledItem, Satisfaction?> of,
        Func<Satisfaction, bool> counts,
        string above
    )
    {
        var received = Own(items).Where(i => of(i) is not null).ToList();
        var overdue = by == SatisfactionBase.WithOverdueForms ? Own(items).Count(i => i.FormOverdueAfterReminder) : 0;
        return new(
            name,
            received.Count(i => counts(of(i)!.Value)),
            received.Count + overdue,
            by switch
            {
                SatisfactionBase.FeedbackReceived => $"{above} ÷ 收到反馈件数(催后逾期未反馈的不计)",
                SatisfactionBase.WithOverdueForms => $"{above} ÷ 收到反馈件数与催后逾期未反馈件数之和",
            }
        );
    }
}
