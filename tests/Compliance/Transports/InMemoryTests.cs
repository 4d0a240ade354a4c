namespace JointMeeting.Compliance.Transports;

/// <summary>Within one process, the default.</summary>
public sealed class InMemoryTests : TransportTests
{
    protected override Uri? BrokerOrSkip() => null;
}
