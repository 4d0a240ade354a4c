using JointMeeting.Domain.Texts.Editing;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Plans;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Plans;

/// <summary>各稿对照: any version against any earlier one, clause by clause and sign by sign.</summary>
public sealed class VersionsModel(Steps steps) : PlanPage(steps)
{
    private const string AllVersions = """
        select * from text_version where case_id = @Id and kind = @Text order by number desc
        """;

    /// <summary>Which one; the newest where none is named.</summary>
    [BindProperty(SupportsGet = true, Name = "v")]
    public int? Version { get; set; }

    /// <summary>Against which one; the one before where none is named, 0 the plan that this one amends.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    public int? From { get; set; }

    public IReadOnlyList<TextVersionRow> All { get; private set; } = [];
    public TextVersionRow? Shown { get; private set; }
    public TextVersionRow? Before { get; private set; }

    /// <summary>How the text it is compared with is called; null where it is compared with none.</summary>
    public string? BeforeName =>
        Before is null ? null
        : Before.CaseId == Id ? $"第 {Before.Number} 稿"
        : "原方案";

    public IReadOnlyList<ClauseChanged> Lines { get; private set; } = [];
    public IReadOnlyDictionary<string, string> ShownNumbers { get; private set; } = new Dictionary<string, string>();

    public string Summary =>
        string.Join(
            "，",
            Lines.GroupBy(l => l.Change).OrderBy(g => g.Key).Select(g => $"{PlanLooks.Word(g.Key)} {g.Count()} 条")
        );

    protected override async Task LoadMore(Session session)
    {
        All = await session.Query<TextVersionRow>(AllVersions, new { Id, PlanFile.Text });
        Shown = All.FirstOrDefault(v => v.Number == Version) ?? (All.Count > 0 ? All[0] : null);
        if (Shown is null)
            return;
        var from = From ?? Shown.Number - 1;
        Before =
            from == 0 && Plan.Amends is { } amended
                ? await session.Latest(amended, PlanFile.Text)
                : All.FirstOrDefault(v => v.Number < Shown.Number && v.Number == from);
        var now = await session.Clauses(Shown.Id);
        ShownNumbers = PlanLooks.Numbers(now);
        Lines = await Comparison.Of(session, Id, Before, now);
    }
}

/// <summary>Compares stored versions.</summary>
internal static class Comparison
{
    /// <summary>All clauses of the newer version, with what happened to them since the older one.</summary>
    public static async Task<IReadOnlyList<ClauseChanged>> Of(
        Session session,
        string plan,
        TextVersionRow? before,
        IReadOnlyList<ClauseRow> now
    )
    {
        var shown = now.Select(Clause).ToList();
        if (before is null)
            return [.. shown.Select(c => new ClauseChanged(Change.Same, [], c, false, []))];
        var was = (await session.Clauses(before.Id)).Select(Clause).ToList();
        return VersionChanges.Between(was, shown, await session.Links(plan));
    }

    private static VersionClause Clause(ClauseRow row) => new(row.Id, row.Hash, row.Mark, row.Text);
}
