using System.Security.Cryptography;
using System.Text;
using JointMeeting.Domain;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Web.Pages.Meetings;
using JointMeeting.Web.SignIn;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Bulk;
using JointMeeting.Workflows.Proposals;
using JointMeeting.Workflows.Proposals.Register;

namespace JointMeeting.Web.Api;

/// <summary>
/// The API for suggestions and proposals: one item, a list, 立案 and 并案, and where they stand. It goes through the same steps and
/// rights as the pages; whoever comes without a living key gets nothing.
/// </summary>
public static class ItemsApi
{
    internal const string OnceHeader = "Idempotency-Key";

    /// <summary>Adds its addresses.</summary>
    public static void MapItemsApi(this WebApplication app)
    {
        var api = app.MapGroup("/api").RequireAuthorization(AccessKeySignIn.Receivers).AddEndpointFilter(SayWhy);
        api.MapPost("/items", Post);
        api.MapPost("/items/list", PostList);
        api.MapGet("/items", Find);
        api.MapGet("/items/{id}", Get);
        api.MapGet("/jobs/{id}", Job);
        ItemActsApi.Map(api);
        DeskApi.Map(
            app.MapGroup("/api/desk").RequireAuthorization(AccessKeySignIn.UnitPeople).AddEndpointFilter(SayWhy)
        );
    }

    /// <summary>Registers an item, or amends the one that has its number; the same again changes nothing.</summary>
    private static async Task<IResult> Post(ItemBody body, Steps steps, HttpContext http)
    {
        var me = http.User.AsPerson();
        await using var session = await steps.Database.Read();
        var today = Moment.DayInChina(steps.Time.GetUtcNow());
        var item = body.AsItem(await UnitNames.Read(session, today), today);
        var (target, register) = (new Target.New(Items.CaseKindOf(item.Kind), item.Title), new RegisterItem(item));
        var once = http.Request.Headers[OnceHeader].FirstOrDefault();
        if (once is not null && await steps.OpenedBy(me, target, register, once) is { } opened)
            return await AnswerAgain(steps, item, opened);
        if (await KnownAs(session, item) is not { } known)
        {
            var done = await steps.Act(me, target, register, once);
            return done.Repeated
                ? await AnswerAgain(steps, item, done.CaseId)
                : Results.Created($"/api/items/{done.CaseId}", new { id = done.CaseId, result = "registered" });
        }
        await steps.Look(me, known);
        var note = item.Terms?.StayAsRegistered(RegisteredTerms.Of((await session.Item(known))!));
        if (await RegisterItem.IsKnownAs(session, known, item))
            return Answered(known, "unchanged", note);
        await steps.Act(me, known, new AmendItem(item, StatedOnly: true));
        return Answered(known, "amended", note);
    }

    /// <summary>With what stays as registered although the sender said otherwise, where there is such.</summary>
    private static IResult Answered(string id, string result, string? note) =>
        Results.Ok(
            note is null
                ? new { id, result }
                : (object)
                    new
                    {
                        id,
                        result,
                        note,
                    }
        );

    /// <summary>A key used again: the same item gets the same answer, another one is told so and not passed over.</summary>
    private static async Task<IResult> AnswerAgain(Steps steps, NewItem item, string opened)
    {
        await using var session = await steps.Database.Read();
        var signers = await session.Query<SignerRow>(
            "select * from item_signer where case_id = @opened",
            new { opened }
        );
        return await KnownAs(session, item) == opened && item.SaysTheSameAs((await session.Item(opened))!, signers)
            ? Results.Created($"/api/items/{opened}", new { id = opened, result = "registered" })
            : UsedBefore($"登记过另一件或与本次不同的内容（/api/items/{opened}）");
    }

    private static IResult UsedBefore(string forWhat) =>
        Results.Conflict(new { error = $"{OnceHeader} 已用于别的请求：用它{forWhat}。本次没有登记，请换一个新的值。" });

    /// <summary>A list as a job; what cannot be taken is named with its reason, the rest is done.</summary>
    private static async Task<IResult> PostList(ListBody body, Steps steps, HttpContext http)
    {
        var me = http.User.AsPerson();
        await using var session = await steps.Database.Read();
        var once = http.Request.Headers[OnceHeader].FirstOrDefault();
        var job = once is null ? Ids.New(steps.Time.GetUtcNow()) : JobOf(me, once);
        var before = await session.One<BulkJobRow>("select * from bulk_job where id = @job", new { job });
        // Read as on the day it first came: an item without a day of receipt got that day.
        var today = Moment.DayInChina(before?.MadeAt ?? steps.Time.GetUtcNow());
        var units = await UnitNames.Read(session, today);
        var work = new List<BulkWork>();
        var refused = new List<object>();
        foreach (var (item, row) in (body.Items ?? []).Select((item, i) => (item, i + 1)))
            try
            {
                work.Add(new(item.Name, null, BulkKinds.Write(item.AsItem(units, today))));
            }
            catch (Refusal refusal)
            {
                refused.Add(new { row, why = refusal.Why });
            }
        if (work.Count == 0)
            return Results.UnprocessableEntity(new { error = "没有可登记的件。", refused });
        var start = new StartBulk(job, BulkKinds.Import, $"接口登记 {work.Count} 件", work);
        await steps.Act(me, await steps.HouseCase(), start, once);
        if (!(await HandedIn(steps, job)).SequenceEqual(work.Select(w => w.Payload)))
            return UsedBefore($"交过另一批（/api/jobs/{job}）");
        return Results.Accepted(
            $"/api/jobs/{job}",
            new
            {
                job,
                accepted = work.Count,
                refused,
            }
        );
    }

    /// <summary>The id of a job whose sender named it.</summary>
    private static string JobOf(Person me, string once) =>
        $"api-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{me.Id}\n{once}")))}";

    private static async Task<IReadOnlyList<string>> HandedIn(Steps steps, string job)
    {
        await using var session = await steps.Database.Read();
        return await session.Query<string>(
            "select payload from bulk_item where job = @job order by position",
            new { job }
        );
    }

    private static async Task<IResult> Find(string? session, string? number, Steps steps, HttpContext http)
    {
        await using var reading = await steps.Database.Read();
        var found = await reading.Query<string>(
            """
            select i.case_id from item i join cases c on c.id = i.case_id
             where i.number = @number and (@session is null or i.session_name = @session)
               and (c.office_unit = @unit or i.counterpart = @unit) order by i.case_id
            """,
            new
            {
                session = session is null ? null : ItemName.Session(session),
                number = ItemName.Number(number ?? ""),
                unit = http.User.AsPerson().Unit,
            }
        );
        var items = new List<object>();
        foreach (var id in found)
            items.Add(await Standing(steps, reading, http.User.AsPerson(), id));
        return Results.Ok(new { items });
    }

    private static async Task<IResult> Get(string id, Steps steps, HttpContext http)
    {
        await using var session = await steps.Database.Read();
        return Results.Ok(await Standing(steps, session, http.User.AsPerson(), id));
    }

    private static async Task<IResult> Job(string id, Steps steps, HttpContext http)
    {
        await using var session = await steps.Database.Read();
        var job = await session.One<BulkJobRow>(
            "select * from bulk_job where id = @id and account = @account",
            new { id, account = http.User.AsPerson().Id }
        );
        if (job is null)
            return Results.NotFound(new { error = "没有找到该批量办理。" });
        var rows = await session.Query<BulkItemRow>(
            "select * from bulk_item where job = @id order by position",
            new { id }
        );
        return Results.Ok(
            new
            {
                total = job.Total,
                done = rows.Count(r => r.State == BulkState.Done),
                finished = job.FinishedAt is not null,
                failed = rows.Where(r => r.State == BulkState.Failed)
                    .Select(r => new
                    {
                        row = r.Position,
                        item = r.Label,
                        why = r.Error,
                    }),
                notes = rows.Where(r => r.Note is not null)
                    .Select(r => new
                    {
                        row = r.Position,
                        item = r.Label,
                        note = r.Note,
                    }),
            }
        );
    }

    private static async Task<object> Standing(Steps steps, Session session, Person me, string id)
    {
        var (file, _) = await steps.Look(me, id);
        var item = file.Item ?? throw new Refusal("没有找到该建议或提案。");
        var names = (await session.Query<(string Id, string Name)>("select id, name from unit")).ToDictionary(
            u => u.Id,
            u => u.Name,
            StringComparer.Ordinal
        );
        return new
        {
            id,
            kind = ItemKinds.Label(item.Kind),
            session = item.SessionName,
            number = item.Number,
            title = item.Title,
            state = string.Join("、", file.OpenVisits.Select(v => file.Lifecycle.Step(v.Node).Title)),
            closed = file.Row.ClosedAt is not null,
            assignedOn = item.AssignedOn,
            handlers = file.Handlers.Select(h => new
            {
                unit = names.GetValueOrDefault(h.Unit),
                duty = Assignment.Label(h.Duty, ItemKinds.IsOfCongress(item.Kind)),
            }),
            classCode = item.ClassAnswered(await session.LastReply(id)),
        };
    }

    private static async Task<string?> KnownAs(Session session, NewItem item)
    {
        var role = ItemKinds.IsOfCongress(item.Kind) ? Role.CongressOffice : Role.CppccOffice;
        return await RegisterItem.Known(session, await session.OfficeOf(role), item);
    }

    /// <summary>A refusal of the rules is a sentence, not a fault of the program.</summary>
    private static async ValueTask<object?> SayWhy(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Refusal refusal)
        {
            var missing = refusal.Why.StartsWith("没有找到", StringComparison.Ordinal);
            return Results.Json(
                new { error = refusal.Why },
                statusCode: missing ? StatusCodes.Status404NotFound : StatusCodes.Status422UnprocessableEntity
            );
        }
    }
}
