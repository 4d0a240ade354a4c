using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Proposals;
using JointMeeting.Workflows.Proposals.Register;

namespace JointMeeting.Web.Api;

/// <summary>What a merging item is handled under: its id as the API gave it.</summary>
public sealed record MergeBody(string? Into);

/// <summary>
/// What another system does with an item that is there: 立案 and 并案, by the same commands as the pages. What is refused
/// there is refused here in the same words; what was not the key's to do is on record on the item.
/// </summary>
internal static class ItemActsApi
{
    /// <summary>Adds its addresses.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/items/{id}/file", File);
        api.MapPost("/items/{id}/merge", Merge);
    }

    private static Task<IResult> File(string id, Steps steps, HttpContext http) =>
        Act(id, _ => new FileProposal(), "filed", Once(http), steps, http);

    private static Task<IResult> Merge(string id, MergeBody body, Steps steps, HttpContext http) =>
        Act(id, kind => new MergeItem(kind, body.Into?.Trim() ?? ""), "merged", Once(http, body.Into), steps, http);

    private static async Task<IResult> Act(
        string id,
        Func<CaseKind, Command> command,
        string result,
        string? once,
        Steps steps,
        HttpContext http
    )
    {
        var me = http.User.AsPerson();
        var (file, rights) = await steps.Look(me, id);
        if (file.Item is null)
            throw new Refusal("没有找到该建议或提案。");
        var act = command(file.Row.Kind);
        try
        {
            var done = await steps.Act(me, id, act, once);
            return Results.Ok(new { id, result = done.Repeated ? "unchanged" : result });
        }
        catch (Refusal refusal) when (act.May(rights) is Permission.Refused)
        {
            await RefusedAttempts.Keep(steps, me, id, act.Name, refusal.Why);
            throw;
        }
    }

    /// <summary>The sender's word for the request; with what it says, since the same word may come with something else.</summary>
    private static string? Once(HttpContext http, string? says = null) =>
        http.Request.Headers[ItemsApi.OnceHeader].FirstOrDefault() is { } once ? $"{once}\n{says}" : null;
}
