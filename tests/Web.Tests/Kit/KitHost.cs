using JointMeeting.Web.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace JointMeeting.Web.Tests.Kit;

/// <summary>The page kit alone on a test server, without the rest of the product.</summary>
public sealed class KitHost : IAsyncLifetime
{
    private readonly WebApplication app = Build();

    public static string Repository { get; } = FindRepository();
    public static string WebRoot => Path.Combine(Repository, "src", "Web", "wwwroot");

    public HttpClient Browser() =>
        new(new CookieContainerHandler { InnerHandler = app.GetTestServer().CreateHandler() })
        {
            BaseAddress = new("http://localhost"),
        };

    public async ValueTask InitializeAsync() => await app.StartAsync();

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(Registration).Assembly.GetName().Name,
                ContentRootPath = Path.Combine(Repository, "src", "Web"),
            }
        );
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddPageKit(options => options.Navigation.Add(new("/kit", "界面组件", "layout-grid")));
        var kit = builder.Build();
        kit.UsePageKit();
        kit.MapGet(
            "/broken",
            () =>
            {
                throw new InvalidOperationException("secret");
            }
        );
        kit.MapGet("/forbidden", () => Results.StatusCode(StatusCodes.Status403Forbidden));
        return kit;
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "JointMeeting.sln")))
            folder =
                folder.Parent
                ?? throw new InvalidOperationException("JointMeeting.sln is in no folder above the tests.");
        return folder.FullName;
    }
}
