using JointMeeting.Domain.Proposals.TakeOver;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Proposals.TakeOver;

/// <summary>
/// 台账载明: what a running ledger says of an item at its as-of date. It is kept as the ledger's word beside the item: no
/// reply, no class, no feedback of this system, and no figure is made of it.
/// </summary>
/// <param name="AsOf">截至日期.</param>
/// <param name="Status">As a person confirmed the word for it.</param>
/// <param name="More">Other columns, such as 备注, verbatim.</param>
/// <param name="Fate">What was decided to become of the row.</param>
/// <param name="Why">Why that.</param>
public sealed record ItemLedgerWord(
    DateOnly AsOf,
    ItemLedgerStatus? Status,
    string? StatusRaw,
    string? Progress,
    DateOnly? AssignedOn,
    DateOnly? SignedOn,
    DateOnly? RepliedOn,
    DateOnly? ClosedOn,
    string? ReplyNumber,
    string? ClassRaw,
    string? FeedbackRaw,
    string? More,
    string? SourceFile,
    string? SourcePlace,
    ItemFate Fate = ItemFate.Register,
    string? Why = null
);

/// <summary>The same as stored, one for each edition that said something new.</summary>
public sealed record ItemLedgerWordRow
{
    public required string Id { get; init; }
    public required string CaseId { get; init; }
    public required DateOnly AsOf { get; init; }
    public ItemLedgerStatus? Status { get; init; }
    public string? StatusRaw { get; init; }
    public string? Progress { get; init; }
    public DateOnly? AssignedOn { get; init; }
    public DateOnly? SignedOn { get; init; }
    public DateOnly? RepliedOn { get; init; }
    public DateOnly? ClosedOn { get; init; }
    public string? ReplyNumber { get; init; }
    public string? ClassRaw { get; init; }
    public string? FeedbackRaw { get; init; }
    public string? More { get; init; }

    /// <summary>Why the item became what it became; null for the word of a later edition, which moved nothing.</summary>
    public string? Why { get; init; }
    public string? SourceFile { get; init; }

    /// <summary>Where in the file, such as 工作表“建议”第 5 行.</summary>
    public string? SourcePlace { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
}

/// <summary>Keeps the words of ledgers beside their items.</summary>
public static class ItemLedgerWords
{
    /// <summary>What ledgers said of an item, the newest first.</summary>
    public static Task<IReadOnlyList<ItemLedgerWordRow>> LedgerWords(this Session session, string item) =>
        session.Query<ItemLedgerWordRow>(
            "select * from item_ledger_word where case_id = @item order by as_of desc, id desc",
            new { item }
        );

    /// <summary>
    /// Of a day not before the one that is kept, and in other words or settled otherwise: of the same day it is a
    /// correction (更正).
    /// </summary>
    public static bool IsNews(ItemLedgerWord word, ItemLedgerWordRow? last) =>
        SaysSomething(word) && (last is null || word.AsOf >= last.AsOf && !SaysTheSame(word, last));

    /// <summary>What an import makes of the word for an item that is registered, zh-CN.</summary>
    public static string Told(ItemLedgerWord word, ItemLedgerWordRow? last) =>
        !SaysSomething(word) || last is not null && SaysTheSame(word, last) ? "已经登记，台账没有新的内容"
        : word.AsOf < last?.AsOf ? $"已经登记，这份台账早于已记的台账（截至{last.AsOf:yyyy年M月d日}），不补记"
        : word.AsOf == last?.AsOf ? "已经登记，更正同一截至日期的台账说法，办理环节不变"
        : "已经登记，只补记台账，办理环节不变";

    /// <summary>A row whose cells are blank says nothing of the course of its item.</summary>
    private static bool SaysSomething(ItemLedgerWord word) =>
        (word.StatusRaw ?? word.Progress ?? word.ReplyNumber ?? word.ClassRaw ?? word.FeedbackRaw ?? word.More)
            is not null
        || (word.AssignedOn ?? word.SignedOn ?? word.RepliedOn ?? word.ClosedOn) is not null;

    private static bool SaysTheSame(ItemLedgerWord word, ItemLedgerWordRow last) =>
        (
            word.Status,
            word.StatusRaw,
            word.Progress,
            word.AssignedOn,
            word.SignedOn,
            word.RepliedOn,
            word.ClosedOn,
            word.ReplyNumber,
            word.ClassRaw,
            word.FeedbackRaw,
            word.More
        )
        == (
            last.Status,
            last.StatusRaw,
            last.Progress,
            last.AssignedOn,
            last.SignedOn,
            last.RepliedOn,
            last.ClosedOn,
            last.ReplyNumber,
            last.ClassRaw,
            last.FeedbackRaw,
            last.More
        );

    /// <summary>The ledger says something new of an item that is there.</summary>
    internal static async Task<bool> SaysMore(Session session, string item, ItemLedgerWord? word) =>
        word is not null && IsNews(word, await session.LedgerWords(item) is [var last, ..] ? last : null);

    /// <summary>Keeps it.</summary>
    /// <param name="why">Why the item became what it became; null where the word moved nothing.</param>
    internal static Task Keep(Step step, ItemLedgerWord word, string? why) =>
        step.Session.Insert(
            "item_ledger_word",
            new ItemLedgerWordRow
            {
                Id = step.NewId(),
                CaseId = step.CaseId,
                AsOf = word.AsOf,
                Status = word.Status,
                StatusRaw = word.StatusRaw,
                Progress = word.Progress,
                AssignedOn = word.AssignedOn,
                SignedOn = word.SignedOn,
                RepliedOn = word.RepliedOn,
                ClosedOn = word.ClosedOn,
                ReplyNumber = word.ReplyNumber,
                ClassRaw = word.ClassRaw,
                FeedbackRaw = word.FeedbackRaw,
                More = word.More,
                Why = why,
                SourceFile = word.SourceFile,
                SourcePlace = word.SourcePlace,
                AddedAt = step.Now,
            }
        );
}
