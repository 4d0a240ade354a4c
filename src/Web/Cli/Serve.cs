using System.CommandLine;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Migrations;
using JointMeeting.Workflows.House.SetUp;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace JointMeeting.Web.Cli;

/// <summary>serve: makes the data folder and the database, prints the address and the set-up link, serves.</summary>
public static class Serve
{
    /// <summary>The verb.</summary>
    public static Command Command(string[] args)
    {
        var command = new Command("serve", "启动服务（默认）") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(
            async (_, stop) =>
            {
                await Start(Settings.Read(), args, TimeProvider.System, stop);
                return 0;
            }
        );
        return command;
    }

    private static async Task Start(Settings settings, string[] args, TimeProvider time, CancellationToken stop)
    {
        Directory.CreateDirectory(settings.DataFolder);
        var app = App.Build(settings, args, time);
        var database = app.Services.GetRequiredService<Database>();
        await Migrator.Migrate(database, time);
        await app.StartAsync(stop);
        var address = app
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.First();
        Console.WriteLine($"地址：{address}");
        if (await SetUpLink.Renew(database, time) is { } token)
            Console.WriteLine($"首次设置（只能使用一次）：{address}/set-up?token={token}");
        await app.WaitForShutdownAsync(stop);
    }
}
