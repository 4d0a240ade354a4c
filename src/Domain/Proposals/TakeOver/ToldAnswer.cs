using System.Text.RegularExpressions;

namespace JointMeeting.Domain.Proposals.TakeOver;

/// <summary>
/// What in a row of a ledger, beside its status, says that the item was answered, or may say so. It settles no status; but
/// in doubt a person judges the item before a unit is asked to answer it a second time.
/// </summary>
public static partial class ToldAnswer
{
    /// <summary>The first of it, in Chinese; null where nothing says so. A day after the as-of date was no fact on it.</summary>
    /// <param name="texts">办理情况, 办理进展 and 备注, as they stand.</param>
    public static string? In(
        DateOnly? repliedOn,
        DateOnly? closedOn,
        string? number,
        string? replyClass,
        string? feedback,
        IEnumerable<string?> texts,
        DateOnly asOf
    ) =>
        repliedOn <= asOf ? $"答复日期 {repliedOn:yyyy年M月d日}"
        : closedOn <= asOf ? $"办结日期 {closedOn:yyyy年M月d日}"
        : !string.IsNullOrWhiteSpace(number) && number.Any(char.IsAsciiDigit) ? $"答复文号“{number.Trim()}”"
        : IsSaid(replyClass) ? Quoted("答复类别（办理结果）", replyClass!)
        : IsSaid(feedback) ? "已有代表（委员）反馈"
        : texts.Select(ClauseOfAReply).FirstOrDefault(clause => clause is not null) is { } clause
            ? Quoted("办理情况写到答复", clause)
        : null;

    /// <summary>
    /// The part of a text that tells of a reply in whatever words (已于3月20日书面答复代表); one that says it is still to come
    /// (待答复, 答复起草中, 6月底前答复) is none.
    /// </summary>
    public static string? ClauseOfAReply(string? text) =>
        Ends()
            .Split(text ?? "")
            .Select(clause => clause.Trim())
            .FirstOrDefault(clause => Reply().Matches(clause).Any(reply => IsDone(clause, reply)));

    private static bool IsDone(string clause, Match reply)
    {
        var before = clause[..reply.Index];
        var after = clause[(reply.Index + reply.Length)..];
        var isStillToCome = before.Contains('已') ? IsBeingWritten().IsMatch(before) : IsToCome().IsMatch(before);
        return !isStillToCome && !IsDraft().IsMatch(after);
    }

    /// <summary>A cell that holds more than 无, 未反馈 or 正在办理.</summary>
    private static bool IsSaid(string? cell) =>
        cell is not null && cell.Any(char.IsLetterOrDigit) && !Nothing().IsMatch(cell.Trim());

    /// <summary>What signers think is not for the unit to read from the history, so it is not repeated.</summary>
    private static string Quoted(string what, string words) =>
        LedgerQuote.MayBeRepeated(words) ? $"{what}“{LedgerQuote.Short(words)}”" : what;

    [GeneratedRegex("[。；;，,！!\n]", RegexOptions.CultureInvariant)]
    private static partial Regex Ends();

    [GeneratedRegex("答复|办复|办结|复函|面复|回复", RegexOptions.CultureInvariant)]
    private static partial Regex Reply();

    [GeneratedRegex(
        "(未|尚|(?<![接招对])待|正在|拟|准备|将|计划|预计|争取|应|须|请|要求|(?<=[日底月旬])前|起草|草拟|撰写)"
            + "(能|还|按期|按时|及时|书面|正式|予以|给予|进行|完成|全部|作出|做出|向?(代表|委员|提案人)|在?(法定|规定)?期限内|于|[0-9]+年|[0-9]+月|[0-9]+日|上旬|中旬|下旬|底|前|抓紧|尽快|统一|起草|草拟|撰写|形成|的)*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex IsToCome();

    [GeneratedRegex(
        "(起草|草拟|撰写|拟)(了|好|完成|的)*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex IsBeingWritten();

    [GeneratedRegex(
        "^(函|件|意见|文|已|情况|日期|时间|[:：])*(初稿|稿|正在|起草|草拟|拟制|审核|送审|会签|待|尚|未|暂?无|(办理|推进)?中($|[（(])|在办|逾期|超期|期限|时限|要求|前($|[^一-龥]))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex IsDraft();

    [GeneratedRegex(
        "^(无|暂无|未.*|尚.*|待.*|暂.*|(正在)?(办理|推进|研究|征求意见)(中|之中)?|在办)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline
    )]
    private static partial Regex Nothing();
}
