using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.WebEncoders;

namespace JointMeeting.Web.Kit;

/// <summary>Everything pages need, so that the composition root says it in two lines.</summary>
public static class Registration
{
    public static IServiceCollection AddPageKit(
        this IServiceCollection services,
        Action<PageKitOptions>? configure = null
    )
    {
        services.Configure(configure ?? (_ => { }));
        services.AddRazorPages();
        services.Configure<MvcOptions>(options =>
        {
            options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            ChineseMessages.Use(options);
        });
        services.AddAntiforgery(options => options.Cookie.Name = "jm-form");
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = "jm-notice");
        // Chinese stays readable in the page source instead of becoming &#x...; at four times the size.
        services.Configure<WebEncoderOptions>(options =>
            options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All)
        );
        services.Configure<FormOptions>(options => options.MultipartBodyLengthLimit = UploadLimit.RequestBytes);
        services.Configure<KestrelServerOptions>(options =>
        {
            options.Limits.MaxRequestBodySize = UploadLimit.RequestBytes;
            options.AddServerHeader = false;
        });
        return services;
    }

    /// <summary>Call this first; authentication and authorisation come after it.</summary>
    public static WebApplication UsePageKit(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseMiddleware<UploadLimit>();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = KeepForever });
        app.MapRazorPages();
        return app;
    }

    /// <summary>A file asked for by version (?v=… or a folder named after it) never changes; others are checked each time.</summary>
    private static void KeepForever(StaticFileResponseContext file)
    {
        var request = file.Context.Request;
        var versioned = request.Query.ContainsKey("v") || request.Path.StartsWithSegments("/lib");
        file.Context.Response.Headers.CacheControl = versioned ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
