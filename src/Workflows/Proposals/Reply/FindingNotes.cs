using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Proposals.Reply;

/// <summary>What the drafter noted on an earlier word on the matter (口径核对).</summary>
public sealed record FindingNoteRow
{
    public required string CaseId { get; init; }

    /// <summary>Key of the finding.</summary>
    public required string Finding { get; init; }
    public required string Note { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>One note as handed in with the draft: it agrees with the earlier word, or says why it no longer does.</summary>
/// <param name="Finding">Key of the finding.</param>
public sealed record FindingNote(string Finding, string Note);

/// <summary>Keeps notes with the draft; the leader is then no longer asked to look at what they are about.</summary>
internal static class FindingNotes
{
    /// <summary>A later note takes the place of an earlier one; an empty one takes it back.</summary>
    public static async Task Write(Step step, IReadOnlyList<FindingNote> notes)
    {
        foreach (var note in notes.DistinctBy(n => n.Finding))
        {
            await step.Session.Execute(
                "delete from finding_note where case_id = @CaseId and finding = @Finding",
                new { step.CaseId, note.Finding }
            );
            if (!string.IsNullOrWhiteSpace(note.Note))
                await step.Session.Insert(
                    "finding_note",
                    new FindingNoteRow
                    {
                        CaseId = step.CaseId,
                        Finding = note.Finding,
                        Note = note.Note.Trim(),
                        ByName = step.Actor.Name,
                        At = step.Now,
                    }
                );
        }
    }
}
