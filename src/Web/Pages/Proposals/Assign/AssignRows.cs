using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;

namespace JointMeeting.Web.Pages.Proposals.Assign;

/// <summary>An item that waits to be assigned.</summary>
public sealed record WaitingItem
{
    public required string CaseId { get; init; }
    public required ItemKind Kind { get; init; }
    public required string SessionName { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required string Suggested { get; init; }
    public required string RuledHosts { get; init; }
    public required string RuledCoHandlers { get; init; }
    public required string Rules { get; init; }
    public bool IsComplex { get; init; }
    public DateOnly? FixedOn { get; init; }
    public required string Node { get; init; }

    /// <summary>交办日期 as a running ledger states it.</summary>
    public DateOnly? LedgerAssignedOn { get; init; }
}

/// <summary>What a unit said when it was heard before the assigning (预分办).</summary>
public sealed record Heard(string CaseId, string Unit, string? Value, string? Text);

/// <summary>One item to be assigned, with what is proposed and why.</summary>
/// <param name="Flag">What a person must look at before it is assigned; such rows are not ticked.</param>
/// <param name="Grounds">Where the proposal comes from, and what the units said.</param>
/// <param name="Due">When the reply will be due: by the rule, by the fixed date, and which holds.</param>
public sealed record AssignRow(
    WaitingItem Item,
    bool Chosen,
    string Hosts,
    string CoHandlers,
    bool Complex,
    string? Flag,
    IReadOnlyList<string> Grounds,
    string Due
);

/// <summary>Reads what waits to be assigned and proposes who handles it.</summary>
public sealed class AssignRows(
    UnitBook book,
    EarlierRulings earlier,
    DutyCatalogue duties,
    ILookup<string, Heard> heard
)
{
    private const string Waiting = """
        select i.case_id, i.kind, i.session_name, i.number, i.title, i.text, i.suggested, i.ruled_hosts,
               i.ruled_co_handlers, i.rules, i.is_complex, i.fixed_on, v.node,
               (select min(w.assigned_on) from item_ledger_word w where w.case_id = i.case_id) as ledger_assigned_on
          from item i join cases c on c.id = i.case_id join visit v on v.case_id = i.case_id and v.left_at is null
         where c.office_unit = @unit and v.node in ('registered', 'preassigning')
        """;

    private const string Answers = """
        select a.case_id, a.unit,
               (select n.value from answer n where n.ask_id = a.id and n.origin <> 'Drafted' order by n.at desc limit 1) as value,
               (select n.text from answer n where n.ask_id = a.id and n.origin <> 'Drafted' order by n.at desc limit 1) as text
          from ask a join visit v on v.id = a.visit_id and v.left_at is null
         where a.vocabulary = 'preAssign' and a.state <> 'Replaced'
        """;

    /// <summary>All that wait for the government office of that unit, in the order of their numbers.</summary>
    public static async Task<IReadOnlyList<WaitingItem>> Read(Session session, Person me) =>
        [
            .. (await session.Query<WaitingItem>(Waiting, new { unit = me.Unit }))
                .OrderBy(i => i.Kind)
                .ThenBy(i => i.SessionName, StringComparer.Ordinal)
                .ThenBy(i => int.TryParse(i.Number, out var n) ? n : int.MaxValue)
                .ThenBy(i => i.Number, StringComparer.Ordinal),
        ];

    /// <summary>What proposals are made from.</summary>
    public static async Task<AssignRows> From(Session session, UnitBook book, Person me)
    {
        var duties = await session.Query<(string Unit, string Words, string Source)>(
            "select unit, words, source from unit_duty where ended_at is null order by unit, id"
        );
        var heard = await session.Query<Heard>(Answers);
        return new(
            book,
            await EarlierRulings.Read(session, me),
            new DutyCatalogue([.. duties.Select(d => new UnitDuty(d.Unit, d.Words.Split('、'), d.Source))]),
            heard.ToLookup(h => h.CaseId, StringComparer.Ordinal)
        );
    }

    /// <summary>The row of an item; what was typed stands.</summary>
    public AssignRow Row(WaitingItem item, AssignInput? typed, string due)
    {
        var proposal = HandlingProposal.For(
            Rows.Split(item.RuledHosts),
            Rows.Split(item.RuledCoHandlers),
            Rows.Split(item.Suggested),
            duties.Touched(item.Title, item.Text),
            earlier.Like(item.Title)
        );
        var (flag, said) = WhatUnitsSaid(item);
        flag ??= proposal.Look;
        IReadOnlyList<string> grounds =
        [
            .. item.LedgerAssignedOn is { } on ? [$"台账载明 {When.Day(on)} 交办"] : Array.Empty<string>(),
            .. said,
            .. proposal.Grounds.Select(Say),
        ];
        return typed is null
            ? new(
                item,
                flag is null,
                Names(proposal.Hosts),
                Names(proposal.CoHandlers),
                item.IsComplex,
                flag,
                grounds,
                due
            )
            : new(item, typed.Chosen, typed.Hosts ?? "", typed.CoHandlers ?? "", typed.Complex, null, grounds, due);
    }

    /// <summary>
    /// When the reply is due, before it is assigned: the rule names what starts the clock; where that is the signing-for,
    /// the day is not known yet.
    /// </summary>
    public static string DueText(
        WaitingItem item,
        bool complex,
        DateOnly assigned,
        DateOnly? fixedOn,
        WorkingDayCalendar calendar
    )
    {
        var rules = LocalRules.For(item.Rules, item.Kind, item.SessionName);
        var rule = LocalRules.Reply(rules, complex, assigned);
        var stated = fixedOn ?? item.FixedOn;
        var usual = complex && LocalRules.Complex(rules, assigned) is null ? "；规则集没有复杂件期限，按一般期限" : "";
        if (rule.Start != StartEvent.Assign)
            return $"自{StartEvents.Label(rule.Start)}起{rule.Period?.Text}，签收后起算"
                + (stated is { } day ? $"；统一期限 {When.Day(day)}，取较早者" : "")
                + usual;
        var byRule = Clock.Explain([new Started(assigned)], rule, calendar);
        var both = Clock.Explain([new Started(assigned, stated)], rule, calendar);
        var text = $"自{StartEvents.Label(rule.Start)}起{rule.Period?.Text}：{Roll(byRule)}";
        return (stated is { } limit ? $"{text}；统一期限 {When.Day(limit)}；以 {When.Day(both.Date)} 为准" : text)
            + usual;
    }

    private static string Roll(Due due) =>
        due.Date == due.Unrolled ? When.Day(due.Date) : $"{When.Day(due.Unrolled)}届满，顺延至 {When.Day(due.Date)}";

    private (string? Flag, IReadOnlyList<string> Said) WhatUnitsSaid(WaitingItem item)
    {
        if (item.Node != "preassigning")
            return (null, []);
        var said = heard[item.CaseId].ToList();
        var words = said.Select(h =>
                $"{book.Name(h.Unit)}："
                + (
                    h.Value is null ? "尚未反馈"
                    : h.Value == "agree" ? "同意承办"
                    : $"有不同意见（{h.Text}）"
                )
            )
            .ToList();
        return said.Exists(h => h.Value is not (null or "agree")) ? ("预分办有不同意见，请裁定", words)
            : said.Exists(h => h.Value is null) ? ("预分办尚未反馈齐", words)
            : (null, words);
    }

    private string Say(HandlingGround ground) =>
        ground.Kind switch
        {
            GroundKind.Ruled => $"清单或预分办已定：{book.Name(ground.Unit)}",
            GroundKind.Signer => $"提出人建议：{book.Name(ground.Unit)}",
            GroundKind.Duty => $"职责目录：{book.Name(ground.Unit)}——{ground.Detail}",
            GroundKind.Earlier => $"以往交办：{book.Name(ground.Unit)}——“{ground.Detail}”",
        };

    private string Names(IEnumerable<string> units) => string.Join("、", units.Select(book.Name));
}
