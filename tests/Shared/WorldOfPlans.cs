using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Texts;
using JointMeeting.Domain.Texts.Deadlines;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Plans;
using JointMeeting.Workflows.Plans.Check;
using JointMeeting.Workflows.Plans.Consult;
using JointMeeting.Workflows.Plans.Countersign;
using JointMeeting.Workflows.Plans.Decompose;
using JointMeeting.Workflows.Plans.Deliberate;
using JointMeeting.Workflows.Plans.Draft;
using JointMeeting.Workflows.Plans.Issue;
using JointMeeting.Workflows.Plans.Start;
using JointMeeting.Workflows.Steering;
using JointMeeting.Workflows.Supervision.Milestones;
using JointMeeting.Workflows.Texts;

namespace JointMeeting.Shared;

/// <summary>
/// Takes a plan through its stages. 发改局 leads, 教育局 and 财政局 issue jointly, 交通运输局 is consulted. Sent for opinions
/// on Monday 2026-03-02; due on Wednesday 2026-03-11.
/// </summary>
public static class WorldOfPlans
{
    public const string Goal = "到2027年底新增公共停车位三千个，缓解学校周边停车难。";

    public static async Task<string> StartPlan(this World world, params string[] joint)
    {
        world.Clock.Now = World.At("2026-03-02 09:00");
        string[] others = joint.Length > 0 ? joint : [World.Education, World.Finance];
        var units = others
            .Select(u => new PlanUnit(world.Unit(u), PlanRole.Joint))
            .Prepend(new PlanUnit(world.Unit(World.Office), PlanRole.Lead))
            .Append(new PlanUnit(world.Unit(World.Transport), PlanRole.Consulted));
        var start = new StartPlan("停车设施建设三年行动方案", [.. units], OpinionsSeen.AfterClosing);
        return (await world.Act(world.Mechanism, start)).Opened.Single();
    }

    /// <summary>一、 names nobody; （一） 教育局 with 财政局; （二） 交通运输局; （三） 财政局.</summary>
    public static WrittenClause[] Draft(this World world) =>
        [
            Clause(1, Goal) with
            {
                Mark = ClauseMark.Narrative,
            },
            Clause(2, "在学校周边新增停车位三百个。") with
            {
                LeadUnits = [world.Unit(World.Education)],
                ResponsibleUnits = [world.Unit(World.Finance)],
                Deadline = new("2026年9月底前", DeadlineKind.By, new DateOnly(2026, 9, 30), null),
            },
            Clause(2, "开展停车秩序整治，每季度通报一次。") with
            {
                LeadUnits = [world.Unit(World.Transport)],
            },
            Clause(2, "安排建设专项资金。") with
            {
                LeadUnits = [world.Unit(World.Finance)],
            },
        ];

    public static WrittenClause Clause(int level, string text, params string[] before) =>
        new(before, level, ClauseMark.Decided, text, [], [], null, WordingOnly: false);

    public static async Task<string> DraftedPlan(this World world)
    {
        var plan = await world.StartPlan();
        await world.SavePlan(plan, world.Draft());
        return plan;
    }

    public static async Task<string> ConsultedPlan(this World world)
    {
        var plan = await world.DraftedPlan();
        await world.Act(plan, new SendForOpinions());
        return plan;
    }

    /// <summary>Opinions are in and closed; the drafter revises.</summary>
    public static async Task<string> RevisedPlan(this World world)
    {
        var plan = await world.ConsultedPlan();
        foreach (var unit in new[] { World.Education, World.Finance, World.Transport })
            await world.Answer(plan, unit, new("noObjection"));
        await world.Act(plan, new CloseConsultation());
        return plan;
    }

    /// <summary>All checks are done and the plan is at the units for countersign, since 2026-03-17.</summary>
    public static async Task<string> CountersignedPlan(this World world)
    {
        var plan = await world.RevisedPlan();
        world.Clock.Now = World.At("2026-03-17 10:00");
        await world.PassChecks(plan);
        return plan;
    }

    public static async Task PassChecks(this World world, string plan)
    {
        await world.Act(plan, new FinishDraft());
        await world.Act(plan, new RecordCheck(false, "工作方案，不属于重大行政决策"));
        await world.Act(plan, new RecordCheck(true, "审核通过"));
        await world.Act(plan, new RecordCheck(false, "不涉及经营者"));
    }

    /// <summary>交通运输局 and 教育局 first, then 财政局, then the lead.</summary>
    public static async Task AgreeAll(this World world, string plan)
    {
        foreach (var unit in new[] { World.Education, World.Transport, World.Finance, World.Office })
            await world.Answer(plan, unit, new("agree"));
    }

    /// <summary>Everybody has countersigned and the plan was deliberated; the heads are asked to sign.</summary>
    public static async Task<string> PlanToSign(this World world)
    {
        var plan = await world.CountersignedPlan();
        await world.AgreeAll(plan);
        await world.Act(plan, new RecordDeliberation("局务会", new DateOnly(2026, 3, 17), null, null, "原则通过"));
        return plan;
    }

    /// <summary>All heads have signed on paper; the plan waits for its number.</summary>
    public static async Task<string> PlanToNumber(this World world)
    {
        var plan = await world.PlanToSign();
        await world.SignOnPaper(plan, World.Office, "2026-03-17 11:00");
        await world.SignOnPaper(plan, World.Education, "2026-03-19 11:00");
        await world.SignOnPaper(plan, World.Finance, "2026-03-18 11:00");
        return plan;
    }

    public static async Task<string> IssuedPlan(this World world)
    {
        var plan = await world.PlanToNumber();
        await world.Act(plan, new IssuePlan(null, "云发改"));
        return plan;
    }

    /// <summary>One task a clause that binds, the first with these milestones; returns them.</summary>
    public static async Task<IReadOnlyList<string>> DecomposedPlan(
        this World world,
        string plan,
        params NewMilestone[] milestones
    )
    {
        var binding = (await world.PlanClauses(plan)).Where(c => c.Mark == ClauseMark.Decided);
        var tasks = binding.Select(
            (c, i) =>
                new PlannedTask(
                    c.Id,
                    c.Text,
                    c.AsText().LeadUnits,
                    "stated",
                    c.AsText().ResponsibleUnits,
                    c.AsText().Deadline,
                    i == 0 ? milestones : []
                )
        );
        return (await world.Act(plan, new DecomposePlan([.. tasks]))).Opened;
    }

    /// <summary>A drafted plan through every step, all agreeing, until it is issued.</summary>
    public static async Task TakeToIssue(this World world, string plan)
    {
        await world.Act(plan, new SendForOpinions());
        await world.AnswerWaiting(plan, new("noObjection"));
        await world.Act(plan, new CloseConsultation());
        await world.PassChecks(plan);
        await world.AnswerWaiting(plan, new("agree"));
        await world.Act(plan, new RecordDeliberation(null, null, null, null, "已经局务会原则同意，不再审议"));
        foreach (var unit in new[] { World.Office, World.Education, World.Finance })
            await world.SignOnPaper(plan, unit, $"{world.Clock.Now.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm}");
        await world.Act(plan, new IssuePlan(null, "云发改"));
    }

    /// <summary>Every unit that is asked answers so, also those whose turn comes by it.</summary>
    public static async Task AnswerWaiting(this World world, string plan, AnswerDraft draft)
    {
        while ((await world.Look(plan)).Asks.FirstOrDefault(a => a.State == AskState.Open) is { } ask)
            await world.Act(
                world.Liaison(World.Members.Single(u => world.Unit(u) == ask.Unit)),
                plan,
                new AnswerAsk(ask.Id, draft)
            );
    }

    public static async Task SignOnPaper(this World world, string plan, string unit, string at)
    {
        var from = new RecordedFrom("局长", "纸质", World.At(at));
        world.Clock.Now = World.At(at).AddHours(1) > world.Clock.Now ? World.At(at).AddHours(1) : world.Clock.Now;
        var ask = await world.Ask(plan, unit, Vocabulary.JointSignature.Id);
        await world.Act(
            plan,
            new RecordAnswer(ask.Id, new("sign"), from, [new Upload("签字页.png", "image/png", [1, 2, 3])])
        );
    }

    /// <summary>The drafter saves what stands in the form after reading the newest text.</summary>
    public static async Task SavePlan(this World world, string plan, params WrittenClause[] clauses) =>
        await world.Act(plan, new SavePlan(await world.SeenPlan(plan), clauses));

    public static async Task<SeenText> SeenPlan(this World world, string plan)
    {
        await using var session = await world.Database.Read();
        var text = await session.Latest(plan, PlanFile.Text);
        return new(text?.Id, text is null ? null : Moment.Text(text.MadeAt));
    }

    public static async Task<IReadOnlyList<ClauseRow>> PlanClauses(this World world, string plan)
    {
        await using var session = await world.Database.Read();
        return (await session.PlanText(plan)).Clauses;
    }

    /// <summary>The newest text as the edit form shows it.</summary>
    public static async Task<List<WrittenClause>> PlanForm(this World world, string plan) =>
        [
            .. (await world.PlanClauses(plan)).Select(c => new WrittenClause(
                [c.Id],
                c.Level,
                c.Mark,
                c.Text,
                c.AsText().LeadUnits,
                c.AsText().ResponsibleUnits,
                c.AsText().Deadline,
                WordingOnly: false
            )),
        ];

    /// <summary>Returned, edited and sent for countersign again.</summary>
    public static async Task EditAndSendAgain(this World world, string plan, Action<List<WrittenClause>> edit)
    {
        await world.Act(plan, new ReturnTo("revising", "修改"));
        var form = await world.PlanForm(plan);
        edit(form);
        await world.SavePlan(plan, [.. form]);
        await world.Act(plan, new SendAgain());
    }
}
