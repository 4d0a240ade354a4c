namespace JointMeeting.Domain.Proposals;

/// <summary>A reason not to take an item up; the list is configurable in practice, these are the national ones.</summary>
public sealed record FilingReason(string Id, string Text);

/// <summary>立案审查 of proposals and 受理 of suggestions: what is not taken up, and where it goes instead.</summary>
public static class FilingReview
{
    /// <summary>不作为建议处理 (地方条例所列情形).</summary>
    public static readonly IReadOnlyList<FilingReason> NotASuggestion =
    [
        new("own", "涉及代表本人或者亲属的个人事务"),
        new("case", "涉及具体司法案件"),
        new("forwarded", "转递人民群众来信"),
        new("academic", "属于学术探讨、产品推介"),
        new("empty", "没有实际内容"),
        new("powers", "不属于本行政区域职权范围"),
    ];

    /// <summary>不予立案 (政协全国委员会提案工作条例).</summary>
    public static readonly IReadOnlyList<FilingReason> NotFiled =
    [
        new("secret", "涉及党和国家秘密"),
        new("prohibited", "国家明令禁止的"),
        new("party", "中共党员对党内有关组织、人事安排等方面有意见的"),
        new("inner", "民主党派成员反映本组织内部问题的"),
        new("litigation", "进入民事、刑事、行政诉讼或者仲裁程序的"),
        new("academic", "属于学术研讨的"),
        new("own", "为本人或者亲属解决个人问题的"),
        new("promotion", "宣传、推介具体作品、产品的"),
        new("report", "指名举报的"),
        new("empty", "内容空泛、没有具体建议的"),
    ];

    /// <summary>Where what is not taken up goes.</summary>
    public static readonly IReadOnlyList<string> Elsewhere =
    [
        "转来信办理",
        "转社情民意",
        "作为意见建议转送",
        "退回提出人",
    ];

    /// <summary>The reasons for that kind.</summary>
    public static IReadOnlyList<FilingReason> Reasons(ItemKind kind) =>
        kind == ItemKind.Proposal ? NotFiled : NotASuggestion;
}
