using FsCheck;
using FsCheck.Fluent;
using JointMeeting.Domain.Texts;

namespace JointMeeting.Domain.Tests.Texts;

public class SignatureStandsTests
{
    private static readonly SignedClause[] Signed = [Saw("1", "h1"), Saw("2", "h2", covered: false)];

    [Fact]
    public void Nothing_signed_never_stands() => Assert.False(Stands([Clause("1", "h1")], [], []));

    [Fact]
    public void The_same_text_stands() => Assert.True(Stands([Clause("1", "h1"), Other("2", "h2")], []));

    [Fact]
    public void A_clause_that_only_moved_stands() =>
        Assert.True(
            Stands(
                [Other("2b", "h2"), Clause("1b", "h1")],
                [Link("1", "1b", LinkKind.Moved), Link("2", "2b", LinkKind.Moved)]
            )
        );

    [Fact]
    public void A_change_of_wording_is_carried_over() =>
        Assert.True(Stands([Clause("1b", "other"), Other("2b", "h2")], [Link("1", "1b"), Link("2", "2b")]));

    [Fact]
    public void A_challenged_change_of_wording_is_not() =>
        Assert.False(Stands([Clause("1b", "other")], [Link("1", "1b", challenged: true)]));

    [Fact]
    public void A_change_of_substance_asks_again() =>
        Assert.False(Stands([Clause("1b", "other")], [Link("1", "1b", substantive: true)]));

    [Fact]
    public void A_change_of_substance_taken_back_to_the_signed_text_stands() =>
        Assert.True(
            Stands([Clause("1c", "h1")], [Link("1", "1b", substantive: true), Link("1b", "1c", substantive: true)])
        );

    [Fact]
    public void Wording_upon_substance_asks_again() =>
        Assert.False(Stands([Clause("1c", "other")], [Link("1", "1b", substantive: true), Link("1b", "1c")]));

    [Theory]
    [InlineData(LinkKind.Split)]
    [InlineData(LinkKind.Merged)]
    public void Split_and_merged_clauses_never_stand(LinkKind kind) =>
        Assert.False(Stands([Clause("1b", "h1")], [Link("1", "1b", kind)]));

    [Fact]
    public void A_clause_that_became_two_does_not_stand() =>
        Assert.False(Stands([Clause("1b", "h1"), Other("1c", "x")], [Link("1", "1b"), Link("1", "1c")]));

    [Fact]
    public void A_deleted_clause_that_was_covered_asks_again() => Assert.False(Stands([Other("2", "h2")], []));

    [Fact]
    public void A_deleted_clause_of_others_asks_nobody() => Assert.True(Stands([Clause("1", "h1")], []));

    [Fact]
    public void A_new_clause_that_names_the_unit_asks_again() =>
        Assert.False(Stands([Clause("1", "h1"), Clause("3", "h3")], []));

    [Fact]
    public void A_new_clause_that_names_others_asks_only_them() =>
        Assert.True(Stands([Clause("1", "h1"), Other("3", "h3")], []));

    [Fact]
    public void A_clause_that_comes_to_name_the_unit_asks_again() =>
        Assert.False(Stands([Clause("1", "h1"), Clause("2b", "h2b")], [Link("2", "2b", substantive: true)]));

    /// <summary>Without a link nobody said that the change was one of wording.</summary>
    [Fact]
    public void Another_text_under_the_same_number_asks_again() => Assert.False(Stands([Clause("1", "other")], []));

    /// <summary>议过未定 binds nobody; the same words as 议定 make a task.</summary>
    [Fact]
    public void What_was_left_open_and_is_now_decided_asks_again()
    {
        var decided = Clause("1b", "h1");
        var links = new[] { Link("1", "1b", LinkKind.Moved, substantive: true) };
        Assert.False(Stands([decided], links, [Saw("1", "h1") with { Mark = ClauseMark.Discussed }]));
        Assert.True(Stands([decided], links, [Saw("1", "h1")]));
    }

    /// <summary>Any text, its clauses in any new order: each unit's signature stands.</summary>
    [Fact]
    public void Moving_clauses_reopens_nobody() =>
        Prop.ForAll(
                AnyText,
                Arb.From(Gen.Choose(0, int.MaxValue)),
                (text, seed) =>
                {
                    var moved = text.OrderBy(c => HashCode.Combine(seed, c.Id)).ToList();
                    var links = moved.Select(c => Link(c.Id, c.Id + "'", LinkKind.Moved)).ToList();
                    var rule = new SignatureStands([.. moved.Select(c => c with { Id = c.Id + "'" })], links);
                    return Units.All(u => rule.ForUnit(u, Seen(text, u)));
                }
            )
            .QuickCheckThrowOnFailure();

    /// <summary>Any text, one clause changed in substance: asked again are exactly the units it names.</summary>
    [Fact]
    public void A_change_of_substance_reopens_exactly_the_units_that_the_clause_names() =>
        Prop.ForAll(
                AnyText,
                Arb.From(Gen.Choose(0, 99)),
                (text, pick) =>
                {
                    var changed = text[pick % text.Count];
                    var now = text.Select(c => c with { Id = c.Id + "'", Hash = c == changed ? "new" : c.Hash });
                    var links = text.Select(c => Link(c.Id, c.Id + "'", substantive: c == changed)).ToList();
                    var rule = new SignatureStands([.. now], links);
                    return Units.All(u => rule.ForUnit(u, Seen(text, u)) != changed.Units.Contains(u));
                }
            )
            .QuickCheckThrowOnFailure();

    private static readonly string[] Units = ["甲", "乙", "丙", "丁"];

    private static Arbitrary<IReadOnlyList<ClauseFact>> AnyText =>
        (
            from size in Gen.Choose(1, 6)
            from named in Gen.ArrayOf(Gen.SubListOf(Units), size)
            select (IReadOnlyList<ClauseFact>)
                [.. named.Select((units, i) => new ClauseFact($"c{i}", $"h{i}", [.. units], ClauseMark.Decided))]
        ).ToArbitrary();

    private static IReadOnlyList<SignedClause> Seen(IReadOnlyList<ClauseFact> text, string unit) =>
        [.. text.Select(c => new SignedClause(c.Id, c.Hash, c.Units.Contains(unit), c.Mark))];

    private static ClauseFact Clause(string id, string hash) => new(id, hash, ["甲"], ClauseMark.Decided);

    private static ClauseFact Other(string id, string hash) => new(id, hash, ["乙"], ClauseMark.Decided);

    private static SignedClause Saw(string id, string hash, bool covered = true) =>
        new(id, hash, covered, ClauseMark.Decided);

    private static ClauseLink Link(
        string from,
        string to,
        LinkKind kind = LinkKind.Edited,
        bool substantive = false,
        bool challenged = false
    ) => new(from, to, kind, substantive, challenged);

    private static bool Stands(
        IReadOnlyList<ClauseFact> now,
        IReadOnlyList<ClauseLink> links,
        IReadOnlyList<SignedClause>? signed = null
    ) => new SignatureStands(now, links).ForUnit("甲", signed ?? Signed);
}
