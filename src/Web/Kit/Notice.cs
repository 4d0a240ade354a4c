using System.Text.Json;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace JointMeeting.Web.Kit;

/// <summary>One message carried over a redirect to the next page a person sees.</summary>
public sealed record Notice(Tone Tone, string Title, string? Next)
{
    private const string Key = "kit.notice";

    public static Notice? Take(ITempDataDictionary carried) =>
        carried[Key] is string json ? JsonSerializer.Deserialize<Notice>(json) : null;

    internal static void Put(ITempDataDictionary carried, Notice notice) =>
        carried[Key] = JsonSerializer.Serialize(notice);
}

public static class NoticeExtensions
{
    /// <summary>Says on the next page what was done and what comes next; call it just before a redirect.</summary>
    public static void Tell(this PageModel page, Tone tone, string title, string? next = null) =>
        Notice.Put(page.TempData, new Notice(tone, title, next));

    /// <summary>The same page again with its errors, as status 422, which htmx swaps too.</summary>
    public static PageResult Refuse(this PageModel page) =>
        new() { StatusCode = StatusCodes.Status422UnprocessableEntity, ViewData = page.ViewData };
}
