using JointMeeting.Ledger;
using JointMeeting.Services.Bus;
using JointMeeting.Web.Api;
using JointMeeting.Web.Kit;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Bulk;
using JointMeeting.Workflows.Timers;
using Microsoft.AspNetCore.DataProtection;

namespace JointMeeting.Web;

/// <summary>Puts the program together; the only place that knows all parts.</summary>
public static class App
{
    /// <summary>The web application on that installation, not yet started.</summary>
    public static WebApplication Build(Settings settings, string[] args, TimeProvider time)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                Args = args,
                // Where it looks for pages, whoever starts it.
                ApplicationName = typeof(App).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        if (builder.Configuration["urls"] is null)
            builder.WebHost.UseUrls("http://127.0.0.1:5080");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // A failed start is said in one sentence (Serve), without the traces the host would print before it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        // Keys lie in the data folder under its permissions; there is no key store to encrypt them with.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddSingleton(settings);
        AddKernel(builder.Services, settings, time);
        builder.Services.AddDesks(new DeskSettings(settings.DataFolder, settings.Broker));
        builder
            .Services.AddDataProtection()
            .SetApplicationName("JointMeeting")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.DataFolder, "keys")));
        builder.Services.AddLocalSignIn().AddAccessKeySignIn().AddBusinessPages();
        builder.Services.AddSingleton<Doors>();
        builder.Services.AddPageKit(Navigation.Fill);
        var app = builder.Build();
        app.UsePublicAddress(settings);
        app.UsePageKit();
        app.UseMiddleware<DoorKeeper>();
        app.UseAuthentication();
        app.UseMiddleware<OwnPasswordFirst>();
        app.UseAuthorization();
        app.MapItemsApi();
        app.MapGet("/health", () => "ok").AllowAnonymous();
        return app;
    }

    /// <summary>The kernel alone, as the command line uses it.</summary>
    public static void AddKernel(IServiceCollection services, Settings settings, TimeProvider time)
    {
        services.AddSingleton(time);
        services.AddSingleton(_ => new Database(settings.Store));
        services.AddSingleton(s => Shipped.Steps(s.GetRequiredService<Database>(), time, Calendars.Load(settings)));
        services.AddSingleton<DueTimers>();
        services.AddSingleton<BulkWorker>();
    }
}
