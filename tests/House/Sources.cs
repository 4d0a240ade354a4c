using System.Text.RegularExpressions;
using JointMeeting.Shared;

namespace JointMeeting.House;

/// <summary>A file of the checkout: its path from the root, with slashes, and its text.</summary>
public sealed record Source(string Path, string Text);

/// <summary>Reads the sources that the house rules are about.</summary>
public static class Sources
{
    private static readonly string[] BuildFolders = ["bin", "obj"];

    /// <summary>The files below a folder of the checkout whose names end in one of the given ways.</summary>
    public static IReadOnlyList<Source> Below(string folder, params string[] endings) =>
        [
            .. Directory
                .EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories)
                .Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)))
                .Select(file => (File: file, Path: Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')))
                .Where(found => !found.Path.Split('/').Any(BuildFolders.Contains))
                .OrderBy(found => found.Path, StringComparer.Ordinal)
                .Select(found => new Source(found.Path, File.ReadAllText(found.File))),
        ];

    /// <summary>All written text of the product, without the browser files of others.</summary>
    public static IReadOnlyList<Source> OfTheProduct() =>
        [
            .. Below("src", ".cs", ".cshtml", ".csproj", ".json", ".txt", ".md", ".sql", ".css", ".js", ".html")
                .Where(source => !source.Path.Contains("/wwwroot/lib/", StringComparison.Ordinal))
                .Where(source => !source.Path.EndsWith("/packages.lock.json", StringComparison.Ordinal)),
        ];

    /// <summary>The text without line comments, so that a rule does not read what is only talked about.</summary>
    public static string WithoutComments(string code) =>
        Regex.Replace(code, @"^\s*//.*$", "", RegexOptions.Multiline, TimeSpan.FromSeconds(5));

    /// <summary>Fails with one line per finding.</summary>
    public static void AssertNone(string rule, IEnumerable<string> findings)
    {
        var found = findings.Distinct(StringComparer.Ordinal).ToList();
        Assert.True(found.Count == 0, $"{rule}:\n{string.Join('\n', found)}");
    }
}
