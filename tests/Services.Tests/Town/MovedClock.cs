namespace JointMeeting.Services.Tests.Town;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class MovedClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Pass(TimeSpan time) => _now += time;
}
