using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Texts;
using JointMeeting.Domain.Texts.Coverage;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Meetings;
using JointMeeting.Workflows.Meetings.Minutes;
using JointMeeting.Workflows.Texts;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Meetings;

/// <summary>起草纪要: clauses as rows, without script; what was typed is never lost, also where the text is refused.</summary>
public sealed class DraftModel(Steps steps) : MeetingPage(steps)
{
    private const int SpareRows = 3;

    private IReadOnlyDictionary<string, string> _unitIds = new Dictionary<string, string>(StringComparer.Ordinal);

    [BindProperty]
    public List<ClauseInput> Input { get; set; } = [];

    [BindProperty]
    public string? SeenVersion { get; set; }

    [BindProperty]
    public string? SeenAt { get; set; }

    [BindProperty]
    public string? Clause { get; set; }

    [BindProperty]
    public string? Finding { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>What the saved minutes leave open (议定事项覆盖检查).</summary>
    public IReadOnlyList<CoverageFinding> Missing { get; private set; } = [];

    public string? NumberOf(string clause) =>
        Clauses.FirstOrDefault(c => c.Id == clause) is { } row ? $"第 {row.Position} 条" : null;

    public TextVersionRow? Latest { get; private set; }
    public IReadOnlyList<ClauseRow> Clauses { get; private set; } = [];
    public Permission MaySave => Rights.To(Actions.SaveMinutes);

    /// <summary>Somebody else saved while this form was open.</summary>
    public bool IsStale => (SeenVersion, SeenAt) != (Latest?.Id, Latest is null ? null : Moment.Text(Latest.MadeAt));

    /// <summary>A text units were asked about lies behind the draft.</summary>
    public bool HasEarlier => Latest is { Number: > 1 };

    /// <summary>What stand-ins took back, to be confirmed after the meeting.</summary>
    public IReadOnlyList<(AskRow Ask, AnswerCell Cell)> Confirmations =>
        [
            .. Case
                .Asks.Where(a => a.Vocabulary == Vocabulary.Confirmation.Id)
                .Select(a => (a, AnswerCell.Of(Case, Units, a, Today))),
        ];

    public string AskedUnits
    {
        get
        {
            var units = Clauses.Where(c => c.Mark == ClauseMark.Decided).SelectMany(c => c.AsText().Units).Distinct();
            var names = string.Join("、", units.Select(Units.Name));
            return names.Length == 0 ? "没有议定事项，直接送签发" : names;
        }
    }

    public async Task<IActionResult> OnPostMoreAsync()
    {
        ModelState.Clear();
        await Show();
        AddSpareRows();
        return Page();
    }

    public Task<IActionResult> OnPostNoteAsync()
    {
        ModelState.Clear();
        return Do(
            Id,
            new NoteCoverage(Clause ?? "", Finding ?? "", Reason, CaseKind.Meeting),
            "已记录。",
            _ => Redirect($"/meetings/{Id}/draft#coverage")
        );
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Show();
        var clauses = Typed();
        if (!ModelState.IsValid)
            return this.Refuse();
        return await Do(
            Id,
            new SaveMinutes(SeenVersion, SeenAt, clauses),
            "纪要已保存。",
            _ => Redirect($"/meetings/{Id}/draft")
        );
    }

    protected override async Task LoadMore(Session session)
    {
        Latest = await session.Latest(Id, MeetingRegistrations.Minutes);
        Clauses = Latest is null ? [] : await session.Clauses(Latest.Id);
        _unitIds = await UnitNames.Read(session, Today);
        Missing = await MinutesCoverage.Of(session, Id, Clauses);
        if (HttpMethods.IsPost(Request.Method) && Input.Count > 0)
            return;
        (SeenVersion, SeenAt) = (Latest?.Id, Latest is null ? null : Moment.Text(Latest.MadeAt));
        Input = [.. Clauses.Select(c => ClauseInput.Of(c, Units, Today))];
        AddSpareRows();
    }

    private void AddSpareRows() => Input.AddRange(Enumerable.Range(0, SpareRows).Select(_ => new ClauseInput()));

    /// <summary>The filled rows in the order asked for; names of units that are not known become errors at their field.</summary>
    private List<MinutesClause> Typed() =>
        [
            .. Input
                .Select((row, index) => (row, index))
                .Where(r => !r.row.IsEmpty)
                .OrderBy(r => r.row.Order ?? r.index + 1)
                .Select(r => new MinutesClause(
                    r.row.Before,
                    r.row.Mark,
                    r.row.Text!,
                    Resolve(r.row.Lead, $"Input[{r.index}].Lead", r.index),
                    Resolve(r.row.Responsible, $"Input[{r.index}].Responsible", r.index),
                    Deadline(r.row, r.index),
                    r.row.WordingOnly
                )),
        ];

    private StatedDeadline? Deadline(ClauseInput row, int index)
    {
        if (DeadlineText.Conflict(row.Deadline, row.Date, Today) is { } conflict)
            ModelState.AddModelError($"Input[{index}].Date", $"第 {index + 1} 条：{conflict}");
        return DeadlineText.Read(row.Deadline, row.Date, Today);
    }

    private List<string> Resolve(string? names, string field, int row)
    {
        var ids = new List<string>();
        foreach (var name in UnitNames.Split(names))
            if (_unitIds.TryGetValue(name, out var id))
                ids.Add(id);
            else
                ModelState.AddModelError(
                    field,
                    $"第 {row + 1} 条：没有登记单位“{name}”，请核对名称，或从提示中选择。多个单位用“、”隔开。"
                );
        return [.. ids.Distinct()];
    }
}
