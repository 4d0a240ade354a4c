using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Definitions;
using JointMeeting.Workflows.Flow.Definition;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Definitions;

/// <summary>流程设置 is for the clerks of the office. A lifecycle that is not there is 404.</summary>
[Authorize(Roles = nameof(Role.OfficeClerk))]
[RefusedIsForbidden]
public abstract class DefinitionPage(Steps steps) : CasePage(steps)
{
    /// <summary>Which lifecycle, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>Every version of it, newest first.</summary>
    public IReadOnlyList<VersionLine> Versions { get; private set; } = [];

    /// <summary>The newest version.</summary>
    public Lifecycle Newest => Versions[0].Lifecycle;

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync() => await Show();

    /// <inheritdoc />
    protected sealed override async Task Show()
    {
        await using var session = await Steps.Database.Read();
        await Steps.Lifecycles.ReadNewest(session, Id);
        await Steps.Lifecycles.ReadAll(session);
        Versions = await Read(session, Steps.Lifecycles.All.Where(l => l.Id == Id));
        Load();
    }

    /// <summary>Prepares what only this page shows.</summary>
    protected virtual void Load() { }

    /// <summary>The version of that number, or the one this page shows where none is named or known.</summary>
    protected Lifecycle Numbered(int? version, Lifecycle other) =>
        Versions.FirstOrDefault(v => v.Lifecycle.Version == version)?.Lifecycle ?? other;

    /// <summary>Who made these versions and how many cases run on them.</summary>
    internal static async Task<IReadOnlyList<VersionLine>> Read(Session session, IEnumerable<Lifecycle> lifecycles)
    {
        const string running = """
            select definition, version, count(*) from cases where closed_at is null group by definition, version
            """;
        var made = await session.Query<DefinitionRow>("select id, version, made_by, made_at, note from definition");
        var cases = (await session.Query<(string Id, int Version, long Count)>(running)).ToDictionary(
            c => (c.Id, c.Version),
            c => c.Count
        );
        return
        [
            .. lifecycles
                .OrderByDescending(l => l.Version)
                .Select(l => new VersionLine(
                    l,
                    made.FirstOrDefault(m => !l.IsShipped && m.Id == l.Id && m.Version == l.Version),
                    cases.GetValueOrDefault((l.Id, l.Version))
                )),
        ];
    }

    /// <summary>One version.</summary>
    /// <param name="Made">Who made it; null where the program brings it.</param>
    /// <param name="Running">Cases that run on it.</param>
    public sealed record VersionLine(Lifecycle Lifecycle, DefinitionRow? Made, long Running);
}
