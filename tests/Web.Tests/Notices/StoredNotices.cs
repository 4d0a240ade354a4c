using JointMeeting.Workflows.Notices;

namespace JointMeeting.Web.Tests.Notices;

/// <summary>What a notice left in the database, found by the words that a page shows.</summary>
internal static class StoredNotices
{
    public static async Task<ProposalRow> Proposal(this OfficeHost host, string id, ProposalKind kind, string label)
    {
        await using var session = await host.Database.Read();
        return (
            await session.One<ProposalRow>(
                "select * from proposal where case_id = @id and kind = @kind and label = @label",
                new
                {
                    id,
                    kind = kind.ToString(),
                    label,
                }
            )
        )!;
    }

    public static async Task<string> TaskOf(this OfficeHost host, string text)
    {
        await using var session = await host.Database.Read();
        return (await session.Scalar<string>("select case_id from task where text = @text", new { text }))!;
    }
}
