using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Supervision.Reporting;
using JointMeeting.Ledger;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace JointMeeting.Web.Pages.Notices;

/// <summary>A page about one imported notice; whoever may not read it gets 404, as where there is none.</summary>
public abstract class NoticePage(Steps steps) : CasePage(steps)
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public NoticeRow Notice { get; private set; } = null!;
    public IReadOnlyList<ProposalRow> Proposals { get; private set; } = [];
    public Rights Rights { get; private set; } = null!;

    /// <summary>The mechanism founded from it, or null.</summary>
    public string? Mechanism { get; private set; }

    /// <summary>How the document ended: <c>founded</c>, <c>takenOver</c>, <c>setAside</c>; null while it is reviewed.</summary>
    public string? Outcome { get; private set; }

    /// <summary>单位名录: names and short names of the units there are.</summary>
    public IReadOnlySet<string> Directory { get; private set; } = new HashSet<string>();

    /// <summary>Units named for an addressee that the directory does not have, and that it would get.</summary>
    public string? NewUnits(ProposalRow row) =>
        row is { Kind: ProposalKind.Recipient, State: not ProposalState.Rejected }
        && ProposalValues.Read<ProposedRecipient>(row.Value).Units.Except(Directory).ToList() is { Count: > 0 } come
            ? string.Join("、", come.Select(name => $"“{name}”"))
            : null;

    /// <summary>What would become of its reporting duties, also of those that nobody has decided on.</summary>
    public IReadOnlyList<PlannedDuty> PlannedDuties { get; private set; } = [];

    /// <summary>The confirmed ones.</summary>
    public IReadOnlyList<PlannedDuty> Duties => [.. PlannedDuties.Where(planned => planned.Row.IsTaken)];

    /// <summary>The date of the document is inferred or repaired, and nobody has confirmed it.</summary>
    public bool DateIsDoubted =>
        Proposals.Any(p => p is { IsIssueDate: true, State: ProposalState.Pending, Doubt: not null });

    /// <summary>Targets and indicators that nobody has decided on; they are left out when the document becomes work.</summary>
    public int FiguresUndecided => Pending(ProposalKind.Target) + Pending(ProposalKind.Indicator);

    /// <summary>主送单位 may wait; what is missing then, a sentence each.</summary>
    public IReadOnlyList<string> AddresseesMissing =>
        [
            .. Pending(ProposalKind.Recipient) is > 0 and var waiting
                ? (string[])[$"还有 {waiting} 个主送单位没有确认，不会列入联席会议，此后不能再确认。"]
                : [],
            .. Readings
                .Addressees(Proposals)
                .Where(one => one.Units.Count == 0)
                .Select(one => $"“{one.Words}”")
                .ToList()
                is { Count: > 0 } unnamed
                ? (string[])
                    [$"主送单位{string.Join("、", unnamed)}未指明单位，写作这些单位的任务和报送事项对应不到具体单位。"]
                : [],
        ];

    /// <summary>Kinds that keep it from becoming work, with how many wait for a person; findings may wait.</summary>
    public IReadOnlyList<(ProposalKind Kind, int Count)> Undecided => AllProposalsAreDecided.Waiting(Proposals);

    /// <summary>Entries of a month plan that nobody has decided on because they name nobody; they are left out.</summary>
    public int EntriesUndecided =>
        Pending(ProposalKind.MonthEntry)
        - Undecided.Where(waiting => waiting.Kind is ProposalKind.MonthEntry).Sum(waiting => waiting.Count);

    /// <summary>Without a roster it founds nothing; its tasks go to a mechanism that is there.</summary>
    public bool HasRoster => Proposals.Any(p => p.Kind == ProposalKind.Person);

    /// <summary>How many proposals of a kind wait for a person.</summary>
    public int Pending(ProposalKind kind) =>
        Proposals.Count(proposal => proposal.Kind == kind && proposal.State == ProposalState.Pending);

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        try
        {
            await Show();
        }
        catch (Refusal)
        {
            context.Result = NotFound();
            return;
        }
        await next();
    }

    protected override async Task Show()
    {
        (var file, Rights) = await Steps.Look(Me, Id);
        Outcome = file.Row.Outcome;
        await using var session = await Steps.Database.Read();
        Notice =
            await session.One<NoticeRow>("select * from notice where case_id = @Id", new { Id })
            ?? throw new Refusal("没有找到该来文。");
        Proposals = await session.Query<ProposalRow>(
            "select * from proposal where case_id = @Id order by position",
            new { Id }
        );
        Directory = (await session.Query<string>("select name from unit union select alias from unit_alias")).ToHashSet(
            StringComparer.Ordinal
        );
        PlanDuties([]);
        Mechanism = await session.Scalar<string?>("select case_id from mechanism where notice_case = @Id", new { Id });
    }

    /// <summary>Also with the addressees that the mechanism has from other documents.</summary>
    protected void PlanDuties(IReadOnlyList<Addressee> others) =>
        PlannedDuties = PlannedDuty.Of(
            Proposals,
            KnownUnits(),
            others,
            Moment.DayInChina(Steps.Time.GetUtcNow()),
            Steps.Calendar
        );

    /// <summary>Names of units there are, and of those that the document itself brings.</summary>
    private HashSet<string> KnownUnits()
    {
        var readings = Readings.Of(Proposals);
        return
        [
            .. Directory,
            .. Proposals
                .Where(p => p.IsTaken)
                .SelectMany(p =>
                    p.Kind switch
                    {
                        ProposalKind.Person => [ProposalValues.Read<ProposedPerson>(p.Value).Unit],
                        ProposalKind.Recipient => ProposalValues.Read<ProposedRecipient>(p.Value).Units,
                        ProposalKind.Task => readings.Units(ProposalValues.Read<ProposedTask>(p.Value).Units),
                        ProposalKind.MonthEntry => readings.Units(
                            ProposalValues.Read<ProposedMonthEntry>(p.Value).Units
                        ),
                        _ => [],
                    }
                ),
        ];
    }
}
