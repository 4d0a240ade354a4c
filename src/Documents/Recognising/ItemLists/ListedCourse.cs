using JointMeeting.Domain.Proposals.TakeOver;

namespace JointMeeting.Documents.Recognising.ItemLists;

/// <summary>How far an item has come by the word of a running ledger (在办台账); cells verbatim, days as read.</summary>
public sealed record ListedCourse
{
    /// <summary>The cell of the status, whatever it says.</summary>
    public string? StatusRaw { get; init; }

    /// <summary>What its word is read as; null where the row has none.</summary>
    public ItemStatusReading? Status { get; init; }
    public string? Progress { get; init; }

    /// <summary>签收日期.</summary>
    public DateOnly? SignedOn { get; init; }

    /// <summary>答复日期.</summary>
    public DateOnly? RepliedOn { get; init; }

    /// <summary>办结日期.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>答复文号.</summary>
    public string? ReplyNumber { get; init; }

    /// <summary>答复类别 or 办理结果.</summary>
    public string? ClassRaw { get; init; }

    /// <summary>满意度, 代表意见.</summary>
    public string? FeedbackRaw { get; init; }

    /// <summary>备注, and days of whatever column that could not be read, each with its heading.</summary>
    public string? More { get; init; }
}

/// <summary>The columns of a list that tell how far its items have come.</summary>
internal static class CourseReader
{
    private static readonly (ItemColumn Column, string Heading)[] DaysOfEveryList =
    [
        (ItemColumn.Received, "收到日期"),
        (ItemColumn.Assigned, "交办日期"),
        (ItemColumn.Due, "办理期限"),
    ];

    /// <summary>
    /// Something stands in a column of it. 交办日期 and 备注 are in yearly lists as well, and their forms have such columns
    /// left blank; neither makes a ledger of them.
    /// </summary>
    public static bool TellsOfACourse(IReadOnlyDictionary<ItemColumn, string> row) =>
        row.Any(cell => IsOfACourse(cell.Key) && SaysSomething(cell.Value));

    /// <summary>A stroke (—, /) that fills a cell says nothing.</summary>
    private static bool SaysSomething(string cell) => cell.Any(char.IsLetterOrDigit);

    private static bool IsOfACourse(ItemColumn column) =>
        column
            is ItemColumn.Status
                or ItemColumn.Situation
                or ItemColumn.Progress
                or ItemColumn.Signed
                or ItemColumn.Replied
                or ItemColumn.Closed
                or ItemColumn.ReplyNumber
                or ItemColumn.Class
                or ItemColumn.Feedback;

    public static ListedCourse Read(Func<ItemColumn, string?> cell, List<RowFinding> findings)
    {
        var more = new List<string>();
        DateOnly? Day(ItemColumn column, string heading)
        {
            if (cell(column) is not { } text || !SaysSomething(text))
                return null;
            var day = ItemRowReader.DayIn(text);
            if (day is null)
            {
                findings.Add(
                    new($"{heading}“{ItemRowReader.Short(text)}”不是完整的日期,只按原文保留。", Blocks: false)
                );
                more.Add($"{heading}:{text}");
            }
            return day;
        }
        var course = new ListedCourse
        {
            StatusRaw = cell(ItemColumn.Status) ?? cell(ItemColumn.Situation),
            Status =
                ItemStatusWords.Of(cell(ItemColumn.Status))
                ?? ItemStatusWords.InText(cell(ItemColumn.Situation))
                ?? ItemStatusWords.InText(cell(ItemColumn.Progress)),
            Progress = Progress(cell),
            SignedOn = Day(ItemColumn.Signed, "签收日期"),
            RepliedOn = Day(ItemColumn.Replied, "答复日期"),
            ClosedOn = Day(ItemColumn.Closed, "办结日期"),
            ReplyNumber = cell(ItemColumn.ReplyNumber),
            ClassRaw = cell(ItemColumn.Class),
            FeedbackRaw = cell(ItemColumn.Feedback),
        };
        foreach (var (column, heading) in DaysOfEveryList)
            if (cell(column) is { } unread && SaysSomething(unread) && ItemRowReader.DayIn(unread) is null)
                more.Add($"{heading}:{unread}");
        if (cell(ItemColumn.Remarks) is { } remarks)
            more.Add(remarks);
        if (Contradiction(course, cell(ItemColumn.Assigned)) is { } doubt)
            findings.Add(new(doubt, Blocks: false));
        return course with { More = more.Count == 0 ? null : string.Join("；", more) };
    }

    /// <summary>办理情况 beside a status is told as progress too, so that nothing of the row is lost.</summary>
    private static string? Progress(Func<ItemColumn, string?> cell) =>
        (cell(ItemColumn.Status), cell(ItemColumn.Situation), cell(ItemColumn.Progress)) switch
        {
            (not null, { } situation, { } progress) => $"{situation}；{progress}",
            (not null, { } situation, null) => situation,
            (_, _, var progress) => progress,
        };

    /// <summary>
    /// A status that says it runs beside a day that says it is answered, or that it waits to be assigned beside the day it
    /// was: both are shown, a person judges.
    /// </summary>
    private static string? Contradiction(ListedCourse course, string? assigned) =>
        course.Status is not { Value: { } status, Word: var word } || ItemLedgerStatuses.WasOverBefore(status) ? null
        : course.RepliedOn is { } day ? $"状态为“{word}”,却写明答复日期 {day:yyyy-MM-dd},请核对。"
        : status is ItemLedgerStatus.Unassigned && assigned is not null
            ? $"状态为“{word}”,却写明交办日期“{ItemRowReader.Short(assigned)}”,请核对。"
        : null;
}
