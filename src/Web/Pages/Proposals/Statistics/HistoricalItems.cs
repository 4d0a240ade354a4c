using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Proposals.TakeOver;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Web.Pages.Proposals.Statistics;

/// <summary>
/// An item that a running ledger brought as over (历史待核, 历史办结): nobody answered it in this system, so it counts in
/// no rate; it is counted on its own.
/// </summary>
public sealed record HistoricalItem
{
    private const string Of = """
        select i.case_id, i.kind, i.session_name, i.number, i.title, i.ruled_hosts,
               case when c.outcome = 'doneBefore' then 1 else 0 end as is_closed,
               (select w.status_raw from item_ledger_word w where w.case_id = i.case_id order by w.as_of desc, w.id desc limit 1) as status_raw,
               (select w.status from item_ledger_word w where w.case_id = i.case_id order by w.as_of desc, w.id desc limit 1) as status,
               (select max(w.as_of) from item_ledger_word w where w.case_id = i.case_id) as as_of
          from item i join cases c on c.id = i.case_id
         where i.year = @year and i.part = '' and (@office = 1 and c.office_unit = @unit or @counterpart = 1 and i.counterpart = @unit)
           and (c.outcome = 'doneBefore'
                or exists (select 1 from visit v where v.case_id = i.case_id and v.node = 'historical' and v.left_at is null))
        """;

    public required string CaseId { get; init; }
    public required ItemKind Kind { get; init; }
    public required string SessionName { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }

    /// <summary>Who handled it by the ledger.</summary>
    public required string RuledHosts { get; init; }

    /// <summary>历史办结: a person judged that it was over; else it waits for that (历史待核).</summary>
    public required bool IsClosed { get; init; }
    public string? StatusRaw { get; init; }

    /// <summary>As a person confirmed the word for it.</summary>
    public ItemLedgerStatus? Status { get; init; }
    public DateOnly? AsOf { get; init; }

    /// <summary>Judged to be over, and by the ledger not because it was answered: 撤回, 并案, 不予立案, 终止.</summary>
    public bool EndedUnanswered => IsClosed && Status is { } status && ItemLedgerStatuses.EndsUnanswered(status);

    /// <summary>How many are closed, and how many of these nobody answered: a withdrawn item was not 办结.</summary>
    public static string ClosedLabel(IReadOnlyList<HistoricalItem> items)
    {
        var closed = $"{items.Count(i => i.IsClosed)} 件";
        var otherwise = items.Count(i => i.EndedUnanswered);
        return otherwise == 0 ? closed : $"{closed}（其中台账载明撤回、并案、不予立案或终止的 {otherwise} 件）";
    }

    /// <summary>Those of a year and side that the reader's office runs or handed over; a unit has none, since nobody gave it one.</summary>
    public static async Task<IReadOnlyList<HistoricalItem>> Read(Session session, Person me, int year, bool ofCongress)
    {
        var items = await session.Query<HistoricalItem>(
            Of,
            new
            {
                year,
                unit = me.Unit,
                office = me.Is(Role.GovernmentOffice) ? 1 : 0,
                counterpart = me.Is(Role.CongressOffice) || me.Is(Role.CppccOffice) ? 1 : 0,
            }
        );
        return
        [
            .. items
                .Where(i => ItemKinds.IsOfCongress(i.Kind) == ofCongress)
                .OrderBy(i => i.SessionName, StringComparer.Ordinal)
                .ThenBy(i => int.TryParse(i.Number, out var n) ? n : int.MaxValue),
        ];
    }
}
