using Microsoft.AspNetCore.Http.Features;

namespace JointMeeting.Web.Kit;

/// <summary>
/// One request carries files of at most 20 MB together. A larger one is answered with a page that says so
/// (413). Its body is read and thrown away first: a browser still sending shows a broken connection
/// instead of the page.
/// </summary>
public sealed class UploadLimit(RequestDelegate next)
{
    public const long Bytes = 20L * 1024 * 1024;

    /// <summary>What the form's other fields may add.</summary>
    private const long Margin = 1024 * 1024;

    private const long WorthReading = 512L * 1024 * 1024;

    public static long RequestBytes => Bytes + Margin;

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.ContentLength is not { } length || length <= RequestBytes)
        {
            await next(context);
            return;
        }
        if (length <= WorthReading)
        {
            var limit = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
            if (limit is { IsReadOnly: false })
                limit.MaxRequestBodySize = length;
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            // The error page is run with this request: it must not look for a form in it.
            context.Request.Body = Stream.Null;
            context.Request.ContentLength = 0;
            context.Request.ContentType = null;
        }
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
    }
}
