using JointMeeting.Domain.Asks;

namespace JointMeeting.Domain.Statistics;

/// <summary>One request to one unit for its countersign (会签) that the unit was really asked; 沿用 is none.</summary>
/// <param name="Workdays">From the day it was sent to the day of the answer; null where the unit gave none.</param>
/// <param name="Value">What the unit said; null where it said nothing.</param>
/// <param name="Deemed">逾期视为: silence counted, which is not agreement.</param>
public sealed record CountersignRequest(string Case, string Unit, int? Workdays, string? Value, bool Deemed);

/// <summary>
/// 会签平均用时 and 视为同意占比. Only what a unit itself said has a time; what silence was taken for counts in the second
/// figure alone. Field practice; no rule above the office defines them.
/// </summary>
public static class CountersignFigures
{
    /// <summary>会签平均用时.</summary>
    public static readonly Indicator<CountersignRequest> Time = new(
        "time",
        "会签平均用时",
        "送会签至提出意见的工作日合计(当日提出计 0) ÷ 提出意见次数(逾期视为同意、沿用原意见的不计)",
        r => r.Workdays ?? 0,
        r => r.Workdays is null ? 0 : 1,
        "个工作日"
    );

    /// <summary>视为同意占比.</summary>
    public static readonly Indicator<CountersignRequest> Deemed = Indicator.Counting<CountersignRequest>(
        "deemed",
        "视为同意占比",
        "逾期视为同意次数 ÷ 已有结果的会签次数(提出意见与视为同意之和;沿用原意见、尚未反馈的不计)",
        IsSettled,
        r => r.Deemed
    );

    /// <summary>Both, in the order of a report.</summary>
    public static readonly IReadOnlyList<Indicator<CountersignRequest>> All = [Time, Deemed];

    /// <summary>What was answered, as shares that add up to 100%; silence stands by itself.</summary>
    public static IReadOnlyList<Share> Parts(IReadOnlyCollection<CountersignRequest> requests) =>
        Shares.Of([
            .. Vocabulary.Countersign.Values.Select(v => (v.Label, requests.Count(r => !r.Deemed && r.Value == v.Id))),
            ("逾期视为无不同意见", requests.Count(r => r.Deemed)),
        ]);

    private static bool IsSettled(CountersignRequest request) => request.Deemed || request.Workdays is not null;
}
