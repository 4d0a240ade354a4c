namespace JointMeeting.Domain.Clocks;

/// <summary>When a deadline falls, and why.</summary>
/// <param name="Unrolled">The last day of the period; plan against it.</param>
/// <param name="Date">The day it runs to where the last day is off; what counts as overdue is measured by it.</param>
/// <param name="IsPaused">Work is suspended now; both dates are then the earliest possible ones.</param>
/// <param name="Provisional">A year without a notice was touched: compute again after its import.</param>
public sealed record Due(
    DateOnly Unrolled,
    DateOnly Date,
    bool IsPaused,
    bool Provisional,
    IReadOnlyList<Reason> Reasons
)
{
    /// <summary>The whole explanation as a person reads it, one reason a line.</summary>
    public string Text() => string.Join('\n', Reasons.Select(r => r.Text));
}
