using System.Text.RegularExpressions;

namespace JointMeeting.Documents.Recognising;

/// <summary>A clause's title is its first sentence. Where the full stop behind it was lost, the title ends where a noun that closes titles meets a word that opens sentences.</summary>
internal static class ClauseTitle
{
    /// <summary>Shorter titles are left alone: text that ran into them would make them longer.</summary>
    private const int RunsOn = 24;
    private const int ShortestTitle = 6;
    private const int LongestTitle = 50;

    private static readonly Regex Ends = new(
        "(工作|建设|活动|机制|条件|合作|水平|能力|提案|建议|育人|制度|体系|质量|管理|服务|队伍|改革|发展|创建|宣传|保障|交流|结构|监管|治理|整治|行动|作用|责任|联合体|平台|基地|网络|工程|环境|”)$",
        Patterns.Linear
    );
    private static readonly Regex Opens = new(
        "^(制定|制订|修订|修订完善|制发|印发|出台|组织|开展|加强|加快|加大|围绕|按照|根据|依托|依据|结合|落实|贯彻|协调|推动|强化|完善|建立|健全|严格|充分发挥|发挥|大力|积极|深入|进一步|继续|坚持|以|通过|针对|对|全?面(推进|落实|提升|加强|开展))",
        Patterns.Linear
    );

    /// <summary>No title is as long: where a border can be told, it is cut there.</summary>
    private const int Impossible = 44;

    /// <summary>动员部署阶段（3月1日—3月31日）: the time is no part of the title.</summary>
    private static readonly Regex Timed = new("[(（][^()（）]*[0-9]{1,2}月[^()（）]*[)）]$", Patterns.Linear);

    public static string Of(string text) =>
        Timed.Replace(Outline.Words(Outline.WithoutMarker(text)).TrimEnd(';', '；', ',', '，'), "");

    /// <summary>
    /// Cuts titles that run on, where the text lost several full stops: one alone may be a long title and is only marked.
    /// </summary>
    public static List<Clause> Cut(List<Clause> clauses)
    {
        var borders = clauses.Select(clause => clause.Title.Length < RunsOn ? null : Border(clause.Title)).ToList();
        var systematic = borders.Count(border => border is not null) > 1;
        return
        [
            .. clauses.Zip(
                borders,
                (clause, border) =>
                    border is not { } at ? clause
                    : systematic || clause.Title.Length > Impossible
                        ? clause with
                        {
                            Title = clause.Title[..at],
                            TitleRunsOn = true,
                        }
                    : clause with { TitleRunsOn = true }
            ),
        ];
    }

    private static int? Border(string title)
    {
        var start = title[..Math.Min(title.Length, LongestTitle)];
        var end = start.AsSpan().IndexOfAny(",，;；");
        for (var at = ShortestTitle; at < (end < 0 ? start.Length : end); at++)
            if (Ends.IsMatch(start[..at]) && Opens.IsMatch(start[at..]) && !IsInside(start, at))
                return at;
        return null;
    }

    private static bool IsInside(string title, int at) =>
        title[..at].Count(sign => sign is '“' or '《' or '(' or '（')
        > title[..at].Count(sign => sign is '”' or '》' or ')' or '）');
}
