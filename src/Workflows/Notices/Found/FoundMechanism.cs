using JointMeeting.Domain;
using JointMeeting.Domain.Bodies;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Workflows.House;
using JointMeeting.Workflows.Mechanisms;
using JointMeeting.Workflows.Mechanisms.Contacts;
using JointMeeting.Workflows.Notices.Contents;
using JointMeeting.Workflows.Notices.TakeOver;

namespace JointMeeting.Workflows.Notices.Found;

/// <summary>
/// 建立联席会议 from the confirmed proposals: units, seats with their first holders, and the annex's rows as tasks.
/// Founding needs a founding-level document (国办函〔2003〕49号); the notice is it.
/// </summary>
/// <param name="MechanismName">Name of the mechanism.</param>
/// <param name="OfficeUnitName">Where its office is.</param>
/// <param name="Substitution">How a member is replaced.</param>
/// <param name="Contacts">Liaison officers and telephones.</param>
public sealed record FoundMechanism(
    string MechanismName,
    string OfficeUnitName,
    SubstitutionMode Substitution,
    IReadOnlyList<UnitContact> Contacts
) : ActionCommand(Actions.Found)
{
    /// <summary>
    /// The document's number as a person confirmed it; null takes it as the source has it. A number whose lost characters
    /// are only proposed never founds anything by itself.
    /// </summary>
    public string? DocumentNumber { get; init; }

    /// <summary>The document's title as a person confirmed it; null takes the one of the source, where it is beyond doubt.</summary>
    public string? DocumentTitle { get; init; }

    /// <summary>成文日期, from which members hold their seats; null takes the one of the source, where it is beyond doubt.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>截至日期, where the rows say how far they have come; null where none does.</summary>
    public DateOnly? AsOf { get; init; }

    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (string.IsNullOrWhiteSpace(MechanismName))
            throw new Refusal("请填写联席会议名称。");
        var proposals = await step.Session.Query<ProposalRow>(
            "select * from proposal where case_id = @CaseId order by position",
            new { step.CaseId }
        );
        AllProposalsAreDecided.OrRefuse(proposals);
        ColumnsAreAsRead.OrRefuse(proposals);
        UnitsAreAsConfirmed.OrRefuse(proposals);
        var people = People(proposals);
        if (people.Count == 0)
            throw new Refusal("没有已采纳的名单，不能建立联席会议。请先确认成员名单。");
        var office = await Units.FindOrCreate(step, OfficeUnitName);
        step.HandToOffice(office);
        var notice = (
            await step.Session.One<NoticeRow>("select * from notice where case_id = @CaseId", new { step.CaseId })
        )!;
        notice = FoundingDocument.Of(notice, proposals, this);
        await FoundedOnce.OrRefuse(step, office, MechanismName.Trim(), notice.DocumentNumber);
        var tasks = Plan(proposals, step.Today);
        await step.Open(
            CaseKind.Mechanism,
            MechanismName.Trim(),
            blocksParent: false,
            m => Prepare(m, office, notice, proposals, people, tasks)
        );
        await step.Complete("review", "founded");
        step.Say(
            $"建立“{MechanismName.Trim()}”：{people.Count} 人，任务 {tasks.Count} 项",
            new { notice.DocumentNumber }
        );
    }

    private async Task Prepare(
        Step mechanism,
        string office,
        NoticeRow notice,
        IReadOnlyList<ProposalRow> proposals,
        IReadOnlyList<ProposedPerson> people,
        IReadOnlyList<PlannedRow> tasks
    )
    {
        await mechanism.Session.Insert(
            "mechanism",
            new MechanismRow
            {
                CaseId = mechanism.CaseId,
                Name = MechanismName.Trim(),
                OfficeUnit = office,
                Substitution = Substitution,
                FoundedBy = notice.Title ?? notice.FileName,
                DocumentNumber = notice.DocumentNumber,
                NoticeCase = notice.CaseId,
            }
        );
        var units = await Seats.Seat(mechanism, people, notice.IssueDate ?? mechanism.Today, notice.DocumentNumber);
        await UnitContacts.Keep(mechanism, Contacts, units);
        var opened = new Dictionary<string, string>(StringComparer.Ordinal);
        var rows = new RowTasks(
            mechanism,
            mechanism.CaseId,
            notice.CaseId,
            tasks.Any(task => task.Row.Ledger is not null) ? AsOf : null
        );
        foreach (var task in tasks)
            opened[task.Row.Number] = await rows.Open(task);
        var contents = await NoticeContents.Keep(mechanism, mechanism.CaseId, notice, proposals, opened);
        mechanism.Say(
            $"依据{notice.DocumentNumber ?? notice.FileName}建立，成员单位 {units.Count} 个{contents.Said}",
            new { notice.Title }
        );
    }

    /// <summary>What is already past at import is 历史待核, not overdue; so is what a ledger calls done, late or stopped.</summary>
    private IReadOnlyList<PlannedRow> Plan(IReadOnlyList<ProposalRow> proposals, DateOnly today)
    {
        var plan = LedgerPlan.Of(proposals, TakenRows.None, AsOf ?? today, today);
        if (AsOf is null && plan.Any(row => row.Row.Ledger is not null))
            throw new Refusal("分工表写有进展或状态，请填写它的截至日期。");
        return AsOf > today ? throw new Refusal($"截至日期 {AsOf:yyyy年M月d日} 晚于今天，请核对。") : plan;
    }

    private static List<ProposedPerson> People(IReadOnlyList<ProposalRow> proposals)
    {
        var readings = Readings.Of(proposals);
        return
        [
            .. proposals
                .Where(p => p.Kind == ProposalKind.Person && p.IsTaken)
                .Select(p => Confirm.ProposalValues.Read<ProposedPerson>(p.Value))
                .Select(p => p with { Unit = readings.Unit(p.Unit) }),
        ];
    }
}
