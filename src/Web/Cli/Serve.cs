using System.CommandLine;
using System.Net.Sockets;
using JointMeeting.Domain;
using JointMeeting.Domain.Clocks;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Migrations;
using JointMeeting.Web.Demo;
using JointMeeting.Workflows;
using JointMeeting.Workflows.House;
using JointMeeting.Workflows.House.SetUp;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;

namespace JointMeeting.Web.Cli;

/// <summary>serve: makes the data folder and the database, prints the address and the set-up link, serves.</summary>
public static class Serve
{
    /// <summary>How many workdays before today the demo's story begins.</summary>
    private const int DemoWorkdays = 35;

    /// <summary>The verb.</summary>
    public static System.CommandLine.Command Command(string[] args)
    {
        var demo = new Option<bool>("--demo") { Description = "用虚构城市的演示数据启动（数据在 data-demo）" };
        // Read by the host itself; named here so that a misspelt option is refused and not passed over.
        var urls = new Option<string>("--urls") { Description = "监听地址，默认 http://127.0.0.1:5080" };
        var command = new System.CommandLine.Command("serve", "启动服务（默认）") { demo, urls };
        command.SetAction(
            async (parsed, stop) =>
            {
                if (parsed.GetValue(demo))
                    await Demo([.. args.Where(a => a != "--demo")], stop);
                else
                    await Start(Settings.Read(), args, TimeProvider.System, _ => Task.CompletedTask, stop);
                return 0;
            }
        );
        return command;
    }

    private static Task Demo(string[] args, CancellationToken stop)
    {
        var today = Moment.DayInChina(TimeProvider.System.GetUtcNow());
        var first = WorkingDayCalendar.Embedded.AddWorkdays(today, -DemoWorkdays).Date;
        var clock = new MovedClock(Moment.At(first, new TimeOnly(9, 0)));
        return Start(Settings.Read("data-demo"), args, clock, app => Fill(app, clock), stop);
    }

    private static async Task Start(
        Settings settings,
        string[] args,
        TimeProvider time,
        Func<WebApplication, Task> prepare,
        CancellationToken stop
    )
    {
        settings.MakeDataFolder();
        var app = App.Build(settings, args, time);
        var database = app.Services.GetRequiredService<Database>();
        await Migrator.Migrate(database, time);
        // Made now: what is wrong with its settings is said before anything listens.
        app.Services.GetRequiredService<Steps>();
        await prepare(app);
        await Listen(app, stop);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        var address = settings.Address?.GetLeftPart(UriPartial.Authority) ?? addresses.First();
        Console.WriteLine($"地址：{address}");
        if (settings.Address is not null)
            Console.WriteLine($"监听：{addresses.First()}（由代理转发到这里）");
        if (await SetUpLink.Renew(database, time) is { } token)
            Console.WriteLine($"首次设置（只能使用一次）：{address}/set-up?token={token}");
        await app.WaitForShutdownAsync(stop);
    }

    private static async Task Listen(WebApplication app, CancellationToken stop)
    {
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            throw new Refusal(
                "监听地址已被其他程序占用，没有启动。请停止那个程序，或换一个端口，例如：--urls http://127.0.0.1:5081"
            );
        }
        catch (Exception wrong)
            when (wrong is FormatException or ArgumentException or InvalidOperationException or SocketException)
        {
            throw new Refusal(
                $"不能监听这个地址，没有启动（{wrong.Message}）。请改正 --urls，例如：--urls http://127.0.0.1:5081"
            );
        }
    }

    private static async Task Fill(WebApplication app, MovedClock clock)
    {
        var database = app.Services.GetRequiredService<Database>();
        if (await SetUpLink.Renew(database, clock) is null)
        {
            clock.Release();
            Console.WriteLine("演示数据已经建立，密码只在建立时显示。要重新建立，请删除演示数据文件夹后再启动。");
            return;
        }
        var people = new DemoPeople(app.Services.GetRequiredService<IPasswordHasher<AccountRow>>());
        await new DemoCity(app.Services.GetRequiredService<Steps>(), clock, people).Build();
        Console.WriteLine("演示城市“云溪市”已建立。下列账号的密码只显示这一次：");
        foreach (var p in people.Made)
            Console.WriteLine($"  {p.Login, -10} {p.Password}   {p.Unit} {p.Name}（{p.Roles}）");
    }
}
