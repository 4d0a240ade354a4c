using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Proposals.TakeOver;
using JointMeeting.Ledger;
using JointMeeting.Workflows.Proposals.Register;

namespace JointMeeting.Workflows.Proposals.TakeOver;

/// <summary>What becomes of a row of a running ledger.</summary>
public enum ListedFate
{
    /// <summary>登记待交办.</summary>
    Register,

    /// <summary>按台账交办.</summary>
    Assign,

    /// <summary>历史待核.</summary>
    Judge,

    /// <summary>台账补记: the item is there; a later edition says more of it. The item stays where it is.</summary>
    Continues,

    /// <summary>此前已登记: the item is there, and the ledger says nothing new of its course.</summary>
    KnownBefore,
}

/// <summary>A row as it will be imported.</summary>
/// <param name="Item">With the ledger's word, its fate in it.</param>
/// <param name="Why">Why that becomes of it, zh-CN.</param>
public sealed record PlannedItem(NewItem Item, ListedFate Fate, string Why);

/// <summary>What an import would make of the rows of a running ledger; the page shows it before anything is done.</summary>
public static class ItemLedgerPlan
{
    /// <summary>The fate of one row.</summary>
    /// <param name="item">With the ledger's word.</param>
    /// <param name="cannotAssign">Why the one who imports cannot assign it as the ledger says, as far as the list tells.</param>
    public static PlannedItem Of(
        NewItem item,
        string? cannotAssign,
        KnownItems known,
        DateOnly today,
        WorkingDayCalendar calendar
    )
    {
        var word = item.Said ?? throw new ArgumentException("The list says nothing of its course.", nameof(item));
        var there = known.Find(item);
        if (there is { IsClosed: true })
            return new(item, ListedFate.KnownBefore, "本系统中已经结束，不再补记，也不再更正登记");
        var (fate, why) = FateOf(
            there is null ? item : item with { ReceivedOn = there.ReceivedOn, Rules = there.Rules },
            cannotAssign,
            today,
            calendar
        );
        var planned = item with { Said = word with { Fate = fate, Why = why } };
        if (there is null)
            return new(planned, Listed(fate), why);
        if (there.WaitsForAssigning && fate is ItemFate.Assign && !(word.AsOf < there.Last?.AsOf))
            return new(planned, ListedFate.Assign, $"已经登记，待交办；{why}");
        return ItemLedgerWords.IsNews(word, there.Last)
            ? new(item, ListedFate.Continues, ItemLedgerWords.Told(word, there.Last))
            : new(item, ListedFate.KnownBefore, ItemLedgerWords.Told(word, there.Last));
    }

    /// <summary>
    /// The fate on the day the row is imported: a job may run days after its preview, and what has become due in between
    /// waits for a judgement like anything that was past at import; no unit is late at birth.
    /// </summary>
    internal static ItemLedgerWord AsOfToday(NewItem item, DateOnly today, WorkingDayCalendar calendar)
    {
        var word = item.Said!;
        var (fate, why) = FateOf(item, null, today, calendar);
        return fate is ItemFate.Judge && word.Fate is not ItemFate.Judge ? word with { Fate = fate, Why = why } : word;
    }

    private static (ItemFate Fate, string Why) FateOf(
        NewItem item,
        string? cannotAssign,
        DateOnly today,
        WorkingDayCalendar calendar
    )
    {
        var word = item.Said!;
        var says = new LedgerSays(
            word.Status,
            ToldAnswer.In(
                word.RepliedOn,
                word.ClosedOn,
                word.ReplyNumber,
                word.ClassRaw,
                word.FeedbackRaw,
                [word.StatusRaw, word.Progress, word.More],
                word.AsOf
            ),
            item.Hosts is { Count: > 0 },
            word.AssignedOn,
            ItemFates.ReplyDue(
                LocalRules.For(item.Rules, item.Kind, item.SessionName),
                word.AssignedOn,
                SigningDoubt(word) is null ? word.SignedOn : null,
                item.FixedOn,
                calendar
            ),
            cannotAssign ?? WhyNotAssigned(item, word),
            word.StatusRaw
        );
        return ItemFates.Of(says, word.AsOf, today);
    }

    private static ListedFate Listed(ItemFate fate) =>
        fate switch
        {
            ItemFate.Register => ListedFate.Register,
            ItemFate.Assign => ListedFate.Assign,
            ItemFate.Judge => ListedFate.Judge,
        };

    /// <summary>分办 is decided by a person: a ledger that lists several hosts does not say which part is whose.</summary>
    private static string? WhyNotAssigned(NewItem item, ItemLedgerWord word) =>
        item.Hosts is { Count: > 1 } ? "台账的主办单位有几个，请确定分办还是主办、协办后交办"
        : word.AssignedOn < item.ReceivedOn ? "台账的交办日期早于收到日期，请核对后交办"
        : SigningDoubt(word) ?? Assignment.Refusal(Assignment.Of(item.Hosts ?? [], item.CoHandlers ?? []));

    private static string? SigningDoubt(ItemLedgerWord word) =>
        ItemFates.SigningDoubt(word.SignedOn, word.AssignedOn, word.AsOf);
}

/// <summary>An item that is registered, with what a ledger said of it last.</summary>
/// <param name="WaitsForAssigning">
/// A ledger brought it, and it was only registered: who imported it may not assign, or the ledger did not say enough.
/// </param>
public sealed record KnownItem(
    string CaseId,
    bool IsClosed,
    DateOnly ReceivedOn,
    string Rules,
    bool WaitsForAssigning,
    ItemLedgerWordRow? Last
);

/// <summary>The items that are registered, to be told apart from rows of a ledger that comes again.</summary>
public sealed class KnownItems
{
    private readonly Dictionary<(ItemKind, string, string), KnownItem> _items = [];

    /// <summary>Reads those of the offices that hand items over.</summary>
    public static async Task<KnownItems> Read(Session session)
    {
        const string items = """
            select i.case_id, i.kind, i.session_name, i.number, i.received_on, i.rules, i.fate,
                   case when c.closed_at is null then 0 else 1 end as is_closed,
                   (select count(*) from visit v where v.case_id = i.case_id and v.node = 'registered'
                       and v.left_at is null and i.assigned_on is null) as is_registered
              from item i join cases c on c.id = i.case_id where i.part = ''
            """;
        const string words = "select * from item_ledger_word order by as_of, id";
        var said = (await session.Query<ItemLedgerWordRow>(words)).ToLookup(w => w.CaseId, StringComparer.Ordinal);
        var known = new KnownItems();
        foreach (var row in await session.Query<Row>(items))
            known._items[(row.Kind, row.SessionName, row.Number)] = new(
                row.CaseId,
                row.IsClosed,
                row.ReceivedOn,
                row.Rules,
                row.IsRegistered && row.Fate is ItemFate.Register,
                said[row.CaseId].LastOrDefault()
            );
        return known;
    }

    /// <summary>The item that has that number in that session, or null.</summary>
    public KnownItem? Find(NewItem item) =>
        _items.GetValueOrDefault((item.Kind, ItemName.Session(item.SessionName), ItemName.Number(item.Number)));

    private sealed record Row
    {
        public required string CaseId { get; init; }
        public required ItemKind Kind { get; init; }
        public required string SessionName { get; init; }
        public required string Number { get; init; }
        public required bool IsClosed { get; init; }
        public required DateOnly ReceivedOn { get; init; }
        public required string Rules { get; init; }
        public required bool IsRegistered { get; init; }
        public ItemFate? Fate { get; init; }
    }
}
