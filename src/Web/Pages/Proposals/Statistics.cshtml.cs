using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Proposals.Statistics;
using JointMeeting.Ledger;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JointMeeting.Web.Pages.Proposals;

/// <summary>统计: every rate with numerator, denominator and rule; suggestions and proposals apart, units below each other.</summary>
public sealed class StatisticsModel(Steps steps) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Side { get; set; } = "npc";

    [BindProperty(SupportsGet = true)]
    public SatisfactionBase By { get; set; }

    public IReadOnlyList<HandledItem> Items { get; private set; } = [];
    public UnitBook Units { get; private set; } = null!;
    public DateOnly Today => Moment.DayInChina(steps.Time.GetUtcNow());

    public string SideName => Side == "cppcc" ? "政协提案" : "代表建议";

    public IReadOnlyList<Rate> Rates => RatesOf(Items);

    public IReadOnlyList<Share> Classes => Indicators.Classes(Items, ClassScheme.FourLetters);

    public IReadOnlyList<IGrouping<string, HandledItem>> ByUnit =>
        [.. Items.GroupBy(i => i.Unit).OrderBy(g => Units.Name(g.Key))];

    public IReadOnlyList<Rate> RatesOf(IReadOnlyCollection<HandledItem> items) =>
        [
            Indicators.SignedFor(items),
            Indicators.Replied(items),
            Indicators.InTime(items, Today),
            Indicators.InExtendedTime(items, Today),
            Indicators.Met(items),
            Indicators.Satisfied(items, By),
            Indicators.FullySatisfied(items, By),
            Indicators.SatisfiedWithAttitude(items, By),
            Indicators.Solved(items),
            Indicators.OpinionsGiven(items),
            Indicators.PromisesKept(items),
            Indicators.Published(items),
        ];

    /// <summary>The Shenzhen preset on the items that a unit answers.</summary>
    public HandlingRating Rating(IReadOnlyCollection<HandledItem> items)
    {
        var own = items.Where(i => Assignment.MayReply(i.Duty)).ToList();
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

    public async Task OnGetAsync()
    {
        if (Year == 0)
            Year = Today.Year;
        await using var session = await steps.Database.Read();
        Units = await UnitBook.Read(session);
        Items = await HandledItems.Read(session, User.AsPerson(), Year, Side == "cppcc", Today, steps.Calendar);
    }
}
