using System.Text;
using System.Text.RegularExpressions;
using JointMeeting.Browser.Harness;
using Microsoft.Playwright;

namespace JointMeeting.Browser.Journeys;

/// <summary>A yearly list of 300 is assigned in at most four clicks, and its flagged rows by hand; also without script.</summary>
public sealed class AssignListTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Password = "correct-horse-2026";
    private const int Items = 300;
    private const int Flagged = 5;
    private readonly Dictionary<string, string> _passwords = new(StringComparer.Ordinal);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_list_of_300_is_assigned_in_four_clicks_plus_the_flagged_rows(bool script)
    {
        await using var program = await RunningProgram.Start();
        await SetUp(program);
        var office = new Visitor(await chromium.NewPageOrSkip(script), program.Address);
        await office.SignIn("government", _passwords["government"]);
        await Import(office);

        await office.Open("/");
        await office.Follow("建议提案"); // 1
        await office.Follow("批量交办"); // 2
        await office.Sees($"{Items} 件，{Flagged} 件需核对");
        await office.Press("交办勾选的件"); // 3
        await Screens.Screenshot(office.Page, $"assign-job-{script}");
        await UntilDone(office); // 4: 刷新进度
        Assert.Contains($"完成{Items - Flagged}件", Regex.Replace(await office.Says(), @"\s", ""));

        await office.Open("/proposals/assign");
        await office.Sees($"{Flagged} 件，{Flagged} 件需核对");
        await Screens.Screenshot(office.Page, $"assign-flagged-{script}");
        for (var row = 0; row < Flagged; row++)
        {
            await office.Fill($"Input[{row}].Hosts", "市第3局");
            await office.Page.CheckAsync($"[name='Input[{row}].Chosen']");
        }
        await office.Press("交办勾选的件");
        await UntilDone(office);
        await office.Open("/proposals/assign");
        await office.Sees("没有待交办的件");
    }

    private async Task SetUp(RunningProgram program)
    {
        var line = await program.LineWith("/set-up?token=");
        var visitor = new Visitor(await chromium.NewPageOrSkip(), program.Address);
        await visitor.Open(new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..].Trim()).PathAndQuery);
        foreach (var (who, name, login) in new[] { ("Administrator", "钱管理", "admin"), ("Clerk", "孙经办", "clerk") })
        {
            await visitor.Fill($"{who}.Name", name);
            await visitor.Fill($"{who}.Login", login);
            await visitor.Fill($"{who}.Password", Password);
            await visitor.Fill($"{who}.Again", Password);
        }
        await visitor.Fill("Unit", "市住建局");
        await visitor.Press("建立两个账号");
        var admin = new Visitor(await chromium.NewPageOrSkip(), program.Address);
        await admin.SignIn("admin", Password);
        await admin.Open("/accounts/new");
        var units = Enumerable.Range(1, 10).Select(n => $"市第{n}局\t联络员{n}\tunit{n:00}\t联络员");
        await admin.Fill(
            "Lines",
            string.Join('\n', units)
                + "\n市政府办公室\t张政办\tgovernment\t政府办公室\n市人大常委会代表工委\t何代工\tcongress\t人大代表工委"
        );
        await admin.Press("全部建立");
        foreach (var row in await admin.Page.Locator("table tbody tr").AllAsync())
        {
            var cells = await row.Locator("td, th").AllInnerTextsAsync();
            _passwords[cells[2].Trim()] = cells[3].Trim();
        }
    }

    private static async Task Import(Visitor office)
    {
        var list = new StringBuilder("编号,标题,领衔代表,主办单位,协办单位\n");
        for (var n = 1; n <= Items; n++)
            list.Append($"{n},关于第{n}号事项的建议,代表{n},")
                .Append(n <= Flagged ? "" : $"市第{(n % 10) + 1}局")
                .Append(n % 3 == 0 && n > Flagged ? $",市第{((n + 4) % 10) + 1}局\n" : ",\n");
        await office.Open("/proposals/intake");
        await office.Fill("SessionName", "五届三次");
        await office.Page.SetInputFilesAsync(
            "[type=file]",
            new FilePayload
            {
                Name = "清单.csv",
                MimeType = "text/csv",
                Buffer = Encoding.UTF8.GetBytes(list.ToString()),
            }
        );
        await office.Press("预览");
        await office.Press($"导入 {Items} 件");
        await UntilDone(office);
    }

    private static async Task UntilDone(Visitor office)
    {
        for (var tries = 0; tries < 120; tries++)
        {
            if ((await office.Says()).Contains("已完成", StringComparison.Ordinal))
                return;
            await Task.Delay(500);
            await office.Page.ReloadAsync();
        }
        Assert.Fail("The job did not end in a minute.");
    }
}
