using System.Security.Cryptography;
using System.Text;
using JointMeeting.Domain;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;

namespace JointMeeting.Workflows.Proposals.Feedback;

/// <summary>A link as stored; of the token only the hash.</summary>
public sealed record LinkRow
{
    public required string TokenHash { get; init; }
    public required string CaseId { get; init; }
    public required string Reply { get; init; }
    public required string Signer { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; init; }
}

/// <summary>生成反馈链接: single use, for one signer; an unused earlier one dies.</summary>
/// <param name="Token">Made by the page, shown once.</param>
public sealed record MakeLink(CaseKind Kind, string Signer, string Token)
    : ActionCommand(ProposalActions.MakeLink.For(Kind))
{
    private const int Days = 30;

    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (FeedbackBook.Ways(step).Refusal(FeedbackMode.Link) is { } why)
            throw new Refusal(why);
        if (await FeedbackBook.Of(step, Signer) is not null)
            throw new Refusal("该提出人的反馈已经登记，不需要再发链接。");
        var reply = await FeedbackBook.Reply(step);
        await step.Session.Execute(
            "delete from feedback_link where reply = @Id and signer = @Signer and used_at is null",
            new { reply.Id, Signer }
        );
        await step.Session.Insert(
            "feedback_link",
            new LinkRow
            {
                TokenHash = FeedbackLinks.Hash(Token),
                CaseId = step.CaseId,
                Reply = reply.Id,
                Signer = Signer,
                MadeAt = step.Now,
                ExpiresAt = step.Now.AddDays(Days),
            }
        );
        step.Say($"生成本人反馈链接，{Days} 天内有效、只能使用一次");
    }
}

/// <summary>本人反馈: the holder of the link answers, once.</summary>
public sealed record GiveFeedback(CaseKind Kind, string Token, FeedbackFact Fact)
    : ActionCommand(ProposalActions.GiveFeedback.For(Kind))
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var hash = FeedbackLinks.Hash(Token);
        var link = await step.Session.One<LinkRow>(
            "select * from feedback_link where token_hash = @hash",
            new { hash }
        );
        if (await FeedbackLinks.WhyDead(step.Session, link, step.Now) is { } dead)
            throw new Refusal(dead);
        await FeedbackBook.Write(step, link!.Signer, FeedbackMode.Link, Fact);
        await step.Session.Execute(
            "update feedback_link set used_at = @at where token_hash = @hash",
            new { hash, at = Moment.Text(step.Now) }
        );
        step.Say("收到提出人本人反馈 1 份（尚未公布）");
    }
}

/// <summary>Finds what a link is for, and writes down attempts that failed.</summary>
public static class FeedbackLinks
{
    /// <summary>A new token that cannot be guessed.</summary>
    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));

    /// <summary>
    /// What the link is for, or why it is dead. An attempt on a dead link is kept, so that its office sees it; a link that
    /// never was is nobody's, and looking for it writes nothing.
    /// </summary>
    public static async Task<(LinkRow? Link, string? Dead)> Find(Steps steps, string token)
    {
        var now = steps.Time.GetUtcNow();
        var (link, why) = await Known(steps, token, now);
        if (why is not { } dead)
            return (link, null);
        if (link is not null)
            await Keep(steps, new Attempt(Ids.New(now), now, link.CaseId, dead));
        return (null, dead);
    }

    private static async Task<(LinkRow? Link, string? Dead)> Known(Steps steps, string token, DateTimeOffset now)
    {
        await using var session = await steps.Database.Read();
        var link = await session.One<LinkRow>(
            "select * from feedback_link where token_hash = @hash",
            new { hash = Hash(token) }
        );
        return (link, await WhyDead(session, link, now));
    }

    private static async Task Keep(Steps steps, Attempt attempt)
    {
        await using var session = await steps.Database.Write();
        await session.Insert("feedback_attempt", attempt);
        await session.Commit();
    }

    /// <summary>
    /// A link lives only while the reply it was made for is the last one, the office waits for feedback on it, and nobody
    /// has entered the signer's: a verdict is on the reply that the signer is shown.
    /// </summary>
    internal static async Task<string?> WhyDead(Session session, LinkRow? link, DateTimeOffset now) =>
        link is null ? "链接无效。请核对地址是否完整，或联系工作机构重新发送。"
        : link.UsedAt is not null ? "链接已经使用过，反馈已提交，不能再次填写。如需更正请联系工作机构。"
        : link.ExpiresAt < now ? "链接已过有效期，请联系工作机构重新发送。"
        : (await session.LastReply(link.CaseId))?.Id != link.Reply
            ? "该件已有新的答复，此链接对应的是以前的答复，不能再用。请联系工作机构重新发送。"
        : await Count(session, Waits, link) == 0 ? "这次征询已经结束，不能再填写。如有意见请联系工作机构。"
        : await Count(session, Entered, link) > 0 ? "您的反馈已由工作机构登记，感谢您的意见。"
        : null;

    private const string Entered = "select count(*) from feedback where reply = @Reply and signer = @Signer";
    private const string Waits =
        "select count(*) from visit where case_id = @CaseId and node = 'replied' and left_at is null";

    private static Task<long> Count(Session session, string sql, LinkRow link) =>
        session.Scalar<long>(
            sql,
            new
            {
                link.CaseId,
                link.Reply,
                link.Signer,
            }
        );

    internal static string Hash(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private sealed record Attempt
    {
        public Attempt(string id, DateTimeOffset at, string? caseId, string why) =>
            (Id, At, CaseId, Why) = (id, at, caseId, why);

        public string Id { get; init; }
        public DateTimeOffset At { get; init; }
        public string? CaseId { get; init; }
        public string Why { get; init; }
    }
}
