using System.Text;
using JointMeeting.Documents.Writing;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Plans;
using JointMeeting.Workflows.Plans.Consult;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Plans;

/// <summary>采纳情况: unit, clause, original text, opinion, decision, reason, the unit's confirmation; exported as a table.</summary>
public sealed class AdoptionModel(Steps steps) : PlanPage(steps)
{
    [BindProperty]
    public List<Choice> Input { get; set; } = [];

    public IReadOnlyList<OpinionRow> Rows { get; private set; } = [];
    public IReadOnlyDictionary<string, ClauseRow> All { get; private set; } = new Dictionary<string, ClauseRow>();

    /// <summary>Units that let the day pass, in the last consultation.</summary>
    public IReadOnlyList<string> Deemed =>
        [
            .. RoundAt("consulting", Vocabulary.Opinion)
                .Where(a => a.State == AskState.Deemed)
                .Select(a => Units.Name(a.Unit)),
        ];

    public Permission MayDecide => Rights.To(Actions.DecideOpinions);
    public Permission MaySend => Rights.To(Actions.SendAdoption);

    public static IReadOnlyList<SelectListItem> Decisions { get; } =
    [
        new("请选择", ""),
        .. Enum.GetValues<AdoptionDecision>().Select(d => new SelectListItem(PlanLooks.Word(d), d.ToString())),
    ];

    /// <summary>The unit's word on what was done with its opinions; null where it was not asked.</summary>
    public AnswerCell? Confirmed(string unit) =>
        Case.Asks.LastOrDefault(a => a.Vocabulary == Vocabulary.AdoptionConfirm.Id && a.Unit == unit) is { } ask
            ? AnswerCell.Of(Case, Units, ask, Today)
            : null;

    public string OriginalOf(OpinionRow row) =>
        row.Clause is { } id && All.TryGetValue(id, out var clause) ? clause.Text : "全文";

    /// <summary>采纳情况表 as a file: a workbook, or comma-separated values where <paramref name="form"/> asks for it.</summary>
    public async Task<IActionResult> OnGetExportAsync(string? form)
    {
        await Show();
        string[] head = ["序号", "单位", "原文", "意见", "依据", "采纳情况", "理由", "单位确认"];
        var table = Rows.Select(Line)
            .Concat(Deemed.Select((u, i) => Silent(u, Rows.Count + i + 1)))
            .Prepend(head)
            .ToList();
        var name = $"{Case.Row.Title}采纳情况";
        if (form != "csv")
            return File(SheetFile.Write("采纳情况", table), SheetFile.ContentType, $"{name}.xlsx");
        var text = string.Join("\r\n", table.Select(l => string.Join(',', l.Select(Quoted))));
        // With the mark by which spreadsheets know the encoding.
        return File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)], "text/csv", $"{name}.csv");
    }

    public Task<IActionResult> OnPostAsync()
    {
        ModelState.Clear();
        var decided = Input
            .Where(c => Enum.TryParse<AdoptionDecision>(c.Decision, out _))
            .Select(c => new Decided(c.Opinion ?? "", Enum.Parse<AdoptionDecision>(c.Decision!), c.Reason));
        return Do(Id, new DecideOpinions([.. decided]), "采纳情况已登记。", _ => Redirect($"/plans/{Id}/adoption"));
    }

    public Task<IActionResult> OnPostSendAsync() =>
        Do(Id, new SendAdoption(), "已送有关单位确认。", _ => Redirect($"/plans/{Id}/adoption"));

    protected override async Task LoadMore(Session session)
    {
        All = await OpinionRows.AllClauses(session, Id);
        var closed = Case.LastVisit("consulting") is { LeftAt: not null };
        Rows =
        [
            .. (await OpinionRows.Read(session, Id))
                .Where(o => o.Vocabulary == Vocabulary.Opinion.Id)
                .Where(o => o.Value is PositionValue.Amend or PositionValue.Object)
                .Where(o => OpinionsVisible.To(Plan.OpinionsSeen, IsOffice, o.Unit == Me.Unit, closed)),
        ];
    }

    /// <summary>逾期视为 is listed apart: it is the rule's word and not the unit's.</summary>
    private static string[] Silent(string unit, int number) =>
        [$"{number}", unit, "全文", "逾期未反馈，按规则视为无不同意见", "", "—", "", "—"];

    private string[] Line(OpinionRow row, int index) =>
        [
            $"{index + 1}",
            Units.Name(row.Unit),
            OriginalOf(row),
            $"{Position.LabelOf(row.Value)}：{row.Text}",
            row.Basis ?? "",
            row.Decision is { } d ? PlanLooks.Word(d) : "未登记",
            row.Reason ?? "",
            Confirmed(row.Unit)?.Word ?? "未送确认",
        ];

    /// <summary>A cell that begins like a formula is shown as text, so that a spreadsheet does not run it.</summary>
    private static string Quoted(string cell)
    {
        var text = cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' ? $"'{cell}" : cell;
        return $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    public sealed class Choice
    {
        public string? Opinion { get; set; }
        public string? Decision { get; set; }
        public string? Reason { get; set; }
    }
}
