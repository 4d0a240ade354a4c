using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Proposals.TakeOver;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Supervision;
using JointMeeting.Ledger;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Workflows;

namespace JointMeeting.Web.Pages.Proposals;

/// <summary>One line of the ledger (台账) of suggestions and proposals.</summary>
public sealed record ItemLine
{
    public required string CaseId { get; init; }
    public required ItemKind Kind { get; init; }
    public required string SessionName { get; init; }
    public required string Number { get; init; }
    public required string Part { get; init; }
    public required string Title { get; init; }
    public required string Initials { get; init; }
    public bool IsKey { get; init; }

    /// <summary>领办(督办)领导.</summary>
    public string? Leader { get; init; }
    public int Year { get; init; }
    public string? ClassCode { get; init; }
    public int RedoRound { get; init; }
    public required string Definition { get; init; }
    public int Version { get; init; }
    public string? Node { get; init; }
    public string? Outcome { get; init; }

    /// <summary>The last day of the reply, and the day before rolling forward, which people plan against.</summary>
    public DateOnly? Due { get; init; }
    public DateOnly? Unrolled { get; init; }

    /// <summary>暂停 or 退回待裁定: while its clock stands still it is not due.</summary>
    public bool StandsStill { get; init; }
    public DateOnly? RepliedOn { get; init; }
    public string? LeadSigner { get; init; }

    /// <summary>The last sentence a unit reported.</summary>
    public string? LastReport { get; init; }
    public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>
    /// 台账载明: what a running ledger's last status was settled as, and its as-of date. Its own words are on the page of the
    /// item, for those who may read what signers think.
    /// </summary>
    public ItemLedgerStatus? LedgerStatus { get; init; }
    public DateOnly? LedgerAsOf { get; init; }

    /// <summary>The same in Chinese; null where no ledger brought it.</summary>
    public string? LedgerSays =>
        LedgerAsOf is null ? null
        : LedgerStatus is { } status ? ItemLedgerStatuses.Label(status)
        : "没有认定状态";

    /// <summary>历史待核: it is nobody's work before a person judged it.</summary>
    public bool IsHistorical => Node == "historical" && Outcome is null;

    /// <summary>五届三次 12 号.</summary>
    public string Name => $"{ItemKinds.Label(Kind)} {SessionName} {Number} 号";

    /// <summary>The step it is at, or how it ended.</summary>
    public string Step(Lifecycles lifecycles)
    {
        var node = Outcome ?? Node;
        var title = node is null ? "—" : EndOrStep(lifecycles, node);
        return RedoRound > 0 && Outcome is null ? $"{title}（第 {RedoRound + 1} 次办理）" : title;
    }

    /// <summary>A reply is still to be given, the first or another one.</summary>
    public bool IsBeforeReply => Node is "assigned" or "handling" or "officeReview" or "signing" or "signedOff";

    /// <summary>Only a reply still to be given is pressing.</summary>
    public Urgency? UrgencyOn(DateOnly today, WorkingDayCalendar calendar) =>
        Due is null
        || StandsStill
        || Outcome is not null
        || (RepliedOn is not null && Node is not ("handling" or "officeReview" or "signing" or "signedOff"))
            ? null
            : DueLight.Of(Due, today, calendar);

    /// <summary>The words beside its day.</summary>
    public string DueText(DateOnly today, WorkingDayCalendar calendar) =>
        StandsStill ? "暂停计时" : DueLight.Describe(Due, today, calendar);

    private string EndOrStep(Lifecycles lifecycles, string node) =>
        lifecycles.Get(Definition, Version).Nodes[node] switch
        {
            Workflows.Flow.Definition.Node.Step step => step.Title,
            Workflows.Flow.Definition.Node.End end => end.Title,
            _ => node,
        };
}

/// <summary>Reads the ledger with the rights of the reader.</summary>
public static class ItemLines
{
    private const string Lines = """
        select i.case_id, i.kind, i.session_name, i.number, i.part, i.title, i.initials, i.is_key, i.leader, i.year,
               (select case when i.upgraded_on >= r.sent_on then i.class_code else r.class_code end
                  from reply r where r.case_id = i.case_id order by r.round desc limit 1) as class_code, i.redo_round, c.definition, c.version, c.outcome,
               (select min(v.node) from visit v where v.case_id = i.case_id and v.left_at is null) as node,
               (select k.due from clock k where k.case_id = i.case_id and k.rule = 'reply' order by k.id desc limit 1) as due,
               (select k.unrolled from clock k where k.case_id = i.case_id and k.rule = 'reply' order by k.id desc limit 1) as unrolled,
               case when c.paused_at is not null
                         or exists (select 1 from clock k join ask q on q.id = k.owner
                                     where k.case_id = i.case_id and k.rule = 'reply' and q.state = 'Open' and q.due is null)
                    then 1 else 0 end as stands_still,
               (select max(r.sent_on) from reply r where r.case_id = i.case_id) as replied_on,
               (select min(s.name) from item_signer s where s.is_lead = 1 and (s.case_id = i.case_id or s.case_id = i.part_of)) as lead_signer,
               (select a.text from answer a where a.case_id = i.case_id and a.value = 'progress' and a.origin <> 'Drafted' order by a.at desc limit 1) as last_report,
               (select max(a.at) from answer a where a.case_id = i.case_id and a.value = 'progress' and a.origin <> 'Drafted') as reported_at,
               (select w.status from item_ledger_word w where w.case_id = i.case_id order by w.as_of desc, w.id desc limit 1) as ledger_status,
               (select max(w.as_of) from item_ledger_word w where w.case_id = i.case_id) as ledger_as_of
          from item i join cases c on c.id = i.case_id
         where (@office = 1 and c.office_unit = @unit or @counterpart = 1 and i.counterpart = @unit
                or exists (select 1 from item_handler h where h.case_id = i.case_id and h.unit = @unit)
                or exists (select 1 from ask q where q.case_id = i.case_id and q.unit = @unit and q.vocabulary = 'preAssign')
                or exists (select 1 from copy o where o.case_id = i.case_id and o.unit = @unit))
        """;

    /// <summary>All lines a person may read; those at one step where one is named.</summary>
    public static async Task<IReadOnlyList<ItemLine>> ReadableBy(Session session, Person me, string? node = null)
    {
        const string at =
            " and exists (select 1 from visit v where v.case_id = i.case_id and v.left_at is null and v.node = @node)";
        var lines = await session.Query<ItemLine>(
            Lines + (node is null ? "" : at),
            new
            {
                unit = me.Unit,
                node,
                office = me.Is(Role.GovernmentOffice) ? 1 : 0,
                counterpart = me.Is(Role.CongressOffice) || me.Is(Role.CppccOffice) ? 1 : 0,
            }
        );
        return
        [
            .. lines
                .OrderByDescending(l => l.Year)
                .ThenBy(l => l.Kind)
                .ThenBy(l => l.SessionName, StringComparer.Ordinal)
                .ThenBy(l => int.TryParse(l.Number, out var n) ? n : int.MaxValue)
                .ThenBy(l => l.Number, StringComparer.Ordinal),
        ];
    }

    /// <summary>Who handles what, by item.</summary>
    public static async Task<ILookup<string, (string Unit, HandlingDuty Duty)>> Handlers(Session session)
    {
        var rows = await session.Query<(string CaseId, string Unit, HandlingDuty Duty)>(
            "select case_id, unit, duty from item_handler"
        );
        return rows.ToLookup(r => r.CaseId, r => (r.Unit, r.Duty), StringComparer.Ordinal);
    }

    /// <summary>办理单位 of a line: the host first, co-handlers in brackets.</summary>
    public static string Units(IEnumerable<(string Unit, HandlingDuty Duty)> handlers, UnitBook book)
    {
        var all = handlers.ToList();
        var hosts = string.Join("、", all.Where(h => Assignment.MayReply(h.Duty)).Select(h => book.Name(h.Unit)));
        var others = string.Join("、", all.Where(h => !Assignment.MayReply(h.Duty)).Select(h => book.Name(h.Unit)));
        return others.Length == 0 ? hosts : $"{hosts}（协办：{others}）";
    }
}
