namespace JointMeeting.Web.Demo;

/// <summary>A clock the demo sets, so that a city with a past can be made by running the real commands.</summary>
public sealed class MovedClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset? _now = start;

    /// <summary>Sets the clock; it stands still until it is set again.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Time would run backwards.</exception>
    public void Set(DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(now, _now ?? now);
        _now = now;
    }

    /// <summary>Lets the clock run with the real one from now on.</summary>
    public void Release() => _now = null;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => _now ?? System.GetUtcNow();
}
