using System.Text.Json;

namespace JointMeeting.Documents.Tests;

/// <summary>The shared seeds and vectors, where a folder `shared` lies above the tests; otherwise the test is skipped visibly.</summary>
internal static class Shared
{
    public static string PathOf(params string[] parts)
    {
        var path = Folder() is { } folder ? Path.Combine([folder, .. parts]) : null;
        if (path is null || !File.Exists(path))
            Assert.Skip($"{string.Join('/', parts)} is not here (set JOINTMEETING_SHARED).");
        return path;
    }

    public static JsonElement Json(params string[] parts)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(PathOf(parts)));
        return json.RootElement.Clone();
    }

    public static byte[] Seed(string number)
    {
        var any =
            Folder() is { } folder && Directory.Exists(Path.Combine(folder, "seeds"))
                ? Directory.GetFiles(Path.Combine(folder, "seeds"), number + "_*").FirstOrDefault()
                : null;
        if (any is null)
            Assert.Skip($"Seed {number} is not here (set JOINTMEETING_SHARED).");
        return File.ReadAllBytes(any);
    }

    private static string? Folder()
    {
        if (Environment.GetEnvironmentVariable("JOINTMEETING_SHARED") is { Length: > 0 } named)
            return named;
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Directory.Exists(Path.Combine(at.FullName, "shared", "domain")))
                return Path.Combine(at.FullName, "shared");
        return null;
    }
}
