using System.Text.Json;
using System.Text.RegularExpressions;
using JointMeeting.Shared;

namespace JointMeeting.House;

/// <summary>The product names no real place, notice or machine, and no host but where a format or a rule comes from.</summary>
public sealed class NamesTests
{
    private static readonly Regex Host = new(
        @"https?://(?<name>[\w.-]+)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    );

    private static readonly Regex MayBeNamed = new(
        @"^(localhost|127\.0\.0\.1|0\.0\.0\.0|www\.w3\.org|www\.gov\.cn|openoffice\.org|schemas\.(openxmlformats\.org|microsoft\.com)|(.+\.)?example(\.com|\.org)?)$",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    );

    [Fact]
    public void The_product_names_no_host() =>
        Sources.AssertNone(
            "A host",
            Sources.OfTheProduct().SelectMany(source => Hosts(source.Text), (source, host) => $"{source.Path}: {host}")
        );

    [Theory]
    [InlineData("http://127.0.0.1:5080", false)]
    [InlineData("https://meeting.example/x", false)]
    [InlineData("https://www.gov.cn/where/a/rule/comes/from", false)]
    [InlineData("https://api.packages.test/v3", true)]
    [InlineData("http://localhost.test", true)]
    public void A_host_of_others_is_recognised(string address, bool refused) =>
        Assert.Equal(refused, Hosts(address).Any());

    [Fact]
    public void The_product_names_no_folder_of_the_machine_it_is_built_on()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var folders = new[] { Repository.Root, SharedFolder.Path, home }
            .OfType<string>()
            .Where(path => path.Length > 1);
        AssertNotNamed([.. folders.Select(path => $"{path}/"), "../shared", "JOINTMEETING_SHARED"]);
    }

    [Fact]
    public void The_product_names_no_real_issuer_or_city()
    {
        var truth = Path.GetDirectoryName(SharedFolder.FileOrSkip("truth", "x"))!;
        var names = Directory.EnumerateFiles(truth, "*.json").SelectMany(file => RealNames(File.ReadAllText(file)));
        var real = names.Distinct().ToList();
        Assert.NotEmpty(real);
        AssertNotNamed(real);
    }

    [Fact]
    public void The_product_holds_no_line_of_a_real_notice()
    {
        var seeds = Path.GetDirectoryName(SharedFolder.FileOrSkip("seeds", "x"))!;
        var lines = Directory.EnumerateFiles(seeds).SelectMany(File.ReadLines).Select(line => line.Trim());
        var telling = lines.Where(line => line.Length >= 20).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(telling);
        AssertNotNamed([.. telling, .. Directory.EnumerateFiles(seeds).Select(Path.GetFileName).OfType<string>()]);
    }

    [Fact]
    public void The_city_of_an_issuer_is_recognised() =>
        Assert.Equal(
            ["甲乙市人民政府", "甲乙政发", "丙丁区(戊己市)", "甲乙", "丙丁", "戊己"],
            RealNames(
                """{"issuer":"甲乙市人民政府","docNoParsed":{"agencyCode":"甲乙政发"},"governmentReportArea":"丙丁区(戊己市)"}"""
            )
        );

    private static List<string> RealNames(string truth)
    {
        using var document = JsonDocument.Parse(truth);
        var root = document.RootElement;
        var names = new[] { "issuer", "docNoParsed", "governmentReportArea" }
            .Where(field => root.TryGetProperty(field, out _))
            .Select(root.GetProperty)
            .Select(value => value.ValueKind == JsonValueKind.Object ? value.GetProperty("agencyCode") : value)
            .Select(value => value.GetString())
            .OfType<string>()
            .ToList();
        var cities = names
            .SelectMany(name => Regex.Matches(name, @"\p{IsCJKUnifiedIdeographs}{2}(?=[市区])"))
            .Select(match => match.Value)
            .ToList();
        return [.. names, .. cities];
    }

    private static IEnumerable<string> Hosts(string text) =>
        Host.Matches(text).Select(match => match.Groups["name"].Value).Where(host => !MayBeNamed.IsMatch(host));

    private static void AssertNotNamed(IReadOnlyCollection<string> names) =>
        Sources.AssertNone(
            "Named in the product",
            from source in Sources.OfTheProduct()
            from name in names
            where source.Text.Contains(name, StringComparison.Ordinal)
            select $"{source.Path}: {name}"
        );
}
