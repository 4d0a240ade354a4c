using System.Text.Json;

namespace JointMeeting.Domain.Tests;

/// <summary>
/// Vectors and samples kept outside the repository, in a folder <c>shared</c> of one of its parents or where
/// JOINTMEETING_SHARED says. A test that needs one is skipped, visibly, where it is absent.
/// </summary>
internal static class Shared
{
    /// <summary>The path of a file such as <c>domain/vectors.json</c>.</summary>
    public static string Path(string file)
    {
        var path = Candidates().Select(folder => System.IO.Path.Combine(folder, file)).FirstOrDefault(File.Exists);
        if (path is null)
            Assert.Skip($"shared/{file} is not on this machine (set JOINTMEETING_SHARED)");
        return path;
    }

    public static byte[] Bytes(string file) => File.ReadAllBytes(Path(file));

    public static string Text(string file) => File.ReadAllText(Path(file));

    public static JsonElement Json(string file)
    {
        using var document = JsonDocument.Parse(Bytes(file));
        return document.RootElement.Clone();
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("JOINTMEETING_SHARED") is { Length: > 0 } named)
        {
            yield return named;
            yield break;
        }
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            yield return System.IO.Path.Combine(folder.FullName, "shared");
    }
}
