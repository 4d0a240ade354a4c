using JointMeeting.Domain.Asks;
using JointMeeting.Shared;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Plans;
using JointMeeting.Workflows.Plans.Check;
using JointMeeting.Workflows.Plans.Consult;
using JointMeeting.Workflows.Plans.Draft;
using JointMeeting.Workflows.Plans.Start;

namespace JointMeeting.Compliance.Stores.Plans;

public sealed class ConsultationOnSqlite : ConsultationTests<Sqlite>;

public sealed class ConsultationOnPostgres : ConsultationTests<Postgres>;

public abstract class ConsultationTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    [Fact]
    public async Task Every_unit_of_the_plan_and_of_its_text_is_asked_but_the_one_that_drafts()
    {
        var plan = await World.ConsultedPlan();
        Assert.Equal(
            new[] { World.Education, World.Finance, World.Transport }.Order(),
            (await World.Asked(plan, "consulting", AskState.Open)).Order()
        );
        Assert.Equal(new DateOnly(2026, 3, 11), (await World.Ask(plan, World.Finance)).Due);
    }

    [Fact]
    public async Task An_opinion_on_a_clause_is_kept_with_its_clause_and_covers_it()
    {
        var plan = await World.ConsultedPlan();
        var clauses = await World.PlanClauses(plan);
        await World.Answer(
            plan,
            World.Transport,
            new("comments")
            {
                Positions =
                [
                    new(clauses[0].Id, PositionValue.Amend, "“三千个”改为“两千个”"),
                    new(clauses[1].Id, PositionValue.NotConcerned),
                ],
            }
        );
        Assert.Equal(
            [(clauses[0].Id, "Amend", "“三千个”改为“两千个”"), (clauses[1].Id, "NotConcerned", null)],
            await World.Rows<(string, string, string?)>("select clause, value, text from clause_opinion order by id")
        );
        var covered = await World.Rows<string>("select clause from signed where covered = 1");
        Assert.Equal(new[] { clauses[0].Id, clauses[2].Id }.Order(), covered.Order());
    }

    [Fact]
    public async Task An_opinion_says_what_it_wants_and_on_what_it_rests()
    {
        var plan = await World.ConsultedPlan();
        var clause = (await World.PlanClauses(plan))[1].Id;
        var ask = (await World.Ask(plan, World.Finance)).Id;
        Task Refuses(string why, AnswerDraft draft) =>
            Refused(why, World.Liaison(World.Finance), plan, new AnswerAsk(ask, draft));
        AnswerDraft With(string value, params Position[] positions) => new(value) { Positions = positions };
        await Refuses("写明意见内容", With("comments", new Position(clause, PositionValue.Amend)));
        await Refuses("写明依据", With("object", new Position(clause, PositionValue.Object, "资金无来源")));
        await Refuses("请选“不同意”", With("comments", new Position(clause, PositionValue.Object, "无来源", "预算法")));
        await Refuses("不能选“全文无意见”", With("noObjection", new Position(clause, PositionValue.Amend, "改")));
        await Refuses("须填写理由或说明", With("comments"));
        await Refuses("与所征求意见的文稿不符", With("comments", new Position("x", PositionValue.Amend, "改")));
    }

    [Fact]
    public async Task Who_let_the_day_pass_is_deemed_and_never_shown_as_answered()
    {
        var plan = await World.ConsultedPlan();
        await World.Answer(plan, World.Finance, new("noObjection"));
        await Refused("反馈期限未到", plan, new CloseConsultation());
        await World.Fire("2026-03-12 08:00");
        await World.Act(plan, new CloseConsultation());
        Assert.Equal(
            new[] { World.Education, World.Transport }.Order(),
            (await World.Asked(plan, "consulting", AskState.Deemed)).Order()
        );
        Assert.Contains("征求意见结束：3 个单位中 1 个已反馈，2 个逾期视为无不同意见", await Timeline(plan));
    }

    [Fact]
    public async Task Every_wanted_change_is_decided_on_and_confirmed_by_its_unit()
    {
        var plan = await World.ConsultedPlan();
        var clause = (await World.PlanClauses(plan))[3].Id;
        await World.Answer(
            plan,
            World.Finance,
            new("comments", "总体可行，建议精简") { Positions = [new(clause, PositionValue.Amend, "明确资金渠道")] }
        );
        await World.Answer(plan, World.Education, new("noObjection"));
        await World.Answer(plan, World.Transport, new("notConcerned"));
        await World.Act(plan, new CloseConsultation());
        await Refused("还有 2 条意见没有登记采纳情况", plan, new FinishDraft());
        var opinions = await World.Rows<string>("select id from clause_opinion order by id");
        await Refused("写明理由", plan, new DecideOpinions([new(opinions[0], AdoptionDecision.NotAdopted, " ")]));
        await Refused("不属于本方案", plan, new DecideOpinions([new("x", AdoptionDecision.Adopted, null)]));
        await World.Act(
            plan,
            new DecideOpinions([
                new(opinions[0], AdoptionDecision.Adopted, null),
                new(opinions[1], AdoptionDecision.NotAdopted, "篇幅已在规定之内"),
            ])
        );
        await World.Act(plan, new SendAdoption());
        var confirm = await World.Ask(plan, World.Finance, Vocabulary.AdoptionConfirm.Id);
        Assert.Equal(new DateOnly(2026, 3, 5), confirm.Due);
        await World.Answer(plan, World.Finance, new("differ", "仍建议精简"));
        Assert.Equal("revising", await World.Where(plan));
        await Refused("没有需要确认", plan, new SendAdoption());
        await World.Act(plan, new FinishDraft());
    }

    [Fact]
    public async Task A_second_consultation_asks_only_those_whose_clause_changed()
    {
        var plan = await World.RevisedPlan();
        var form = await World.PlanForm(plan);
        form[1] = form[1] with { Text = "在学校周边新增停车位五百个。" };
        await World.SavePlan(plan, [.. form]);
        await World.Act(plan, new SendForOpinions());
        Assert.Equal(
            new[] { World.Education, World.Finance }.Order(),
            (await World.Asked(plan, "consulting", AskState.Open)).Order()
        );
        Assert.Equal([World.Transport], await World.Asked(plan, "consulting", AskState.Answered));
    }

    [Fact]
    public async Task Two_drafters_do_not_overwrite_each_other()
    {
        var plan = await World.DraftedPlan();
        var seen = await World.SeenPlan(plan);
        World.Clock.Now = World.Clock.Now.AddMinutes(1);
        await World.Act(plan, new SavePlan(seen, [WorldOfPlans.Clause(1, "甲的改动")]));
        await Refused("已被他人修改", plan, new SavePlan(seen, [WorldOfPlans.Clause(1, "乙的改动")]));
        Assert.Equal("甲的改动", Assert.Single(await World.PlanClauses(plan)).Text);
    }

    [Fact]
    public async Task A_plan_has_one_lead_and_levels_that_exist()
    {
        var plan = await World.StartPlan();
        await Refused("没有内容", plan, new SavePlan(new(null, null), []));
        await Refused("没有第 5 级", plan, new SavePlan(new(null, null), [WorldOfPlans.Clause(5, "甲")]));
        await Refused("还没有方案文稿", plan, new SendForOpinions());
        var two = new[] { World.Office, World.Finance }.Select(u => new PlanUnit(World.Unit(u), PlanRole.Lead));
        await Refused("指定一个牵头单位", plan, new ArrangePlan([.. two], OpinionsSeen.Always));
        await World.Act(plan, new WithdrawPlan("不再需要"));
        Assert.Equal("withdrawn", await World.Where(plan));
    }
}
