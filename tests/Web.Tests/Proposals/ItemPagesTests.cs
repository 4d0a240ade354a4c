using System.Net;
using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Proposals;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Proposals.Assign;
using JointMeeting.Workflows.Proposals.Register;
using JointMeeting.Workflows.Proposals.Reply;

namespace JointMeeting.Web.Tests.Proposals;

/// <summary>What units and offices do on an item's pages while it is handled.</summary>
public sealed class ItemPagesTests(OfficeHost host) : IClassFixture<OfficeHost>, IAsyncLifetime
{
    private static int _number;
    private Person _government = null!;
    private Person _education = null!;
    private Person _head = null!;
    private Person _finance = null!;
    private Person _transport = null!;

    public async ValueTask InitializeAsync()
    {
        if ((await Rows("select id from account where login = @login", new { login = "government" })).Count == 0)
            await AddPeople();
        _government = await host.PersonOf("government");
        _education = await host.PersonOf("education");
        _head = await host.PersonOf("educationhead");
        _finance = await host.PersonOf("finance");
        _transport = await host.PersonOf("transport");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Progress_is_one_sentence_on_the_page()
    {
        var id = await Handled("关于停车的建议");
        using var education = await host.SignedIn("education");
        await education.Submit($"/proposals/{id}", new() { ["Input.Note"] = "已踏勘三处。" }, "报送进展");
        using var government = await host.SignedIn("government");
        Assert.Contains("已踏勘三处。", (await government.Get($"/proposals/{id}")).Text);
    }

    [Fact]
    public async Task One_visit_is_logged_on_several_items_at_once()
    {
        var (first, second) = (await Handled("关于公厕的建议"), await Handled("关于路灯的建议"));
        using var education = await host.SignedIn("education");
        var page = await education.Submit(
            $"/proposals/{first}",
            new() { ["Input.Contact"] = "Visit", ["Input.Also"] = second },
            "登记联系"
        );
        Assert.Contains("同时用于另外 1 件", (await education.Follow(page)).Text);
        Assert.Contains("走访：李明", (await education.Get($"/proposals/{second}")).Text);
        Assert.Single(
            await Rows(
                "select distinct contact from contact_item where case_id in (@first, @second)",
                new { first, second }
            )
        );
    }

    [Fact]
    public async Task A_handling_unit_that_opens_the_evaluation_is_refused_and_that_is_on_record()
    {
        var id = await Handled("关于公园的建议");
        using var education = await host.SignedIn("education");
        Assert.Equal(HttpStatusCode.Forbidden, (await education.Get($"/proposals/{id}/feedback")).Status);
        using var congress = await host.SignedIn("congress");
        var page = await congress.Get($"/proposals/{id}");
        Assert.Contains("被拒绝的操作", page.Text);
        Assert.Contains("教育联络员：反馈由人大代表工委或政协提案委登记", page.Text);
        Assert.DoesNotContain("被拒绝的操作", (await education.Get($"/proposals/{id}")).Text);
    }

    [Fact]
    public async Task A_co_handler_that_sends_a_reply_is_refused_and_that_is_on_record()
    {
        var id = await Handled("关于学校的建议");
        using var education = await host.SignedIn("education");
        using var finance = await host.SignedIn("finance");
        // The form of somebody who may, handed in by somebody who may not.
        var form = await education.Get($"/proposals/{id}/reply");
        var token = (await finance.Get($"/proposals/{id}")).Html;
        var answer = await finance.Submit(
            new Answer(HttpStatusCode.OK, null, WithTokenOf(form.Html, token)),
            $"/proposals/{id}/reply",
            new() { ["Input[1].Text"] = "财政局的答复" },
            "保存并送审"
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("协办（会办）单位不直接答复", answer.Text);
        var kept = await Rows("select why from refused_attempt where case_id = @id", new { id });
        Assert.Contains("协办（会办）单位不直接答复", Assert.Single(kept));
    }

    [Fact]
    public async Task The_leader_sees_only_the_earlier_words_that_nobody_noted_on()
    {
        var earlier = await Replied("关于增设社区食堂的建议", "已增设 3 处。");
        var other = await Replied("关于增设社区食堂和助餐点的建议", "已增设助餐点。");
        var id = await Handled("关于增设社区食堂的再次建议");
        using var education = await host.SignedIn("education");
        var form = await education.Get($"/proposals/{id}/reply");
        Assert.Contains("已增设 3 处。", form.Text);
        Assert.Contains("已增设助餐点。", form.Text);
        await education.Submit(
            form,
            $"/proposals/{id}/reply",
            new() { ["Input[1].Text"] = "又增设 2 处。", ["Notes[0].Note"] = "口径一致" },
            "保存并送审"
        );
        using var head = await host.SignedIn("educationhead");
        var ask = (await Rows("select id from ask where case_id = @id and vocabulary = 'replySign'", new { id }))[0];
        var page = await head.Get($"/asks/{ask}");
        Assert.Contains("没有核对的 1 项", page.Text);
        Assert.Single(
            new[] { "已增设 3 处。", "已增设助餐点。" },
            t => page.Text.Contains(t, StringComparison.Ordinal)
        );
        Assert.NotEqual(earlier, other);
    }

    [Fact]
    public async Task Standard_lines_are_put_in_without_losing_what_was_typed()
    {
        var id = await Handled("关于绿化的建议");
        using var education = await host.SignedIn("education");
        var page = await education.Submit(
            $"/proposals/{id}/reply",
            new() { ["Input[1].Text"] = "已补种 200 株。", ["Line"] = "结语" },
            "插入为一项"
        );
        Assert.Contains("已补种 200 株。", page.Text);
        Assert.Contains("再次感谢您对我们工作的关心和支持", page.Text);
    }

    [Fact]
    public async Task More_time_is_asked_for_on_the_page_and_granted_by_the_government_office()
    {
        var id = await Handled("关于河道的建议", "SH-NPC");
        using var education = await host.SignedIn("education");
        var asked = await education.Submit(
            $"/proposals/{id}",
            new() { ["Input.Amount"] = "1", ["Input.Note"] = "方案待审" },
            "申请延期"
        );
        Assert.True(asked.Location is not null, asked.Text);
        using var government = await host.SignedIn("government");
        var ruled = await government.Submit(
            $"/proposals/{id}",
            new() { ["Input.Reason"] = "agree", ["Input.To"] = "市人大代表工委" },
            "批复"
        );
        Assert.True(ruled.Location is not null, ruled.Text);
        Assert.Contains("经批准延期", (await education.Get($"/proposals/{id}")).Text);
    }

    [Fact]
    public async Task A_disagreement_is_opened_on_the_page_and_leads_back_to_the_item()
    {
        var id = await Handled("关于补贴的建议");
        using var education = await host.SignedIn("education");
        var done = await education.Submit(
            $"/proposals/{id}",
            new() { ["Input.Reason"] = "补贴由谁出", ["Input.Note"] = "财政出七成" },
            "登记分歧"
        );
        Assert.True(done.Location is not null, done.Text);
        var child = (await Rows("select case_id from disagreement where plan = @id", new { id })).Single();
        using var finance = await host.SignedIn("finance");
        var page = await finance.Get($"/disagreements/{child}");
        Assert.Contains("返回建议提案", page.Text);
        Assert.DoesNotContain("报上一级协调", page.Text);
        using var government = await host.SignedIn("government");
        Assert.Contains("报上一级协调", (await government.Get($"/disagreements/{child}")).Text);
        Assert.Contains("补贴由谁出", (await government.Get("/disagreements")).Text);
    }

    [Fact]
    public async Task What_is_made_public_is_shown_before_it_is_and_without_contact_data()
    {
        var id = await Replied("关于供水的建议", "已改造。联系电话：0712-1234567。");
        using var education = await host.SignedIn("education");
        var page = await education.Get($"/proposals/{id}/publish");
        Assert.Contains("已改造。", page.Text);
        Assert.DoesNotContain("1234567", page.Text);
        var done = await education.Submit(
            page,
            $"/proposals/{id}/publish",
            new() { ["Where"] = "市政府网站" },
            "登记已公开"
        );
        Assert.Equal($"/proposals/{id}", done.Location);
        Assert.Contains("没有等待公开", (await education.Get($"/proposals/{id}/publish")).Text);
    }

    /// <summary>The link names its signer, and is dead once the result was released without it.</summary>
    [Fact]
    public async Task A_link_that_comes_too_late_says_that_the_asking_is_over()
    {
        var id = await Replied("关于夜市的建议", "已划定摊区。");
        using var congress = await host.SignedIn("congress");
        var made = await congress.Follow(await congress.Submit($"/proposals/{id}/feedback", new(), "生成单次链接"));
        Assert.Contains("李明的反馈链接", made.Text);
        var link = System.Text.RegularExpressions.Regex.Match(made.Html, "/feedback/[0-9a-f]{40}").Value;
        using var deputy = host.Visitor();
        Assert.Contains("李明代表，您对答复的意见", (await deputy.Get(link)).Text);
        await congress.Submit(
            $"/proposals/{id}/feedback",
            new()
            {
                ["Input.Mode"] = "Telephone",
                ["Input.Attitude"] = "Satisfied",
                ["Input.Result"] = "Satisfied",
            },
            "登记"
        );
        await congress.Submit($"/proposals/{id}/feedback", new(), "公布反馈结果");
        Assert.Contains("这次征询已经结束", (await deputy.Get(link)).Text);
    }

    [Fact]
    public async Task Feedback_entered_wrongly_is_corrected_on_its_page_and_the_former_entry_stands_beside_it()
    {
        var id = await Replied("关于早餐点的建议", "已增设 3 处。");
        var address = $"/proposals/{id}/feedback";
        using var congress = await host.SignedIn("congress");
        Assert.DoesNotContain("更正一份反馈", (await congress.Get(address)).Text);
        await congress.Submit(address, Verdict("Input", "Satisfied"), "登记");
        var right = Verdict("Right", "Basically");
        Assert.Contains("请填写更正原因", (await congress.Submit(address, right, "更正")).Text);
        var done = await congress.Submit(address, new(right) { ["Why"] = "录音核对" }, "更正");
        var page = (await congress.Follow(done)).Text;
        Assert.Contains("电话回访：态度基本满意，结果基本满意", page);
        Assert.Contains("电话回访：态度满意，结果满意", page);
        Assert.Contains("录音核对", page);
    }

    private static Dictionary<string, string> Verdict(string form, string value) =>
        new()
        {
            [$"{form}.Mode"] = "Telephone",
            [$"{form}.Attitude"] = value,
            [$"{form}.Result"] = value,
        };

    /// <summary>A title says what somebody asked for; who may not open the item does not read it beside another.</summary>
    [Fact]
    public async Task Who_may_not_open_a_similar_item_does_not_see_its_title_either()
    {
        var own = await Handled("关于整治沿河违建的建议");
        var other = await Handled("关于整治沿河违建和码头的建议", answers: _transport);
        using var government = await host.SignedIn("government");
        Assert.Contains("沿河违建和码头", (await government.Get($"/proposals/{own}")).Text);
        using var congress = await host.SignedIn("congress");
        Assert.Contains("沿河违建和码头", (await congress.Get($"/proposals/{own}")).Text);
        using var education = await host.SignedIn("education");
        Assert.Equal(HttpStatusCode.Forbidden, (await education.Get($"/proposals/{other}")).Status);
        foreach (var page in new[] { $"/proposals/{own}", $"/proposals/{own}/reply" })
            Assert.DoesNotContain("沿河违建和码头", (await education.Get(page)).Text);
    }

    /// <summary>口径核对: another unit's reply is read by everybody once it is public, and by nobody else before.</summary>
    [Fact]
    public async Task The_drafter_sees_another_units_reply_on_the_matter_once_it_is_public()
    {
        var other = await Replied("关于改造老旧菜场的建议", "已改造 2 处。", _transport);
        var own = await Handled("关于改造老旧菜场和早市的建议");
        using var education = await host.SignedIn("education");
        Assert.DoesNotContain("已改造 2 处。", (await education.Get($"/proposals/{own}/reply")).Text);
        using var transport = await host.SignedIn("transport");
        await transport.Submit($"/proposals/{other}/publish", new() { ["Where"] = "市政府网站" }, "登记已公开");
        Assert.Contains("已改造 2 处。", (await education.Get($"/proposals/{own}/reply")).Text);
    }

    [Fact]
    public async Task An_item_is_merged_into_the_one_of_its_session_that_has_the_number_typed()
    {
        var main = await Handled("关于增设路口信号灯的建议");
        var number = (await Rows("select number from item where case_id = @main", new { main })).Single();
        var other = await Registered("关于扩建图书馆的建议");
        using var government = await host.SignedIn("government");
        var missing = new Dictionary<string, string> { ["Input.Note"] = "9999", ["Input.To"] = "" };
        Assert.Contains("没有找到要并入的件", (await government.Submit($"/proposals/{other}", missing, "并案")).Text);
        var typed = new Dictionary<string, string> { ["Input.Note"] = $"第0{number}号", ["Input.To"] = "" };
        await government.Submit($"/proposals/{other}", typed, "并案");
        Assert.Equal([main], await Rows("select merged_into from item where case_id = @other", new { other }));
    }

    [Fact]
    public async Task The_ledger_is_taken_along_as_a_spreadsheet()
    {
        await Handled("关于修缮古桥的建议");
        using var government = await host.SignedIn("government");
        var ledger = await government.Get("/proposals?q=古桥");
        Assert.Contains("handler=Xlsx", ledger.Html);
        var file = await government.Get("/proposals?handler=Xlsx&state=open&q=古桥");
        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.StartsWith("PK", file.Html);
    }

    /// <summary>The page with the other visitor's anti-forgery token.</summary>
    private static string WithTokenOf(string form, string other)
    {
        const string field = "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"";
        string Token(string html)
        {
            var at = html.IndexOf(field, StringComparison.Ordinal) + field.Length;
            return html[at..html.IndexOf('"', at)];
        }
        return form.Replace(Token(form), Token(other), StringComparison.Ordinal);
    }

    private Task AddPeople() =>
        host.Add(
            OfficeHost.New("congress", "何代工", "市人大常委会代表工委", Role.CongressOffice),
            OfficeHost.New("government", "张政办", "市政府办公室", Role.GovernmentOffice),
            OfficeHost.New("education", "教育联络员", "市教育局", Role.Liaison),
            OfficeHost.New("educationhead", "郑局长", "市教育局", Role.Head),
            OfficeHost.New("finance", "财政联络员", "市财政局", Role.Liaison),
            OfficeHost.New("transport", "交通联络员", "市交通局", Role.Liaison),
            OfficeHost.New("transporthead", "冯局长", "市交通局", Role.Head)
        );

    private async Task<string> Registered(string title, string? rules = null)
    {
        var today = Moment.DayInChina(host.Clock.GetUtcNow());
        var item = new NewItem(
            ItemKind.Suggestion,
            "六届一次",
            $"{Interlocked.Increment(ref _number)}",
            title,
            "",
            [new("李明", "0000-5550101")],
            today,
            Rules: rules
        );
        var target = new Target.New(CaseKind.Suggestion, title);
        return (await host.Steps.Act(_government, target, new RegisterItem(item))).CaseId;
    }

    private async Task<string> Handled(string title, string? rules = null, Person? answers = null)
    {
        var today = Moment.DayInChina(host.Clock.GetUtcNow());
        var id = await Registered(title, rules);
        answers ??= _education;
        AssignedUnit[] units = [new(answers.Unit!, HandlingDuty.Host), new(_finance.Unit!, HandlingDuty.CoHandler)];
        await host.Steps.Act(_government, id, new AssignItem(CaseKind.Suggestion, units, today));
        await Answer(id, answers, "accept", new AnswerDraft("accept"));
        await Answer(id, _finance, "coOpinion", new AnswerDraft("nothing"));
        return id;
    }

    private async Task<string> Replied(string title, string text, Person? answers = null)
    {
        answers ??= _education;
        var head = answers == _education ? _head : await host.PersonOf("transporthead");
        var id = await Handled(title, answers: answers);
        var draft = new SaveReply(CaseKind.Suggestion, new(null, null), [new ReplyPart(null, text, "A")]);
        await host.Steps.Act(answers, id, new SubmitReply(CaseKind.Suggestion, Draft: draft));
        await Answer(id, head, "replySign", new AnswerDraft("sign"));
        await host.Steps.Act(
            answers,
            id,
            new SendReply(CaseKind.Suggestion, null, "市教建复", Publication.Full, null, "联络员", null)
        );
        return id;
    }

    private async Task Answer(string id, Person person, string vocabulary, AnswerDraft draft)
    {
        var ask = (
            await Rows(
                "select id from ask where case_id = @id and vocabulary = @vocabulary and unit = @Unit",
                new
                {
                    id,
                    vocabulary,
                    person.Unit,
                }
            )
        )[0];
        await host.Steps.Act(person, id, new AnswerAsk(ask, draft));
    }

    private async Task<IReadOnlyList<string>> Rows(string sql, object values)
    {
        await using var session = await host.Database.Read();
        return await session.Query<string>(sql, values);
    }
}
