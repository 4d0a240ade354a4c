using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Workflows;

namespace JointMeeting.Web.Pages.Meetings;

/// <summary>A unit's row of the matrix.</summary>
/// <param name="Cells">One a round; null where it was not asked in that round.</param>
/// <param name="Words">What it said last, with who and when.</param>
/// <param name="Open">Its ask in the open round, or null.</param>
public sealed record MatrixLine(string Unit, IReadOnlyList<AnswerCell?> Cells, string Words, AskRow? Open);

/// <summary>会签签发: which unit said what on which text, then the convenor's signature.</summary>
public sealed class CountersignModel(Steps steps) : MeetingPage(steps)
{
    private Dictionary<string, int> _numbers = [];
    private Dictionary<string, string> _holders = [];

    /// <summary>Every round, oldest first.</summary>
    public IReadOnlyList<VisitRow> Rounds => [.. Case.Visits.Where(v => v.Node == "countersigning")];

    public IReadOnlyList<Column> Columns =>
        [
            new("单位"),
            .. Rounds.Select(r => CountersignMatrix.Heading(Case, r, _numbers)),
            new("意见和会签人"),
            new("操作"),
        ];

    public IReadOnlyList<MatrixLine> Lines =>
        [.. Asks.Select(a => a.Unit).Distinct().Select(Line).OrderBy(l => l.Unit, StringComparer.Ordinal)];

    public IReadOnlyList<AnswerCell> Objections =>
        [
            .. Countersigns
                .Where(a => Case.EffectOf(a) == AnswerEffect.Objects)
                .Select(a => AnswerCell.Of(Case, Units, a, Today)),
        ];

    /// <summary>May the minutes go on without the late units? Refused with what stands in the way.</summary>
    public Permission MayProceed
    {
        get
        {
            var may = Rights.To(Actions.ProceedToSignature);
            if (!may.IsAllowed)
                return may;
            if (Objections.Count > 0)
                return new Permission.Refused("有单位不同意，意见解决前不能送签发。");
            return Countersigns.Any(a => a.State == AskState.Open && a.Due >= Today)
                ? new Permission.Refused("还有单位会签期限未到，不能越过。")
                : may;
        }
    }

    public string Summary
    {
        get
        {
            var words = Countersigns.Select(a => AnswerCell.Of(Case, Units, a, Today).Word).GroupBy(w => w);
            return string.Join("，", words.Select(g => $"{g.Key} {g.Count()}").Prepend($"{Countersigns.Count} 个单位"));
        }
    }

    public string? ChaseText
    {
        get
        {
            var open = Countersigns.Where(a => a.State == AskState.Open).ToList();
            if (open.Count == 0)
                return null;
            var lines = open.Select(
                (a, i) => $"{i + 1}. {Units.Name(a.Unit)}（{Units.Phone(a.Unit) ?? "电话未登记"}）"
            );
            var due = open[0].Due is { } day ? $"于{When.Day(day)}前" : "尽快";
            return string.Join("\n", lines.Prepend($"【催办】请以下单位{due}会签《{Case.Row.Title}纪要》："));
        }
    }

    public IReadOnlyList<(AskRow Ask, string Who, AnswerCell Cell)> Signatures =>
        [
            .. Case
                .Asks.Where(a => a.Vocabulary == Vocabulary.Signature.Id)
                .Select(a => (a, Who(a), AnswerCell.Of(Case, Units, a, Today))),
        ];

    private IEnumerable<AskRow> Asks => Case.Asks.Where(a => a.Vocabulary == Vocabulary.Countersign.Id);

    protected override async Task LoadMore(Session session)
    {
        var versions = await session.Query<(string Id, int Number)>(
            "select id, number from text_version where case_id = @Id",
            new { Id }
        );
        _numbers = versions.ToDictionary(v => v.Id, v => v.Number, StringComparer.Ordinal);
        const string holders = """
            select t.seat, t.person_name, t.post from tenure t join seat s on s.id = t.seat
             where s.mechanism = @Mechanism and t.to_day is null and t.state = 'InForce'
            """;
        var people = await session.Query<(string Seat, string Name, string Post)>(holders, new { Meeting.Mechanism });
        _holders = people
            .GroupBy(p => p.Seat, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => $"{g.First().Name}（{g.First().Post}）", StringComparer.Ordinal);
    }

    private string Who(AskRow ask) =>
        ask.Seat is { } seat && _holders.TryGetValue(seat, out var holder) ? holder : Units.Name(ask.Unit);

    private MatrixLine Line(string unit)
    {
        var asks = Rounds.Select(r => Asks.FirstOrDefault(a => a.VisitId == r.Id && a.Unit == unit)).ToList();
        var cells = asks.Select(a => a is null ? null : AnswerCell.Of(Case, Units, a, Today)).ToList();
        var said = CountersignMatrix.Said(cells);
        var last = asks[^1];
        var open = last is { State: AskState.Open } || (last is not null && Rounds[^1].LeftAt is null) ? last : null;
        return new MatrixLine(Units.Name(unit), cells, string.Join("；", said), open);
    }
}
