using System.Buffers;
using System.Text.RegularExpressions;
using JointMeeting.Domain.Supervision;

namespace JointMeeting.Documents.Recognising.Ledgers;

/// <summary>The words ledgers use for a status: those that say it, those that mean it, and texts of progress that begin with it.</summary>
internal static class StatusWords
{
    private const int Longest = 20;
    private static readonly SearchValues<char> Breaks = SearchValues.Create("。；;，,\n");

    private static readonly (LedgerStatus Status, Regex Says, Regex Means)[] Known =
    [
        (
            LedgerStatus.Done,
            Of("已?(完成|办结|销号)(并?销号)?"),
            Of(
                "已?(全部|全面|按期|按时|提前|如期|逾期|超期)已?(完成|办结)|已?(办复|答复|整改到位|整改完成|落实到位|结案)|已(落实|整改|解决|办理|建成|印发|出台|兑现|清零)|√|是|(完成率?)?100(\\.0+)?%"
            )
        ),
        (
            LedgerStatus.Overdue,
            Of("已?(逾期|超期)(未(完成|办结))?"),
            Of("(未按期|未按时)(完成|办结)|已?(超时|过期)(未(完成|办结))?")
        ),
        (
            LedgerStatus.NotStarted,
            Of("(尚|还)?未(启动|开始|开展|实施)"),
            Of("待(启动|开展|实施|办|办理)|(尚|还)?未(动工|开工|办理|落实|整改)|前期(准备|工作)中?|0(\\.0+)?%")
        ),
        (
            LedgerStatus.Ongoing,
            Of("长期坚持|长期实施|持续实施|长期"),
            Of("(长期|持续|常态化?)(推进|开展|坚持|整改|任务|实施)?")
        ),
        (
            LedgerStatus.Suspended,
            Of("已?(暂缓|终止|中止)"),
            Of("已?(取消|撤销|停止)|不再(实施|推进|办理|开展)|(合并|并入).{0,12}")
        ),
        (
            LedgerStatus.InProgress,
            Of("(进行|推进|办理|实施)中|正在(进行|推进|办理|实施)|在办"),
            Of(
                "(整改|落实|建设|施工|起草|筹备)中|正在(整改|落实|建设|施工|起草)|(基本|部分|未|尚未)(完成|办结)|(已)?(启动|开工)|(按)?(序时|计划|时序|进度)(进度)?推进中?|(正常|有序|稳步|加快|顺利)(推进中?)?|进展顺利|(进度)?滞后|否|[0-9]{1,2}(\\.[0-9]+)?%"
            )
        ),
    ];

    private static readonly (LedgerStatus Status, string Start)[] Starts =
    [
        (LedgerStatus.InProgress, "正在"),
        (LedgerStatus.NotStarted, "尚未启动"),
        (LedgerStatus.NotStarted, "未启动"),
        (LedgerStatus.Ongoing, "长期坚持"),
        (LedgerStatus.Ongoing, "持续"),
    ];

    /// <summary>The status a row states; where its column is missing or empty, the one its progress begins with.</summary>
    public static ReadStatus? Of(string? status, string? progress) =>
        Folding.Squeeze(status ?? "") is { Length: > 0 } words ? Read(words)
        : progress is null ? null
        : FromProgress(Folding.Squeeze(progress));

    private static ReadStatus Read(string words)
    {
        foreach (var (status, says, means) in Known)
            if (says.IsMatch(words))
                return new(words, status, null);
            else if (means.IsMatch(words))
                return new(words, status, $"台账写“{words}”,拟按“{LedgerStatuses.Label(status)}”转入");
        return new(Short(words), null, $"不认识的状态“{Short(words)}”,请选择对应的状态");
    }

    private static ReadStatus? FromProgress(string text)
    {
        var end = text.AsSpan().IndexOfAny(Breaks);
        var first = end < 0 ? text : text[..end];
        if (first.Length <= Longest && Read(first) is { Value: { } status })
            return new(first, status, $"没有状态,按进展文字“{first}”推定为“{LedgerStatuses.Label(status)}”");
        foreach (var (started, start) in Starts)
            if (text.StartsWith(start, StringComparison.Ordinal))
                return new(
                    start,
                    started,
                    $"没有状态,按进展文字以“{start}”开头推定为“{LedgerStatuses.Label(started)}”"
                );
        return null;
    }

    private static string Short(string words) => words.Length <= Longest ? words : words[..Longest] + "…";

    private static Regex Of(string words) => new($"^({words})$", Patterns.Linear);
}
