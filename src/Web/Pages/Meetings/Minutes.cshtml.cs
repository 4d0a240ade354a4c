using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Bodies;
using JointMeeting.Domain.Texts;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Meetings;

namespace JointMeeting.Web.Pages.Meetings;

/// <summary>A part of the printed minutes.</summary>
/// <param name="Title">Its heading; null for the narrative.</param>
/// <param name="Clauses">Its clauses, in order.</param>
public sealed record MinutesSection(string? Title, IReadOnlyList<ClauseRow> Clauses)
{
    /// <summary>一、二、… before each clause of a headed part.</summary>
    public string Lead(ClauseRow clause) =>
        Title is null ? "" : $"{ChineseNumber.Of(Clauses.TakeWhile(c => c != clause).Count() + 1)}、";
}

/// <summary>
/// 纪要 as it is printed: title, issue number (期号), who was there, what was decided and left open, dissent verbatim,
/// and who let the countersign pass (逾期未会签). No document number, no seal.
/// </summary>
public sealed class MinutesModel(Steps steps) : MeetingPage(steps)
{
    private IReadOnlyList<ClauseRow> _clauses = [];
    private IReadOnlyList<AttendanceRow> _attendance = [];

    public TextVersionRow? Text { get; private set; }

    public string IssueLine =>
        Meeting is { IssueNumber: { } number, IssueYear: { } year, IssuedAt: { } at }
            ? $"〔{year}〕第 {number} 期　　{When.Day(Moment.DayInChina(at))}印发"
            : "期号在印发时编列";

    public string Opening =>
        $"{When.Minute(Meeting.StartsAt)}，在{Meeting.Place}召开{MechanismName}{Meeting.Subject}（{MeetingKinds.Rule(Meeting.Kind).Label}）。";

    public IReadOnlyList<MinutesSection> Sections =>
        [
            .. new MinutesSection[]
            {
                new(null, Of(ClauseMark.Narrative)),
                new("议定事项", Of(ClauseMark.Decided)),
                new("议过未定事项", Of(ClauseMark.Discussed)),
            }.Where(s => s.Clauses.Count > 0),
        ];

    /// <summary>Every objection and every differing confirmation in the unit's own words.</summary>
    public IReadOnlyList<string> Dissent =>
        [
            .. Case
                .Answers.Where(a => a.Value is "object" or "differ" && a.Origin != AnswerOrigin.Carried)
                .Select(a => (Answer: a, Ask: Case.Asks.First(k => k.Id == a.AskId)))
                .Select(a =>
                    $"{Units.Name(a.Ask.Unit)}（{When.Day(Moment.DayInChina(a.Answer.At))}）：{a.Answer.Text}"
                    + (a.Answer.Basis is { } basis ? $"（依据：{basis}）" : "")
                    + Since(a.Ask)
                ),
        ];

    /// <summary>What became of an objection: met by a change of the text, taken back without one, or still there.</summary>
    private string Since(AskRow objected)
    {
        var last = Case.Asks.Last(a => a.Unit == objected.Unit && a.Vocabulary == objected.Vocabulary);
        var consents = last.Vocabulary == Vocabulary.Countersign.Id && Case.EffectOf(last) == AnswerEffect.Consents;
        return !consents ? ""
            : last.TextVersion == objected.TextVersion ? "（后改为同意）"
            : "（修改后已同意）";
    }

    public IReadOnlyList<(string Label, string People)> People =>
        [
            .. new (string Label, string People)[]
            {
                ("出席", Persons(a => !a.StandIn)),
                ("代会", Persons(a => a.StandIn)),
                ("请假", UnitsWhere(Receipts, a => Case.AnswerTo(a.Id)?.Value == "leave" && !Came(a.Unit))),
                ("未到会", UnitsWhere(Receipts, a => Case.AnswerTo(a.Id)?.Value != "leave" && !Came(a.Unit))),
                ("逾期未会签", UnitsWhere(Countersigns, IsLate)),
            }.Where(p => p.People.Length > 0),
        ];

    public string AsText =>
        string.Join(
            "\n",
            (string[])
                [
                    $"{MechanismName}纪要",
                    IssueLine,
                    Opening,
                    .. Sections.SelectMany(SectionText),
                    .. Dissent.Count == 0 ? [] : Dissent.Prepend("不同意见"),
                    .. People.Select(p => $"{p.Label}：{p.People}"),
                ]
        );

    protected override async Task LoadMore(Session session)
    {
        Text = await session.Latest(Id, MeetingRegistrations.Minutes);
        _clauses = Text is null ? [] : await session.Clauses(Text.Id);
        _attendance = await AttendanceList.Read(session, Id);
    }

    private IEnumerable<string> SectionText(MinutesSection section) =>
        section
            .Clauses.Select(c =>
                section.Lead(c) + c.Text + (c.Mark == ClauseMark.Decided ? $"（{ClauseLooks.Duty(c, Units)}）" : "")
            )
            .Prepend(section.Title ?? "")
            .Where(line => line.Length > 0);

    private IReadOnlyList<ClauseRow> Of(ClauseMark mark) => [.. _clauses.Where(c => c.Mark == mark)];

    private bool Came(string unit) => _attendance.Any(a => a.Unit == unit);

    private bool IsLate(AskRow ask) => AnswerCell.Of(Case, Units, ask, Today).Word == "逾期未会签";

    private string Persons(Func<AttendanceRow, bool> which) =>
        string.Join("、", _attendance.Where(which).Select(a => $"{a.PersonName}（{Units.Name(a.Unit)}）"));

    private string UnitsWhere(IEnumerable<AskRow> asks, Func<AskRow, bool> which) =>
        _attendance.Count == 0 && Node is "draft" or "notified"
            ? ""
            : string.Join("、", asks.Where(which).Select(a => Units.Name(a.Unit)));
}

/// <summary>一, 二, … up to 九十九.</summary>
internal static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";

    public static string Of(int n) =>
        n switch
        {
            < 10 => $"{Digits[n]}",
            10 => "十",
            < 20 => $"十{Digits[n % 10]}",
            < 100 when n % 10 == 0 => $"{Digits[n / 10]}十",
            < 100 => $"{Digits[n / 10]}十{Digits[n % 10]}",
            _ => $"{n}",
        };
}
