using JointMeeting.Domain;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Steering;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Cases;

/// <summary>传阅件: what the office sent the reader's unit for information about one case, with the text as it was then.</summary>
public sealed class CopiesModel(Steps steps) : CaseFilePage(steps)
{
    public IReadOnlyList<CopyRow> Copies { get; private set; } = [];
    public ILookup<string, ClauseLine> Clauses { get; private set; } =
        Array.Empty<ClauseLine>().ToLookup(c => c.Version);

    public string Address => CaseAddress.Of(Case.Row.Kind, Case.Row.Id) ?? "/";

    public Task<IActionResult> OnPostAsync(string copy) =>
        Do(Id, new MarkRead(copy), "已记录阅知。", _ => Redirect("/"));

    protected override async Task Load(Session session)
    {
        Copies = await session.Query<CopyRow>(
            "select * from copy where case_id = @Id and unit = @Unit order by sent_at desc",
            new { Id, Me.Unit }
        );
        if (Copies.Count == 0)
            throw new Refusal("没有找到发给您单位的传阅件。");
        Clauses = (
            await session.Query<ClauseLine>(
                """
                select c.version, c.position, c.text from clause c
                 where c.version in (select text_version from copy where case_id = @Id and unit = @Unit)
                 order by c.position
                """,
                new { Id, Me.Unit }
            )
        ).ToLookup(c => c.Version);
    }
}

/// <summary>A clause of the text that was sent.</summary>
public sealed record ClauseLine
{
    public required string Version { get; init; }
    public required int Position { get; init; }
    public required string Text { get; init; }
}
