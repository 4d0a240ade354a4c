namespace JointMeeting.Domain.Proposals;

/// <summary>A deputy or member who signed an item.</summary>
/// <param name="Id">Id of the signature.</param>
/// <param name="Item">The item that was signed, also where it was merged into another.</param>
/// <param name="Lead">领衔: signed first.</param>
/// <param name="ForwardedByLead">Agreed that the lead signer hands on the reply.</param>
public sealed record Signer(string Id, string Item, string Name, bool Lead, bool ForwardedByLead = false);

/// <summary>Who gets a reply, and who may not send one.</summary>
public static class ReplyDuties
{
    /// <summary>
    /// Every signer gets an own reply, those of merged items (并案) too; only who agreed that the lead signer forwards
    /// it gets none, and only while that item has a lead signer who gets one.
    /// </summary>
    public static IReadOnlyList<Signer> Recipients(IReadOnlyList<Signer> signers) =>
        [
            .. signers.Where(s =>
                s.Lead || !s.ForwardedByLead || !signers.Any(o => o.Item == s.Item && o.Lead && o.Id != s.Id)
            ),
        ];

    /// <summary>答复由主办单位负责; 协办单位不直接答复代表.</summary>
    public static string? RefusalToReply(HandlingDuty? duty) =>
        duty switch
        {
            null => "该件没有交办给您所在单位,不能答复。",
            HandlingDuty.CoHandler => "协办(会办)单位不直接答复,请把意见报主办单位,由主办单位统一答复。",
            _ => null,
        };
}
