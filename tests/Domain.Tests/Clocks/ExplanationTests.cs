using JointMeeting.Domain.Clocks;

namespace JointMeeting.Domain.Tests.Clocks;

public class ExplanationTests
{
    /// <summary>A new holiday notice and running deadlines: a failure other systems had (alaveteli#7292, #5101).</summary>
    [Fact]
    public void A_new_notice_shows_which_running_deadlines_moved()
    {
        var stored = Explanation.Of([A.Started("2026-11-05")], A.Rule(A.Months(3)), A.Calendar).ToJson();
        var withNotice = A.Calendar.WithYear(
            """
            {
              "year": 2027,
              "source": "样例:2027年放假安排",
              "offDays": [
                { "name": "元旦", "from": "2027-01-01", "to": "2027-01-03" },
                { "name": "春节", "from": "2027-02-05", "to": "2027-02-11" },
                { "name": "劳动节", "from": "2027-05-01", "to": "2027-05-05" },
                { "name": "国庆节", "from": "2027-10-01", "to": "2027-10-07" }
              ],
              "makeUpWorkdays": []
            }
            """
        );
        var before = Explanation.Parse(stored);
        var replayed = before.Replay(withNotice);
        Assert.True(before.Due.Provisional);
        Assert.Equal((false, false, false), (replayed.SameDates, replayed.SameCalendar, replayed.Due.Provisional));
        Assert.Equal((A.Day("2027-02-09"), A.Day("2027-02-12")), (before.Due.Date, replayed.Due.Date));
    }

    [Fact]
    public void A_stored_explanation_holds_the_words_that_were_shown()
    {
        var json = Explanation.Of([A.Started("2026-07-01")], A.Rule(A.Months(3)), A.Calendar).ToJson();
        Assert.Contains("顺延至2026年10月8日", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_explanation_is_refused() =>
        Assert.Throws<FormatException>(() => Explanation.Parse("""{"rule":1}"""));
}
