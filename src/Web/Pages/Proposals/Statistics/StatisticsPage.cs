using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Proposals.Statistics;
using JointMeeting.Domain.Statistics;
using JointMeeting.Ledger;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JointMeeting.Web.Pages.Proposals.Statistics;

/// <summary>A page of figures: one year, suggestions or proposals (never added together), all units or one.</summary>
public abstract class StatisticsPage(Steps steps) : PageModel
{
    /// <summary>A page lists at most so many rows; the sheet has all.</summary>
    public const int Most = 300;

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Side { get; set; } = "npc";

    [BindProperty(SupportsGet = true)]
    public SatisfactionBase By { get; set; }

    /// <summary>One unit, all its matters; null for all units.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    public IReadOnlyList<HandledItem> Items { get; private set; } = [];

    /// <summary>What a running ledger brought as over: in no rate, counted on its own; none where one unit is looked at.</summary>
    public IReadOnlyList<HistoricalItem> Historical { get; private set; } = [];
    public UnitBook Units { get; private set; } = null!;
    public DateOnly Today => Moment.DayInChina(steps.Time.GetUtcNow());
    public string SideName => Side == "cppcc" ? "政协提案" : "代表建议";
    public bool OfCongress => Side != "cppcc";
    public IReadOnlyList<Indicator<HandledItem>> Figures => Indicators.All(Today, By);

    /// <summary>What the figures are of: 2026 年代表建议, 市教育局.</summary>
    public string Scope => $"{Year} 年{SideName}{(Unit is null ? "" : $"，{Units.Name(Unit)}")}";

    /// <summary>The address of a statistics page with the same choices.</summary>
    public string Address(string page, string? unit, string? more = null) =>
        $"/proposals/statistics{page}?year={Year}&side={Side}&by={By}{(unit is null ? "" : $"&unit={unit}")}{more}";

    /// <summary>The Shenzhen preset on the items that a unit answers.</summary>
    public HandlingRating Rating(IReadOnlyCollection<HandledItem> items)
    {
        var own = items.Where(Indicators.IsOwn).ToList();
        int Count(Satisfaction value) => own.Count(i => i.Result == value);
        return HandlingRating.Of(
            own.Count,
            own.Count(i => i.SignedInTime == true),
            own.Count(i => i.AnsweredOn <= i.OriginalDue),
            own.Count(i => i.AnsweredOn > i.OriginalDue && i.AnsweredOn <= i.ExtendedDue),
            own.Count(i => i.AnsweredOn > i.ExtendedDue || (i.AnsweredOn is null && i.ExtendedDue < Today)),
            Count(Satisfaction.Satisfied),
            Count(Satisfaction.Basically),
            Count(Satisfaction.Dissatisfied)
        );
    }

    /// <summary>Reads the items that the reader may count.</summary>
    protected async Task Read(Session session)
    {
        if (Year == 0)
            Year = Today.Year;
        Units = await UnitBook.Read(session);
        var all = await HandledItems.Read(session, User.AsPerson(), Year, !OfCongress, Today, steps.Calendar);
        if (Unit is null)
            Historical = await HistoricalItem.Read(session, User.AsPerson(), Year, OfCongress);
        Items = Unit is null ? all : [.. all.Where(i => i.Unit == Unit)];
    }

    /// <summary>Opens a session to read with.</summary>
    protected Task<Session> Open() => steps.Database.Read();
}
