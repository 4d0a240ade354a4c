using JointMeeting.Domain;
using JointMeeting.Domain.Asks;
using JointMeeting.Shared;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Plans;
using JointMeeting.Workflows.Plans.Decompose;
using JointMeeting.Workflows.Plans.Deliberate;
using JointMeeting.Workflows.Plans.Disagree;
using JointMeeting.Workflows.Plans.Finish;
using JointMeeting.Workflows.Plans.Issue;
using JointMeeting.Workflows.Supervision.Milestones;
using JointMeeting.Workflows.Texts;

namespace JointMeeting.Compliance.Stores.Plans;

public sealed class IssuePlanOnSqlite : IssuePlanTests<Sqlite>;

public sealed class IssuePlanOnPostgres : IssuePlanTests<Postgres>;

public abstract class IssuePlanTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    [Fact]
    public async Task The_heads_of_all_joint_organs_sign_and_the_last_day_is_the_date()
    {
        var plan = await World.PlanToSign();
        Assert.Equal([World.Office, World.Education, World.Finance], await World.Asked(plan, "signing", AskState.Open));
        var ask = await World.Ask(plan, World.Finance, Vocabulary.JointSignature.Id);
        await Refused("须由本人办理", World.Liaison(World.Finance), plan, new AnswerAsk(ask.Id, new("sign")));
        var byPhone = new RecordedFrom("冯局长", "电话", World.Clock.GetUtcNow());
        await Refused("扫描件", plan, new RecordAnswer(ask.Id, new("sign"), byPhone));
        await World.SignOnPaper(plan, World.Office, "2026-03-17 11:00");
        await World.SignOnPaper(plan, World.Finance, "2026-03-19 11:00");
        Assert.Equal("signing", await World.Where(plan));
        await World.SignOnPaper(plan, World.Education, "2026-03-18 11:00");
        Assert.Equal("numbering", await World.Where(plan));
        await World.Act(plan, new IssuePlan("云发改〔2026〕12号", null));
        Assert.Contains(
            "登记发文字号云发改〔2026〕12号，成文日期 2026-03-19（最后签发人签发日），印发",
            await Timeline(plan)
        );
    }

    [Fact]
    public async Task A_signer_sends_it_back_to_the_drafter()
    {
        var plan = await World.PlanToSign();
        var ask = await World.Ask(plan, World.Education, Vocabulary.JointSignature.Id);
        await World.Act(
            plan,
            new RecordAnswer(
                ask.Id,
                new("sendBack", "第2条再斟酌"),
                new RecordedFrom("郑局长", "纸质", World.Clock.GetUtcNow()),
                [new Upload("批示.png", "image/png", [1])]
            )
        );
        Assert.Equal("revising", await World.Where(plan));
        Assert.Equal([World.Office, World.Finance], await World.Asked(plan, "signing", AskState.Withdrawn));
    }

    [Theory]
    [InlineData("云发改20266号", "建议写作“云发改〔2026〕6号”")]
    [InlineData("云发改〔2026〕第6号", "建议写作“云发改〔2026〕6号”")]
    [InlineData("〔2026〕6号", "缺少机关代字")]
    [InlineData("6号文", "不是发文字号")]
    public async Task A_number_that_breaks_the_grammar_is_refused_with_the_right_form(string text, string why) =>
        await Refused(why, await World.PlanToNumber(), new IssuePlan(text, null));

    [Fact]
    public async Task A_number_is_given_once_and_numbers_drawn_here_have_no_gap()
    {
        var (first, second) = (await World.PlanToNumber(), await World.PlanToNumber());
        await Refused("二者选一", first, new IssuePlan("云发改〔2026〕1号", "云发改"));
        await World.Act(first, new IssuePlan(null, "云发改"));
        await Refused("由本系统编号", second, new IssuePlan("云发改〔2026〕9号", null));
        await World.Act(second, new IssuePlan(null, "云发改"));
        Assert.Equal([1, 2], await World.Rows<int>("select number from document_number order by number"));
    }

    [Fact]
    public async Task A_registered_number_cannot_be_used_twice_and_its_series_is_not_drawn_from()
    {
        var (first, second) = (await World.PlanToNumber(), await World.PlanToNumber());
        await World.Act(first, new IssuePlan("云发改〔2026〕7号", null));
        await Refused("已经用于“停车设施建设三年行动方案”", second, new IssuePlan("云发改[2026]7号", null));
        await Refused("由OA编号", second, new IssuePlan(null, "云发改"));
    }

    [Fact]
    public async Task A_voided_number_is_kept_and_never_given_again()
    {
        var plan = await World.IssuedPlan();
        await Refused("填写作废字号的理由", plan, new VoidNumber(""));
        await World.Act(plan, new VoidNumber("印制错误"));
        Assert.Equal("numbering", await World.Where(plan));
        await World.Act(plan, new IssuePlan(null, "云发改"));
        Assert.Equal(
            [(1, "Void", "印制错误"), (2, "Active", null)],
            await World.Rows<(int, string, string?)>(
                "select number, state, reason from document_number order by number"
            )
        );
    }

    /// <summary>Two processes number at the same moment: different numbers, or one is refused.</summary>
    [Fact]
    public async Task Two_processes_never_get_one_number()
    {
        var plans = new List<string>();
        for (var i = 0; i < 4; i++)
            plans.Add(await World.PlanToNumber());
        await Task.WhenAll(plans.Select(p => World.Act(p, new IssuePlan(null, "云发改"))));
        Assert.Equal([1, 2, 3, 4], await World.Rows<int>("select number from document_number order by number"));
    }

    [Fact]
    public async Task One_number_registered_twice_at_once_is_taken_once()
    {
        string[] plans = [await World.PlanToNumber(), await World.PlanToNumber()];
        var outcomes = await Task.WhenAll(
            plans.Select(async p =>
            {
                try
                {
                    await World.Act(p, new IssuePlan("云发改〔2026〕7号", null));
                    return "taken";
                }
                catch (Refusal refusal)
                {
                    return refusal.Why;
                }
            })
        );
        Assert.Single(outcomes, "taken");
        Assert.Single(outcomes, why => why.Contains("已经用于", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_numbered_while_a_disagreement_is_open()
    {
        var plan = await World.PlanToSign();
        var open = new OpenDisagreement(World.Unit(World.Finance), null, "资金", "安排");
        await Refused("此时不能“登记分歧”", plan, open);
        await World.Tamper(
            """
            insert into disagreement (case_id, plan, unit, lead_unit, question, proposal)
            select id, @plan, 'u', 'l', 'q', 'p' from cases where kind = 'Meeting' or kind = 'Mechanism'
            """,
            new { plan }
        );
        await World.SignOnPaper(plan, World.Office, "2026-03-17 11:00");
        await World.SignOnPaper(plan, World.Finance, "2026-03-17 11:00");
        await World.SignOnPaper(plan, World.Education, "2026-03-17 11:00");
        await Refused("还有 1 项分歧没有解决", plan, new IssuePlan(null, "云发改"));
    }

    [Fact]
    public async Task The_final_file_is_compared_with_what_was_countersigned()
    {
        var plan = await World.IssuedPlan();
        var file = new Upload("定稿.pdf", "application/pdf", [1, 2, 3]);
        var text = string.Join('\n', (await World.PlanClauses(plan)).Select(c => c.Text));
        var changed = text.Replace("三百个", "三十个");
        await Refused("有 1 条不一致：第 2 条", plan, new UploadFinal(file, changed, null));
        await Refused("没有可读的文字", plan, new UploadFinal(file, " ", null));
        await World.Act(plan, new UploadFinal(file, changed, "校对后更正"));
        await World.Act(plan, new UploadFinal(file, text, null));
        Assert.Equal(["2", ""], await World.Rows<string>("select differences from final_text order by attachment"));
    }

    [Fact]
    public async Task The_lead_files_the_original_and_the_others_their_copies_without_a_number()
    {
        var plan = await World.IssuedPlan();
        await World.Act(plan, new FileOriginal("2026-综-12"));
        await Refused("已经登记过", plan, new FileOriginal("2026-综-13"));
        await World.Act(World.Liaison(World.Finance), plan, new RegisterCopy("财办-3"));
        await Refused("归档的是原件", World.Liaison(World.Office), plan, new RegisterCopy("综-1"));
        Assert.Equal(
            [("original", World.Unit(World.Office)), ("copy", World.Unit(World.Finance))],
            await World.Rows<(string, string)>("select kind, unit from archive_copy order by id")
        );
    }

    [Fact]
    public async Task Every_clause_becomes_a_task_or_says_why_not_and_milestones_close_nothing()
    {
        var plan = await World.IssuedPlan();
        var clauses = await World.PlanClauses(plan);
        var parking = new PlannedTask(
            clauses[1].Id,
            "新增停车位三百个",
            [World.Unit(World.Education)],
            "stated",
            [World.Unit(World.Finance)],
            clauses[1].AsText().Deadline,
            [new("完成选址", "2026年5月底前", new DateOnly(2026, 5, 31)), new("建成", null, new DateOnly(2026, 9, 30))]
        );
        var order = parking with { Clause = clauses[2].Id, Text = "整治", Lead = [World.Unit(World.Transport)] };
        await Refused("还有 1 处议定内容没有任务", plan, new DecomposePlan([parking, order]));
        var finding = (await Coverage(plan, [parking, order])).Single(f => f.Stops);
        await Refused("不设任务", plan, new NoteCoverage(clauses[3].Id, finding.Key, null));
        await World.Act(plan, new NoteCoverage(clauses[3].Id, finding.Key, "年度预算中安排"));
        var undated = parking with { Milestones = [new("完成选址", null, null)] };
        await Refused("写明成果和日期", plan, new DecomposePlan([undated, order]));
        var opened = (await World.Act(plan, new DecomposePlan([parking, order]))).Opened;
        Assert.Equal("implementing", await World.Where(plan));
        Assert.Equal(
            [("完成选址", "2026-05-31"), ("建成", "2026-09-30")],
            await World.Rows<(string, string)>(
                "select text, deadline_date from milestone where task = @task order by position",
                new { task = opened[0] }
            )
        );
        Assert.Equal("assigned", await World.Where(opened[0]));
        await Refused("还有 2 项下级事项没有办结", plan, new EndPlan("完成"));
        await Refused("还有 2 项下级事项没有办结", plan, new RepealPlan("上位文件失效"));
        var amended = (await World.Act(plan, new AmendPlan("停车方案（修订）"))).Opened.Single();
        Assert.Equal(clauses.Select(c => c.Hash), (await World.PlanClauses(amended)).Select(c => c.Hash));
    }

    private async Task<IReadOnlyList<Domain.Texts.Coverage.CoverageFinding>> Coverage(
        string plan,
        IReadOnlyList<PlannedTask> tasks
    )
    {
        await using var session = await World.Database.Read();
        return await DecomposePlan.Coverage(session, plan, await World.PlanClauses(plan), tasks);
    }

    [Fact]
    public async Task A_deliberation_names_its_body_its_day_and_a_meeting_of_this_joint_meeting()
    {
        var meeting = await World.Held();
        var plan = await World.CountersignedPlan();
        await World.AgreeAll(plan);
        var right = new RecordDeliberation("联席会议全体会议", new DateOnly(2026, 3, 16), meeting, "一、通报", "通过");
        await Refused("审议结论", plan, right with { Text = "" });
        await Refused("不能晚于今天", plan, right with { On = new DateOnly(2026, 4, 1) });
        await Refused("不是本联席会议的会议", plan, right with { Meeting = plan });
        await Refused("不在该会议的议程中", plan, right with { Topic = "二、其他" });
        await World.Act(plan, right);
        Assert.Equal("signing", await World.Where(plan));
        Assert.Equal([(meeting, "一、通报")], await World.Rows<(string, string)>("select meeting, topic from plan"));
    }
}
