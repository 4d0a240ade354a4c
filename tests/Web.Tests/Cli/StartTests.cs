using System.Net;
using System.Net.Sockets;

namespace JointMeeting.Web.Tests.Cli;

/// <summary>What goes wrong before anything runs is said in one sentence on standard error, without a stack trace.</summary>
public sealed class StartTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("jointmeeting-test-");

    private Settings Here =>
        new(folder.FullName, $"Data Source={Path.Combine(folder.FullName, "jointmeeting.db")}", null);

    [Fact]
    public async Task An_address_in_use_is_named_with_the_way_out()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        var ran = await CommandLine.Run(Here, "--urls", address);
        Refused(ran, "监听地址已被其他程序占用");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("http://127.0.0.1:80080")]
    public async Task An_address_that_is_none_is_named_with_the_way_out(string address) =>
        Refused(await CommandLine.Run(Here, "serve", "--urls", address), "请改正 --urls");

    [Fact]
    public async Task A_store_that_is_none_is_named_with_the_way_out() =>
        Refused(await CommandLine.Run(Here with { Store = "nonsense" }, "migrate"), "JOINTMEETING_STORE 不是");

    /// <summary>It stopped with a stack trace.</summary>
    [Fact]
    public async Task A_setting_without_a_value_is_as_none() =>
        Refused(await CommandLine.Run(Here with { DataFolder = "" }, "audit", "verify"), "还没有本系统的数据");

    [Fact]
    public async Task Help_names_every_verb()
    {
        var ran = await CommandLine.Run(Here, "--help");
        Assert.Equal((0, ""), (ran.Exit, ran.Error));
        Assert.All(
            ["serve", "import", "docno", "workdays", "months", "audit", "migrate"],
            verb => Assert.Contains(verb, ran.Output)
        );
    }

    [Fact]
    public void A_new_data_folder_is_for_its_owner_alone()
    {
        if (OperatingSystem.IsWindows())
            return;
        var settings = Here with { DataFolder = Path.Combine(folder.FullName, "data") };
        settings.MakeDataFolder();
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(settings.DataFolder)
        );
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static void Refused(Ran ran, string expected)
    {
        Assert.Equal((1, ""), (ran.Exit, ran.Output));
        Assert.Contains(expected, ran.Error);
        Assert.Single(ran.Error.Trim().Split('\n'));
    }
}
