using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Reports;

/// <summary>
/// 按期发起报送: when a duty's day comes near, one report is opened as a case of its own and its units are asked. Several
/// periods never share a request, so a late report stays late and the next one is asked for all the same.
/// </summary>
public sealed record OpenReport(string Duty) : Command
{
    private const int TitleLength = 40;

    private const string Due = """
        select d.id, d.mechanism from duty d join cases c on c.id = d.mechanism
         where d.opens_on <= @today and d.stopped_at is null and c.closed_at is null and c.paused_at is null
         order by d.opens_on, d.id
        """;

    /// <inheritdoc />
    public override string Name => "openReport";

    /// <summary>Opens what is due in every mechanism, each in a step of its own; returns how many were dealt with.</summary>
    public static async Task<int> Everywhere(Steps steps)
    {
        IReadOnlyList<(string Duty, string Mechanism)> due;
        await using (var session = await steps.Database.Read())
            due = await session.Query<(string, string)>(
                Due,
                new { today = Moment.Text(Moment.DayInChina(steps.Time.GetUtcNow())) }
            );
        foreach (var (duty, mechanism) in due)
            await steps.Act(Person.System, mechanism, new OpenReport(duty));
        return due.Count;
    }

    /// <inheritdoc />
    public override Permission May(Rights rights) => rights.ToFireTimer();

    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var duty = await step.Session.One<DutyRow>("select * from duty where id = @Duty", new { Duty });
        if (duty is not { StoppedAt: null, OpensOn: { } opens, NextDue: { } due } || opens > step.Today)
        {
            step.NothingToDo();
            return;
        }
        var rhythm = duty.Rhythm()!;
        // A period that passed while nothing ran is nobody's omission: it is named and left out.
        var current = rhythm.NextFrom(step.Today, step.Calendar);
        var missed = due < step.Today ? $"应于 {due:yyyy-MM-dd} 前报送的一期没有按时发起，不再补报；" : "";
        if (current is { } now && rhythm.OpensFor(now, step.Calendar) <= step.Today)
        {
            var units = await ReportingUnits.Of(step.Session, duty, step.Today);
            if (units.Why is { } why)
            {
                await Keep(step, null, null, why);
                step.Say($"{missed}“{duty.Name}”没有发起报送：{why}。请安排报送单位");
                return;
            }
            await Open(step, duty, now, units.Ids);
            current = rhythm.NextFrom(now.AddDays(1), step.Calendar);
            step.Say(
                $"{missed}发起报送“{duty.Name}”，{units.Ids.Count} 个单位，{now:yyyy-MM-dd} 前报送",
                new { duty.Id }
            );
        }
        else
            step.Say($"{missed}“{duty.Name}”下一期按期发起");
        await Keep(step, current, current is { } next ? rhythm.OpensFor(next, step.Calendar) : null, null);
    }

    private static Task Open(Step step, DutyRow duty, DateOnly due, IReadOnlyList<string> units)
    {
        var name = duty.Name.Length <= TitleLength ? duty.Name : duty.Name[..TitleLength] + "…";
        return step.Open(
            CaseKind.Report,
            $"{name}（{due:yyyy年M月d日}前报送）",
            blocksParent: false,
            async report =>
            {
                await report.Session.Insert(
                    "report",
                    new ReportRow
                    {
                        CaseId = report.CaseId,
                        Duty = duty.Id,
                        Mechanism = duty.Mechanism,
                        DueOn = due,
                        Units = Rows.Join(units),
                    }
                );
                report.Say($"发起报送“{duty.Name}”，{due:yyyy-MM-dd} 前报送", new { fields = duty.FieldNames() });
            }
        );
    }

    private Task Keep(Step step, DateOnly? due, DateOnly? opens, string? whyNot) =>
        step.Session.Execute(
            "update duty set next_due = @due, opens_on = @opens, why_not = @whyNot where id = @Duty",
            new
            {
                Duty,
                due = Rows.Stored(due),
                opens = Rows.Stored(opens),
                whyNot,
            }
        );
}
