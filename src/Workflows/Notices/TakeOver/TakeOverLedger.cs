using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Workflows.Mechanisms;
using JointMeeting.Workflows.Notices.Contents;
using JointMeeting.Workflows.Supervision;

namespace JointMeeting.Workflows.Notices.TakeOver;

/// <summary>
/// 转入督办台账: the confirmed rows of a running ledger become tasks of a mechanism that is there. What they had come to
/// stays the ledger's word, with its as-of date; rows that were taken over before are left as they are.
/// </summary>
/// <param name="Mechanism">The mechanism's case.</param>
/// <param name="AsOf">截至日期 of the ledger's progress and status.</param>
public sealed record TakeOverLedger(string Mechanism, DateOnly AsOf) : ActionCommand(Actions.TakeOver)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (AsOf > step.Today)
            throw new Refusal($"截至日期 {AsOf:yyyy年M月d日} 晚于今天，请核对台账的截至日期。");
        var mechanism = await MechanismOf(step);
        var proposals = await step.Session.Query<ProposalRow>(
            "select * from proposal where case_id = @CaseId order by position",
            new { step.CaseId }
        );
        AllProposalsAreDecided.OrRefuse(proposals);
        ColumnsAreAsRead.OrRefuse(proposals);
        UnitsAreAsConfirmed.OrRefuse(proposals);
        var plan = LedgerPlan.Of(proposals, await TakenRows.Read(step.Session, Mechanism), AsOf, step.Today);
        var fresh = plan.Where(row => row.Fate is RowFate.Assign or RowFate.Judge).ToList();
        RefuseLeaderless(fresh);
        var tasks = plan.Where(row => row.Task is not null)
            .ToDictionary(row => row.Row.Number, row => row.Task!, StringComparer.Ordinal);
        var rows = new RowTasks(step, Mechanism, notice: step.CaseId, AsOf);
        foreach (var row in fresh)
            tasks[row.Row.Number] = await rows.Open(row);
        foreach (var row in plan.Where(row => row.Fate is RowFate.Continues))
            await step.Session.Insert("ledger_progress", Later(step, row));
        var notice = await step.Session.One<NoticeRow>(
            "select * from notice where case_id = @CaseId",
            new { step.CaseId }
        );
        var contents = await NoticeContents.Keep(step, Mechanism, notice!, proposals, tasks);
        if (!contents.IsWork)
            RefuseWithoutWork(plan);
        await step.Complete("review", "takenOver");
        step.Say(Sentence(mechanism.Name, plan) + contents.Said, new { Mechanism, AsOf });
    }

    private async Task<MechanismRow> MechanismOf(Step step)
    {
        var mechanism =
            await step.Session.One<MechanismRow>(
                "select * from mechanism where case_id = @Mechanism",
                new { Mechanism }
            ) ?? throw new Refusal("请选择转入哪个联席会议。");
        return mechanism.OfficeUnit == step.File.Row.OfficeUnit
            ? mechanism
            : throw new Refusal($"“{mechanism.Name}”由其他单位的办公室办理，不能转入。");
    }

    private static void RefuseWithoutWork(IReadOnlyList<PlannedRow> plan)
    {
        if (plan.Count == 0)
            throw new Refusal("没有已采纳的任务，也没有新的报送事项、目标或指标，不能转入。请先确认，或搁置这份来文。");
        if (plan.All(row => row.Fate is RowFate.TakenBefore))
            throw new Refusal($"这份台账的 {plan.Count} 项此前都已转入，没有新的任务，也没有新的进展。");
    }

    private static void RefuseLeaderless(List<PlannedRow> fresh)
    {
        var leaderless = fresh.Where(row => row.Lead.Count == 0).Select(row => row.Row.Number).ToList();
        if (leaderless.Count > 0)
            throw new Refusal(
                $"有 {leaderless.Count} 项没有牵头单位，不能转入：第 {string.Join("、", leaderless.Take(20))} 项。请补充牵头单位，或不采纳。"
            );
    }

    /// <summary>The ledger's word of a later day, kept beside the first one; the task itself stays as it is.</summary>
    private LedgerProgressRow Later(Step step, PlannedRow row) =>
        new()
        {
            Task = row.Task!,
            Ledger = step.CaseId,
            AsOf = AsOf,
            Status = row.Status,
            StatusRaw = row.Row.Ledger?.StatusRaw,
            Progress = row.Row.Ledger?.Progress,
            More = row.Row.Ledger?.More,
            AddedAt = step.Now,
        };

    private string Sentence(string mechanism, IReadOnlyList<PlannedRow> plan)
    {
        int Of(RowFate fate) => plan.Count(row => row.Fate == fate);
        var continued = Of(RowFate.Continues) is > 0 and var later ? $"；{later} 项此前已转入，补记台账进展" : "";
        var before = Of(RowFate.TakenBefore) is > 0 and var known ? $"；{known} 项此前已转入，没有重复建立" : "";
        return $"转入“{mechanism}”（截至{AsOf:yyyy年M月d日}）：下达签收 {Of(RowFate.Assign)} 项，历史待核 {Of(RowFate.Judge)} 项{continued}{before}";
    }
}
