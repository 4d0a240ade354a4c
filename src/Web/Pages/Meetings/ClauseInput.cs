using JointMeeting.Domain.Texts;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Pages.Cases;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Meetings;

/// <summary>One clause of the minutes as it is typed.</summary>
public sealed class ClauseInput
{
    public string? Before { get; set; }
    public ClauseMark Mark { get; set; } = ClauseMark.Decided;
    public int? Order { get; set; }
    public string? Text { get; set; }
    public string? Lead { get; set; }
    public string? Responsible { get; set; }
    public string? Deadline { get; set; }
    public DateOnly? Date { get; set; }
    public bool WordingOnly { get; set; }

    /// <summary>How the stored deadline was understood.</summary>
    public string? Read { get; set; }

    /// <summary>True where nothing was typed.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    /// <summary>A stored clause to be changed.</summary>
    public static ClauseInput Of(ClauseRow clause, UnitBook units, DateOnly today) =>
        new()
        {
            Before = clause.Id,
            Mark = clause.Mark,
            Order = clause.Position,
            Text = clause.Text,
            Lead = units.Names(clause.LeadUnits),
            Responsible = units.Names(clause.ResponsibleUnits),
            Deadline = clause.DeadlineRaw,
            // A day the words give themselves is not repeated beside them: it would stay when the words change.
            Date =
                DeadlineText.Read(clause.DeadlineRaw, null, today)?.Date == clause.DeadlineDate
                    ? null
                    : clause.DeadlineDate,
            Read = clause.DeadlineRaw is null
                ? null
                : $"时限理解为：{DeadlineText.Words(clause.DeadlineKind, clause.DeadlineDate)}",
        };
}

/// <summary>The fields of one clause in the form.</summary>
/// <param name="AfterAsking">Units were already asked about an earlier text, so the kind of change matters.</param>
public sealed record ClauseFields(int Index, ClauseInput Row, bool AfterAsking)
{
    public static IReadOnlyList<SelectListItem> Marks { get; } =
    [
        .. new[] { ClauseMark.Decided, ClauseMark.Discussed, ClauseMark.Narrative }.Select(m => new SelectListItem(
            ClauseLooks.Word(m),
            m.ToString()
        )),
    ];
}

/// <summary>Clauses to be shown.</summary>
public sealed record ClauseList(IReadOnlyList<ClauseRow> Clauses, UnitBook Units);
