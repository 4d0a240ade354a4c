using System.Text.Json;

namespace JointMeeting.Domain.Tests.Numbers;

/// <summary>The shared vectors of document numbers, where a folder `shared` lies above the tests.</summary>
internal static class NumbersShared
{
    public static JsonElement Vectors(string name)
    {
        var path = Folder() is { } folder ? Path.Combine(folder, "domain", "vectors.json") : null;
        if (path is null || !File.Exists(path))
            Assert.Skip("The shared vectors are not here (set JOINTMEETING_SHARED).");
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        return json.RootElement.GetProperty(name).Clone();
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
