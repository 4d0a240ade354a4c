using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Supervision.Reporting;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Reports;

/// <summary>
/// 安排报送: the office says who reports, how often and by when, where the document left it open or it has changed. What
/// the document says stays beside it; a report that was asked for already stays as it is.
/// </summary>
/// <param name="Units">Units by id; none to go by the document's words each time.</param>
/// <param name="FirstDue">The next day it is due; later ones are counted from it.</param>
public sealed record ArrangeReports(
    string Duty,
    IReadOnlyList<string> Units,
    ReportPeriod Period,
    DateOnly? FirstDue,
    string Why
) : ActionCommand(Actions.ArrangeReports)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var duty = await Duties.Running(step, Duty);
        if (string.IsNullOrWhiteSpace(Why))
            throw new Refusal("请填写安排的依据，例如“经与各单位商定”。");
        if (FirstDue is not { } first)
            throw new Refusal("请填写下一次报送的截止日期。");
        if (first < step.Today)
            throw new Refusal($"下一次报送的截止日期 {first:yyyy年M月d日} 已过，请填写今天或以后的日期。");
        await House.Units.RefuseUnknown(step, Units);
        if (Units.Count == 0 && await ByWords(step, duty) is { Why: { } open })
            throw new Refusal($"请选择报送单位：{open}。");
        var rhythm = new ReportRhythm(Period, first, ReportDay.Stated);
        await step.Session.Execute(
            """
            update duty set units = @units, period = @period, first_on = @first, day = @day, why_not = null,
                   next_due = @first, opens_on = @opens
             where id = @Duty
            """,
            new
            {
                Duty,
                units = Rows.Join(Units),
                period = Period.ToString(),
                first = Moment.Text(first),
                day = nameof(ReportDay.Stated),
                opens = Moment.Text(rhythm.OpensFor(first, step.Calendar)),
            }
        );
        var names = new List<string>();
        foreach (var unit in Units)
            names.Add(await step.UnitName(unit));
        var who = names.Count == 0 ? duty.Reporters : string.Join("、", names);
        step.Say(
            $"安排报送“{duty.Name}”：{who}，{rhythm.Describe()}，下一次 {first:yyyy-MM-dd} 前（{Why.Trim()}）",
            new { duty.Id }
        );
    }

    private static Task<ReportingUnits> ByWords(Step step, DutyRow duty) =>
        ReportingUnits.Of(step.Session, step.CaseId, duty.NoticeCase, duty.Reporters, step.Today);
}

/// <summary>停止报送: no further report is asked for; what was reported stays.</summary>
public sealed record StopReports(string Duty, string Why) : ActionCommand(Actions.StopReports)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var duty = await Duties.Running(step, Duty);
        if (string.IsNullOrWhiteSpace(Why))
            throw new Refusal("请填写停止报送的依据。");
        await step.Session.Execute(
            """
            update duty set stopped_at = @at, stopped_by = @Name, stopped_why = @why, next_due = null, opens_on = null
             where id = @Duty
            """,
            new
            {
                Duty,
                step.Actor.Name,
                at = Moment.Text(step.Now),
                why = Why.Trim(),
            }
        );
        step.Say($"停止报送“{duty.Name}”：{Why.Trim()}", new { duty.Id });
    }
}

/// <summary>The duties of a mechanism.</summary>
internal static class Duties
{
    /// <exception cref="Refusal">It is of another mechanism, or was stopped.</exception>
    public static async Task<DutyRow> Running(Step step, string duty)
    {
        var row =
            await step.Session.One<DutyRow>(
                "select * from duty where id = @duty and mechanism = @CaseId",
                new { duty, step.CaseId }
            ) ?? throw new Refusal("没有找到该报送事项，请刷新页面。");
        return row.StoppedAt is null ? row : throw new Refusal("该报送事项已经停止，不能再调整。");
    }
}
