using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Kit;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Meetings;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Meetings;

/// <summary>各稿对照: every version, and one of them clause by clause against the one before.</summary>
public sealed class VersionsModel(Steps steps) : MeetingPage(steps)
{
    private const string AllVersions = """
        select * from text_version where case_id = @Id and kind = @Minutes order by number desc
        """;

    private const string LinksInto = """
        select l.* from clause_link l join clause c on c.id = l.to_clause where c.version = @version
        """;

    /// <summary>Which one; the newest where none is named.</summary>
    [BindProperty(SupportsGet = true, Name = "v")]
    public int? Number { get; set; }

    public IReadOnlyList<TextVersionRow> All { get; private set; } = [];
    public TextVersionRow? Shown { get; private set; }
    public TextVersionRow? Before { get; private set; }
    public IReadOnlyList<ClauseDifference> Lines { get; private set; } = [];

    public string Summary =>
        string.Join(
            "，",
            Lines.GroupBy(l => l.Change).OrderBy(g => g.Key).Select(g => $"{Word(g.Key)} {g.Count()} 条")
        );

    protected override async Task LoadMore(Session session)
    {
        All = await session.Query<TextVersionRow>(AllVersions, new { Id, MeetingRegistrations.Minutes });
        Shown = All.FirstOrDefault(v => v.Number == Number) ?? (All.Count > 0 ? All[0] : null);
        if (Shown is null)
            return;
        Before = All.FirstOrDefault(v => v.Number == Shown.Number - 1);
        var now = await session.Clauses(Shown.Id);
        var was = Before is null ? [] : await session.Clauses(Before.Id);
        var links = await session.Query<ClauseLinkRow>(LinksInto, new { version = Shown.Id });
        Lines = Before is null
            ? [.. now.Select(c => new ClauseDifference(ClauseChange.Same, null, c))]
            : ClauseDifference.Between(was, now, links);
    }

    public static string Word(ClauseChange change) =>
        change switch
        {
            ClauseChange.Same => "未改动",
            ClauseChange.Wording => "文字性修改",
            ClauseChange.Substantive => "实质性修改",
            ClauseChange.New => "新增",
            ClauseChange.Removed => "删除",
        };

    public static Tone ToneOf(ClauseChange change) =>
        change switch
        {
            ClauseChange.Same => Tone.Muted,
            ClauseChange.Wording => Tone.Info,
            ClauseChange.Substantive => Tone.Warn,
            ClauseChange.New => Tone.Ok,
            ClauseChange.Removed => Tone.Danger,
        };

    public static string IconOf(ClauseChange change) =>
        change switch
        {
            ClauseChange.Same => "minus",
            ClauseChange.Wording => "pencil",
            ClauseChange.Substantive => "triangle-alert",
            ClauseChange.New => "plus",
            ClauseChange.Removed => "trash-2",
        };
}
