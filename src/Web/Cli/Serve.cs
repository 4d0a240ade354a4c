using System.CommandLine;
using JointMeeting.Domain.Clocks;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Migrations;
using JointMeeting.Web.Demo;
using JointMeeting.Workflows;
using JointMeeting.Workflows.House;
using JointMeeting.Workflows.House.SetUp;
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
        var command = new System.CommandLine.Command("serve", "启动服务（默认）") { demo };
        command.TreatUnmatchedTokensAsErrors = false;
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
        Directory.CreateDirectory(settings.DataFolder);
        var app = App.Build(settings, args, time);
        var database = app.Services.GetRequiredService<Database>();
        await Migrator.Migrate(database, time);
        await prepare(app);
        await app.StartAsync(stop);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Console.WriteLine($"地址：{addresses.First()}");
        if (await SetUpLink.Renew(database, time) is { } token)
            Console.WriteLine($"首次设置（只能使用一次）：{addresses.First()}/set-up?token={token}");
        await app.WaitForShutdownAsync(stop);
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
