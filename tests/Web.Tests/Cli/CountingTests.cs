using System.Text.Json;

namespace JointMeeting.Web.Tests.Cli;

public sealed class CountingTests
{
    private static readonly Settings Nowhere = new("/nonexistent", "Data Source=/nonexistent/x.db", null);

    [Theory]
    [InlineData("2026-10-10", "workdays", "add", "2026-09-30", "3")]
    [InlineData("2026-09-24", "workdays", "add", "2026-09-30", "-3")]
    [InlineData("2026-02-28", "months", "add", "2026-01-31", "1")]
    [InlineData("2026-06-01", "months", "add", "2026-01-31", "4", "--roll")]
    public async Task A_count_prints_the_day_and_nothing_else(string day, params string[] arguments)
    {
        var ran = await CommandLine.Run(Nowhere, arguments);
        Assert.Equal(new(0, day + "\n", ""), ran);
    }

    [Fact]
    public async Task A_day_in_a_year_without_its_notice_comes_with_a_warning_beside_it()
    {
        var ran = await CommandLine.Run(Nowhere, "workdays", "add", "2026-12-30", "5");
        Assert.Equal((0, "2027-01-07\n"), (ran.Exit, ran.Output));
        Assert.Contains("2027年放假安排尚未导入", ran.Error);
    }

    [Theory]
    [InlineData("不是日期", "workdays", "add", "2026-13-01", "1")]
    [InlineData("以内的整数", "months", "add", "2026-01-31", "x")]
    [InlineData("以内的整数", "workdays", "add", "2026-01-31", "99999999999")]
    [InlineData("超出日历的范围", "workdays", "add", "9999-12-31", "1")]
    [InlineData("命令写得不对", "workdays", "add")]
    [InlineData("命令写得不对", "nonsense")]
    [InlineData("命令写得不对", "months", "add", "2026-01-31", "1", "2")]
    [InlineData("命令写得不对", "--dmeo")]
    public async Task A_mistake_goes_to_standard_error(string expected, params string[] arguments)
    {
        var ran = await CommandLine.Run(Nowhere, arguments);
        Assert.Contains(expected, ran.Error);
        Assert.Equal((1, ""), (ran.Exit, ran.Output));
    }

    [Theory]
    [InlineData("云政发〔2026〕6号", "valid", "云政发〔2026〕6号")]
    [InlineData("云政发2026 6号", "repair", "云政发〔2026〕6号")]
    [InlineData("第六号文", "reject", null)]
    public async Task A_document_number_is_read_and_a_rejected_one_is_an_answer_too(
        string text,
        string status,
        string? canonical
    )
    {
        var ran = await CommandLine.Run(Nowhere, "docno", text, "--json");
        using var json = JsonDocument.Parse(ran.Output);
        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        Assert.Equal(text, json.RootElement.GetProperty("raw").GetString());
        Assert.Equal(status, json.RootElement.GetProperty("status").GetString());
        Assert.Equal(canonical, json.RootElement.GetProperty("canonical").GetString());
    }

    [Fact]
    public async Task An_imported_year_counts_and_no_longer_warns()
    {
        var folder = Directory.CreateTempSubdirectory("jointmeeting-test-");
        var settings = Nowhere with { DataFolder = folder.FullName };
        var file = Path.Combine(folder.FullName, "2027.json");
        const string year = """
            { "year": 2027, "source": "测试", "makeUpWorkdays": [],
              "offDays": [
                { "name": "元旦", "from": "2027-01-01", "to": "2027-01-07" },
                { "name": "春节", "from": "2027-02-05", "to": "2027-02-11" },
                { "name": "清明节", "from": "2027-04-05", "to": "2027-04-05" },
                { "name": "劳动节", "from": "2027-05-01", "to": "2027-05-05" },
                { "name": "端午节", "from": "2027-06-09", "to": "2027-06-09" },
                { "name": "中秋节", "from": "2027-09-15", "to": "2027-09-15" },
                { "name": "国庆节", "from": "2027-10-01", "to": "2027-10-07" } ] }
            """;
        await File.WriteAllTextAsync(file, year);
        var imported = await CommandLine.Run(settings, "workdays", "import", file);
        Assert.Equal((0, ""), (imported.Exit, imported.Error));
        var ran = await CommandLine.Run(settings, "workdays", "add", "2026-12-31", "1");
        Assert.Equal(new(0, "2027-01-08\n", ""), ran);
        var rolled = await CommandLine.Run(settings, "months", "add", "2026-12-01", "1", "--roll");
        Assert.Equal(new(0, "2027-01-08\n", ""), rolled);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_year_in_another_form_is_refused_and_not_kept()
    {
        var folder = Directory.CreateTempSubdirectory("jointmeeting-test-");
        var file = Path.Combine(folder.FullName, "2027.json");
        await File.WriteAllTextAsync(file, "{}");
        var ran = await CommandLine.Run(Nowhere with { DataFolder = folder.FullName }, "workdays", "import", file);
        Assert.Equal((1, ""), (ran.Exit, ran.Output));
        Assert.NotEmpty(ran.Error);
        Assert.False(Directory.Exists(Path.Combine(folder.FullName, "calendar")));
        folder.Delete(recursive: true);
    }
}
