using FsCheck;
using FsCheck.Fluent;
using JointMeeting.Domain.Texts;
using JointMeeting.Shared;

namespace JointMeeting.Domain.Tests.Texts;

/// <summary>
/// Random histories of a text: edits, moves, splits, merges, deletions, new clauses, marks, markings and challenges over
/// several versions. A signature stands exactly where an independently written definition says so.
/// </summary>
public class StandingAgainstReferenceTests
{
    private const int Histories = 3000;

    private static readonly string[] Units = ["甲", "乙", "丙"];

    [Fact]
    public void A_signature_stands_exactly_as_defined()
    {
        var (stood, fell) = (0, 0);
        Prop.ForAll(
                Arb.From(Gen.Choose(0, int.MaxValue)),
                seed =>
                {
                    var history = new History(new Random(seed));
                    foreach (var unit in Units)
                    {
                        var rule = history.ByRule(unit);
                        Assert.True(
                            rule == history.ByReference(unit),
                            $"seed {seed}, unit {unit}: the rule says {rule}"
                        );
                        (stood, fell) = rule ? (stood + 1, fell) : (stood, fell + 1);
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Histories));
        Assert.InRange(stood, Histories / 10, Histories * 3);
        Assert.InRange(fell, Histories / 10, Histories * 3);
    }

    private sealed record Clause(string Id, string Hash, string[] Units, ClauseMark Mark);

    private sealed class History
    {
        private readonly Random _random;
        private readonly List<Clause> _all = [];
        private readonly List<ClauseLink> _links = [];
        private readonly List<Clause> _signed;
        private readonly HashSet<string> _positions;
        private List<Clause> _now = [];
        private int _ids;

        public History(Random random)
        {
            _random = random;
            _now = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Fresh())];
            _all.AddRange(_now);
            Versions(random.Next(0, 2));
            _signed = _now;
            _positions = [.. _now.Where(_ => random.Next(5) == 0).Select(c => c.Id)];
            Versions(random.Next(0, 4));
        }

        public bool ByRule(string unit) =>
            new SignatureStands([.. _now.Select(c => new ClauseFact(c.Id, c.Hash, c.Units, c.Mark))], _links).ForUnit(
                unit,
                [.. _signed.Select(c => new SignedClause(c.Id, c.Hash, Covers(unit, c), c.Mark))]
            );

        public bool ByReference(string unit) =>
            ReferenceStanding.Stands(
                unit,
                [.. _signed.Select(c => new SignedFact(c.Id, c.Hash, Covers(unit, c)))],
                [
                    .. _all.Select(c => new ClauseOfVersion(
                        c.Id,
                        _now.Contains(c),
                        c.Hash,
                        $"{c.Mark}",
                        c.Units.ToHashSet()
                    )),
                ],
                [.. _links.Select(l => new LinkFact(l.From, l.To, $"{l.Kind}", l.Substantive, l.Challenged))]
            );

        private bool Covers(string unit, Clause clause) =>
            clause.Units.Contains(unit) || _positions.Contains(clause.Id);

        private void Versions(int count)
        {
            for (var i = 0; i < count; i++)
                NextVersion();
        }

        private void NextVersion()
        {
            var next = new List<Clause>();
            var left = _now.OrderBy(_ => _random.Next(3)).ToList();
            while (left.Count > 0)
            {
                var clause = left[0];
                left.RemoveAt(0);
                switch (_random.Next(14))
                {
                    case 0:
                        break; // deleted
                    case 1:
                        next.AddRange([To(clause, Fresh(), LinkKind.Split), To(clause, Fresh(), LinkKind.Split)]);
                        break;
                    case 2 when left.Count > 0:
                        var merged = Fresh();
                        To(left[0], merged, LinkKind.Merged);
                        left.RemoveAt(0);
                        next.Add(To(clause, merged, LinkKind.Merged));
                        break;
                    case 3:
                        next.AddRange([Fresh(), Same(clause)]);
                        break;
                    case 4 or 5 or 6:
                        next.Add(
                            To(clause, Fresh() with { Units = clause.Units, Mark = clause.Mark }, LinkKind.Edited)
                        );
                        break;
                    case 7:
                        next.Add(To(clause, Fresh(), LinkKind.Edited, substantive: true));
                        break;
                    case 8:
                        next.Add(To(clause, Same(clause, link: false) with { Mark = AnyMark() }, LinkKind.Moved));
                        break;
                    default:
                        next.Add(Same(clause));
                        break;
                }
            }
            _now = next;
            _all.AddRange(next);
        }

        private Clause Same(Clause clause, bool link = true)
        {
            var same = clause with { Id = $"c{_ids++}" };
            return link ? To(clause, same, LinkKind.Moved, substantive: false) : same;
        }

        private Clause To(Clause from, Clause to, LinkKind kind, bool? substantive = null)
        {
            // Another mark or other units are always a change of substance, as the save makes it.
            var duty = from.Mark != to.Mark || !from.Units.SequenceEqual(to.Units);
            _links.Add(new(from.Id, to.Id, kind, duty || (substantive ?? _random.Next(3) == 0), _random.Next(8) == 0));
            return to;
        }

        private Clause Fresh() =>
            new($"c{_ids++}", $"h{_random.Next(6)}", [.. Units.Where(_ => _random.Next(3) == 0)], AnyMark());

        private ClauseMark AnyMark() => _random.Next(6) == 0 ? ClauseMark.Discussed : ClauseMark.Decided;
    }
}
