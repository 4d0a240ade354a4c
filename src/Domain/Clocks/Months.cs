namespace JointMeeting.Domain.Clocks;

/// <summary>Periods counted in months (民法典 201–203).</summary>
public static class Months
{
    /// <summary>
    /// The same day number n months later (earlier with n below 0), or that month's last day where the number is
    /// missing (民法典 202). The first day is not counted (201).
    /// </summary>
    public static DateOnly Add(DateOnly date, int n) => date.AddMonths(n);

    /// <summary>As <see cref="Add(DateOnly, int)"/>, and the next workday where it ends on a day off (民法典 203).</summary>
    public static RolledDay Add(DateOnly date, int n, WorkingDayCalendar calendar) =>
        calendar.RollForward(Add(date, n));
}
