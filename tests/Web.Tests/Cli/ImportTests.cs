using System.Text.Json;
using JointMeeting.Documents.Samples;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using Microsoft.Data.Sqlite;

namespace JointMeeting.Web.Tests.Cli;

public sealed class ImportTests : IAsyncLifetime
{
    private readonly OfficeHost host = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jointmeeting-test-");

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Json_is_one_object_and_stores_nothing()
    {
        var ran = await CommandLine.Run(host.Settings, "import", Sample(), "--json");
        using var json = JsonDocument.Parse(ran.Output);
        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        Assert.Equal("云政发〔2026〕6号", json.RootElement.GetProperty("documentNumber").GetString());
        Assert.Equal(10, json.RootElement.GetProperty("tasks").GetArrayLength());
        Assert.Equal(0, await Count("notice"));
    }

    [Fact]
    public async Task Without_options_it_prints_a_summary_in_chinese()
    {
        var ran = await CommandLine.Run(host.Settings, "import", Sample());
        Assert.Contains("时限修复：3 处", ran.Output);
        Assert.Contains("没有保存", ran.Output);
    }

    [Fact]
    public async Task Apply_takes_what_is_beyond_doubt_and_leaves_the_rest()
    {
        var ran = await CommandLine.Run(host.Settings, "import", Sample(), "--apply", "--as", "clerk", "--json");
        using var json = JsonDocument.Parse(ran.Output);
        var applied = json.RootElement.GetProperty("applied");
        Assert.Equal(await Count("proposal where state = 'Accepted'"), applied.GetProperty("accepted").GetInt64());
        Assert.Equal(await Count("proposal where state = 'Pending'"), applied.GetProperty("pending").GetInt64());
        Assert.Equal(0, await Count("proposal where kind = 'Repair' and state <> 'Pending'"));
        Assert.Equal(0, await Count("proposal where doubt is null and state = 'Pending'"));
        using var clerk = await host.Clerk();
        Assert.Contains("云溪市人民政府", (await clerk.Get(applied.GetProperty("path").GetString()!)).Text);
    }

    [Theory]
    [InlineData("没有可用的账号“nobody”", "--apply", "--as", "nobody")]
    [InlineData("只有联席会议办公室可以", "--apply", "--as", "admin")]
    [InlineData("请用 --as 写明", "--apply")]
    public async Task Nobody_imports_without_an_account_that_may(string expected, params string[] options)
    {
        var ran = await CommandLine.Run(host.Settings, ["import", Sample(), .. options]);
        Assert.Contains(expected, ran.Error);
        Assert.Equal((1, "", 0L), (ran.Exit, ran.Output, await Count("notice")));
    }

    [Fact]
    public async Task A_read_only_database_is_named_and_nothing_is_written()
    {
        var readOnly = host.Settings with { Store = host.Settings.Store + ";Mode=ReadOnly" };
        var ran = await CommandLine.Run(readOnly, "import", Sample(), "--apply", "--as", "clerk");
        Assert.Equal((1, ""), (ran.Exit, ran.Output));
        Assert.Contains("数据库是只读的", ran.Error);
        Assert.Equal(0, await Count("notice"));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_left_alone()
    {
        await using (var session = await host.Database.Write())
        {
            await session.Execute("insert into migration (name, at) values ('29990101_later.sql', '')");
            await session.Commit();
        }
        var ran = await CommandLine.Run(host.Settings, "import", Sample(), "--apply", "--as", "clerk");
        Assert.Contains("请升级程序后再启动，数据未作任何改动", ran.Error);
        Assert.Equal((1, 0L), (ran.Exit, await Count("notice")));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named()
    {
        var file = Write("x.db", new byte[4096]);
        await File.WriteAllTextAsync(file, string.Concat(Enumerable.Repeat("不是数据库", 500)));
        var broken = host.Settings with { Store = new SqliteConnectionStringBuilder { DataSource = file }.ToString() };
        var ran = await CommandLine.Run(broken, "import", Sample(), "--apply", "--as", "clerk");
        Assert.Equal((1, ""), (ran.Exit, ran.Output));
        Assert.Contains("不是本系统的数据库", ran.Error);
    }

    [Fact]
    public async Task A_huge_file_is_refused_without_being_read_to_its_end()
    {
        var file = Path.Combine(folder.FullName, "huge.txt");
        await using (var stream = File.Create(file))
            stream.SetLength(200L * 1024 * 1024);
        var ran = await CommandLine.Run(host.Settings, "import", file, "--json");
        Assert.Equal((1, ""), (ran.Exit, ran.Output));
        Assert.Contains("文件超过 20 MB", ran.Error);
    }

    [Fact]
    public async Task An_empty_file_and_a_missing_one_are_told_apart()
    {
        var empty = await CommandLine.Run(host.Settings, "import", Write("empty.txt", []));
        var missing = await CommandLine.Run(host.Settings, "import", Path.Combine(folder.FullName, "none.txt"));
        Assert.Equal((1, 1), (empty.Exit, missing.Exit));
        Assert.Contains("文件是空的", empty.Error);
        Assert.Contains("没有找到文件", missing.Error);
    }

    private string Sample() => Write("notice.txt", Samples.Notice());

    private string Write(string name, byte[] bytes)
    {
        var file = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(file, bytes);
        return file;
    }

    private async Task<long> Count(string rows)
    {
        await using var session = await host.Database.Read();
        return await session.Scalar<long>($"select count(*) from {rows}");
    }
}
