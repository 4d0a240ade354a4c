using JointMeeting.Domain.Asks;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Workflows.Versions;

/// <summary>What becomes of a step where a case waits when the case moves to another version.</summary>
/// <param name="Node">The step's id, in both versions.</param>
/// <param name="Title">What it is called now.</param>
/// <param name="NewTitle">What it is called there; null where it has no counterpart.</param>
/// <param name="WhyNot">Why the case cannot go on there; null where it can.</param>
public sealed record Counterpart(string Node, string Title, string? NewTitle, string? WhyNot);

/// <summary>
/// Whether a running case can go on with another version of its lifecycle: each step where it waits must be there too,
/// ask the same, and lie in the same open branch. What an open round was told stays true.
/// </summary>
public static class Migration
{
    /// <summary>The counterpart of each step, or the reason why the case cannot go on there.</summary>
    public static IReadOnlyList<Counterpart> Preview(Lifecycle from, Lifecycle to, IEnumerable<string> waiting) =>
        [.. waiting.Select(node => Of(from, to, from.Step(node)))];

    /// <summary>The same for a case as it stands, with what only its own rows say.</summary>
    public static IReadOnlyList<Counterpart> Preview(CaseFile file, Lifecycle to)
    {
        var waiting = Preview(file.Lifecycle, to, file.OpenVisits.Select(v => v.Node));
        return [.. waiting.Select(c => c with { WhyNot = c.WhyNot ?? WhyNot(file, to, file.OpenVisit(c.Node)!) })];
    }

    private static Counterpart Of(Lifecycle from, Lifecycle to, Node.Step now)
    {
        if (to.Nodes.GetValueOrDefault(now.Id) is not Node.Step then)
            return new(now.Id, now.Title, null, "新版中没有这个环节");
        var why =
            now.Ask?.Vocabulary != then.Ask?.Vocabulary
                ? $"现在办的是{Label(now)}，新版中是{Label(then)}，已发出的请办无从继续"
            : now.Ask is { Deemed: false } && then.Ask is { Deemed: true }
                ? "新版中逾期视为无不同意见，已发出的请办没有这样说"
            : !BranchesAreTheSame(from, to, now.Id) ? "新版中它所在的分支不同，其余分支是否办过无从判断"
            : null;
        return new(now.Id, now.Title, then.Title, why);
    }

    /// <summary>
    /// The branches around a step that wait nowhere have come to their join. One that only the new version has would
    /// count as done though nobody was ever there.
    /// </summary>
    private static bool BranchesAreTheSame(Lifecycle from, Lifecycle to, string node)
    {
        var around = ForkScopes.Of(from)[node];
        return around.SequenceEqual(ForkScopes.Of(to)[node])
            && around.Select(b => b.Split('/')[0]).All(fork => Branches(to, fork).All(Branches(from, fork).Contains));

        static IReadOnlyList<string> Branches(Lifecycle d, string fork) => ((Node.Fork)d.Nodes[fork]).Branches;
    }

    private static string? WhyNot(CaseFile file, Lifecycle to, VisitRow visit)
    {
        if (visit.ComeBackTo is { } back && to.Nodes.GetValueOrDefault(back) is not Node.Step)
            return $"退回之前所在的“{file.Lifecycle.Step(back).Title}”在新版中没有，不能再跳回";
        return Passes(file, visit, to) && !Passes(file, visit, file.Lifecycle)
            ? "按新版的通过规则本轮已经通过，请先在现行版本办完本环节"
            : null;
    }

    /// <summary>A move ends no round: what only the new policy would end is first ended under the old one.</summary>
    private static bool Passes(CaseFile file, VisitRow visit, Lifecycle d) =>
        d.Step(visit.Node).Ask is { Completes: true } round
        && AskPolicy.Parse(round.Policy).Judge(file.Standing(visit.Id, round.Vocabulary)) is Judgement.Passed;

    private static string Label(Node.Step step) =>
        step.Ask is { } ask ? $"“{Vocabulary.Named(ask.Vocabulary).Label}”" : "不发请办的环节";
}
