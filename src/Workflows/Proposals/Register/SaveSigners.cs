using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Proposals.Register;

/// <summary>Keeps who signed an item. Once a reply was sent signers are only added: nobody who was answered is lost.</summary>
internal static class SaveSigners
{
    /// <summary>Writes the signers, the lead one first; kept by name.</summary>
    public static async Task Of(Step step, IReadOnlyList<NewSigner> signers)
    {
        var named = signers.Where(s => !string.IsNullOrWhiteSpace(s.Name)).DistinctBy(s => s.Name.Trim()).ToList();
        var before = await step.Session.Query<SignerRow>(
            "select * from item_signer where case_id = @CaseId order by position",
            new { step.CaseId }
        );
        var rows = named.Select((s, i) => Row(step, s, i, before)).ToList();
        if (await step.Session.LastReply(step.CaseId) is not null)
            rows.AddRange(before.Where(b => rows.TrueForAll(r => r.Id != b.Id)));
        await step.Session.Execute("delete from item_signer where case_id = @CaseId", new { step.CaseId });
        foreach (var row in rows)
            await step.Session.Insert("item_signer", row);
    }

    /// <summary>The lead signer has the own reply; of the others what was agreed on stays where nothing new is said.</summary>
    public static bool IsForwarded(NewSigner signer, int position, SignerRow? known) =>
        position > 0 && (signer.Forwarded ?? known?.Forwarded ?? false);

    private static SignerRow Row(Step step, NewSigner signer, int position, IReadOnlyList<SignerRow> before)
    {
        var known = before.FirstOrDefault(b => b.Name == signer.Name.Trim());
        return new()
        {
            Id = known?.Id ?? step.NewId(),
            CaseId = step.CaseId,
            Position = position + 1,
            Name = signer.Name.Trim(),
            IsLead = position == 0,
            Forwarded = IsForwarded(signer, position, known),
            Contact = string.IsNullOrWhiteSpace(signer.Contact) ? null : signer.Contact.Trim(),
        };
    }
}
