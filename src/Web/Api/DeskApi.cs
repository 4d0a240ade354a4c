using System.Text.Json;
using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger.Stores;
using JointMeeting.Services.Contracts.V1;
using JointMeeting.Services.Department;
using JointMeeting.Web.SignIn;

namespace JointMeeting.Web.Api;

/// <summary>An answer as a unit's own system sends it.</summary>
/// <param name="Value">One of the values that the ask names.</param>
/// <param name="Text">Reason, opinion or progress text.</param>
/// <param name="Basis">The rule or document an objection rests on.</param>
/// <param name="PersonName">Who comes in the principal's place (代会人).</param>
/// <param name="PersonPost">The stand-in's post (职务).</param>
public sealed record DeskAnswerBody(string? Value, string? Text, string? Basis, string? PersonName, string? PersonPost);

/// <summary>A reply to a suggestion or proposal (办理答复), whole.</summary>
/// <param name="Parts">Its parts in order.</param>
/// <param name="ClassCode">The class of the whole; null for the one that follows from the parts.</param>
/// <param name="Reason">Why it differs from that one.</param>
public sealed record DeskReplyBody(IReadOnlyList<ReplyDraftPart>? Parts, string? ClassCode, string? Reason);

/// <summary>
/// A unit's desk (部门端) for the unit's own office system: what was sent to the unit, and its answers, opinions and
/// replies on their way to the office by message. The office has the last word; what it did not take stands in the notes.
/// </summary>
internal static class DeskApi
{
    /// <summary>Adds its addresses.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/asks", Asks);
        api.MapGet("/asks/{id}", Ask);
        api.MapGet("/items", async (Desks desks, HttpContext http) => await (await At(desks, http)).Items());
        api.MapPost("/asks/{id}/answer", Answer);
        api.MapPost("/asks/{id}/reply", Reply);
    }

    private static async Task<IEnumerable<object>> Asks(Desks desks, HttpContext http) =>
        (await (await At(desks, http)).Asks()).Select(Shown);

    private static async Task<object> Ask(string id, Desks desks, HttpContext http)
    {
        var desk = await At(desks, http);
        var ask = (await desk.Asks()).FirstOrDefault(a => a.Id == id) ?? throw new Refusal("没有找到该请办。");
        return new
        {
            Ask = Shown(ask),
            Answers = await desk.Answers(id),
            Notes = await desk.Notes(ask.CaseId),
        };
    }

    private static async Task<IResult> Answer(string id, DeskAnswerBody body, Desks desks, HttpContext http)
    {
        var draft = new AnswerDraft(body.Value ?? "", body.Text, body.Basis, body.PersonName, body.PersonPost);
        return Sent(await (await At(desks, http)).Answer(id, draft, Me(http), Once(http, id, body)));
    }

    private static async Task<IResult> Reply(string id, DeskReplyBody body, Desks desks, HttpContext http)
    {
        var reply = new DeskReply(body.Parts ?? [], body.ClassCode, body.Reason);
        return Sent(await (await At(desks, http)).Reply(id, reply, Me(http), Once(http, id, body)));
    }

    /// <summary>On its way is not taken: the office decides, and the notes say what it did not take.</summary>
    private static IResult Sent(string? answer) =>
        Results.Accepted(null, new { result = answer is null ? "unchanged" : "sent", answer });

    private static object Shown(DeskAskRow ask) =>
        new
        {
            ask.Id,
            ask.CaseId,
            ask.CaseTitle,
            ask.Subject,
            ask.Vocabulary,
            Values = Vocabulary.Named(ask.Vocabulary).Values.Select(v => new { v.Id, v.Label }),
            ask.Due,
            ask.Text,
            State = ask.State.ToString(),
        };

    private static Task<Desk> At(Desks desks, HttpContext http) => desks.Of(Me(http).Unit!);

    private static Person Me(HttpContext http) => http.User.AsPerson();

    /// <summary>The sender's word for the request; with what it says, since the same word may come with something else.</summary>
    private static string? Once<T>(HttpContext http, string ask, T says) =>
        http.Request.Headers[ItemsApi.OnceHeader].FirstOrDefault() is { } once
            ? $"{Me(http).Id}\n{ask}\n{once}\n{JsonSerializer.Serialize(says)}"
            : null;
}
