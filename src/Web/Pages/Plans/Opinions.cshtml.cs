using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Kit;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Asking;
using JointMeeting.Workflows.Plans;
using JointMeeting.Workflows.Plans.Consult;
using Microsoft.AspNetCore.Mvc;

namespace JointMeeting.Web.Pages.Plans;

/// <summary>征求意见: who has answered, and the matrix of units and clauses, disputed clauses only unless all are asked for.</summary>
public sealed class OpinionsModel(Steps steps) : PlanPage(steps)
{
    private IReadOnlyDictionary<string, string> _today = new Dictionary<string, string>();
    private ILookup<string, OpinionRow> _byClause = Enumerable.Empty<OpinionRow>().ToLookup(o => "");

    /// <summary>Show every clause, not only the disputed ones.</summary>
    [BindProperty(SupportsGet = true, Name = "all")]
    public bool All { get; set; }

    public IReadOnlyList<AskRow> Round => RoundAt("consulting", Vocabulary.Opinion);

    /// <summary>Units whose opinions the reader may see, in the order of the round.</summary>
    public IReadOnlyList<AskRow> Columns { get; private set; } = [];

    /// <summary>Clauses shown, with what each unit says about them.</summary>
    public IReadOnlyList<ClauseRow> Rows { get; private set; } = [];

    public IReadOnlyList<OpinionRow> OnTheWhole { get; private set; } = [];

    public Permission MayClose => Rights.To(Actions.CloseConsultation);

    public int Hidden => Round.Count - Columns.Count;

    public string Summary
    {
        get
        {
            var words = Round.Select(WordFor).GroupBy(w => w);
            return string.Join("，", words.Select(g => $"{g.Key} {g.Count()}").Prepend($"{Round.Count} 个单位"));
        }
    }

    public IReadOnlyList<AskRow> Silent => [.. Round.Where(a => a.State is AskState.Open or AskState.Delegated)];

    public string ChaseText =>
        string.Join(
            "\n",
            Silent
                .Select((a, i) => $"{i + 1}. {Units.Name(a.Unit)}（{Units.Phone(a.Unit) ?? "电话未登记"}）")
                .Prepend(
                    $"【催办】请以下单位{(Silent is [{ Due: { } due }, ..] ? $"于{When.Day(due)}前" : "尽快")}反馈对《{Case.Row.Title}》的意见："
                )
        );

    /// <summary>What a reader who may not see a unit's opinion sees of it: that it answered.</summary>
    public string WordFor(AskRow ask) =>
        Columns.Contains(ask) || ask.State == AskState.Open ? Cell(ask).Word : "已反馈";

    /// <summary>A wish for a change stands out: it waits for the drafter's decision.</summary>
    public AnswerCell Cell(AskRow ask) =>
        AnswerCell.Of(Case, Units, ask, Today) is { Tone: Tone.Muted } cell
        && Case.AnswerTo(ask.Id)?.Value == "comments"
            ? cell with
            {
                Tone = Tone.Warn,
                Icon = "message-square-text",
            }
            : AnswerCell.Of(Case, Units, ask, Today);

    /// <summary>What the unit says about a clause; null where it said nothing about it.</summary>
    public OpinionRow? On(string clause, string unit) => _byClause[clause].LastOrDefault(o => o.Unit == unit);

    public Task<IActionResult> OnPostCloseAsync() =>
        Do(Id, new CloseConsultation(), "征求意见已结束，请登记采纳情况。", _ => Redirect($"/plans/{Id}/adoption"));

    public async Task<IActionResult> OnPostUrgeAsync()
    {
        await Show();
        return await Do(
            Id,
            new Urge([.. Silent.Select(a => a.Id)]),
            "已催办。",
            _ => Redirect($"/plans/{Id}/opinions")
        );
    }

    protected override async Task LoadMore(Session session)
    {
        var closed = Case.LastVisit("consulting") is { LeftAt: not null };
        Columns = [.. Round.Where(a => OpinionsVisible.To(Plan.OpinionsSeen, IsOffice, a.Unit == Me.Unit, closed))];
        var seen = Columns.Select(a => a.Unit).ToHashSet(StringComparer.Ordinal);
        var opinions = (await OpinionRows.Read(session, Id))
            .Where(o => o.Vocabulary == Vocabulary.Opinion.Id && seen.Contains(o.Unit))
            .ToList();
        _today = await OpinionRows.Today(session, Id, Clauses);
        _byClause = opinions
            .Where(o => o.Clause is not null && _today.ContainsKey(o.Clause))
            .ToLookup(o => _today[o.Clause!], StringComparer.Ordinal);
        OnTheWhole = [.. opinions.Where(o => o.Clause is null)];
        Rows =
        [
            .. Clauses.Where(c =>
                All || _byClause[c.Id].Any(o => o.Value is PositionValue.Amend or PositionValue.Object)
            ),
        ];
    }
}
