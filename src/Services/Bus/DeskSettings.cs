namespace JointMeeting.Services.Bus;

/// <summary>How the office and the desks talk.</summary>
/// <param name="DataFolder">Desks keep their databases in its folder <c>desks</c>.</param>
/// <param name="Broker">amqp address of a RabbitMQ; null for messages within the process.</param>
/// <param name="Prefix">Before every queue's name, where several installations share a broker.</param>
public sealed record DeskSettings(string DataFolder, Uri? Broker, string Prefix = "")
{
    /// <summary>Destination of what desks send.</summary>
    public const string Office = "office";

    /// <summary>The queue of a destination: <c>office</c>, or one per unit (<c>desk-…</c>).</summary>
    public string QueueOf(string destination) => Prefix + (destination == Office ? Office : $"desk-{destination}");
}
