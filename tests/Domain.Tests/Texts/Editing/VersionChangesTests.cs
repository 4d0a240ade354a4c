using System.Diagnostics;
using JointMeeting.Domain.Texts;
using JointMeeting.Domain.Texts.Editing;

namespace JointMeeting.Domain.Tests.Texts.Editing;

public class VersionChangesTests
{
    private static readonly VersionClause[] Was = [Clause("1", "甲"), Clause("2", "乙"), Clause("3", "丙")];

    [Fact]
    public void Each_clause_is_shown_with_what_happened_to_it() =>
        Assert.Equal(
            [(Change.Moved, "3b"), (Change.Same, "1b"), (Change.New, "x"), (Change.Removed, "2")],
            Changes(
                [Clause("3b", "丙"), Clause("1b", "甲"), Clause("x", "新")],
                Link("3", "3b", LinkKind.Moved),
                Link("1", "1b", LinkKind.Moved)
            )
        );

    [Theory]
    [InlineData(false, Change.Wording)]
    [InlineData(true, Change.Substantive)]
    public void A_changed_wording_is_what_the_drafter_marked_it(bool substantive, Change change) =>
        Assert.Equal(
            [(change, "1b"), (Change.Removed, "2"), (Change.Removed, "3")],
            Changes([Clause("1b", "甲改")], Link("1", "1b", LinkKind.Edited, substantive))
        );

    [Fact]
    public void A_change_is_found_across_the_versions_between() =>
        Assert.Equal(
            [(Change.Substantive, "1c"), (Change.Removed, "2"), (Change.Removed, "3")],
            Changes(
                [Clause("1c", "甲改")],
                Link("1", "1b", LinkKind.Edited, substantive: true),
                Link("1b", "1c", LinkKind.Edited)
            )
        );

    [Fact]
    public void Halves_and_joined_clauses_are_named_so() =>
        Assert.Equal(
            [(Change.Split, "1b"), (Change.Split, "1c"), (Change.Merged, "m")],
            Changes(
                [Clause("1b", "甲"), Clause("1c", "甲"), Clause("m", "乙丙")],
                Link("1", "1b", LinkKind.Split),
                Link("1", "1c", LinkKind.Split),
                Link("2", "m", LinkKind.Merged),
                Link("3", "m", LinkKind.Merged)
            )
        );

    /// <summary>Two versions of 300 clauses of 120 signs, every second one changed in its middle.</summary>
    [Fact]
    public void Three_hundred_clauses_are_compared_within_200_milliseconds()
    {
        var random = new Random(1);
        string Words() => string.Concat(Enumerable.Range(0, 120).Select(_ => (char)('一' + random.Next(3000))));
        var was = Enumerable.Range(0, 300).Select(i => Clause($"a{i}", Words())).ToList();
        var now = was.Select((c, i) => Clause($"b{i}", i % 2 == 0 ? c.Text : Words()[..20] + c.Text[30..])).ToList();
        var links = was.Select((c, i) => Link(c.Id, $"b{i}", LinkKind.Edited)).ToList();
        VersionChanges.Between(was, now, links);
        var took = Stopwatch.StartNew();
        var changes = VersionChanges.Between(was, now, links);
        Assert.Equal(150, changes.Count(c => c.Change == Change.Wording));
        Assert.InRange(took.ElapsedMilliseconds, 0, 200);
    }

    private static IEnumerable<(Change, string)> Changes(VersionClause[] now, params ClauseLink[] links) =>
        VersionChanges.Between(Was, now, links).Select(c => (c.Change, (c.Now ?? c.Was[0]).Id));

    private static VersionClause Clause(string id, string text) => new(id, text, ClauseMark.Decided, text);

    private static ClauseLink Link(string from, string to, LinkKind kind, bool substantive = false) =>
        new(from, to, kind, substantive, false);
}
