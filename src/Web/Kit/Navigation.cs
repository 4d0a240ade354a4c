using System.Security.Claims;

namespace JointMeeting.Web.Kit;

/// <summary>One line of the side navigation; it is current on its own path and on all below it.</summary>
public sealed record NavigationEntry(
    string Path,
    string Label,
    string Icon,
    Func<ClaimsPrincipal, bool>? VisibleTo = null
);

/// <summary>What the composition root tells the layout.</summary>
public sealed class PageKitOptions
{
    public List<NavigationEntry> Navigation { get; } = [];

    /// <summary>Where a visitor signs in; no link when null.</summary>
    public string? SignInPath { get; set; }

    /// <summary>Where the sign-out button posts to; no button when null.</summary>
    public string? SignOutPath { get; set; }

    /// <summary>The claim that holds the person's unit as shown beside the name.</summary>
    public string UnitClaim { get; set; } = "unit";
}

/// <summary>The side navigation as one person sees it on one page.</summary>
public sealed record Navigation(IReadOnlyList<NavigationEntry> Entries, NavigationEntry? Current)
{
    /// <summary>What it is called where two are on one page.</summary>
    public string Label { get; init; } = "主导航";

    public static Navigation For(PageKitOptions options, ClaimsPrincipal person, PathString path)
    {
        var seen = options.Navigation.Where(entry => entry.VisibleTo?.Invoke(person) ?? true).ToList();
        var current = seen.Where(entry => path.StartsWithSegments(entry.Path.TrimEnd('/')))
            .Where(entry => entry.Path != "/" || path == "/")
            .MaxBy(entry => entry.Path.Length);
        return new Navigation(seen, current);
    }
}

/// <summary>The menu under a person's name.</summary>
public sealed record UserMenu(string Name, string? Unit, string? SignOutPath);
