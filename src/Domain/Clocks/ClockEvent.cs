using System.Text.Json.Serialization;

namespace JointMeeting.Domain.Clocks;

/// <summary>What happened to a clock. Dates are days in Asia/Shanghai.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Started), "started")]
[JsonDerivedType(typeof(Paused), "paused")]
[JsonDerivedType(typeof(Resumed), "resumed")]
[JsonDerivedType(typeof(Extended), "extended")]
[JsonDerivedType(typeof(Revoked), "revoked")]
public abstract record ClockEvent;

/// <summary>The day of the start event, which is not counted.</summary>
/// <param name="FixedDate">The date a document states for this case; with a rule's period the earlier of both holds.</param>
public sealed record Started(DateOnly On, DateOnly? FixedDate = null) : ClockEvent;

/// <summary>The day still counts; the days after it do not, until <see cref="Resumed"/>.</summary>
public sealed record Paused(DateOnly On, string By, string Why) : ClockEvent;

/// <summary>The day still does not count; the days after it do.</summary>
public sealed record Resumed(DateOnly On, string By, string Why) : ClockEvent;

/// <summary>An approved extension (延期).</summary>
public sealed record Extended(string Id, Period Period, string By, string Why) : ClockEvent;

/// <summary>Takes one extension back, as if it had not been approved.</summary>
public sealed record Revoked(string ExtensionId, string By, string Why) : ClockEvent;
