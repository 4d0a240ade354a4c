using JointMeeting.Domain.Proposals;
using JointMeeting.Ledger;

namespace JointMeeting.Web.Pages.Proposals.Statistics;

/// <summary>What names an item where its figures are opened.</summary>
public sealed record ItemTitle
{
    public required string CaseId { get; init; }
    public required ItemKind Kind { get; init; }
    public required string SessionName { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }

    /// <summary>The whole that this is a part of.</summary>
    public string? PartOf { get; init; }
    public string? MergedInto { get; init; }

    /// <summary>建议 五届三次 12 号.</summary>
    public string Name => $"{ItemKinds.Label(Kind)} {SessionName} {Number} 号";

    /// <summary>Those of a year, by case.</summary>
    public static async Task<IReadOnlyDictionary<string, ItemTitle>> Read(Session session, int year) =>
        (
            await session.Query<ItemTitle>(
                """
                select case_id, kind, session_name, number, title, part_of, merged_into from item where year = @year
                """,
                new { year }
            )
        ).ToDictionary(t => t.CaseId, StringComparer.Ordinal);
}
