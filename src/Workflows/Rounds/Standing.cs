using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Texts;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;

namespace JointMeeting.Workflows.Rounds;

/// <summary>Binds answers to the clauses they saw, and finds the ones that still stand.</summary>
internal static class Standing
{
    /// <summary>Each unit's last answer at that step, where it stands on the new text; read once for the whole round.</summary>
    public static async Task<IReadOnlyDictionary<string, AnswerRow>> Of(Step step, string node, TextVersionRow text)
    {
        var visits = step.File.Visits.Where(v => v.Node == node).Select(v => v.Id).ToHashSet();
        var last = step
            .File.Asks.Where(a =>
                visits.Contains(a.VisitId) && a.DelegatedFrom is null && step.File.AnswerTo(a.Id) is not null
            )
            .GroupBy(a => a.Unit, StringComparer.Ordinal)
            .Select(asks => asks.Last())
            .Where(a => step.File.EffectOf(a) is not (null or AnswerEffect.Objects))
            .ToDictionary(a => a.Unit, a => step.File.AnswerTo(a.Id)!, StringComparer.Ordinal);
        if (last.Count == 0)
            return last;
        var now = await step.Session.Clauses(text.Id);
        var facts = now.Select(c => new ClauseFact(c.Id, c.Hash, [.. c.AsText().Units], c.Mark)).ToList();
        var stands = new SignatureStands(facts, await step.Session.Links(step.CaseId));
        var signed = await step.Session.Signed(step.CaseId);
        return last.Where(l => stands.ForUnit(l.Key, [.. signed[l.Value.Id]]))
            .ToDictionary(l => l.Key, l => l.Value, StringComparer.Ordinal);
    }

    /// <summary>Binds an answer that is carried over to what was signed then: nobody has signed the new text.</summary>
    public static Task Carry(Step step, string earlier, string carried) =>
        step.Session.Execute(
            """
            insert into signed (answer, clause, hash, covered)
            select @carried, clause, hash, covered from signed where answer = @earlier
            """,
            new { earlier, carried }
        );

    /// <summary>
    /// Records exactly what an answer saw. A unit covers the clauses that name it and those it took a position on; to say
    /// that a clause does not concern it is none.
    /// </summary>
    public static async Task Sign(
        Step step,
        string answer,
        string textVersion,
        string unit,
        IReadOnlyList<Position> positions
    )
    {
        var taken = positions.Where(p => p.Value != PositionValue.NotConcerned).Select(p => p.Clause).ToHashSet();
        foreach (var clause in await step.Session.Clauses(textVersion))
            await step.Session.Insert(
                "signed",
                new SignedRow
                {
                    Answer = answer,
                    Clause = clause.Id,
                    Hash = clause.Hash,
                    Covered = clause.AsText().Units.Contains(unit) || taken.Contains(clause.Id),
                }
            );
    }
}
