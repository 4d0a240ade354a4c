using JointMeeting.Domain;
using JointMeeting.Domain.Proposals;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;

namespace JointMeeting.Workflows.Proposals.Reply;

/// <summary>
/// 公开办理结果, or 改为不公开: the last reply carries what the unit said, so that its publication is never read from the
/// request of another reply.
/// </summary>
internal static class PublicationOfReply
{
    /// <summary>Writes the day it was published, or that it is withheld after all and why.</summary>
    /// <exception cref="Refusal">It was withheld before; nothing of it may be published any more.</exception>
    public static async Task Keep(Step step, AnswerRow answer)
    {
        var reply = (await step.Session.LastReply(step.CaseId))!;
        var published = answer.Value == "published";
        if (published && reply.Publication == Publication.Withheld)
            throw new Refusal("该答复已改为不公开，不能再登记公开。确需公开的，请与交办机关联系。");
        var kept = published
            ? reply with
            {
                PublishedOn = step.Today,
            }
            : reply with
            {
                Publication = Publication.Withheld,
                PublicationReason = answer.Text,
                PublicText = null,
                PublishedOn = null,
            };
        await step.Session.Execute(
            """
            update reply set publication = @publication, publication_reason = @PublicationReason,
                   public_text = @PublicText, published_on = @on
             where id = @Id
            """,
            new
            {
                kept.Id,
                kept.PublicationReason,
                kept.PublicText,
                publication = kept.Publication.ToString(),
                on = Rows.Stored(kept.PublishedOn),
            }
        );
    }
}
