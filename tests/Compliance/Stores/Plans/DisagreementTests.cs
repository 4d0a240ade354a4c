using JointMeeting.Domain.Asks;
using JointMeeting.Shared;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Plans.Countersign;
using JointMeeting.Workflows.Plans.Deliberate;
using JointMeeting.Workflows.Plans.Disagree;
using JointMeeting.Workflows.Steering;

namespace JointMeeting.Compliance.Stores.Plans;

public sealed class DisagreementOnSqlite : DisagreementTests<Sqlite>;

public sealed class DisagreementOnPostgres : DisagreementTests<Postgres>;

public abstract class DisagreementTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    private static readonly AnswerDraft Maintain = new("maintain", "预算没有安排", "预算法第十三条");

    [Fact]
    public async Task Both_sides_are_asked_at_the_first_level_with_five_workdays()
    {
        var (_, disagreement) = await Disagreed();
        Assert.Equal([World.Office, World.Finance], await World.Asked(disagreement, "negotiation", AskState.Open));
        Assert.Equal(new DateOnly(2026, 3, 24), (await World.Ask(disagreement, World.Finance)).Due);
    }

    [Fact]
    public async Task It_ends_as_agreed_when_both_sides_say_so()
    {
        var (_, disagreement) = await Disagreed();
        await World.Answer(disagreement, World.Finance, new("agreed", "分年度安排"));
        await World.Answer(disagreement, World.Office, new("agreed", "同意分年度安排"));
        Assert.Equal("agreed", await World.Where(disagreement));
    }

    [Fact]
    public async Task It_climbs_level_by_level_and_a_ruling_ends_it_with_the_opinion_on_record()
    {
        var (plan, disagreement) = await Disagreed();
        await Refused("期限未到", disagreement, new Escalate("谈不拢"));
        await World.Answer(disagreement, World.Finance, Maintain);
        await World.Act(disagreement, new Escalate("谈不拢"));
        Assert.Equal("heads", await World.Where(disagreement));
        await World.Fire("2026-03-25 08:00");
        await World.Act(disagreement, new Escalate("主要负责人未能一致"));
        Assert.Equal("office", await World.Where(disagreement));
        await World.Answer(disagreement, World.Finance, Maintain);
        await World.Act(disagreement, new Escalate("办公室协调未果"));
        Assert.Equal("deputy", await World.Where(disagreement));
        var ruling = await World.Ask(disagreement, World.Government, Vocabulary.Ruling.Id);
        await World.Act(World.Convenor, disagreement, new AnswerAsk(ruling.Id, new("passUp", "报召集人")));
        await World.Act(disagreement, new Escalate("报召集人裁定"));
        ruling = await World.Ask(disagreement, World.Government, Vocabulary.Ruling.Id);
        await World.Act(World.Convenor, disagreement, new AnswerAsk(ruling.Id, new("ruled", "由财政局分两年安排")));
        Assert.Equal("ruledBySuperior", await World.Where(disagreement));

        // The countersign goes on with the objection on record, and not before everybody has signed.
        Assert.Equal([World.Office], await World.Asked(plan, "countersigning", AskState.Waiting));
        await World.Act(plan, new ProceedPastRulings());
        await Refused("还没有会签", plan, new ProceedPastRulings());
        await World.Answer(plan, World.Office, Agree);
        await World.Act(plan, new ProceedPastRulings());
        Assert.Equal("deliberating", await World.Where(plan));
        var objection = (await World.Look(plan)).Answers.Single(a => a.Value == "object");
        Assert.Equal("资金无来源", objection.Text);
    }

    [Fact]
    public async Task An_objection_without_a_ruling_holds_the_countersign()
    {
        var plan = await Objected();
        Assert.Equal("countersigning", await World.Where(plan));
        await Refused("登记分歧逐级协调", plan, new ProceedPastRulings());
    }

    [Fact]
    public async Task It_ends_by_removal_only_once_the_clause_is_gone()
    {
        var (plan, disagreement) = await Disagreed();
        await Refused("仍在最新文稿中", disagreement, new RecordRemoval());
        await World.Act(plan, new ReturnTo("revising", "删除第4条"));
        var form = await World.PlanForm(plan);
        form[3] = form[3] with { Text = "另行安排资金。" };
        await World.SavePlan(plan, [.. form]);
        await Refused("仍在最新文稿中", disagreement, new RecordRemoval());
        form = await World.PlanForm(plan);
        form.RemoveAt(3);
        await World.SavePlan(plan, [.. form]);
        await World.Act(disagreement, new RecordRemoval());
        Assert.Equal("clauseRemoved", await World.Where(disagreement));
    }

    [Fact]
    public async Task Nothing_is_signed_off_while_one_is_open()
    {
        var (plan, _) = await Disagreed();
        await World.Answer(plan, World.Finance, Agree);
        await World.Answer(plan, World.Office, Agree);
        Assert.Equal("deliberating", await World.Where(plan));
        await Refused(
            "还有 1 项分歧没有解决",
            plan,
            new RecordDeliberation("局务会", new DateOnly(2026, 3, 17), null, null, "通过")
        );
    }

    [Fact]
    public async Task It_names_the_other_side_the_question_and_a_proposal()
    {
        var plan = await Objected();
        var finance = World.Unit(World.Finance);
        await Refused("倾向性意见", plan, new OpenDisagreement(finance, null, "资金", ""));
        await Refused("不能是牵头单位", plan, new OpenDisagreement(World.Unit(World.Office), null, "资金", "安排"));
        await Refused("没有被征求过意见", plan, new OpenDisagreement("x", null, "资金", "安排"));
        await Refused("不在最新文稿中", plan, new OpenDisagreement(finance, "x", "资金", "安排"));
    }

    private async Task<string> Objected()
    {
        var plan = await World.CountersignedPlan();
        await World.Answer(plan, World.Education, Agree);
        await World.Answer(plan, World.Transport, Agree);
        await World.Answer(plan, World.Finance, new("object", "资金无来源", "预算法第十三条"));
        return plan;
    }

    private async Task<(string Plan, string Disagreement)> Disagreed()
    {
        var plan = await Objected();
        var clause = (await World.PlanClauses(plan))[3].Id;
        var open = new OpenDisagreement(World.Unit(World.Finance), clause, "专项资金由谁安排", "由财政局安排");
        return (plan, (await World.Act(plan, open)).Opened.Single());
    }
}
