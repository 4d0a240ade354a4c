using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>The words reports name a goal with: 年度任务, 全年目标, 省下达的计划.</summary>
internal static class GoalPhrase
{
    private const string Scope =
        "(年度|全年|本年度?|今年|当年|(本|[一二三四])?季度|月度|当月|年初|既定|预期|省定|市定|县定|总体|总|(省|市|县|区|上级)?(下达|确定|安排|定下|设定|提出|明确)的?)";
    private const string Goal = $"{Scope}*的?(目标|任务|计划)(任务|目标|计划)?(总?数|总?量|值)?";

    /// <summary>保障性住房新开工计划, 管网改造年度任务: what is planned, in front of its figure.</summary>
    private static readonly Regex Behind = new($"^(?<n>.{{2,24}}?)的?{Goal}(为|是|共|共计|达)*$", Patterns.Linear);

    /// <summary>全年目标新增就业, 计划改造小区: what is planned, behind the word for it.</summary>
    private static readonly Regex InFront = new(
        $"^(全[市县区省州]|我[市县区]|本[市县区]|共|累计|应|需)*({Goal}|拟)(完成|为|共)*(?<n>.{{2,24}})$",
        Patterns.Linear
    );

    /// <summary>供水管网改造完成年度目标48公里的46.5%: how much of it, without the result itself.</summary>
    private static readonly Regex ShareOf = new(
        $"^(?<n>.{{2,24}}?)(已?(完成|达到|达|占|为|相当于)了?){Goal}(的|为)?[0-9]",
        Patterns.Linear
    );

    /// <summary>占年度计划, 为全年任务, 全年目标, 已提前完成年度任务: goes on with the goal of what stood before.</summary>
    private static readonly Regex Leads = new(
        $"^(已|仅|只|约)?(占|为|达到?|相当于|距|离|完成)?了?{Goal}(为|是|的|共)?(不低于|不少于|不超过|不高于|控制在|达到|≥|≤)?[0-9]|^(已|仅|只|约)?(占|为|达到?|相当于|完成)了?{Goal}|^(控制在|距|离)[^,，]{{0,4}}[0-9]|^(原定|原计划|应建|应完成|计划|设定)[^,，0-9]{{0,4}}[0-9]",
        Patterns.Linear
    );

    private static readonly Regex Start = new(
        $"^(已|仅|只|约)?(占|为|达到?|相当于)?{Goal}|^(原定|原计划|应建|应完成|计划|设定)[^,，0-9]{{0,4}}[0-9]",
        Patterns.Linear
    );
    private static readonly Regex Named = new("目标|任务|计划|完成率", Patterns.Linear);
    private static readonly Regex Alone = new(
        $"^(考核)?{Goal}(为|是|达到|不低于|不少于|不超过|控制在|[≥≤:：])*$",
        Patterns.Linear
    );

    /// <summary>完成任务数80套: what was done, whatever the goal is called.</summary>
    private static readonly Regex IsDone = new(
        "(完成|实现|达到)[^,，]{0,4}(目标|任务|计划)[^,，]{0,3}$",
        Patterns.Linear
    );

    /// <summary>What the words before a figure plan; null where they plan nothing.</summary>
    public static string? Planned(string before) =>
        IsDone.IsMatch(before) ? null
        : Behind.Match(before) is { Success: true } behind ? behind.Groups["n"].Value
        : InFront.Match(before) is { Success: true } front ? front.Groups["n"].Value
        : null;

    /// <summary>Of what a share of its goal is stated, and nothing else.</summary>
    public static string? SharedOut(string text) =>
        ShareOf.Match(text) is { Success: true } share ? share.Groups["n"].Value : null;

    /// <summary>A goal is named somewhere in it.</summary>
    public static bool Names(string text) => Named.IsMatch(text);

    /// <summary>目标值, 任务数 alone, in front of a figure: of what, the text said before.</summary>
    public static bool IsBare(string before) => Alone.IsMatch(before);

    /// <summary>全年任务…, 占年度计划…, 年初定下的目标…: a goal of what stood before.</summary>
    public static bool Begins(string text) => Start.IsMatch(text);

    public static bool GoesOn(string text) => Leads.IsMatch(text);
}
