using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Bodies;
using JointMeeting.Domain.Rights;
using JointMeeting.Web.Kit;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Meetings;
using JointMeeting.Workflows.Meetings.Session;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Session = JointMeeting.Ledger.Session;

namespace JointMeeting.Web.Pages.Meetings;

/// <summary>签到, prefilled from the receipts, with a warning where too few units came.</summary>
public sealed class AttendanceModel(Steps steps) : MeetingPage(steps)
{
    private const int SpareRows = 2;

    private const string SeatHolders = """
        select s.unit, s.role, t.person_name, t.post, t.phone from seat s
          join meeting m on m.mechanism = s.mechanism
          left join tenure t on t.seat = s.id and t.to_day is null and t.state = 'InForce'
         where m.case_id = @Id and s.role <> 'LiaisonOfficer' order by s.position
        """;

    [BindProperty]
    public List<SignInRow> Input { get; set; } = [];

    [BindProperty]
    public string Method { get; set; } = "现场";

    public static IReadOnlyList<SelectListItem> Methods { get; } =
    [new("现场", "现场"), new("视频", "视频"), new("代签", "代签")];

    public IReadOnlyList<AttendanceRow> Signed { get; private set; } = [];
    public Quorum Quorum { get; private set; } = null!;
    public Permission MaySignIn => Rights.To(Actions.SignIn);

    public string UnitOf(SignInRow row) => row.Fixed ? Units.Name(row.Unit) : "另加人员";

    public Task<IActionResult> OnPostAsync()
    {
        ModelState.Clear();
        var here = Input
            .Where(r => r.Here && !string.IsNullOrEmpty(r.Unit))
            .Select(r => new Attendee(r.Unit!, r.Name ?? "", r.Post ?? "", r.StandIn));
        return Do(
            Id,
            new Workflows.Meetings.Session.SignIn([.. here], Method),
            "已签到。",
            _ => Redirect($"/meetings/{Id}/attendance")
        );
    }

    protected override async Task LoadMore(Session session)
    {
        Signed = await AttendanceList.Read(session, Id);
        Quorum = await CloseSession.QuorumOf(session, Id);
        if (Input.Count == 0)
            Input = Prefilled(await session.Query<SeatHolderRow>(SeatHolders, new { Id }));
    }

    /// <summary>One row a seat that has not signed in yet: as the receipt says, else who holds the seat.</summary>
    private List<SignInRow> Prefilled(IReadOnlyList<SeatHolderRow> seats)
    {
        var there = Signed.Select(s => s.Unit).ToHashSet(StringComparer.Ordinal);
        var rows = seats.DistinctBy(s => s.Unit).Where(s => !there.Contains(s.Unit)).Select(FromReceipt).ToList();
        rows.AddRange(Enumerable.Range(0, SpareRows).Select(_ => new SignInRow()));
        return rows;
    }

    private SignInRow FromReceipt(SeatHolderRow seat)
    {
        var ask = Receipts.FirstOrDefault(a => a.Unit == seat.Unit);
        var answer = ask is { State: AskState.Answered } ? Case.AnswerTo(ask.Id) : null;
        var standIn = answer?.Value == "standIn";
        return new SignInRow
        {
            Fixed = true,
            Unit = seat.Unit,
            Name = standIn ? answer!.PersonName : seat.PersonName,
            Post = standIn ? answer!.PersonPost : seat.Post,
            StandIn = standIn,
            Here = answer?.Value is "attend" or "standIn",
            Receipt = answer is null ? "未回执" : Vocabulary.Receipt.Find(answer.Value)?.Label ?? "—",
        };
    }

    public sealed class SignInRow
    {
        public bool Here { get; set; }
        public bool Fixed { get; set; }
        public string? Unit { get; set; }
        public string? Name { get; set; }
        public string? Post { get; set; }
        public bool StandIn { get; set; }
        public string? Receipt { get; set; }
    }

    private sealed record SeatHolderRow
    {
        public required string Unit { get; init; }
        public string? PersonName { get; init; }
        public string? Post { get; init; }
    }
}
