using JointMeeting.Documents.Recognising;
using JointMeeting.Documents.Recognising.Ledgers;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;
using JointMeeting.Workflows.Notices.Learn;

namespace JointMeeting.Web.Intake;

/// <summary>
/// The rows of the task table, each followed by the repair of its deadline where characters were lost. Clauses of the
/// body become no tasks, even where they name units: without a task table nothing does.
/// </summary>
internal sealed class TaskProposals(Notice notice, Places places, Known known)
{
    private readonly DateOnly? _issued = notice.Heading.Issued?.Value;

    public IEnumerable<Proposed> All()
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (row, at) in notice.Tasks.Select((row, at) => (row, at)))
        {
            var number = Unused(row.Number, used);
            var (deadline, learned) = Deadline(row);
            yield return Task(row, number, at, deadline);
            if (deadline?.Repaired is not null)
                yield return Repair(row, number, at, deadline, learned);
        }
    }

    /// <summary>A number that the table gives twice gets a second part: rows and their repairs belong together by it.</summary>
    private static string Unused(int number, HashSet<string> used)
    {
        var text = $"{number}";
        for (var more = 2; !used.Add(text); more++)
            text = $"{number}-{more}";
        return text;
    }

    /// <summary>The deadline as the importer reads it, or as a person read the same words before.</summary>
    private (StatedDeadline? Deadline, LearnedRow? Learned) Deadline(TaskRow row)
    {
        if (row.Deadline?.Value is not { } stated || known.Of(LearnedKind.Repair, stated.Raw) is not { } learned)
            return (row.Deadline?.Value, null);
        var read = TimeExpression.Read(learned.Reading, _issued)?.Value;
        return (
            new(stated.Raw, read?.Kind ?? stated.Kind, read is null ? stated.Date : read.Date, learned.Reading),
            learned
        );
    }

    private Proposed Task(TaskRow row, string number, int at, StatedDeadline? deadline)
    {
        // A repaired deadline is doubted by its own proposal.
        string[] parts = deadline?.Repaired is null
            ? ["text", "units", "lead", "deadline", "status"]
            : ["text", "units", "lead", "status"];
        var value = new ProposedTask(
            number,
            row.Section,
            row.Text,
            row.Lead,
            row.Basis switch
            {
                LeadBasis.Stated => "stated",
                LeadBasis.Convention => "convention",
                null => "",
            },
            row.Units.All,
            deadline
        )
        {
            Ledger = row.Standing is { } standing ? Entry(standing) : null,
        };
        return places.Proposed(
            ProposalKind.Task,
            $"第 {number} 项",
            row.Line,
            ProposalValues.Write(value),
            places.DoubtOf([.. parts.Select(part => $"tasks[{at}].{part}")])
        );
    }

    private static LedgerEntry Entry(RowStanding standing) =>
        new(null, standing.Status?.Raw, standing.Progress, standing.More);

    private Proposed Repair(TaskRow row, string number, int at, StatedDeadline deadline, LearnedRow? learned)
    {
        var (raw, kind, date, repaired) = deadline;
        return places.ProposedIn(
            ProposalKind.Repair,
            $"第 {number} 项时限",
            row.Line,
            raw,
            ProposalValues.Write(new ProposedRepair(number, raw, repaired!, kind, date)),
            learned is not null
                ? $"建议读作“{repaired}”：{LearnedWords.Basis(learned)}"
                : places.DoubtOf($"tasks[{at}].deadline") ?? $"时间文字有缺损，建议读作“{repaired}”"
        );
    }
}
