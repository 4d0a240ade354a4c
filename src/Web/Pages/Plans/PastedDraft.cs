using JointMeeting.Documents.Recognising;
using JointMeeting.Domain.Texts.Editing;
using JointMeeting.Ledger.Stores;

namespace JointMeeting.Web.Pages.Plans;

/// <summary>
/// A pasted text as rows of the form: levels from the numbers, units and time from the bracket a clause ends with. Over an
/// earlier text each row is proposed to come from the clause it is most alike; the drafter looks before saving.
/// </summary>
internal static class PastedDraft
{
    /// <summary>The rows, not saved yet.</summary>
    public static IReadOnlyList<DraftClause> Read(string pasted, IReadOnlyList<ClauseRow> before)
    {
        var rows = PastedClauses.Read(pasted).Select(Row).ToList();
        var origins = ProposedOrigins.Of([.. before.Select(c => c.Text)], [.. rows.Select(r => r.Text ?? "")]);
        foreach (var (row, from) in rows.Zip(origins))
        {
            row.Before = string.Join(',', from.Select(i => before[i].Id));
            row.Seen = from.Count == 1 ? DraftClause.Print(before[from[0]]) : null;
        }
        return rows;
    }

    private static DraftClause Row(PastedClause clause)
    {
        var (text, units) = Units(clause.Text);
        return new DraftClause
        {
            Level = clause.Level,
            Binds = !units.IsEmpty,
            Text = text,
            Lead = Names(units.Lead),
            Responsible = Names(units.Responsible),
            Deadline = units.Time,
        };
    }

    /// <summary>The units that a clause ends with, in brackets or in a line of their own, and the clause without them.</summary>
    private static (string Text, UnitList Units) Units(string text)
    {
        var lines = text.Split('\n');
        if (lines.Length > 1 && UnitsExpression.IsLabelled(lines[^1]))
            return (string.Join('\n', lines[..^1]), UnitsExpression.Parse(lines[^1]));
        var end = text.TrimEnd('。');
        var open = end.LastIndexOfAny(['（', '(']);
        if (open < 0 || end[^1] is not ('）' or ')'))
            return (text, UnitList.None);
        var inner = end[(open + 1)..^1];
        return UnitsExpression.StatesUnits(inner)
            ? (end[..open].TrimEnd(), UnitsExpression.Parse(inner))
            : (text, UnitList.None);
    }

    private static string Names(IReadOnlyList<NamedUnit> units) =>
        string.Join('、', units.Select(u => u.Name).Distinct());
}
