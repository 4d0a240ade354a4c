using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Texts;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Domain.Texts.Editing;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Meetings;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Plans.Draft;
using JointMeeting.Workflows.Plans.Start;
using JointMeeting.Workflows.Texts;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Plans;

/// <summary>
/// 文稿: typed, pasted or taken from an imported notice. Where two drafters edit, what only one changed is merged and what
/// both changed is laid side by side; nothing is overwritten.
/// </summary>
public sealed class DraftModel(Steps steps) : PlanPage(steps)
{
    private const int SpareRows = 2;

    private const string Notices = """
        select n.case_id, n.title from notice n join cases c on c.id = n.case_id
         where c.office_unit = @unit order by c.opened_at desc
        """;

    private IReadOnlyDictionary<string, string> _unitIds = new Dictionary<string, string>(StringComparer.Ordinal);

    [BindProperty]
    public List<DraftClause> Input { get; set; } = [];

    [BindProperty]
    public string? SeenVersion { get; set; }

    [BindProperty]
    public string? SeenAt { get; set; }

    [BindProperty]
    public string? Pasted { get; set; }

    [BindProperty]
    public string? Notice { get; set; }

    [BindProperty]
    public UnitsForm Arranged { get; set; } = new();

    public Permission MaySave => Rights.To(Actions.SavePlan);

    /// <summary>Notices whose text can be taken over.</summary>
    public IReadOnlyList<(string Id, string? Title)> ImportedNotices { get; private set; } = [];

    /// <summary>How many clauses wait for a choice between two wordings.</summary>
    public int Undecided => Input.Count(r => r.Theirs is not null);

    /// <summary>A text units were asked about lies behind the draft.</summary>
    public bool HasEarlier => Text is { LockedAt: not null } || Text is { Number: > 1 };

    public string NumberOf(int index) =>
        PastedClauses.Numbers([.. Input.Take(index + 1).Select(r => Math.Clamp(r.Level, 1, 4))])[index];

    public async Task<IActionResult> OnPostMoreAsync()
    {
        ModelState.Clear();
        await Show();
        AddSpareRows();
        return Page();
    }

    /// <summary>Splits the pasted text into rows; nothing is saved before the drafter looked at them.</summary>
    public async Task<IActionResult> OnPostPasteAsync()
    {
        ModelState.Clear();
        await Show();
        await using var session = await Steps.Database.Read();
        var source = string.IsNullOrEmpty(Notice)
            ? Pasted
            : await session.Scalar<string?>("select source from notice where case_id = @Notice", new { Notice });
        if (string.IsNullOrWhiteSpace(source))
        {
            ModelState.AddModelError("Pasted", "请粘贴方案全文，或选择一份已导入的来文。");
            return this.Refuse();
        }
        Input = [.. PastedDraft.Read(source, Clauses)];
        Remember();
        return Page();
    }

    public async Task<IActionResult> OnPostArrangeAsync()
    {
        ModelState.Clear();
        await Show();
        var units = Arranged.Resolve(_unitIds, ModelState, "Arranged.");
        if (!ModelState.IsValid)
            return this.Refuse();
        return await Do(
            Id,
            new ArrangePlan(units, Arranged.Seen),
            "参与单位已调整。",
            _ => Redirect($"/plans/{Id}/draft")
        );
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Show();
        if (Text is not null && (SeenVersion, SeenAt) != (Text.Id, Moment.Text(Text.MadeAt)))
            return Merge();
        var clauses = Typed();
        if (!ModelState.IsValid)
            return this.Refuse();
        return await Do(
            Id,
            new SavePlan(new SeenText(SeenVersion, SeenAt), clauses),
            "文稿已保存。",
            _ => Redirect($"/plans/{Id}/draft")
        );
    }

    protected override async Task LoadMore(Session session)
    {
        _unitIds = await UnitNames.Read(session, Today);
        ImportedNotices = IsOffice ? await session.Query<(string, string?)>(Notices, new { unit = Me.Unit }) : [];
        if (HttpMethods.IsPost(Request.Method))
            return;
        Arranged = UnitsForm.Of(Plan, PlanUnits, Units);
        Input = [.. Clauses.Select(c => DraftClause.Of(c, Units, Today))];
        Remember();
        AddSpareRows();
    }

    private void Remember() => (SeenVersion, SeenAt) = (Text?.Id, Text is null ? null : Moment.Text(Text.MadeAt));

    private void AddSpareRows() =>
        Input.AddRange(Enumerable.Range(0, SpareRows).Select(_ => new DraftClause { Binds = true }));

    /// <summary>Somebody saved meanwhile: shows the merged text; the next save is on top of theirs.</summary>
    private IActionResult Merge()
    {
        var seen = Input
            .Where(r => r is { Before: { } b, Seen: not null } && !b.Contains(','))
            .DistinctBy(r => r.Before)
            .ToDictionary(r => r.Before!, r => r.Seen!, StringComparer.Ordinal);
        var mine = Ordered().Select(r => new Side<DraftClause>(r.Before, PrintOf(r), r)).ToList();
        var theirs = Clauses
            .Select(c => new Side<DraftClause>(
                seen.ContainsKey(c.Id) ? c.Id : null,
                DraftClause.Print(c),
                DraftClause.Of(c, Units, Today)
            ))
            .ToList();
        Input = [.. ThreeWayMerge.Of(seen, mine, theirs).Select(Row)];
        foreach (var (row, index) in Input.Select((r, i) => (r, i)))
            row.Order = index + 1;
        Remember();
        ModelState.Clear();
        ModelState.AddModelError(
            "",
            $"{Text!.MadeBy}于{When.Minute(Text.MadeAt)}保存了新的内容。双方的改动已合并到下面，其中 {Undecided} 条双方都改了，请选定措辞后再保存。"
        );
        return this.Refuse();
    }

    private static DraftClause Row(MergedClause<DraftClause> merged)
    {
        if (merged.From is TakenFrom.Theirs or TakenFrom.Both && merged.Theirs is { } theirs)
            return theirs.Content;
        var row = merged.Mine?.Content ?? merged.Theirs!.Content;
        row.Seen = merged.Theirs?.Content.Seen ?? row.Seen;
        if (merged.From == TakenFrom.Undecided)
            row.Theirs = merged.Theirs?.Content.Text ?? "（对方已删除本条）";
        return row;
    }

    /// <summary>The print of a typed row; names nobody knows make it differ, which is right.</summary>
    private string PrintOf(DraftClause row)
    {
        IReadOnlyList<string> Ids(string? names) =>
            [.. UnitNames.Split(names).Select(n => _unitIds.GetValueOrDefault(n, n)).Distinct()];
        var lead = Ids(row.Lead);
        var deadline = DeadlineText.Read(row.Deadline, row.Date, Today);
        var text = new ClauseText(row.Text ?? "", lead, [.. Ids(row.Responsible).Except(lead)], deadline);
        return $"{text.Hash()}|{(row.Binds ? ClauseMark.Decided : ClauseMark.Narrative)}|{row.Level}";
    }

    private IEnumerable<DraftClause> Ordered() =>
        Input
            .Select((row, index) => (row, index))
            .Where(r => !r.row.IsEmpty)
            .OrderBy(r => r.row.Order ?? r.index + 1)
            .Select(r => r.row);

    /// <summary>The filled rows in the order asked for; one that joins the one above becomes part of it.</summary>
    private List<WrittenClause> Typed()
    {
        var clauses = new List<WrittenClause>();
        foreach (var row in Ordered())
        {
            var written = Written(row, Input.IndexOf(row));
            if (row.JoinsAbove && clauses.Count > 0)
                clauses[^1] = Joined(clauses[^1], written);
            else
                clauses.Add(written);
        }
        return clauses;
    }

    private static WrittenClause Joined(WrittenClause above, WrittenClause below) =>
        above with
        {
            Before = [.. above.Before.Concat(below.Before).Distinct()],
            Text = above.Text + below.Text,
            LeadUnits = [.. above.LeadUnits.Concat(below.LeadUnits).Distinct()],
            ResponsibleUnits = [.. above.ResponsibleUnits.Concat(below.ResponsibleUnits).Distinct()],
            Deadline = above.Deadline ?? below.Deadline,
        };

    private WrittenClause Written(DraftClause row, int index) =>
        new(
            [.. (row.Before ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)],
            row.Level,
            row.Binds ? ClauseMark.Decided : ClauseMark.Narrative,
            row.Text!,
            Resolve(row.Lead, $"Input[{index}].Lead", index),
            Resolve(row.Responsible, $"Input[{index}].Responsible", index),
            Deadline(row, index),
            row.WordingOnly
        );

    private StatedDeadline? Deadline(DraftClause row, int index)
    {
        if (DeadlineText.Conflict(row.Deadline, row.Date, Today) is { } conflict)
            ModelState.AddModelError($"Input[{index}].Date", $"第 {index + 1} 行：{conflict}");
        return DeadlineText.Read(row.Deadline, row.Date, Today);
    }

    private List<string> Resolve(string? names, string field, int row)
    {
        foreach (var name in UnitNames.Split(names).Where(n => !_unitIds.ContainsKey(n)))
            ModelState.AddModelError(
                field,
                $"第 {row + 1} 行：没有登记单位“{name}”，请核对名称，或从提示中选择。多个单位用“、”隔开。"
            );
        return [.. UnitNames.Split(names).Where(_unitIds.ContainsKey).Select(n => _unitIds[n]).Distinct()];
    }
}
