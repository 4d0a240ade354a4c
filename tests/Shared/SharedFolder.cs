namespace JointMeeting.Shared;

/// <summary>
/// The folder with the notices, facts and vectors that tests read and the product must not know. It lies beside
/// the checkout or further up; the environment variable JOINTMEETING_SHARED names it where it does not.
/// </summary>
public static class SharedFolder
{
    /// <summary>The folder, or null where this machine has none.</summary>
    public static string? Path { get; } = Find();

    /// <summary>The full path of a file below the folder; skips the running test where there is no folder.</summary>
    /// <param name="parts">The path below the folder, such as "domain", "vectors.json".</param>
    public static string FileOrSkip(params string[] parts)
    {
        Assert.SkipWhen(Path is null, "No shared folder beside this checkout");
        return System.IO.Path.Combine([Path!, .. parts]);
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("JOINTMEETING_SHARED") is { Length: > 0 } named)
        {
            return named;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = System.IO.Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(System.IO.Path.Combine(shared, "domain")))
            {
                return shared;
            }
        }

        return null;
    }
}
