using System.Net;
using System.Text.RegularExpressions;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Rights;
using JointMeeting.Domain.Texts;
using JointMeeting.Domain.Texts.Editing;
using JointMeeting.Ledger.Stores;
using JointMeeting.Shared;
using JointMeeting.Web;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.House;
using JointMeeting.Workflows.House.Accounts;
using JointMeeting.Workflows.Plans;
using JointMeeting.Workflows.Plans.Consult;
using JointMeeting.Workflows.Plans.Draft;
using JointMeeting.Workflows.Plans.Start;
using JointMeeting.Workflows.Steering;
using JointMeeting.Workflows.Texts;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace JointMeeting.Benchmarks;

/// <summary>
/// A plan of 300 clauses, 40 units with an opinion on 100 clauses each, and a second version in which every fifth clause
/// changed: the matrix page with all clauses, the page that compares the versions, and the comparison alone.
/// </summary>
internal static class LargePlans
{
    private const int Clauses = 300;
    private const int Units = 40;
    private const int Slices = 10;
    private const string Password = "benchmark-2026";

    public static async Task Run()
    {
        await using var world = await World.Make(await TestDatabase.Sqlite());
        world.Clock.Now = World.At("2026-03-02 09:00");
        var plan = await Consulted(world, await MakeUnits(world));
        await Revised(world, plan);
        await using var served = App.Build(
            new(Path.GetTempPath(), world.ConnectionString, null),
            ["--urls", "http://127.0.0.1:0"],
            world.Clock
        );
        await served.StartAsync();
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new() });
        browser.BaseAddress = new(
            served.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()
        );
        await SignIn(browser);
        var (was, now, links) = await Versions(world, plan);
        var took = await Five.Of(
            Slices,
            (_, _) => Get(browser, $"/plans/{plan}/opinions?all=true", "请写明时限"),
            (_, _) => Get(browser, $"/plans/{plan}/versions", "实质性修改"),
            (_, _) => Task.FromResult(VersionChanges.Between(was, now, links).Count)
        );
        Console.WriteLine($"a plan of {Clauses} clauses and {Units} units on SQLite, milliseconds");
        foreach (var (name, side) in new[] { "matrix page", "page of two versions", "comparison alone" }.Zip(took))
        {
            Console.WriteLine($"  {name, -22} {side.Wall.Each(ms => ms / Slices)}");
            Console.WriteLine($"    of processor         {side.Processor.Each(ms => ms / Slices)}");
        }
        await served.StopAsync();
    }

    private static async Task<IReadOnlyList<Person>> MakeUnits(World world)
    {
        var hash = new PasswordHasher<AccountRow>().HashPassword(null!, Password);
        var clerk = new NewAccount("bench", "经办", World.Office, new HashSet<Role> { Role.OfficeClerk }, hash);
        var liaisons = Enumerable
            .Range(0, Units)
            .Select(i => World.Account($"bench{i}", $"联络员{i}", $"云江市第{i}局", Role.Liaison));
        await world.Act(world.Administrator, world.House, new CreateAccounts([clerk, .. liaisons]));
        await world.LearnUnits();
        var people = new List<Person>();
        for (var i = 0; i < Units; i++)
            people.Add(await world.Learn($"bench{i}"));
        return people;
    }

    private static async Task<string> Consulted(World world, IReadOnlyList<Person> people)
    {
        var units = people
            .Select(p => new PlanUnit(p.Unit!, PlanRole.Consulted))
            .Prepend(new PlanUnit(world.Unit(World.Office), PlanRole.Lead));
        var start = new StartPlan("综合方案", [.. units], OpinionsSeen.AfterClosing);
        var plan = (await world.Act(world.Mechanism, start)).Opened.Single();
        var clauses = Enumerable
            .Range(0, Clauses)
            .Select(i => new WrittenClause(
                [],
                2,
                ClauseMark.Decided,
                $"第{i}项任务，按季度推进并报送进展，{string.Concat(Enumerable.Repeat("完善有关措施，", 10))}年底前完成。",
                [people[i % Units].Unit!],
                [],
                null,
                false
            ));
        await world.SavePlan(plan, [.. clauses]);
        await world.Act(plan, new SendForOpinions());
        var rows = await world.PlanClauses(plan);
        foreach (var (person, i) in people.Select((p, i) => (p, i)))
        {
            var ask = (await world.Look(plan)).Asks.Single(a => a.Unit == person.Unit);
            var positions = Enumerable
                .Range(0, 100)
                .Select(k => new Position(rows[((i * 7) + k) % Clauses].Id, PositionValue.Amend, "请写明时限"));
            await world.Act(person, plan, new AnswerAsk(ask.Id, new("comments") { Positions = [.. positions] }));
        }
        return plan;
    }

    /// <summary>Every fifth clause is reworded; the opinions are on the clauses of the first version.</summary>
    private static async Task Revised(World world, string plan)
    {
        await world.Act(plan, new ReturnTo("drafting", "统稿"));
        var form = await world.PlanForm(plan);
        for (var i = 0; i < form.Count; i += 5)
            form[i] = form[i] with { Text = form[i].Text.Replace("按季度", "按月度") + "（修改）" };
        await world.Act(plan, new SavePlan(await world.SeenPlan(plan), form));
    }

    private static async Task<(List<VersionClause>, List<VersionClause>, IReadOnlyList<ClauseLink>)> Versions(
        World world,
        string plan
    )
    {
        await using var session = await world.Database.Read();
        var ids = await session.Query<string>(
            "select id from text_version where case_id = @plan order by number",
            new { plan }
        );
        async Task<List<VersionClause>> Of(string id) =>
            [.. (await session.Clauses(id)).Select(c => new VersionClause(c.Id, c.Hash, c.Mark, c.Text))];
        return (await Of(ids[0]), await Of(ids[1]), await session.Links(plan));
    }

    private static async Task SignIn(HttpClient browser)
    {
        var form = await browser.GetStringAsync("/sign-in");
        var token = Regex.Match(form, "__RequestVerificationToken\"[^>]*value=\"([^\"]*)\"").Groups[1].Value;
        using var fields = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["Login"] = "bench",
                ["Password"] = Password,
                ["__RequestVerificationToken"] = token,
            }
        );
        using var answer = await browser.PostAsync("/sign-in", fields);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task Get(HttpClient browser, string path, string words)
    {
        using var answer = await browser.GetAsync(path);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        if (!page.Contains(words, StringComparison.Ordinal))
            throw new InvalidOperationException($"{path} answered {answer.StatusCode} without “{words}”.");
    }
}
