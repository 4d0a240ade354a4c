using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Reports;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Reports;

/// <summary>One unit's report of the period.</summary>
/// <param name="Fields">As filled in; null where the unit filled in nothing.</param>
public sealed record ReportingLine(AskRow Ask, AnswerCell Cell, IReadOnlyList<string?> Fields, bool HasReported);

/// <summary>一期报送: who has reported what, unit by unit and field by field, and who has not.</summary>
public sealed class DetailsModel(Steps steps) : CaseFilePage(steps)
{
    public DutyRow Duty { get; private set; } = null!;
    public ReportRow Row { get; private set; } = null!;
    public IReadOnlyList<ReportingLine> Lines { get; private set; } = [];
    public IReadOnlyList<string> Fields { get; private set; } = [];
    public Timeline History { get; private set; } = null!;

    public Permission Closing => Rights.To(Actions.CloseReport);

    public bool IsOpen => Case.Row.ClosedAt is null;

    public IReadOnlyList<ReportingLine> Missing => [.. Lines.Where(line => !line.HasReported)];

    public AskRow? Mine => Case.Asks.FirstOrDefault(a => a.State == AskState.Open && Rights.ToAnswer(a.Id).IsAllowed);

    public string Summary =>
        $"应报送 {Lines.Count} 个单位，已报送 {Lines.Count - Missing.Count}，未报送 {Missing.Count}";

    /// <summary>The table for a paper or a chat: a line a unit, a tab between columns.</summary>
    public string AsText =>
        string.Join(
            "\n",
            Lines
                .Select(line =>
                    string.Join(
                        "\t",
                        [line.Cell.Unit, line.Cell.Word, .. line.Fields.Select(Shown), line.Cell.Text ?? ""]
                    )
                )
                .Prepend(string.Join("\t", ["单位", "情况", .. Fields, "说明"]))
        );

    public static string Shown(string? value) => value ?? "未填";

    public Task<IActionResult> OnPostCloseAsync() =>
        Do(Id, new CloseReport(), "已汇总完成。", _ => Redirect($"/reports/{Id}"));

    protected override async Task Load(Session session)
    {
        Row =
            await session.One<ReportRow>("select * from report where case_id = @Id", new { Id })
            ?? throw new Domain.Refusal("没有找到该期报送。");
        Duty = (await session.One<DutyRow>("select * from duty where id = @Duty", new { Row.Duty }))!;
        Fields = Duty.FieldNames();
        var filled = await FilledFields.Read(session, Id);
        Lines =
        [
            .. Case
                .Asks.Where(a => a is { Within: null, DelegatedFrom: null } && a.State != AskState.Replaced)
                .Select(a => Line(a, filled)),
        ];
        History = await Timeline.Read(session, Id);
    }

    private ReportingLine Line(AskRow ask, FilledFields filled)
    {
        var answer = ask.State == AskState.Answered ? Case.AnswerTo(ask.Id) : null;
        var cell = AnswerCell.Of(Case, Units, ask, Today);
        // A period that ended without the unit's report has none; 已撤回 would read as if nobody had asked.
        if (ask.State == AskState.Withdrawn)
            cell = cell with { Word = "未报送", Tone = Tone.Danger, Icon = "octagon-alert" };
        return new(
            ask,
            cell,
            [.. Fields.Select(field => answer is null ? null : filled.Of(answer.Id, field))],
            answer is not null
        );
    }
}
