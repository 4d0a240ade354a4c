using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Audit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace JointMeeting.Web.Pages.Audit;

/// <summary>核验 of every case's trail; it only reads. An auditor learns titles, no other content.</summary>
[Authorize(Roles = $"{nameof(Role.Auditor)},{nameof(Role.OfficeClerk)}")]
public sealed class IndexModel(Database database) : PageModel
{
    private Dictionary<string, string> _titles = [];

    /// <summary>Whether to verify now.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Run { get; set; }

    /// <summary>What was found; null before.</summary>
    public VerificationResult? Result { get; private set; }

    public async Task OnGetAsync()
    {
        if (!Run)
            return;
        await using var session = await database.Read();
        Result = await Verification.Run(session);
        _titles = await FaultyTitles.Read(session, Result);
    }

    public string TitleOf(string stream) => _titles.GetValueOrDefault(stream, $"已不存在的事项 {stream}");
}

/// <summary>Titles of the cases whose trail does not hold.</summary>
public static class FaultyTitles
{
    /// <summary>By case id; cases that are gone are missing.</summary>
    public static async Task<Dictionary<string, string>> Read(Session session, VerificationResult result)
    {
        var rows = await session.Query<(string Id, string Title)>(
            "select id, title from cases where id in @streams",
            new { streams = result.Faults.Select(f => f.Stream).Distinct().ToList() }
        );
        return rows.ToDictionary(r => r.Id, r => r.Title, StringComparer.Ordinal);
    }
}
