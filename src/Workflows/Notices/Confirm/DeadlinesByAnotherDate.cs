using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Notices.Confirm;

/// <summary>
/// 9月底前 is of the year of the document: once its date is another one, whoever confirmed such a day looks at it again.
/// A day that a person put in stays.
/// </summary>
internal static class DeadlinesByAnotherDate
{
    /// <summary>Lets those wait for a person again that were read with the date before; returns how many.</summary>
    /// <param name="issued">The date from now on; null where it was not accepted.</param>
    public static async Task<int> AskAgain(Step step, string? issued)
    {
        var before = await step.Session.Scalar<string?>(
            "select issue_date from notice where case_id = @CaseId",
            new { step.CaseId }
        );
        if (before is null || before == issued)
            return 0;
        var rows = await step.Session.Query<ProposalRow>(
            "select * from proposal where case_id = @CaseId and kind in ('Task', 'Repair', 'MonthEntry') and state <> 'Rejected'",
            new { step.CaseId }
        );
        var again = rows.Where(row => IsReadWithTheDate(row, before[..4] != issued?[..4])).ToList();
        var why = issued is null
            ? $"没有写年份，是按{Day(before)}推算的，而成文日期没有采纳，请核对"
            : $"没有写年份，是按{Day(before)}推算的，而成文日期改为{Day(issued)}，请核对";
        foreach (var row in again)
            await step.Session.Execute(
                "update proposal set state = 'Pending', doubt = @why, decided_by = null, decided_at = null where id = @Id",
                new { row.Id, why = $"时限“{Times(row, row.Value)[0].Raw}”{why}" }
            );
        return again.Count;
    }

    /// <summary>
    /// It has a day, no year in its words, and the day is still the one that was recognised. A month of a plan has no
    /// more of the document's date than the year.
    /// </summary>
    private static bool IsReadWithTheDate(ProposalRow row, bool isOfAnotherYear) =>
        (isOfAnotherYear || row.Kind is not ProposalKind.MonthEntry)
        && Times(row, row.Value) is [{ } time, ..]
        && !time.StatesItsYear
        && Times(row, row.Original).Contains(time);

    private static IReadOnlyList<StatedDeadline> Times(ProposalRow row, string json)
    {
        if (row.Kind is ProposalKind.Repair && ProposalValues.Read<ProposedRepair>(json) is { Date: not null } repair)
            return [new(repair.Raw, repair.Kind, repair.Date, repair.Repaired)];
        if (
            row.Kind is ProposalKind.MonthEntry
            && ProposalValues.Read<ProposedMonthEntry>(json) is { To: { } day } month
        )
            return [new(month.Month, DeadlineKind.During, day, null)];
        return
            row.Kind is ProposalKind.Task
            && ProposalValues.Read<ProposedTask>(json).Deadline is { Date: not null, Repaired: null } deadline
            ? [deadline]
            : [];
    }

    private static string Day(string day) => $"{Moment.Day(day):yyyy年M月d日}";
}
