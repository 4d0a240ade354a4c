using System.ComponentModel.DataAnnotations;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Proposals.TakeOver;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Web.Pages.Meetings;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Bulk;
using JointMeeting.Workflows.Proposals.TakeOver;
using JointMeeting.Workflows.Supervision.Judge;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Proposals.Historical;

/// <summary>
/// 历史待核: what a ledger called over, or what was past when it was taken over, with its words. Many are judged on one
/// basis as a job; each has its own line in its history.
/// </summary>
[Authorize(Roles = nameof(Role.GovernmentOffice))]
[RequestFormLimits(ValueCountLimit = 10_000)]
public sealed class HistoricalModel(Steps steps) : CasePage(steps)
{
    /// <summary>More rows at once only slow the page down; the next ones come up when these are judged.</summary>
    public const int Most = 500;

    private const string Waiting = """
        select i.case_id, i.kind, i.session_name, i.number, i.title, i.ruled_hosts
          from item i join cases c on c.id = i.case_id
          join visit v on v.case_id = i.case_id and v.left_at is null and v.node = 'historical'
         where c.office_unit = @Unit and c.closed_at is null and c.paused_at is null order by i.case_id
        """;

    private const string Words = """
        select w.* from item_ledger_word w
          join visit v on v.case_id = w.case_id and v.left_at is null and v.node = 'historical'
         order by w.as_of, w.id
        """;

    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    [BindProperty, Display(Name = "核定依据"), MaxLength(500)]
    public string? Basis { get; set; }

    public IReadOnlyList<(Item Item, IReadOnlyList<ItemLedgerWordRow> Words)> Rows { get; private set; } = [];

    /// <summary>The rows that are shown and can be ticked.</summary>
    public IEnumerable<(Item Item, IReadOnlyList<ItemLedgerWordRow> Words)> Listed => Rows.Take(Most);

    /// <summary>How many of them are ticked.</summary>
    public int Ticked => Listed.Count(row => IsChosen(row.Item, row.Words));

    public UnitBook Units { get; private set; } = null!;

    /// <summary>The ledger's newest word calls it answered or closed.</summary>
    public static bool SaysDone(IReadOnlyList<ItemLedgerWordRow> words) =>
        words is [.., var last] && ItemLedgerStatuses.SaysDone(last.Status);

    /// <summary>Ticked: at first what the ledger calls answered, afterwards what the person ticked.</summary>
    public bool IsChosen(Item item, IReadOnlyList<ItemLedgerWordRow> words) =>
        HttpMethods.IsPost(Request.Method) ? Chosen.Contains(item.CaseId) : SaysDone(words);

    public Task OnGetAsync() => Show();

    public Task<IActionResult> OnPostDoneAsync() => Judge(doneBefore: true);

    public Task<IActionResult> OnPostOpenAsync() => Judge(doneBefore: false);

    protected override async Task Show()
    {
        await using var session = await Steps.Database.Read();
        Units = await UnitBook.Read(session);
        var words = (await session.Query<ItemLedgerWordRow>(Words)).ToLookup(w => w.CaseId, StringComparer.Ordinal);
        var items = await session.Query<Item>(Waiting, new { Me.Unit });
        Rows =
        [
            .. items
                .Select(item => (Item: item, Words: (IReadOnlyList<ItemLedgerWordRow>)[.. words[item.CaseId]]))
                .OrderBy(row => SaysDone(row.Words) ? 0 : 1),
        ];
    }

    private async Task<IActionResult> Judge(bool doneBefore)
    {
        await Show();
        var chosen = Rows.Where(row => Chosen.Contains(row.Item.CaseId)).ToList();
        if (string.IsNullOrWhiteSpace(Basis))
            ModelState.AddModelError(nameof(Basis), "请填写核定依据。");
        if (chosen.Count == 0)
            ModelState.AddModelError("", "请勾选要核定的件。");
        if (!ModelState.IsValid)
            return this.Refuse();
        var judge = BulkKinds.Write(new JudgeHistorical(doneBefore, Basis!));
        var job = Once ?? Ids.New(Steps.Time.GetUtcNow());
        var label = $"核定历史待核 {chosen.Count} 件为{(doneBefore ? "历史办结" : "仍需办理")}";
        return await Do(
            await Steps.HouseCase(),
            new StartBulk(
                job,
                BulkKinds.Judge,
                label,
                [.. chosen.Select(row => new BulkWork(row.Item.Name, row.Item.CaseId, judge))]
            ),
            "已开始核定。",
            _ => Redirect($"/proposals/jobs/{job}")
        );
    }

    /// <summary>An item that waits to be judged.</summary>
    public sealed record Item
    {
        public required string CaseId { get; init; }
        public required ItemKind Kind { get; init; }
        public required string SessionName { get; init; }
        public required string Number { get; init; }
        public required string Title { get; init; }

        /// <summary>主办单位 as the ledger names them.</summary>
        public required string RuledHosts { get; init; }

        /// <summary>五届三次 12 号.</summary>
        public string Name => $"{SessionName} {Number} 号";
    }
}
