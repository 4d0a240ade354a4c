using JointMeeting.Documents.Writing;
using JointMeeting.Domain.Clocks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Supervision;
using JointMeeting.Ledger;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Web.Pages.Proposals.Find;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JointMeeting.Web.Pages.Proposals;

/// <summary>台账: all suggestions and proposals a person may read; one box answers where one stands.</summary>
public sealed class IndexModel(Steps steps) : PageModel
{
    /// <summary>The page shows at most so many; the box narrows.</summary>
    public const int Most = 300;

    private ILookup<string, (string Unit, HandlingDuty Duty)> _handlers = null!;
    private UnitBook _units = null!;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string State { get; set; } = "open";

    public IReadOnlyList<ItemLine> All { get; private set; } = [];
    public IReadOnlyList<ItemLine> Shown { get; private set; } = [];
    public Lifecycles Lifecycles => steps.Lifecycles;
    public WorkingDayCalendar Calendar => steps.Calendar;
    public DateOnly Today => Moment.DayInChina(steps.Time.GetUtcNow());
    public bool Receives { get; private set; }
    public bool Files { get; private set; }
    public bool Assigns { get; private set; }
    public bool Leads { get; private set; }

    /// <summary>办到哪一步了: what the box answers where few items fit.</summary>
    public IReadOnlyList<WhereItStands> Answers { get; private set; } = [];

    public IReadOnlyList<(string Id, string Label, int Count)> Tabs { get; private set; } = [];

    public string Summary =>
        $"共 {All.Count} 件：在办 {Tabs[0].Count}，待交办 {Tabs[1].Count}，逾期 {Tabs[2].Count}，已答复 {Tabs[3].Count}";

    public string UnitsOf(ItemLine line) =>
        ItemLines.Units(_handlers[line.CaseId], _units) is { Length: > 0 } units ? units : "—";

    public string DueText(ItemLine line) => line.DueText(Today, Calendar);

    public async Task OnGetAsync()
    {
        var me = User.AsPerson();
        Receives = me.Is(Role.GovernmentOffice) || me.Is(Role.CongressOffice) || me.Is(Role.CppccOffice);
        Assigns = me.Is(Role.GovernmentOffice);
        Files = me.Is(Role.CppccOffice);
        Leads = me.Is(Role.Head) || me.Is(Role.GovernmentOffice);
        await using var session = await steps.Database.Read();
        All = await ItemLines.ReadableBy(session, me);
        Tabs = Counted();
        _handlers = await ItemLines.Handlers(session);
        _units = await UnitBook.Read(session);
        if (string.IsNullOrWhiteSpace(Q))
        {
            Shown = [.. All.Where(l => Is(l, State))];
            return;
        }
        var names = await session.Query<(string Unit, string Name)>(
            "select id, name from unit union all select unit, alias from unit_alias"
        );
        var search = new ItemSearch(_handlers, names.ToLookup(n => n.Unit, n => n.Name, StringComparer.Ordinal));
        Shown = search.Find(All, Q);
        if (Shown.Count is > 0 and <= WhereItStands.Most)
            Answers = await WhereItStands.Read(session, me, Shown, _handlers, _units, Calendar);
    }

    /// <summary>What is shown, all of it and not only the first page: the lines a person may read, without contact data.</summary>
    public async Task<IActionResult> OnGetXlsxAsync()
    {
        await OnGetAsync();
        return File(
            Workbook.Write(AsSheet()),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            $"建议提案台账{Today:yyyyMMdd}.xlsx"
        );
    }

    private Sheet AsSheet() =>
        new(
            "台账",
            [
                "种类",
                "届次",
                "编号",
                "标题",
                "重点件",
                "领办（督办）领导",
                "提出人",
                "承办单位",
                "环节",
                "类别",
                "答复期限",
                "答复日期",
                "最近进展",
                "台账载明（按认定）",
                "台账截至日期",
            ],
            [
                .. Shown.Select(l =>
                    (IReadOnlyList<object?>)
                        [
                            ItemKinds.Label(l.Kind),
                            l.SessionName,
                            l.Number,
                            l.Title,
                            l.IsKey ? "是" : null,
                            l.Leader,
                            l.LeadSigner,
                            UnitsOf(l),
                            l.Step(Lifecycles),
                            l.ClassCode,
                            l.Due,
                            l.RepliedOn,
                            l.LastReport,
                            l.LedgerSays,
                            l.LedgerAsOf,
                        ]
                ),
            ],
            $"{(string.IsNullOrWhiteSpace(Q) ? Tabs.FirstOrDefault(t => t.Id == State).Label ?? "全部" : $"查找“{Q}”")}，共 {Shown.Count} 件，{Today:yyyy-MM-dd}"
        );

    /// <summary>Once for a page: thousands of lines are counted by their days.</summary>
    private IReadOnlyList<(string Id, string Label, int Count)> Counted() =>
        [
            ("open", "在办", All.Count(l => Is(l, "open"))),
            ("registered", "待交办", All.Count(l => Is(l, "registered"))),
            ("late", "逾期", All.Count(l => Is(l, "late"))),
            ("replied", "已答复", All.Count(l => Is(l, "replied"))),
            .. All.Any(l => l.IsHistorical)
                ? [("historical", "历史待核", All.Count(l => Is(l, "historical")))]
                : Array.Empty<(string, string, int)>(),
            ("all", "全部", All.Count),
        ];

    private bool Is(ItemLine line, string state) =>
        state switch
        {
            "open" => line.Outcome is null && !line.IsHistorical,
            "historical" => line.IsHistorical,
            "registered" => line.Node is "submitted" or "registered" or "preassigning",
            "late" => line.UrgencyOn(Today, Calendar) == Urgency.Overdue,
            "replied" => line.RepliedOn is not null,
            _ => true,
        };
}
