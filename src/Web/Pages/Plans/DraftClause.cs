using JointMeeting.Domain.Texts;
using JointMeeting.Domain.Texts.Editing;
using JointMeeting.Ledger.Stores;
using JointMeeting.Web.Pages.Cases;
using JointMeeting.Web.Pages.Meetings;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace JointMeeting.Web.Pages.Plans;

/// <summary>One clause of a plan as it is typed.</summary>
public sealed class DraftClause
{
    /// <summary>Ids of the clauses it comes from, comma-separated: two of them where it joins both.</summary>
    public string? Before { get; set; }

    /// <summary>What the clause was when the form was opened; tells who changed it where two people edit.</summary>
    public string? Seen { get; set; }
    public int? Order { get; set; }
    public int Level { get; set; } = 2;

    /// <summary>须落实. A box that is not ticked posts nothing, so this must not begin as true.</summary>
    public bool Binds { get; set; }
    public string? Text { get; set; }
    public string? Lead { get; set; }
    public string? Responsible { get; set; }
    public string? Deadline { get; set; }
    public DateOnly? Date { get; set; }
    public bool WordingOnly { get; set; }

    /// <summary>This clause and the one above become one.</summary>
    public bool JoinsAbove { get; set; }

    /// <summary>What another drafter made of it meanwhile, where a person must choose; null where nobody did.</summary>
    public string? Theirs { get; set; }

    /// <summary>True where nothing was typed.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    public static IReadOnlyList<SelectListItem> Levels { get; } =
    [new("一、", "1"), new("（一）", "2"), new("1.", "3"), new("（1）", "4")];

    /// <summary>A stored clause to be changed.</summary>
    public static DraftClause Of(ClauseRow clause, UnitBook units, DateOnly today) =>
        new()
        {
            Before = clause.Id,
            Seen = Print(clause),
            Order = clause.Position,
            Level = clause.Level,
            Binds = clause.Mark == ClauseMark.Decided,
            Text = clause.Text,
            Lead = units.Names(clause.LeadUnits),
            Responsible = units.Names(clause.ResponsibleUnits),
            Deadline = clause.DeadlineRaw,
            // A day the words give themselves is not repeated beside them: it would stay when the words change.
            Date =
                DeadlineText.Read(clause.DeadlineRaw, null, today)?.Date == clause.DeadlineDate
                    ? null
                    : clause.DeadlineDate,
        };

    /// <summary>Equal where nothing that counts differs.</summary>
    public static string Print(ClauseRow clause) => $"{clause.Hash}|{clause.Mark}|{clause.Level}";
}

/// <summary>The fields of one clause in the form.</summary>
/// <param name="AfterAsking">Units were already asked about an earlier text, so the kind of change matters.</param>
public sealed record DraftFields(int Index, string Number, DraftClause Row, bool AfterAsking)
{
    /// <summary>What I typed against what another drafter saved.</summary>
    public IReadOnlyList<Run> Difference => TextDifference.Between(Row.Theirs ?? "", Row.Text ?? "");
}
