using System.Net;
using System.Text.RegularExpressions;
using JointMeeting.Domain.Rights;

namespace JointMeeting.Web.Tests.Proposals;

/// <summary>A running ledger (在办台账) is looked at, taken over and judged; the unit sees what is its own.</summary>
public sealed class ItemLedgerPagesTests(OfficeHost host) : IClassFixture<OfficeHost>, IAsyncLifetime
{
    private const string Heads =
        "编号\t标题\t领衔代表\t届次\t主办单位\t交办日期\t办理状态\t办理进展\t答复文号\t满意度\n";

    private string _title = "";

    public async ValueTask InitializeAsync()
    {
        if ((await Rows("select login from account where login = 'government'")).Count == 0)
            await host.Add(
                OfficeHost.New("congress", "何代工", "市人大常委会代表工委", Role.CongressOffice),
                OfficeHost.New("cppcc", "施提案", "市政协提案委", Role.CppccOffice),
                OfficeHost.New("government", "张政办", "市政府办公室", Role.GovernmentOffice),
                OfficeHost.New("education", "教育联络员", "市教育局", Role.Liaison)
            );
        _title = $"关于第{Random.Shared.Next(100_000, 999_999)}号校车线路的建议";
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_page_asks_for_the_as_of_date_and_says_what_becomes_of_each_row()
    {
        using var government = await host.SignedIn("government");
        var page = await Preview(government, Answered(1) + Running(2) + Row(3, "", "待交办"));
        Assert.Contains("这是一份在办台账", page.Text);
        Assert.Contains("请填写截至日期", page.Text);
        Assert.DoesNotContain("按台账交办 1", page.Text);
        var planned = await Again(government, page, new() { ["AsOf"] = Day(-3) });
        Assert.Contains("登记待交办 1，按台账交办 1，历史待核 1", planned.Text);
        Assert.Contains("台账载明“已答复”", planned.Text);
        Assert.Contains("导入 3 件", planned.Text);
    }

    [Fact]
    public async Task The_as_of_date_is_proposed_from_the_list_and_never_after_today()
    {
        using var government = await host.SignedIn("government");
        var list = $"截至{Moved(-2):yyyy年M月d日}\t\n{Heads}{Running(4)}";
        var page = await government.Submit("/proposals/intake", new() { ["Pasted"] = list }, "预览");
        Assert.Contains($"value=\"{Day(-2)}\"", page.Html);
        var later = await Again(government, page, new() { ["AsOf"] = Day(2) });
        Assert.Contains("晚于今天", later.Text);
        Assert.DoesNotContain("导入 1 件", later.Text);
    }

    [Fact]
    public async Task The_session_is_proposed_from_the_title_and_a_typed_one_stays()
    {
        using var government = await host.SignedIn("government");
        var list = $"临湖县十届三次会议代表建议\t\n编号\t标题\t领衔代表\n44\t{_title}\t李明\n";
        var page = await government.Submit("/proposals/intake", new() { ["Pasted"] = list }, "预览");
        Assert.Contains("value=\"十届三次\"", page.Html);
        Assert.Contains("清单标题写明届次“十届三次”", page.Text);
        Assert.Contains("导入 1 件", page.Text);
        var typed = await government.Submit(
            "/proposals/intake",
            new() { ["Pasted"] = list, ["SessionName"] = "十届二次" },
            "预览"
        );
        Assert.Contains("value=\"十届二次\"", typed.Html);
    }

    [Fact]
    public async Task A_word_that_is_not_known_is_asked_for_once_and_nothing_is_imported_before()
    {
        using var government = await host.SignedIn("government");
        var page = await Preview(government, Row(5, $"{Moved(-20):yyyy-MM-dd}", "绿灯"), Day(-3));
        Assert.Contains("还有 1 个状态词没有选择", page.Text);
        Assert.DoesNotContain("导入 1 件", page.Text);
        var chosen = await Again(government, page, new() { ["Words[0].As"] = "Handling" });
        Assert.Contains("按台账交办 1", chosen.Text);
        Assert.Contains("导入 1 件", chosen.Text);
    }

    /// <summary>The case of the fault: the cells shown to be corrected put a text into the column of words.</summary>
    [Fact]
    public async Task A_text_stays_a_text_when_its_cells_are_read_again()
    {
        using var government = await host.SignedIn("government");
        var list = Heads.Replace("办理状态", "办理情况") + Row(11, $"{Moved(-20):yyyy-MM-dd}", "清淤两公里");
        var page = await government.Submit("/proposals/intake", new() { ["Pasted"] = list }, "预览");
        var again = await Again(government, page, new() { ["AsOf"] = Day(-3) });
        Assert.DoesNotContain("状态词没有选择", again.Text);
        Assert.Contains("清淤两公里", again.Text);
        Assert.Contains("按台账交办 1", again.Text);
    }

    /// <summary>
    /// The case of the fault: after the as-of day was set no warning was left, and the row was put back to 待交办 because
    /// “台账没有写明交办日期”.
    /// </summary>
    [Fact]
    public async Task What_was_not_understood_is_still_said_when_the_day_is_set()
    {
        using var government = await host.SignedIn("government");
        var list =
            "序号\t标题\t领衔代表\t附议人\t届次\t主办单位\t交办日期\t办理期限\t办理状态\n"
            + $"31\t{_title}\t李明\t王芳等5人\t八届一次\t市教育局\t1月12日\t8月底前\t办理中\n";
        var page = await government.Submit("/proposals/intake", new() { ["Pasted"] = list }, "预览");
        var again = await Again(government, page, new() { ["AsOf"] = Day(-3) });
        Assert.Contains("联名人没有列全", again.Text);
        Assert.Contains("交办日期“1月12日”不是完整的日期(没有年份)", again.Text);
        Assert.Contains("办理期限“8月底前”不是完整的日期", again.Text);
        Assert.Contains("登记待交办 台账的交办日期“1月12日”不是完整的日期，请核对后交办", again.Text);
        Assert.Contains("市教育局 1月12日 办理中", again.Text);
        Assert.Contains("以序号作为编号", again.Text);
    }

    [Fact]
    public async Task Fates_that_nobody_saw_are_shown_before_anything_is_imported()
    {
        using var government = await host.SignedIn("government");
        var page = await Preview(government, Running(10), Day(-3));
        Assert.Contains("按台账交办 1", page.Text);
        var other = await government.Submit(page, "/proposals/intake", new() { ["AsOf"] = Day(-30) }, "导入 1 件");
        Assert.Contains("请核对后再导入", other.Text);
        Assert.Contains("登记待交办 1", other.Text);
        Assert.Empty(await Rows("select case_id from item where title = @_title"));
    }

    [Fact]
    public async Task A_yearly_list_is_asked_for_no_day_and_imported_as_ever()
    {
        using var government = await host.SignedIn("government");
        var page = await government.Submit(
            "/proposals/intake",
            new()
            {
                ["Pasted"] = "编号\t标题\t领衔代表\t届次\t交办日期\n6\t" + _title + "\t李明\t八届一次\t2026-03-02",
            },
            "预览"
        );
        Assert.DoesNotContain("在办台账", page.Text);
        Assert.Contains("可以导入", page.Text);
    }

    [Fact]
    public async Task What_was_answered_is_shown_with_its_words_judged_and_counted_on_its_own()
    {
        using var government = await host.SignedIn("government");
        var id = await TakenOver(government, Answered(7));
        var item = await government.Get($"/proposals/{id}");
        Assert.Matches(
            "台账载明（截至.*状态 已答复.*进展 线路已开通。.*答复文号 云教建复〔2026〕7号.*反馈 满意",
            item.Text
        );
        Assert.Contains("历史待核，不计期限", item.Text);
        Assert.Contains(_title, (await government.Get("/proposals?state=historical")).Text);
        Assert.Matches("[0-9]+ 件历史待核", (await government.Get("/")).Text);
        Assert.Contains(_title, (await government.Get("/proposals/statistics/historical")).Text);
        Assert.Matches("历史待核 [0-9]+ 件 、历史办结 [0-9]+ 件", (await government.Get("/proposals/statistics")).Text);
        using (var congress = await host.SignedIn("congress"))
            Assert.Contains("只有政府办公室可以", (await congress.Get($"/proposals/{id}")).Text);

        var without = await government.Submit($"/proposals/{id}", new() { ["Input.Reason"] = "done" }, "提交核定");
        Assert.Contains("请填写核定依据", without.Text);
        var judged = await government.Submit(
            $"/proposals/{id}",
            new() { ["Input.Reason"] = "done", ["Input.Note"] = "答复函存档" },
            "提交核定"
        );
        Assert.Equal($"/proposals/{id}", judged.Location);
        Assert.Contains("历史办结", (await government.Get($"/proposals/{id}")).Text);
        Assert.Contains(_title, (await government.Get("/proposals/statistics/historical?closed=true")).Text);
        Assert.Equal(
            HttpStatusCode.OK,
            (await government.Get("/proposals/statistics/historical?closed=true&handler=Xlsx")).Status
        );
    }

    [Fact]
    public async Task Several_are_judged_on_one_basis_by_those_who_may()
    {
        using var government = await host.SignedIn("government");
        var id = await TakenOver(government, Answered(8));
        using (var congress = await host.SignedIn("congress"))
            Assert.NotEqual(HttpStatusCode.OK, (await congress.Get("/proposals/historical")).Status);
        var page = await government.Get("/proposals/historical");
        Assert.Contains(_title, page.Text);
        var none = await government.Submit(page, "/proposals/historical", new() { ["Chosen"] = id }, "历史办结");
        Assert.Contains("请填写核定依据", none.Text);
        var job = await government.Submit(
            page,
            "/proposals/historical",
            new() { ["Chosen"] = id, ["Basis"] = "2026 年办理总结" },
            "历史办结"
        );
        await Finished(government, job.Location!);
        Assert.Contains("历史事项核定为“已办结”：2026 年办理总结", (await government.Get($"/proposals/{id}")).Text);
    }

    /// <summary>
    /// The case of the fault: what signers think of a reply is for the unit only once it is released; a column of a ledger is
    /// no release, and the text of its 办理情况 carried it to the unit, on the item and in the list.
    /// </summary>
    [Fact]
    public async Task The_unit_sees_the_settled_status_and_the_days_but_no_text_of_the_ledger()
    {
        using var government = await host.SignedIn("government");
        var id = await TakenOver(
            government,
            Row(
                9,
                Day(-20),
                "办理中。代表不满意，要求当面沟通并加快进度",
                "线路已踏勘。",
                feedback: "未反馈，约定当面沟通"
            )
        );
        var office = (await government.Get($"/proposals/{id}")).Text;
        foreach (var text in new[] { "代表不满意", "线路已踏勘。", "约定当面沟通" })
            Assert.Contains(text, office);
        using var education = await host.SignedIn("education");
        foreach (var page in new[] { $"/proposals/{id}", "/proposals" })
        {
            var seen = (await education.Get(page)).Text;
            Assert.Contains("办理中", seen);
            foreach (var text in new[] { "代表不满意", "线路已踏勘。", "约定当面沟通" })
                Assert.DoesNotContain(text, seen);
        }
        Assert.Matches("状态 认定为办理中.*交办日期", (await education.Get($"/proposals/{id}")).Text);
    }

    /// <summary>The case of the fault: a number that stands for no status ended in an error page.</summary>
    [Fact]
    public async Task A_choice_that_is_none_is_no_answer()
    {
        using var government = await host.SignedIn("government");
        var page = await Preview(government, Row(34, Day(-20), "绿灯"), Day(-3));
        var odd = await Again(government, page, new() { ["Words[0].As"] = "99" });
        Assert.Equal(HttpStatusCode.OK, odd.Status);
        Assert.Contains("还有 1 个状态词没有选择", odd.Text);
    }

    [Fact]
    public async Task What_was_over_before_is_not_offered_to_the_platform_as_waiting_for_upload()
    {
        using var government = await host.SignedIn("government");
        var id = await TakenOver(government, Answered(35));
        var page = await government.Get("/proposals/platform");
        Assert.Contains(_title, page.Text);
        Assert.DoesNotMatch($"<input[^>]*value=\"{id}\"[^>]*checked", page.Html);
        Assert.Contains("未上传（台账接管的历史件）", page.Text);
    }

    private async Task<IReadOnlyList<string>> Rows(string sql)
    {
        await using var session = await host.Database.Read();
        return await session.Query<string>(sql, new { _title });
    }

    private DateOnly Moved(int days) => Ledger.Moment.DayInChina(host.Steps.Time.GetUtcNow()).AddDays(days);

    private string Day(int days) => $"{Moved(days):yyyy-MM-dd}";

    private string Answered(int number) =>
        Row(number, $"{Moved(-40):yyyy-MM-dd}", "已答复", "线路已开通。", $"云教建复〔2026〕{number}号", "满意");

    private string Running(int number) => Row(number, $"{Moved(-20):yyyy-MM-dd}", "办理中", "线路已踏勘。");

    private string Row(
        int number,
        string assigned,
        string status,
        string progress = "",
        string reply = "",
        string feedback = ""
    ) => $"{number}\t{_title}\t李明\t八届一次\t市教育局\t{assigned}\t{status}\t{progress}\t{reply}\t{feedback}\n";

    private static async Task<Answer> Preview(Browser browser, string rows, string? asOf = null)
    {
        var page = await browser.Submit("/proposals/intake", new() { ["Pasted"] = Heads + rows }, "预览");
        return asOf is null ? page : await Again(browser, page, new() { ["AsOf"] = asOf });
    }

    private static Task<Answer> Again(Browser browser, Answer page, Dictionary<string, string> fields) =>
        browser.Submit(page, "/proposals/intake", fields, "预览");

    private async Task<string> TakenOver(Browser browser, string row)
    {
        var page = await Preview(browser, row, Day(-3));
        var job = await browser.Submit(page, "/proposals/intake", [], "导入 1 件");
        await Finished(browser, job.Location!);
        return (await Rows("select case_id from item where title = @_title")).Single();
    }

    private static async Task Finished(Browser browser, string job)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if (Regex.IsMatch((await browser.Get(job)).Text, "已完成"))
                return;
            await Task.Delay(100);
        }
        Assert.Fail("The job did not end.");
    }
}
