using System.Text.RegularExpressions;
using JointMeeting.Shared;

namespace JointMeeting.House;

public sealed class LayoutTests
{
    private static readonly string[] ForNewcomers =
    [
        ".ci",
        ".config",
        ".csharpierignore",
        ".editorconfig",
        ".git",
        ".gitattributes",
        ".gitignore",
        "BannedSymbols.txt",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "Directory.Build.props",
        "Directory.Packages.props",
        "docs",
        "global.json",
        "infra",
        "JointMeeting.sln",
        "LICENSE",
        "README.md",
        "src",
        "test",
        "tests",
    ];

    [Fact]
    public void The_root_holds_only_what_a_newcomer_needs()
    {
        var ignored = File.ReadAllLines(Repository.PathOf(".gitignore")).Select(line => line.Trim('/'));
        var found = Directory.EnumerateFileSystemEntries(Repository.Root).Select(Path.GetFileName).OfType<string>();
        Sources.AssertNone("Not for a newcomer", found.Except(ForNewcomers).Except(ignored));
    }

    [Fact]
    public void No_source_file_has_more_than_300_lines() =>
        Sources.AssertNone(
            "Too long to read in one go",
            from source in Sources.Below("src", ".cs", ".cshtml")
            let lines = source.Text.Count(c => c == '\n')
            where lines > 300
            select $"{source.Path}: {lines} lines"
        );

    [Fact]
    public void No_page_carries_style_or_script_in_its_markup() =>
        Sources.AssertNone(
            "The content security policy refuses this",
            from source in Sources.Below("src", ".cshtml", ".html")
            from found in InlineCode(source.Text)
            select $"{source.Path}: {found}"
        );

    [Theory]
    [InlineData("<p style=\"color: red\">", true)]
    [InlineData("<button\n  onclick='go()'>", true)]
    [InlineData("<script>go()</script>", true)]
    [InlineData("<script src=\"~/site.js\" defer></script>", false)]
    [InlineData("<p class=\"style\" data-once=\"1\">on = off</p>", false)]
    public void Style_and_script_in_markup_are_recognised(string markup, bool refused) =>
        Assert.Equal(refused, InlineCode(markup).Any());

    [Fact]
    public void Every_public_type_of_domain_says_what_it_means() =>
        Sources.AssertNone(
            "A public type without a doc comment",
            Sources
                .Below("src/Domain", ".cs")
                .SelectMany(source => Undocumented(source.Text), (s, line) => $"{s.Path}: {line}")
        );

    [Fact]
    public void A_doc_comment_may_stand_above_attributes()
    {
        const string code = """
            /// <summary>A unit.</summary>
            [Obsolete]
            public sealed record Unit;

            public enum Mode
            """;
        Assert.Equal(["public enum Mode"], Undocumented(code));
    }

    [Fact]
    public void Domain_reads_and_writes_nothing() =>
        Sources.AssertNone(
            "Input or output in Domain",
            from source in Sources.Below("src/Domain", ".cs")
            from Match found in InputOrOutput.Matches(Sources.WithoutComments(source.Text))
            select $"{source.Path}: {found.Value}"
        );

    private static readonly Regex InputOrOutput = new(
        @"\b(File|Directory|FileStream|HttpClient|Console|Environment)\s*[.(]|\busing (Microsoft|System\.Net)\b",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    );

    private static readonly Regex PublicType = new(
        @"^\s*public\s+((static|sealed|abstract|readonly|partial)\s+)*(class|record|struct|enum|interface)\s",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    );

    private static IEnumerable<string> InlineCode(string markup) =>
        Regex
            .Matches(
                markup,
                @"\s(style|on[a-z]+)\s*=\s*[""']|<style\b|<script>",
                RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
            )
            .Select(match => match.Value.Trim());

    private static IEnumerable<string> Undocumented(string code)
    {
        var above = "";
        foreach (var line in code.Split('\n').Select(line => line.Trim()).Where(line => !line.StartsWith('[')))
        {
            if (PublicType.IsMatch(line) && !above.StartsWith("///", StringComparison.Ordinal))
            {
                yield return line;
            }

            above = line;
        }
    }
}
