namespace JointMeeting.Documents.Recognising;

/// <summary>A fact with its place in the source.</summary>
/// <param name="Line">Line of the source, from 1.</param>
/// <param name="Doubt">Why it is not beyond doubt, in Chinese; null when it is.</param>
public sealed record Stated<T>(T Value, int Line, string? Doubt = null);
