using JointMeeting.Domain.Asks;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Workflows;

namespace JointMeeting.Web.Pages.Meetings;

/// <summary>One unit on the receipt board.</summary>
public sealed record ReceiptLine(AskRow Ask, AnswerCell Cell, string Person, bool TakesBack, string Phones);

/// <summary>回执: who comes, who sends a stand-in, who asks for leave, and whom to call.</summary>
public sealed class ReceiptsModel(Steps steps) : MeetingPage(steps)
{
    private const string SeatHolders = """
        select s.unit, s.role, t.person_name, t.post, t.phone from seat s
          join meeting m on m.mechanism = s.mechanism
          join tenure t on t.seat = s.id and t.to_day is null and t.state = 'InForce'
         where m.case_id = @Id order by s.position
        """;

    public IReadOnlyList<ReceiptLine> Lines { get; private set; } = [];

    public IReadOnlyList<ReceiptLine> Silent => [.. Lines.Where(l => l.Ask.State == AskState.Open)];

    public bool Late => Silent.Any(l => l.Ask.Due < Today);

    public string Summary =>
        $"应回执 {Lines.Count} 个单位：参加 {Count("attend")}，代会 {Count("standIn")}，请假 {Count("leave")}，未回执 {Silent.Count}";

    public string ChaseHint =>
        Silent is [{ Ask.Due: { } due }, ..]
            ? $"回执截止 {When.DayOfWeek(due)}。可以复制催办文字发到工作群，或打电话后代录。"
            : "可以复制催办文字发到工作群，或打电话后代录。";

    public string ChaseText =>
        string.Join(
            "\n",
            Silent
                .Select((l, i) => $"{i + 1}. {l.Cell.Unit}（{l.Phones}）")
                .Prepend(
                    $"【催办】{Case.Row.Title}定于{When.Minute(Meeting.StartsAt)}在{Meeting.Place}召开，以下单位尚未报送参会回执，请尽快报送："
                )
        );

    /// <summary>Month, day and minute: the year is that of the meeting.</summary>
    public static string Short(DateTimeOffset at) => Moment.InChina(at).ToString("M月d日 HH:mm");

    protected override async Task LoadMore(Session session)
    {
        var people = (await session.Query<SeatPerson>(SeatHolders, new { Id })).ToLookup(p => p.Unit);
        Lines = [.. Receipts.Select(a => Line(a, [.. people[a.Unit]]))];
    }

    private ReceiptLine Line(AskRow ask, IReadOnlyList<SeatPerson> people)
    {
        var answer = ask.State == AskState.Answered ? Case.AnswerTo(ask.Id) : null;
        var member = people.FirstOrDefault(p => p.Role != "LiaisonOfficer");
        var person = answer?.Value switch
        {
            "standIn" => $"{answer.PersonName}（{answer.PersonPost}，代会）",
            "leave" or null => "—",
            _ => member is null ? "—" : $"{member.PersonName}（{member.Post}）",
        };
        var phones = people
            .Where(p => p.Phone is not null)
            .Select(p => $"{p.PersonName} {p.Phone}")
            .Append(Units.Phone(ask.Unit))
            .Where(p => !string.IsNullOrEmpty(p))
            .ToList();
        // The unit's own number often is the liaison officer's: named once is enough.
        if (phones.Count > 1 && phones[..^1].Any(p => p!.EndsWith(phones[^1]!, StringComparison.Ordinal)))
            phones.RemoveAt(phones.Count - 1);
        return new ReceiptLine(
            ask,
            AnswerCell.Of(Case, Units, ask, Today),
            person,
            answer is { Provisional: true },
            phones.Count == 0 ? "未登记" : string.Join("，", phones)
        );
    }

    private int Count(string value) =>
        Lines.Count(l => l.Ask.State == AskState.Answered && Case.AnswerTo(l.Ask.Id)?.Value == value);
}

/// <summary>Who holds a seat now.</summary>
public sealed record SeatPerson
{
    public required string Unit { get; init; }
    public required string Role { get; init; }
    public required string PersonName { get; init; }
    public required string Post { get; init; }
    public string? Phone { get; init; }
}
