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

namespace JointMeeting.Web.Pages.Proposals;

/// <summary>One row of the form.</summary>
public sealed class AssignInput
{
    public string Id { get; set; } = "";
    public bool Chosen { get; set; }
    public string? Hosts { get; set; }
    public string? CoHandlers { get; set; }
}

/// <summary>One item to be assigned, with what is proposed and why.</summary>
/// <param name="Flag">What a person must look at before it is assigned; such rows are not ticked.</param>
/// <param name="Why">Where the proposal comes from.</param>
public sealed record AssignRow(ItemLine Line, bool Chosen, string Hosts, string CoHandlers, string? Flag, string? Why);

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

    public async Task OnGetAsync()
    {
        AssignedOn = Moment.DayInChina(Steps.Time.GetUtcNow());
        await Show();
    }

    public Task<IActionResult> OnPostAssignAsync() =>
        Start(
            BulkKinds.Assign,
            "批量交办",
            (line, hosts, co) =>
                BulkKinds.Write(
                    new AssignWork(KindOf(line), Assignment.Of(hosts, co), AssignedOn!.Value, FixedOn, false)
                )
        );

    public Task<IActionResult> OnPostPreAssignAsync() =>
        Start(
            BulkKinds.PreAssign,
            "批量预分办",
            (line, hosts, co) => BulkKinds.Write(new PreAssignWork(KindOf(line), [.. hosts, .. co]))
        );

    protected override async Task Show()
    {
        await using var session = await Steps.Database.Read();
        var lines = await ItemLines.ReadableBy(session, Me, "registered");
        var waiting = await ItemLines.ReadableBy(session, Me, "preassigning");
        var book = await UnitBook.Read(session);
        _ids = await UnitNames.Read(session, Moment.DayInChina(Steps.Time.GetUtcNow()));
        UnitNamesInOrder = [.. book.All.Select(u => u.Name)];
        var earlier = await EarlierRulings.Read(session);
        var typed = Input.ToDictionary(i => i.Id, StringComparer.Ordinal);
        var rows = lines.Concat(waiting).Select(l => Row(l, book, earlier, typed.GetValueOrDefault(l.CaseId)));
        Rows = [.. rows.OrderBy(r => r.Flag is null ? 1 : 0)];
    }

    private async Task<IActionResult> Start(
        string kind,
        string label,
        Func<ItemLine, IReadOnlyList<string>, IReadOnlyList<string>, string> payload
    )
    {
        await Show();
        if (AssignedOn is null)
            ModelState.AddModelError(nameof(AssignedOn), "请填写交办日期。");
        var work = new List<BulkWork>();
        foreach (var input in Input.Where(i => i.Chosen))
        {
            if (Rows.FirstOrDefault(r => r.Line.CaseId == input.Id) is not { } row)
                continue;
            var (hosts, co) = (Resolve(row, input.Hosts), Resolve(row, input.CoHandlers));
            if (Assignment.Refusal(Assignment.Of(hosts, co)) is { } why)
                ModelState.AddModelError("", $"{row.Line.Number} 号：{why}");
            else if (ModelState.IsValid)
                work.Add(
                    new BulkWork($"{row.Line.SessionName} {row.Line.Number} 号", input.Id, payload(row.Line, hosts, co))
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
                ModelState.AddModelError("", $"{row.Line.Number} 号：单位名录中没有“{name}”，请从提示中选择。");
        return ids;
    }

    private static AssignRow Row(ItemLine line, UnitBook book, EarlierRulings earlier, AssignInput? typed)
    {
        if (typed is not null)
            return new(line, typed.Chosen, typed.Hosts ?? "", typed.CoHandlers ?? "", null, null);
        var suggested = Ledger.Rows.Split(line.Suggested);
        if (suggested.Count > 0)
            return new(
                line,
                true,
                book.Name(suggested[0]),
                string.Join("、", suggested.Skip(1).Select(book.Name)),
                null,
                "按清单建议"
            );
        return earlier.Like(line.Title) is { } ruling
            ? new(line, false, book.Name(ruling.Host), "", $"参照以往“{ruling.Title}”的交办，请核对", null)
            : new(line, false, "", "", "没有建议单位，请填写", null);
    }

    private static CaseKind KindOf(ItemLine line) => Workflows.Proposals.Items.CaseKindOf(line.Kind);
}
