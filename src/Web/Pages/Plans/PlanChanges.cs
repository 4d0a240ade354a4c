using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Texts.Editing;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows;

namespace JointMeeting.Web.Pages.Plans;

/// <summary>What a unit that answered before finds changed in the text it is asked about now.</summary>
internal static class PlanChanges
{
    /// <summary>The changed clauses; those that only moved are left out. Empty where the unit never answered.</summary>
    public static async Task<IReadOnlyList<ClauseChanged>> SinceLastAnswer(Session session, CaseFile file, AskRow ask)
    {
        var last = file
            .Asks.Where(a => a.Unit == ask.Unit && a.Id != ask.Id && a.TextVersion is not null)
            .LastOrDefault(a => file.AnswerTo(a.Id) is { Origin: AnswerOrigin.Explicit or AnswerOrigin.Recorded });
        if (last is null || ask.TextVersion is not { } version || last.TextVersion == version)
            return [];
        var before = await session.One<TextVersionRow>(
            "select * from text_version where id = @TextVersion",
            new { last.TextVersion }
        );
        var changes = await Comparison.Of(session, file.Row.Id, before, await session.Clauses(version));
        return [.. changes.Where(c => c.Change is not (Change.Same or Change.Moved))];
    }
}
