using JointMeeting.Domain.Bodies;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Supervision;
using JointMeeting.Ledger;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Web.Pages.Tasks;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Mechanisms;

namespace JointMeeting.Web.Pages.Mechanisms;

/// <summary>One mechanism: who sits on it, its meetings and its tasks.</summary>
public sealed class DetailsModel(Steps steps) : CaseFilePage(steps)
{
    private const string SeatsWithHolders = """
        select s.id as seat_id, s.unit, s.role, t.person_name, t.post, t.phone, t.from_day, t.to_day, t.basis
          from seat s left join tenure t on t.seat = s.id and t.state = 'InForce'
         where s.mechanism = @Id order by s.position, t.from_day
        """;

    private const string ItsMeetings = """
        select m.case_id, m.subject, m.starts_at, m.place, c.definition, c.version, c.outcome, v.node
          from meeting m join cases c on c.id = m.case_id
          left join visit v on v.case_id = c.id and v.left_at is null
         where m.mechanism = @Id order by m.starts_at desc
        """;

    public MechanismRow Row { get; private set; } = null!;
    public IReadOnlyList<SeatView> Seats { get; private set; } = [];
    public IReadOnlyList<MeetingLine> Meetings { get; private set; } = [];
    public IReadOnlyList<TaskLine> Tasks { get; private set; } = [];
    public Timeline History { get; private set; } = null!;

    /// <summary>报送事项 that were not stopped, and how many of them wait for the office to arrange them.</summary>
    public long Duties { get; private set; }
    public long DutiesWaiting { get; private set; }

    /// <summary>主送单位 of its documents.</summary>
    public IReadOnlyList<AddresseeLine> Addressees { get; private set; } = [];

    /// <summary>Targets and indicators of its documents.</summary>
    public long Figures { get; private set; }

    public Permission MaySubstitute => Rights.To(Actions.Substitute);

    public ActionLink Convene =>
        new("发起会议", Rights.To(Actions.Convene), $"/mechanisms/{Id}/convene", ButtonKind.Primary, "plus");

    public ActionLink Contacts =>
        new(
            "登记联络员和电话",
            Rights.To(Actions.KeepContacts),
            $"/mechanisms/{Id}/contacts",
            ButtonKind.Secondary,
            "phone"
        );

    public string State => StepTitle.Of(Steps.Lifecycles, Case);

    public IEnumerable<IGrouping<Light, TaskLine>> TasksByLight =>
        Tasks.GroupBy(t => t.LightOn(Today, Steps.Calendar)).OrderBy(g => g.Key);

    public string StepOf(MeetingLine meeting) =>
        StepTitle.Of(Steps.Lifecycles, meeting.Definition, meeting.Version, meeting.Node ?? meeting.Outcome);

    protected override async Task Load(Session session)
    {
        Row =
            await session.One<MechanismRow>("select * from mechanism where case_id = @Id", new { Id })
            ?? throw new Domain.Refusal("没有找到该联席会议。");
        var seats = await session.Query<SeatTenureRow>(SeatsWithHolders, new { Id });
        Seats = [.. seats.GroupBy(s => s.SeatId).Select(g => SeatView.Of([.. g]))];
        await Steps.Lifecycles.ReadAll(session);
        Meetings = await session.Query<MeetingLine>(ItsMeetings, new { Id });
        Tasks = await TaskLines.OfMechanism(session, Id);
        History = await Timeline.Read(session, Id);
        Duties = await session.Scalar<long>(
            "select count(*) from duty where mechanism = @Id and stopped_at is null",
            new { Id }
        );
        DutiesWaiting = await session.Scalar<long>(
            "select count(*) from duty where mechanism = @Id and stopped_at is null and why_not is not null",
            new { Id }
        );
        Addressees = await AddresseeLine.Read(session, Id, Today);
        Figures = await session.Scalar<long>("select count(*) from figure where mechanism = @Id", new { Id });
    }

    /// <summary>How a member is replaced, in the words of founding notices.</summary>
    public static string Words(SubstitutionMode mode) =>
        mode switch
        {
            SubstitutionMode.Automatic => "由接任工作的同志替补，不另行文",
            SubstitutionMode.ConvenorConsent => "报召集人同意后，由接任工作的同志替补",
            SubstitutionMode.MeetingConfirms => "由所在单位提出，联席会议确定",
        };
}

/// <summary>A seat with one of its holders.</summary>
public sealed record SeatTenureRow
{
    public required string SeatId { get; init; }
    public required string Unit { get; init; }
    public required MechanismRole Role { get; init; }
    public string? PersonName { get; init; }
    public string? Post { get; init; }
    public string? Phone { get; init; }
    public DateOnly? FromDay { get; init; }
    public DateOnly? ToDay { get; init; }
    public string? Basis { get; init; }
}

/// <summary>A person's time on a seat.</summary>
public sealed record HolderView(
    string PersonName,
    string Post,
    string? Phone,
    DateOnly FromDay,
    DateOnly? ToDay,
    string Basis
);

/// <summary>A seat with who holds it and who held it before.</summary>
public sealed record SeatView(
    string Id,
    string Unit,
    MechanismRole Role,
    HolderView? Holder,
    IReadOnlyList<HolderView> Before
)
{
    /// <summary>Built from the seat's rows, in order of time.</summary>
    public static SeatView Of(IReadOnlyList<SeatTenureRow> rows)
    {
        var holders = rows.Where(r => r.PersonName is not null)
            .Select(r => new HolderView(r.PersonName!, r.Post!, r.Phone, r.FromDay!.Value, r.ToDay, r.Basis!))
            .ToList();
        var holder = holders.LastOrDefault(h => h.ToDay is null);
        return new(rows[0].SeatId, rows[0].Unit, rows[0].Role, holder, [.. holders.Where(h => h != holder)]);
    }
}

/// <summary>A meeting in a list.</summary>
public sealed record MeetingLine
{
    public required string CaseId { get; init; }
    public required string Subject { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required string Place { get; init; }
    public required string Definition { get; init; }
    public required int Version { get; init; }
    public string? Outcome { get; init; }
    public string? Node { get; init; }
}
