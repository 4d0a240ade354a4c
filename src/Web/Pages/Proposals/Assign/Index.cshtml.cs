using System.ComponentModel.DataAnnotations;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Web.Pages.Meetings;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Bulk;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Proposals.Assign;

/// <summary>One row of the form.</summary>
public sealed class AssignInput
{
    public string Id { get; set; } = "";
    public bool Chosen { get; set; }
    public string? Hosts { get; set; }
    public string? CoHandlers { get; set; }
    public bool Complex { get; set; }
}

/// <summary>批量交办: each row proposes its units and says why; flagged rows come first; the job does the rest.</summary>
[Authorize(Roles = nameof(Role.GovernmentOffice))]
[RequestFormLimits(ValueCountLimit = 50_000)]
public sealed class AssignModel(Steps steps) : CasePage(steps)
{
    private IReadOnlyDictionary<string, string> _ids = new Dictionary<string, string>(StringComparer.Ordinal);

    [BindProperty]
    public List<AssignInput> Input { get; set; } = [];

    [BindProperty, Display(Name = "交办日期")]
    public DateOnly? AssignedOn { get; set; }

    [BindProperty, Display(Name = "统一答复期限（可不填）")]
    public DateOnly? FixedOn { get; set; }

    public IReadOnlyList<AssignRow> Rows { get; private set; } = [];
    public IReadOnlyList<string> UnitNamesInOrder { get; private set; } = [];

    public int ToLookAt => Rows.Count(r => r.Flag is not null);

    private DateOnly Today => Moment.DayInChina(Steps.Time.GetUtcNow());

    public async Task OnGetAsync()
    {
        AssignedOn = Today;
        await Show();
    }

    /// <summary>Works the deadlines out again for other days; nothing is assigned.</summary>
    public async Task<IActionResult> OnPostLookAsync()
    {
        await Show();
        ModelState.Clear();
        return Page();
    }

    public Task<IActionResult> OnPostAssignAsync() =>
        Start(
            BulkKinds.Assign,
            "批量交办",
            (row, hosts, co) =>
                Assignment.Refusal(Assignment.Of(hosts, co)) ?? (AssignedOn is null ? "请填写交办日期。" : null),
            (row, hosts, co) =>
                BulkKinds.Write(
                    new AssignWork(KindOf(row), Assignment.Of(hosts, co), AssignedOn!.Value, FixedOn, row.Complex)
                )
        );

    public Task<IActionResult> OnPostPreAssignAsync() =>
        Start(
            BulkKinds.PreAssign,
            "批量预分办",
            (row, hosts, _) =>
                row.Item.Node == "preassigning" ? "已在预分办，请等待反馈或直接交办。"
                : hosts.Count == 0 ? "请填写预分办的主办单位。"
                : null,
            (row, hosts, co) => BulkKinds.Write(new PreAssignWork(KindOf(row), hosts, co))
        );

    protected override async Task Show()
    {
        await using var session = await Steps.Database.Read();
        var items = await AssignRows.Read(session, Me);
        var book = await UnitBook.Read(session);
        _ids = await UnitNames.Read(session, Today);
        UnitNamesInOrder = [.. book.All.Select(u => u.Name)];
        var proposals = await AssignRows.From(session, book, Me);
        var typed = Input.ToDictionary(i => i.Id, StringComparer.Ordinal);
        var dues = new Dictionary<(string, ItemKind, bool, DateOnly?), string>();
        string Due(WaitingItem item)
        {
            var complex = typed.GetValueOrDefault(item.CaseId)?.Complex ?? item.IsComplex;
            var key = (item.Rules, item.Kind, complex, item.FixedOn);
            return dues.TryGetValue(key, out var known)
                ? known
                : dues[key] = AssignRows.DueText(item, complex, AssignedOn ?? Today, FixedOn, Steps.Calendar);
        }
        var rows = items.Select(i => proposals.Row(i, typed.GetValueOrDefault(i.CaseId), Due(i)));
        Rows = [.. rows.OrderBy(r => r.Flag is null ? 1 : 0)];
    }

    private async Task<IActionResult> Start(
        string kind,
        string label,
        Func<AssignRow, IReadOnlyList<string>, IReadOnlyList<string>, string?> refusal,
        Func<AssignRow, IReadOnlyList<string>, IReadOnlyList<string>, string> payload
    )
    {
        await Show();
        var rows = Rows.ToDictionary(r => r.Item.CaseId, StringComparer.Ordinal);
        var work = new List<BulkWork>();
        foreach (var input in Input.Where(i => i.Chosen && rows.ContainsKey(i.Id)))
        {
            var row = rows[input.Id];
            var (hosts, co) = (Resolve(row, input.Hosts), Resolve(row, input.CoHandlers));
            if (refusal(row, hosts, co) is { } why)
                ModelState.AddModelError("", $"{row.Item.Number} 号：{why}");
            else if (ModelState.IsValid)
                work.Add(
                    new BulkWork($"{row.Item.SessionName} {row.Item.Number} 号", input.Id, payload(row, hosts, co))
                );
        }
        if (!ModelState.IsValid)
            return this.Refuse();
        var job = Once ?? Ids.New(Steps.Time.GetUtcNow());
        return await Do(
            await Steps.HouseCase(),
            new StartBulk(job, kind, $"{label} {work.Count} 件", work),
            "已开始办理。",
            _ => Redirect($"/proposals/jobs/{job}")
        );
    }

    private List<string> Resolve(AssignRow row, string? names)
    {
        var ids = new List<string>();
        foreach (var name in UnitNames.Split(names))
            if (_ids.TryGetValue(name, out var id))
                ids.Add(id);
            else
                ModelState.AddModelError("", $"{row.Item.Number} 号：单位名录中没有“{name}”，请从提示中选择。");
        return ids;
    }

    private static CaseKind KindOf(AssignRow row) => Workflows.Proposals.Items.CaseKindOf(row.Item.Kind);
}
