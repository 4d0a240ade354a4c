using JointMeeting.Documents.Recognising.ItemLists;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Proposals.TakeOver;
using JointMeeting.Workflows.Proposals.TakeOver;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Proposals.Intake;

/// <summary>A status word of the ledger as a person settles it, once for all rows.</summary>
public sealed class WordInput
{
    /// <summary>No status: it is only kept as it is written.</summary>
    public const string NoStatus = "None";

    public string Word { get; set; } = "";

    /// <summary>Name of the status, <see cref="NoStatus"/>, or nothing while nobody has said.</summary>
    public string? As { get; set; }
}

/// <summary>A status word with how many rows have it.</summary>
/// <param name="As">What it is taken as; null while nobody has said.</param>
/// <param name="FromText">Rows have no word for it, but a text that begins with this one.</param>
public sealed record LedgerWordLine(string Word, int Rows, string? As, bool FromText);

/// <summary>What is settled once for all rows of a running ledger, and what its rows are compared with.</summary>
public sealed record LedgerSettings(
    DateOnly? AsOf,
    IReadOnlyList<LedgerWordLine> Words,
    string? File,
    KnownItems Known,
    bool MayAssign,
    DateOnly Today,
    WorkingDayCalendar Calendar
)
{
    /// <summary>What a word can be taken as.</summary>
    public static IReadOnlyList<SelectListItem> Choices { get; } =
    [
        new("请选择", ""),
        .. Enum.GetValues<ItemLedgerStatus>().Select(s => new SelectListItem(ItemLedgerStatuses.Label(s), $"{s}")),
        new("不是状态，只按原文保留", WordInput.NoStatus),
    ];

    /// <summary>What keeps its rows from being planned, zh-CN; null where nothing does.</summary>
    public string? Missing =>
        AsOf is not { } day ? "请填写截至日期"
        : day > Today ? $"截至日期 {day:yyyy年M月d日} 晚于今天，请核对"
        : Words.Count(word => word.As is null) is > 0 and var open ? $"还有 {open} 个状态词没有选择"
        : null;

    /// <summary>The status of a row as its word was settled.</summary>
    public ItemLedgerStatus? Status(ListedCourse course) =>
        course.Status is { } read
        && Words.FirstOrDefault(word => word.Word == read.Word)?.As is { } settled
        && settled != WordInput.NoStatus
            ? Enum.Parse<ItemLedgerStatus>(settled)
            : null;

    /// <summary>The words of a list, most rows first: as a person settled them, else as they are read.</summary>
    public static IReadOnlyList<LedgerWordLine> WordsOf(ItemList list, IReadOnlyList<WordInput> settled) =>
        [
            .. list
                .Items.Select(item => item.Course?.Status)
                .OfType<ItemStatusReading>()
                .GroupBy(read => read.Word, StringComparer.Ordinal)
                .OrderByDescending(word => word.Count())
                .Select(word => new LedgerWordLine(
                    word.Key,
                    word.Count(),
                    Settled(word.Key, settled) ?? word.First().Value?.ToString(),
                    word.All(read => read.FromText)
                )),
        ];

    /// <summary>One of <see cref="Choices"/>; a form may send anything.</summary>
    private static string? Settled(string word, IReadOnlyList<WordInput> settled) =>
        settled.FirstOrDefault(input => input.Word == word)?.As is { } choice
        && (choice == WordInput.NoStatus || Enum.IsDefined(typeof(ItemLedgerStatus), choice))
            ? choice
            : null;
}
