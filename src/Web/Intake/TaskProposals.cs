using JointMeeting.Documents.Recognising;
using JointMeeting.Workflows.Notices;
using JointMeeting.Workflows.Notices.Confirm;

namespace JointMeeting.Web.Intake;

/// <summary>
/// The rows of the task table, each followed by the repair of its deadline where characters were lost. Clauses of the
/// body become no tasks, even where they name units: without a task table nothing does.
/// </summary>
internal static class TaskProposals
{
    public static IEnumerable<Proposed> Of(Notice notice, Places places)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (row, at) in notice.Tasks.Select((row, at) => (row, at)))
        {
            var number = Unused(row.Number, used);
            yield return Task(row, number, at, places);
            if (row.Deadline?.Value.Repaired is not null)
                yield return Repair(row, number, at, places);
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

    private static Proposed Task(TaskRow row, string number, int at, Places places)
    {
        // A repaired deadline is doubted by its own proposal.
        string[] parts = row.Deadline?.Value.Repaired is null
            ? ["text", "units", "lead", "deadline"]
            : ["text", "units", "lead"];
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
            row.Deadline?.Value
        );
        return places.Proposed(
            ProposalKind.Task,
            $"第 {number} 项",
            row.Line,
            ProposalValues.Write(value),
            places.DoubtOf([.. parts.Select(part => $"tasks[{at}].{part}")])
        );
    }

    private static Proposed Repair(TaskRow row, string number, int at, Places places)
    {
        var (raw, kind, date, repaired) = row.Deadline!.Value;
        return places.Proposed(
            ProposalKind.Repair,
            $"第 {number} 项时限",
            places.LineOf(raw, row.Line),
            ProposalValues.Write(new ProposedRepair(number, raw, repaired!, kind, date)),
            places.DoubtOf($"tasks[{at}].deadline") ?? $"时间文字有缺损，建议读作“{repaired}”"
        );
    }
}
