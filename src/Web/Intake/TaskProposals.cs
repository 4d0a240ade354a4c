using System.Buffers;
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
    private static readonly SearchValues<char> Marks = SearchValues.Create("，,。；;\n");

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
            ? ["text", "units", "lead", "deadline", "status", .. Milestones(row)]
            : ["text", "units", "lead", "status", .. Milestones(row)];
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
            Milestones =
            [
                .. row
                    .Milestones.Where(time => IsStep(time, row))
                    .Select(time => new ProposedMilestone(Said(time, row), time.Value.Raw, time.Value.Date!.Value)),
            ],
        };
        return places.Proposed(
            ProposalKind.Task,
            $"第 {number} 项",
            row.Line,
            ProposalValues.Write(value),
            places.DoubtOf([.. parts.Select(part => $"tasks[{at}].{part}")])
        );
    }

    /// <summary>Their places among the facts; what is no step of its own needs nobody's word.</summary>
    private static IEnumerable<string> Milestones(TaskRow row) =>
        row.Milestones.Index().Where(time => IsStep(time.Item, row)).Select(time => $"milestones[{time.Index}]");

    /// <summary>It has a day, and another one than the task itself.</summary>
    private static bool IsStep(ReadTime time, TaskRow row) =>
        time.Value.Date is { } day && day != row.Deadline?.Value.Date;

    /// <summary>What is to be done by then: the words behind the time, up to the next mark.</summary>
    private static string Said(ReadTime time, TaskRow row)
    {
        foreach (var text in row.Details.Prepend(row.Text).Prepend(row.Deadline?.Value.Raw ?? ""))
            if (text.IndexOf(time.Value.Raw, StringComparison.Ordinal) is >= 0 and var at)
            {
                var rest = text[(at + time.Value.Raw.Length)..].TrimStart('，', ',', '：', ':', ' ');
                var end = rest.AsSpan().IndexOfAny(Marks);
                var words = (end < 0 ? rest : rest[..end]).Trim();
                if (words.Length > 1)
                    return words;
            }
        return time.Value.Raw;
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
