using JointMeeting.Workflows.Flow.Embedded;

namespace JointMeeting.Workflows.Tests.Flow.Conformance;

public class EmbeddedConformanceTests() : FlowConformance(new EmbeddedFlow(), trees: 600);
