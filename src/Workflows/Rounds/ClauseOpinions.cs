using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;

namespace JointMeeting.Workflows.Rounds;

/// <summary>Keeps what an answer says about single clauses, and about the text as a whole where it wants a change.</summary>
internal static class ClauseOpinions
{
    /// <summary>Writes them with the answer.</summary>
    /// <exception cref="Refusal">A position is on a clause of another text, or two are on one clause.</exception>
    public static async Task Write(Step step, AskRow ask, AnswerRow answer, AnswerDraft draft)
    {
        if (draft.Positions.Count > 0 && ask.TextVersion is { } version)
        {
            var clauses = (await step.Session.Clauses(version)).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
            var on = draft.Positions.Select(p => p.Clause).ToList();
            if (on.Distinct().Count() != on.Count || !on.All(c => c is not null && clauses.Contains(c)))
                throw new Refusal("条文与所征求意见的文稿不符，请刷新页面后重新填写。");
        }
        foreach (var position in draft.Positions)
            await Write(step, answer, position);
        // What is said about the whole text is decided on like the rest.
        var value = Vocabulary.Named(ask.Vocabulary).Find(draft.Value)!;
        if (ask.Vocabulary == Vocabulary.Opinion.Id && value.NeedsText && !string.IsNullOrWhiteSpace(draft.Text))
        {
            var whole = value.Effect == AnswerEffect.Objects ? PositionValue.Object : PositionValue.Amend;
            await Write(step, answer, new Position(null, whole, draft.Text, draft.Basis));
        }
    }

    /// <summary>What an answer says about single clauses.</summary>
    public static async Task<IReadOnlyList<Position>> Of(Session session, string answer)
    {
        var rows = await session.Query<ClauseOpinionRow>(
            "select * from clause_opinion where answer = @answer and clause is not null order by id",
            new { answer }
        );
        return [.. rows.Select(o => new Position(o.Clause, o.Value, o.Text, o.Basis))];
    }

    /// <summary>True where an earlier answer said just the same about the clauses.</summary>
    public static async Task<bool> AreTheSame(Session session, string answer, IReadOnlyList<Position> positions)
    {
        return (await Of(session, answer))
            .Select(o => (o.Clause, o.Value, o.Text, o.Basis))
            .ToHashSet()
            .SetEquals(positions.Select(p => (p.Clause, p.Value, Plain(p.Text), Plain(p.Basis))));
    }

    private static Task Write(Step step, AnswerRow answer, Position position) =>
        step.Session.Insert(
            "clause_opinion",
            new ClauseOpinionRow
            {
                Id = step.NewId(),
                Answer = answer.Id,
                Clause = position.Clause,
                Value = position.Value,
                Text = Plain(position.Text),
                Basis = Plain(position.Basis),
            }
        );

    private static string? Plain(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
