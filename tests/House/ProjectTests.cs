using System.Text.RegularExpressions;
using System.Xml.Linq;
using JointMeeting.Shared;

namespace JointMeeting.House;

public sealed class ProjectTests
{
    private static readonly Dictionary<string, string[]> MayKnow = new(StringComparer.Ordinal)
    {
        ["Domain"] = [],
        ["Documents"] = ["Domain"],
        ["Ledger"] = ["Domain"],
        ["Workflows"] = ["Domain", "Ledger"],
        ["Services"] = ["Domain", "Ledger", "Workflows"],
        ["Web"] = ["Domain", "Documents", "Ledger", "Workflows", "Services"],
    };

    [Fact]
    public void The_house_has_six_projects() =>
        Assert.Equal(MayKnow.Keys.Order(), Sources.Below("src", ".csproj").Select(NameOf).Order());

    [Fact]
    public void A_project_knows_only_the_projects_below_it() =>
        Sources.AssertNone(
            "A reference that the house does not allow",
            from project in Sources.Below("src", ".csproj")
            from known in Elements(project, "ProjectReference").Select(Include).Select(Path.GetFileNameWithoutExtension)
            where !MayKnow[NameOf(project)].Contains(known)
            select $"{project.Path} -> {known}"
        );

    [Fact]
    public void Domain_uses_no_package()
    {
        var domain = Sources.Below("src/Domain", ".csproj").Single();
        Assert.Empty(Elements(domain, "PackageReference").Concat(Elements(domain, "Reference")));
    }

    [Fact]
    public void Every_package_version_is_exact_and_central()
    {
        var central = new Source(
            "Directory.Packages.props",
            File.ReadAllText(Repository.PathOf("Directory.Packages.props"))
        );
        var versions = Elements(central, "PackageVersion").Concat(Elements(central, "GlobalPackageReference")).ToList();
        Assert.NotEmpty(versions);
        Sources.AssertNone(
            "A version that is not exact",
            versions.Where(package => !IsExact((string?)package.Attribute("Version"))).Select(package => $"{package}")
        );
        Sources.AssertNone(
            "A version outside the central file",
            from project in AllProjects()
            from package in Elements(project, "PackageReference")
            where package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null
            select $"{project.Path}: {package}"
        );
    }

    [Theory]
    [InlineData("2.1.86", true)]
    [InlineData("1.0.0-rc.1", true)]
    [InlineData("2.*", false)]
    [InlineData("[1.0,2.0)", false)]
    [InlineData(null, false)]
    public void An_exact_version_has_no_star_and_no_range(string? version, bool exact) =>
        Assert.Equal(exact, IsExact(version));

    [Fact]
    public void Every_project_has_a_lock_file() =>
        Sources.AssertNone(
            "No packages.lock.json beside",
            AllProjects()
                .Select(project => project.Path)
                .Where(path => !File.Exists(Repository.PathOf(Path.GetDirectoryName(path)!, "packages.lock.json")))
        );

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Repository.PathOf("JointMeeting.sln")).Replace('\\', '/');
        Sources.AssertNone(
            "Not in JointMeeting.sln",
            AllProjects()
                .Select(project => project.Path)
                .Where(path => !solution.Contains($"\"{path}\"", StringComparison.Ordinal))
        );
    }

    private static IEnumerable<Source> AllProjects() =>
        Sources.Below("src", ".csproj").Concat(Sources.Below("tests", ".csproj"));

    private static string NameOf(Source project) => Path.GetFileNameWithoutExtension(project.Path);

    private static IEnumerable<XElement> Elements(Source project, string name) =>
        XDocument.Parse(project.Text).Descendants(name);

    private static string Include(XElement reference) => (string)reference.Attribute("Include")!;

    private static bool IsExact(string? version) =>
        version is not null
        && Regex.IsMatch(
            version,
            @"^\d+(\.\d+){1,3}(-[\w.]+)?$",
            RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
        );
}
