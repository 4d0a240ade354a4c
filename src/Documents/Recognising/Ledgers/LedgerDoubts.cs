using System.Text.RegularExpressions;
using JointMeeting.Domain.Supervision;
using JointMeeting.Domain.Texts.Deadlines;

namespace JointMeeting.Documents.Recognising.Ledgers;

/// <summary>Where a row of a ledger contradicts itself, or says the same as one above.</summary>
internal sealed class LedgerDoubts
{
    private static readonly Regex Finished = new("^已?(全部|全面)?(完成|办结|销号)[。；;，,]?$|100%", Patterns.Linear);
    private static readonly Regex Unfinished = new(
        "正在|尚未|未完成|未启动|下一步|推进中|进行中|办理中",
        Patterns.Linear
    );

    private readonly DateOnly? asOf;
    private readonly Dictionary<string, TaskRow> first = new(StringComparer.Ordinal);

    public LedgerDoubts(Notice ledger)
    {
        asOf = ledger.Ledger?.AsOf?.Value;
        foreach (var row in ledger.Tasks)
            first.TryAdd(Key(row), row);
    }

    /// <summary>任务、牵头单位 as in an earlier row.</summary>
    public string? SameAsAbove(TaskRow row) =>
        first[Key(row)] is var above && !ReferenceEquals(above, row)
            ? $"与第 {above.Number} 项任务、牵头单位相同,请核对是否重复"
            : null;

    /// <summary>What the status says against the progress or the deadline; both are shown.</summary>
    public string? Contradiction(TaskRow row)
    {
        if (row.Standing?.Status is not { Value: { } status, Raw: var word })
            return null;
        var progress = Folding.Squeeze(row.Standing.Progress ?? "");
        if (status is LedgerStatus.Done && Unfinished.IsMatch(progress))
            return $"状态为“{word}”,进展却写“{Unfinished.Match(progress).Value}”,请核对";
        if (status is not (LedgerStatus.Done or LedgerStatus.Ongoing) && Finished.IsMatch(progress))
            return $"状态为“{word}”,进展却写“{Finished.Match(progress).Value}”,请核对";
        if (asOf is not { } day || row.Deadline?.Value is not { Kind: not DeadlineKind.Ongoing, Date: { } due })
            return null;
        return status switch
        {
            LedgerStatus.Overdue when due >= day => $"状态为“{word}”,但时限 {due:yyyy-MM-dd} 在截至日期之后,请核对",
            LedgerStatus.InProgress or LedgerStatus.NotStarted when due < day =>
                $"时限 {due:yyyy-MM-dd} 在截至日期之前,状态仍为“{word}”,请核对",
            _ => null,
        };
    }

    private static string Key(TaskRow row) => $"{Folding.Squeeze(row.Text)}|{(row.Lead is [var lead, ..] ? lead : "")}";
}
