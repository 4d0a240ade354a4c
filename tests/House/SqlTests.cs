using System.Text.RegularExpressions;

namespace JointMeeting.House;

public sealed class SqlTests
{
    private static readonly Regex Write = new(
        @"\b(INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    );

    private static readonly Regex Read = new(
        @"\bSELECT\s|""\s*select\s",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    );

    private static readonly string[] MayRead = ["Pages", "Api", "Cli", "Demo", "SignIn"];

    [Fact]
    public void Only_ledger_and_workflows_write() =>
        Sources.AssertNone(
            "A writing statement outside Ledger and Workflows",
            from source in Sources.Below("src", ".cs", ".cshtml", ".sql")
            where Folder(source, 1) is not ("Ledger" or "Workflows")
            where Writes(source.Text)
            select source.Path
        );

    [Fact]
    public void A_read_query_of_the_web_lives_in_the_folder_of_its_page() =>
        Sources.AssertNone(
            "A query outside a page's folder",
            from source in Sources.Below("src/Web", ".cs", ".cshtml", ".sql")
            where !MayRead.Contains(Folder(source, 2))
            where Reads(source.Text)
            select source.Path
        );

    [Theory]
    [InlineData("db.Execute(\"INSERT INTO ask (id) VALUES (@id)\")", true)]
    [InlineData("db.Execute(\"update ask set state = 1\")", true)]
    [InlineData("\"\"\"\nDELETE\nFROM ask\n\"\"\"", true)]
    [InlineData("db.Query(\"SELECT updated FROM ask\")", false)]
    [InlineData("  // INSERT INTO is for Ledger", false)]
    [InlineData("form.Update(set);", false)]
    public void A_writing_statement_is_recognised(string code, bool writes) => Assert.Equal(writes, Writes(code));

    [Theory]
    [InlineData("db.Query(\"SELECT id FROM ask\")", true)]
    [InlineData("db.Query(\" select id from ask\")", true)]
    [InlineData("from ask in asks select ask.Id", false)]
    [InlineData("<select name=\"unit\">", false)]
    public void A_query_is_recognised(string code, bool reads) => Assert.Equal(reads, Reads(code));

    private static bool Writes(string code) => Write.IsMatch(Sources.WithoutComments(code));

    private static bool Reads(string code) => Read.IsMatch(Sources.WithoutComments(code));

    private static string Folder(Source source, int depth) => source.Path.Split('/')[depth];
}
