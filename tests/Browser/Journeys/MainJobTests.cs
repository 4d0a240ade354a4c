using System.Diagnostics;
using JointMeeting.Browser.Harness;
using JointMeeting.Shared;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace JointMeeting.Browser.Journeys;

/// <summary>The main job, on the real test notice, in a real browser, as a new user would do it.</summary>
public sealed class MainJobTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const string Password = "correct-horse-2026";
    private const string Subject = "第一次全体会议";
    private readonly Dictionary<string, string> _passwords = new(StringComparer.Ordinal);

    [Fact]
    public async Task One_real_notice_becomes_a_running_joint_meeting_with_a_task_struck_off()
    {
        var notice = Notice();
        await using var program = await RunningProgram.Start();
        await SetUp(program);
        var clerk = await Enter(program, "clerk", Password);
        await ImportAndConfirm(clerk, notice);
        var members = await FoundMechanism(clerk);
        await MakeAccounts(program, members);
        var meeting = await Convene(clerk);
        await AnswerReceipts(program, clerk, meeting, members);
        await HoldMeeting(clerk, meeting);
        await DraftMinutes(clerk, meeting, "20%");
        await CountersignWithOneObjection(program, clerk, meeting, members);
        await SignAndIssue(program, clerk, meeting);
        await StrikeOffOneTask(program, clerk, meeting, members);
        AuditHoldsUntilOneByteChanges(program);
    }

    private static string Notice() => Directory.GetFiles(SharedFolder.FileOrSkip("seeds"), "004_*.txt").Single();

    private async Task<Visitor> New(RunningProgram program) => new(await chromium.NewPageOrSkip(), program.Address);

    private async Task<Visitor> Enter(RunningProgram program, string login, string password)
    {
        var visitor = await New(program);
        await visitor.SignIn(login, password);
        return visitor;
    }

    private async Task SetUp(RunningProgram program)
    {
        var line = await program.LineWith("/set-up?token=");
        var visitor = await New(program);
        var link = line[line.IndexOf("http", StringComparison.Ordinal)..].Trim();
        await visitor.Open(new Uri(link).PathAndQuery);
        foreach (var (who, name, login) in new[] { ("Administrator", "钱管理", "admin"), ("Clerk", "孙经办", "clerk") })
        {
            await visitor.Fill($"{who}.Name", name);
            await visitor.Fill($"{who}.Login", login);
            await visitor.Fill($"{who}.Password", Password);
            await visitor.Fill($"{who}.Again", Password);
        }
        await visitor.Fill("Unit", "市教育局");
        await visitor.Press("建立两个账号");
        await visitor.Open(new Uri(link).PathAndQuery);
        await visitor.Sees("设置链接无效或已经使用");
    }

    private static async Task ImportAndConfirm(Visitor clerk, string notice)
    {
        await clerk.Open("/notices");
        await clerk.Page.SetInputFilesAsync("[type=file]", notice);
        await clerk.Press("导入");
        await Screens.Screenshot(clerk.Page, "review");
        await clerk.Sees("名单");
        var review = new Uri(clerk.Page.Url).AbsolutePath;
        foreach (var kind in new[] { "Person", "Clause", "Task" })
        {
            await clerk.Open($"{review}?kind={kind}");
            await clerk.Press("全部采纳");
        }
        await clerk.Open($"{review}?kind=Repair");
        await clerk.Sees("2022年8月底前");
        await Screens.Screenshot(clerk.Page, "repairs");
        var repairs = clerk
            .Page.Locator(".proposals > li")
            .GetByRole(AriaRole.Button, new() { Name = "采纳", Exact = true });
        Assert.Equal(13, await repairs.CountAsync());
        await clerk.Press("全部采纳");
        await clerk.Open($"{review}?kind=Finding");
        await Screens.Screenshot(clerk.Page, "findings");
    }

    private static async Task<IReadOnlyList<Member>> FoundMechanism(Visitor clerk)
    {
        await clerk.Follow("下一步：建立联席会议");
        await clerk.Sees("市农业农村局");
        await Screens.Screenshot(clerk.Page, "founding");
        await clerk.Fill("OfficeUnit", "市教育局");
        await clerk.Press("建立联席会议");
        await Screens.Screenshot(clerk.Page, "mechanism");
        var units = await clerk.Page.Locator("#seats tbody tr th").AllInnerTextsAsync();
        var distinct = units.Select(u => u.Trim()).Distinct().ToList();
        Assert.Equal(18, distinct.Count);
        return TestCity.Members(distinct);
    }

    private async Task MakeAccounts(RunningProgram program, IReadOnlyList<Member> members)
    {
        var admin = await Enter(program, "admin", Password);
        await admin.Open("/accounts/new");
        await admin.Fill("Lines", TestCity.Lines(members, "邱实"));
        await admin.Press("全部建立");
        foreach (var row in await admin.Page.Locator("table tbody tr").AllAsync())
        {
            var cells = await row.Locator("td, th").AllInnerTextsAsync();
            _passwords[cells[2].Trim()] = cells[3].Trim();
        }
        Assert.Equal(members.Count + 1, _passwords.Count);
    }

    private static async Task<string> Convene(Visitor clerk)
    {
        await clerk.Follow("发起会议");
        await clerk.Fill("Input.Subject", Subject);
        await clerk.Fill("Input.StartsAt", $"{TimeProvider.System.GetUtcNow().AddDays(30):yyyy-MM-dd}T09:00");
        await clerk.Fill("Input.Place", "市政府第一会议室");
        await clerk.Fill("Input.Agenda", "审议重点任务分工\n研究实训基地建设");
        await clerk.Press("保存并进入筹备");
        await clerk.Press("发出会议通知");
        await clerk.Sees("18");
        return new Uri(clerk.Page.Url).AbsolutePath;
    }

    private async Task AnswerReceipts(
        RunningProgram program,
        Visitor clerk,
        string meeting,
        IReadOnlyList<Member> members
    )
    {
        foreach (var (member, i) in members.Select((m, i) => (m, i)).Where(x => x.i != 17))
        {
            var visitor = await Enter(program, member.Login, _passwords[member.Login]);
            var value = i switch
            {
                3 => "standIn",
                5 => "leave",
                _ => "attend",
            };
            await visitor.Answer(
                Subject,
                value,
                async () =>
                {
                    if (value == "standIn")
                    {
                        await visitor.Fill("Input.PersonName", "周代");
                        await visitor.Fill("Input.PersonPost", "办公室主任");
                    }
                    if (value == "leave")
                        await visitor.Fill("Input.Text", "参加省里会议");
                }
            );
            await visitor.Page.Context.CloseAsync();
        }
        await clerk.Open($"{meeting}/receipts");
        await clerk.Page.GetByRole(AriaRole.Link, new() { Name = $"代录{members[17].Unit}的回执" }).ClickAsync();
        await clerk.Fill("From.Who", "叶局长");
        await clerk.Page.SelectOptionAsync("[name='From.Channel']", "电话");
        await clerk.Page.CheckAsync("[name='Input.Value'][value='attend']");
        await clerk.Press("提交代录");
        await clerk.Open($"{meeting}/receipts");
        await clerk.Sees("各单位均已回执");
        await Screens.Screenshot(clerk.Page, "receipts");
    }

    private static async Task HoldMeeting(Visitor clerk, string meeting)
    {
        await clerk.Open(meeting);
        await clerk.Press("开始会议");
        await clerk.Open($"{meeting}/attendance");
        await clerk.Press("为勾选的人员签到");
        await clerk.Sees("17/18");
        await clerk.Open(meeting);
        await clerk.Press("结束会议");
    }

    private static async Task DraftMinutes(Visitor clerk, string meeting, string share)
    {
        await clerk.Open($"{meeting}/draft");
        await Clause(clerk, 0, "出台五年制合作的具体方案。", "市教育局", "市人社局", "2027年6月底前");
        await Clause(clerk, 1, $"安排实训基地建设资金，市级承担{share}。", "市财政局", "市教育局", "2027年3月底前");
        await Clause(clerk, 2, "建立学生实习保险制度。", "市教育局", "市人社局", "持续实施");
        await clerk.Press("保存纪要");
        await Screens.Screenshot(clerk.Page, "minutes-draft");
        await clerk.Press("送会签");
        await clerk.Sees("3 个单位，待办 3");
    }

    private static async Task Clause(Visitor clerk, int i, string text, string lead, string others, string deadline)
    {
        await clerk.Page.SelectOptionAsync($"[name='Input[{i}].Mark']", "Decided");
        await clerk.Fill($"Input[{i}].Text", text);
        await clerk.Fill($"Input[{i}].Lead", lead);
        await clerk.Fill($"Input[{i}].Responsible", others);
        await clerk.Fill($"Input[{i}].Deadline", deadline);
    }

    private async Task CountersignWithOneObjection(
        RunningProgram program,
        Visitor clerk,
        string meeting,
        IReadOnlyList<Member> members
    )
    {
        await Answer(program, members, "市教育局", "agree");
        await Answer(program, members, "市人社局", "agree");
        await Answer(program, members, "市财政局", "object", "市级比例应为三成，且须列入预算。");
        await clerk.Open($"{meeting}/countersign");
        await clerk.Sees("市级比例应为三成");
        await Screens.Screenshot(clerk.Page, "countersign-objection");
        await clerk.Fill("Why", "按市财政局意见修改第二条");
        await clerk.Press("退回修改纪要");
        await clerk.Open($"{meeting}/draft");
        await clerk.Fill("Input[1].Text", "安排实训基地建设资金，市级承担30%，列入预算。");
        await clerk.Press("保存纪要");
        await clerk.Press("送会签");
        await clerk.Open($"{meeting}/countersign");
        await clerk.Sees("沿用");
        await Screens.Screenshot(clerk.Page, "countersign-again");
        await Answer(program, members, "市财政局", "agree");
        await Answer(program, members, "市教育局", "agree");
    }

    private async Task Answer(
        RunningProgram program,
        IReadOnlyList<Member> members,
        string unit,
        string value,
        string? text = null
    )
    {
        var member = members.Single(m => m.Unit == unit);
        var visitor = await Enter(program, member.Login, _passwords[member.Login]);
        await visitor.Answer(
            Subject,
            value,
            () => text is null ? Task.CompletedTask : visitor.Fill("Input.Text", text)
        );
        await visitor.Page.Context.CloseAsync();
    }

    private async Task SignAndIssue(RunningProgram program, Visitor clerk, string meeting)
    {
        var convenor = await Enter(program, "convenor", _passwords["convenor"]);
        await convenor.Answer(Subject, "sign");
        await clerk.Open(meeting);
        await clerk.Press("印发纪要");
        await clerk.Sees("第 1 期");
        await clerk.Open($"{meeting}/minutes");
        await Screens.Screenshot(clerk.Page, "minutes-printed");
        await clerk.Sees("周代");
        await clerk.Sees("市级比例应为三成，且须列入预算。（修改后已同意）");
    }

    private async Task StrikeOffOneTask(
        RunningProgram program,
        Visitor clerk,
        string meeting,
        IReadOnlyList<Member> members
    )
    {
        const string task = "出台五年制合作的具体方案";
        foreach (var unit in new[] { "市教育局", "市人社局" })
        {
            var member = members.Single(m => m.Unit == unit);
            var visitor = await Enter(program, member.Login, _passwords[member.Login]);
            await visitor.Answer(task, "signed");
        }
        var lead = members.Single(m => m.Unit == "市教育局");
        var reporter = await Enter(program, lead.Login, _passwords[lead.Login]);
        await reporter.Answer(task, "progress", () => reporter.Fill("Input.Text", "方案已征求意见。"));
        await reporter.Open("/");
        await reporter.Page.Locator("a[href^='/asks/']", new() { HasTextString = task }).First.ClickAsync();
        await reporter.Page.CheckAsync("[name='Input.Value'][value='applyClose']");
        await reporter.Fill("Input.Text", "方案已印发。");
        await reporter.Page.SetInputFilesAsync(
            "[name='Input.Files']",
            new FilePayload
            {
                Name = "印发稿.txt",
                MimeType = "text/plain",
                Buffer = "方案印发稿"u8.ToArray(),
            }
        );
        await reporter.Press("提交答复");
        await clerk.Open("/");
        await clerk.Answer(task, "close");
        await clerk.Open(meeting);
        await clerk.Sees("销号");
        await Screens.Screenshot(clerk.Page, "meeting-supervised");
    }

    private static void AuditHoldsUntilOneByteChanges(RunningProgram program)
    {
        var (code, said) = Audit(program);
        Assert.True(code == 0, said);
        using (var connection = new SqliteConnection($"Data Source={program.DataFolder}/jointmeeting.db;Pooling=False"))
        {
            connection.Open();
            using var change = connection.CreateCommand();
            change.CommandText = """
                update audit_entry set payload = cast(replace(cast(payload as text), '印发', '印友') as blob)
                 where kind = 'issue'
                """;
            Assert.Equal(1, change.ExecuteNonQuery());
        }
        (code, said) = Audit(program);
        Assert.NotEqual(0, code);
        Assert.Contains(Subject, said, StringComparison.Ordinal);
        Assert.Contains("内容被改动", said, StringComparison.Ordinal);
    }

    private static (int Code, string Said) Audit(RunningProgram program)
    {
        var start = new ProcessStartInfo("dotnet", [RunningProgram.Program(), "audit", "verify"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["JOINTMEETING_DATA"] = program.DataFolder;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}
