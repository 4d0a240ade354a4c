using JointMeeting.Domain.Statistics;
using JointMeeting.Ledger;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JointMeeting.Web.Pages.Statistics;

/// <summary>Figures of one kind, with the parts of their whole where it has any.</summary>
public sealed record Section(string Name, IReadOnlyList<Figure> Figures, string? PartsName, IReadOnlyList<Share> Parts);

/// <summary>A page of the office's figures: a period, all units or one.</summary>
public abstract class FiguresPage(Steps steps) : PageModel
{
    /// <summary>A page lists at most so many rows; the sheet has all.</summary>
    public const int Most = 300;

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    /// <summary>One unit; null or empty for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Unit { get; set; }

    public UnitBook Units { get; private set; } = null!;
    public IReadOnlyList<Section> Sections { get; private set; } = [];

    /// <summary>持续实施 and other tasks without a day: in no denominator, listed.</summary>
    public IReadOnlyList<CountedRow> Ongoing { get; private set; } = [];

    /// <summary>The units that anything is counted of, by name.</summary>
    public IReadOnlyList<string> Counted { get; private set; } = [];

    public DateOnly Today => Moment.DayInChina(steps.Time.GetUtcNow());
    public string? OneUnit => string.IsNullOrEmpty(Unit) ? null : Unit;
    public IEnumerable<Figure> Figures => Sections.SelectMany(s => s.Figures);

    /// <summary>What the figures are of.</summary>
    public string Scope => $"{From:yyyy-MM-dd} 至 {To:yyyy-MM-dd}{(OneUnit is null ? "" : $"，{Units.Name(OneUnit)}")}";

    /// <summary>The address of a page with the same choices.</summary>
    public string Address(string page, string? unit, string? more = null) =>
        $"/statistics{page}?from={From:yyyy-MM-dd}&to={To:yyyy-MM-dd}{(unit is null ? "" : $"&unit={unit}")}{more}";

    /// <summary>Reads everything that the reader may count.</summary>
    protected async Task Read()
    {
        From ??= new DateOnly(Today.Year, 1, 1);
        To ??= Today;
        if (To < From)
            (From, To) = (To, From);
        var reader = Reader.Of(User.AsPerson());
        await using var session = await steps.Database.Read();
        Units = await UnitBook.Read(session);
        var (from, to) = (From.Value, To.Value);
        var tasks = await SupervisedTasks.Read(session, reader, Today, steps.Calendar);
        var invited = await InvitedUnits.Read(session, reader, from, to);
        var asked = await CountersignRequests.Read(session, reader, from, to, steps.Calendar);
        Sections =
        [
            new("督办事项", Figure.Each(tasks, new TaskFigures(from, to, Today).All), null, []),
            new(
                "会议",
                Figure.Each(invited, AttendanceFigures.All),
                "到会情况",
                AttendanceFigures.Parts([.. Figure.At(invited, OneUnit).Select(i => i.Fact)])
            ),
            new(
                "会签",
                Figure.Each(asked, CountersignFigures.All),
                "会签结果",
                CountersignFigures.Parts([.. Figure.At(asked, OneUnit).Select(a => a.Fact)])
            ),
        ];
        Ongoing =
        [
            .. Figure
                .At(tasks, OneUnit)
                .Where(t => TaskFigures.IsOngoing(t.Fact) && !t.Fact.StruckOff)
                .Select(t => t.Row),
        ];
        Counted =
        [
            .. tasks
                .Select(t => t.Row.Unit)
                .Concat(invited.Select(i => i.Row.Unit))
                .Concat(asked.Select(a => a.Row.Unit))
                .Distinct()
                .OrderBy(Units.Name, StringComparer.Ordinal),
        ];
    }
}
