namespace JointMeeting.Domain.Supervision;

/// <summary>What a lead unit was last asked to report on a task.</summary>
/// <param name="Due">Its last day with what was approved for it; null where it has none.</param>
/// <param name="HasApplied">It has applied for closing (申请办结).</param>
public readonly record struct LeadDay(DateOnly? Due, bool HasApplied);

/// <summary>
/// 有效期限 of a task: an approved extension (延期) counts for its light as it does for its rate. 政府督查工作条例 names no
/// rule for several lead units; here a task is as near as the first unit that has still to apply for closing.
/// </summary>
public static class ValidDay
{
    /// <summary>The day that holds; the stated one until a unit is asked to report.</summary>
    public static DateOnly? Of(DateOnly? stated, IReadOnlyCollection<LeadDay> leads)
    {
        var waiting = leads.Where(l => !l.HasApplied).ToList();
        return (waiting.Count > 0 ? waiting : leads).Min(l => l.Due) ?? stated;
    }
}
