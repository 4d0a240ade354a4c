using System.Diagnostics;
using System.Globalization;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Bulk;
using JointMeeting.Workflows.Proposals.Register;

namespace JointMeeting.Benchmarks;

/// <summary>
/// 2,000 items are imported in one job and assigned in another by the whole program, on SQLite, while somebody goes
/// round the pages. Wanted: at most 60 s for the assignment, and pages under 200 ms meanwhile.
/// </summary>
internal static class BulkAssignment
{
    private const int Items = 2_000;
    private const int Units = 40;
    private static readonly string[] Pages =
    [
        "/",
        "/proposals",
        "/proposals?q=tcw",
        "/proposals/statistics",
        "/sign-in",
    ];

    public static async Task Run()
    {
        await using var office = await ServedOffice.Start();
        var units = await office.MakeUnits(Units);
        Console.WriteLine($"{Items:N0} items in one job each, the whole program on SQLite, pages asked meanwhile");
        Console.WriteLine($"  load before           {Load(), 10}");
        await Job(office, "import", BulkKinds.Import, [.. Enumerable.Range(1, Items).Select(New)]);
        var ids = await Registered(office);
        await Job(office, "assign", BulkKinds.Assign, [.. ids.Select((id, n) => Assign(id, n, units))]);
        Console.WriteLine($"  load after            {Load(), 10}");
    }

    private static async Task Job(ServedOffice office, string name, string kind, IReadOnlyList<BulkWork> work)
    {
        var (clock, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var job = await office.StartJob(kind, work);
        var pages = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        while (!await office.IsFinished(job))
            foreach (var page in Pages.Append($"/proposals/jobs/{job}"))
            {
                var one = Stopwatch.StartNew();
                await office.Get(page);
                var path = page.Contains(job, StringComparison.Ordinal) ? "/proposals/jobs/*" : page;
                (pages.TryGetValue(path, out var times) ? times : pages[path] = []).Add(one.Elapsed.TotalMilliseconds);
                await Task.Delay(100);
            }
        var took = clock.Elapsed.TotalSeconds;
        var spent = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
        Console.WriteLine($"  {name, -10} seconds    {took, 10:0.0}   wanted ≤ 60");
        Console.WriteLine(
            $"  {name, -10} processor  {spent, 10:0.0}   {spent * 1000 / Items:0.00} ms an item, pages included"
        );
        foreach (var (page, times) in pages)
        {
            times.Sort();
            Console.WriteLine(
                $"  {page, -22}{times[times.Count / 2], 9:0} ms median of {times.Count}, {times[^1]:0} at most   wanted ≤ 200"
            );
        }
        if (await office.Failed(job) is > 0 and var failed)
            throw new InvalidOperationException($"{failed} items of the job failed.");
    }

    private static BulkWork New(int number)
    {
        var what = new[] { "增加学校周边停车位", "建设社区食堂", "改造老旧小区", "完善公交线路", "支持中小企业" }[
            number % 5
        ];
        return new BulkWork(
            $"五届三次 {number} 号",
            null,
            BulkKinds.Write(
                new NewItem(
                    ItemKind.Suggestion,
                    "五届三次",
                    number.ToString(CultureInfo.InvariantCulture),
                    $"关于在第{number}片区{what}的建议",
                    "请有关部门研究办理。",
                    [new($"代表{number}", "13800000000"), new($"附议{number}")],
                    Today
                )
            )
        );
    }

    private static BulkWork Assign(string id, int number, IReadOnlyList<string> units) =>
        new(
            id,
            id,
            BulkKinds.Write(
                new AssignWork(
                    CaseKind.Suggestion,
                    Assignment.Of([units[number % Units]], [units[(number + 7) % Units]]),
                    Today,
                    null,
                    false
                )
            )
        );

    private static async Task<IReadOnlyList<string>> Registered(ServedOffice office)
    {
        await using var session = await office.Database.Read();
        return await session.Query<string>("select case_id from item order by number");
    }

    private static DateOnly Today => Moment.DayInChina(TimeProvider.System.GetUtcNow());

    private static string Load() =>
        File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..2]) : "unknown";
}
