using JointMeeting.Domain.Statistics;

namespace JointMeeting.Domain.Tests.Statistics;

public class CountersignFiguresTests
{
    /// <summary>Answered after 0, 2 and 5 workdays; one taken from silence; one still open.</summary>
    private static readonly CountersignRequest[] Requests =
    [
        new("c", "a", 0, "agree", false),
        new("c", "b", 2, "agreeWithChanges", false),
        new("c", "d", 5, "object", false),
        new("c", "e", null, null, true),
        new("c", "f", null, null, false),
    ];

    [Fact]
    public void Only_what_a_unit_said_itself_has_a_time() =>
        Assert.Equal("2.3 个工作日(7/3)", CountersignFigures.Time.Of(Requests).Text);

    [Fact]
    public void Silence_is_counted_among_what_has_a_result() =>
        Assert.Equal("25.0%(1/4)", CountersignFigures.Deemed.Of(Requests).Text);

    /// <summary>逾期视为 is never shown as 同意.</summary>
    [Fact]
    public void Silence_stands_apart_from_agreement() =>
        Assert.Equal(
            [("同意", 1), ("原则同意（有修改意见）", 1), ("不同意", 1), ("不涉及本单位", 0), ("逾期视为无不同意见", 1)],
            CountersignFigures.Parts(Requests).Select(s => (s.Name, s.Count))
        );
}
