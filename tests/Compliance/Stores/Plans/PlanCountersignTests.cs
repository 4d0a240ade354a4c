using JointMeeting.Domain.Asks;
using JointMeeting.Domain.Texts;
using JointMeeting.Ledger.Stores;
using JointMeeting.Shared;
using JointMeeting.Workflows.Answering;
using JointMeeting.Workflows.Asking;
using JointMeeting.Workflows.Plans.Countersign;
using JointMeeting.Workflows.Plans.Deliberate;
using JointMeeting.Workflows.Steering;

namespace JointMeeting.Compliance.Stores.Plans;

public sealed class PlanCountersignOnSqlite : PlanCountersignTests<Sqlite>;

public sealed class PlanCountersignOnPostgres : PlanCountersignTests<Postgres>;

public abstract class PlanCountersignTests<TStore> : InWorld<TStore>
    where TStore : IStore
{
    private static readonly string[] Everybody = [World.Education, World.Transport, World.Finance, World.Office];

    [Fact]
    public async Task Joint_organs_and_all_whom_the_text_names_are_asked_finance_later_and_the_lead_last()
    {
        var plan = await World.CountersignedPlan();
        Assert.Equal([World.Education, World.Transport], await World.Asked(plan, "countersigning", AskState.Open));
        await World.Answer(plan, World.Transport, Agree);
        await World.Answer(plan, World.Education, Agree);
        Assert.Equal([World.Finance], await World.Asked(plan, "countersigning", AskState.Open));
        Assert.Equal([World.Office], await World.Asked(plan, "countersigning", AskState.Waiting));
    }

    [Fact]
    public async Task An_edit_asks_exactly_the_units_of_the_clause_again()
    {
        var plan = await AgreedByAll();
        await World.EditAndSendAgain(plan, f => f[1] = f[1] with { Text = "在学校周边新增停车位五百个。" });
        await AskedAgain(plan, World.Education, World.Finance);
    }

    [Fact]
    public async Task A_clause_that_only_moved_asks_nobody()
    {
        var plan = await AgreedByAll();
        await World.EditAndSendAgain(plan, f => f.Reverse());
        Assert.Equal("deliberating", await World.Where(plan));
        Assert.Equal(Everybody.Length, (await World.Asked(plan, "countersigning", AskState.Answered)).Count);
    }

    [Fact]
    public async Task A_clause_that_was_split_asks_its_units_again()
    {
        var plan = await AgreedByAll();
        await World.EditAndSendAgain(
            plan,
            f =>
            {
                f[2] = f[2] with { Text = "开展停车秩序整治。" };
                f.Insert(3, f[2] with { Text = "每季度通报一次。" });
            }
        );
        await AskedAgain(plan, World.Transport);
        Assert.Equal(
            [LinkKind.Split, LinkKind.Split],
            (await World.Rows<ClauseLinkRow>("select * from clause_link where kind = 'Split'")).Select(l => l.Kind)
        );
    }

    [Fact]
    public async Task Clauses_that_were_merged_ask_the_units_of_both_again()
    {
        var plan = await AgreedByAll();
        await World.EditAndSendAgain(
            plan,
            f =>
            {
                f[2] = f[2] with
                {
                    Before = [.. f[2].Before, .. f[3].Before],
                    Text = f[2].Text + f[3].Text,
                    ResponsibleUnits = f[3].LeadUnits,
                };
                f.RemoveAt(3);
            }
        );
        await AskedAgain(plan, World.Finance, World.Transport);
    }

    /// <summary>The draft is saved many times before anybody is asked; what counts is the text that everybody saw.</summary>
    [Fact]
    public async Task A_split_that_is_taken_back_in_the_same_draft_asks_nobody()
    {
        var plan = await AgreedByAll();
        await World.Act(plan, new ReturnTo("revising", "修改"));
        var form = await World.PlanForm(plan);
        var whole = form[2];
        form[2] = whole with { Text = "开展停车秩序整治。" };
        form.Insert(3, whole with { Text = "每季度通报一次。" });
        await World.SavePlan(plan, [.. form]);
        form = await World.PlanForm(plan);
        form[2] = form[2] with { Before = [.. form[2].Before, .. form[3].Before], Text = whole.Text };
        form.RemoveAt(3);
        await World.SavePlan(plan, [.. form]);
        await World.Act(plan, new SendAgain());
        Assert.Equal("deliberating", await World.Where(plan));
    }

    [Fact]
    public async Task A_position_on_a_clause_of_others_makes_its_unit_ask_again_when_it_changes()
    {
        var plan = await World.CountersignedPlan();
        var goal = (await World.PlanClauses(plan))[0].Id;
        foreach (var unit in Everybody)
            await World.Answer(
                plan,
                unit,
                unit == World.Transport
                    ? new("agreeWithChanges") { Positions = [new(goal, PositionValue.Amend, "改为两千个")] }
                    : Agree
            );
        await World.EditAndSendAgain(plan, f => f[0] = f[0] with { Text = "到2027年底新增公共停车位两千个。" });
        await AskedAgain(plan, World.Transport);
    }

    [Fact]
    public async Task A_challenge_makes_wording_substance_and_asks_who_rested_on_it()
    {
        var plan = await AgreedByAll();
        await World.EditAndSendAgain(
            plan,
            f =>
            {
                f[1] = f[1] with { Text = "在学校周边新建停车位三百个。", WordingOnly = true };
                f[2] = f[2] with { Text = "开展停车秩序整治，每月通报一次。" };
            }
        );
        await AskedAgain(plan, World.Transport);
        var clause = (await World.PlanClauses(plan))[1].Id;
        var challenge = new ChallengeMarking(clause, "新增改新建扩大了范围");
        await Refused("说明为什么", World.Liaison(World.Education), plan, challenge with { Why = "" });
        await World.Act(World.Liaison(World.Education), plan, challenge);
        await AskedAgain(plan, World.Education, World.Finance, World.Transport);
        await Refused("已经提出过异议", World.Liaison(World.Finance), plan, challenge);
        Assert.Contains(
            "云江市教育局认为第 2 条不是文字性修改：新增改新建扩大了范围；重新征求 2 个单位",
            await Timeline(plan)
        );
        foreach (var unit in new[] { World.Education, World.Transport, World.Finance })
            await World.Answer(plan, unit, Agree);
        Assert.Equal("deliberating", await World.Where(plan));
    }

    [Fact]
    public async Task A_challenge_after_the_countersign_brings_the_plan_back_to_it()
    {
        var plan = await AgreedByAll();
        await World.EditAndSendAgain(
            plan,
            f => f[1] = f[1] with { Text = "在学校周边新建停车位三百个。", WordingOnly = true }
        );
        Assert.Equal("deliberating", await World.Where(plan));
        var clause = (await World.PlanClauses(plan))[1].Id;
        await World.Act(World.Liaison(World.Finance), plan, new ChallengeMarking(clause, "范围不同"));
        Assert.Equal("countersigning", await World.Where(plan));
        await AskedAgain(plan, World.Education, World.Finance);
    }

    [Fact]
    public async Task A_unit_of_no_concern_challenges_nothing()
    {
        var plan = await AgreedByAll();
        await Refused(
            "只有与本事项有关的单位",
            World.Liaison(World.Government),
            plan,
            new ChallengeMarking("x", "理由")
        );
    }

    [Fact]
    public async Task Nobody_is_passed_over_however_late()
    {
        var plan = await World.CountersignedPlan();
        await World.Answer(plan, World.Education, Agree);
        await World.Fire("2026-06-01 08:00");
        await Refused("不能逾期视为同意", plan, new ProceedPastRulings());
        Assert.Empty(await World.Asked(plan, "countersigning", AskState.Deemed));
    }

    /// <summary>A unit that is left out, or put in without being its head's seat, would sign without signing.</summary>
    [Fact]
    public async Task Nobody_is_taken_out_of_a_countersign_or_a_joint_signature_or_put_in_for_another()
    {
        var plan = await World.CountersignedPlan();
        var ask = (await World.Ask(plan, World.Transport)).Id;
        await Refused("不能减签、改派", plan, new RemoveAskee(ask, "不急"));
        await Refused("不能减签、改派", plan, new ReplaceAskee(ask, World.Unit(World.Government), "代签"));
        await World.AgreeAll(plan);
        await World.Act(plan, new RecordDeliberation(null, null, null, null, "不需要"));
        var signature = (await World.Ask(plan, World.Finance, Vocabulary.JointSignature.Id)).Id;
        await Refused("不能减签、改派", plan, new RemoveAskee(signature, "不急"));
        await Refused("本人办理", plan, new ReplaceAskee(signature, World.Unit(World.Transport), "代签"));
        await Refused("本人办理", plan, new AddAskee("signing", World.Unit(World.Transport), 0, "加签"));
    }

    [Fact]
    public async Task A_signature_on_a_stale_text_is_refused()
    {
        var plan = await World.CountersignedPlan();
        var stale = (await World.Ask(plan, World.Transport)).Id;
        await World.EditAndSendAgain(plan, f => f[2] = f[2] with { Text = "另行整治。" });
        await Refused("已撤回", World.Liaison(World.Transport), plan, new AnswerAsk(stale, Agree));
    }

    /// <summary>跳回 goes straight to the signers; what they sign must be what was countersigned.</summary>
    [Fact]
    public async Task A_text_changed_after_the_countersign_cannot_be_signed()
    {
        var plan = await World.PlanToSign();
        await World.Act(plan, new ReturnTo("revising", "再改"));
        var form = await World.PlanForm(plan);
        form[0] = form[0] with { Text = "到2028年底新增公共停车位三千个。" };
        await World.SavePlan(plan, [.. form]);
        await Refused("重新送会签", plan, new JumpBack());
        await World.Act(plan, new SendAgain());
        Assert.Equal("deliberating", await World.Where(plan));
    }

    /// <summary>Whoever has only the rows comes to the same answer as the program.</summary>
    [Fact]
    public async Task The_rows_alone_say_which_signatures_stand()
    {
        var plan = await AgreedByAll();
        await World.EditAndSendAgain(
            plan,
            f =>
            {
                f[1] = f[1] with { Text = "在学校周边新建停车位三百个。", WordingOnly = true };
                f[2] = f[2] with { Text = "开展停车秩序整治，每月通报一次。" };
            }
        );
        var open = await World.Asked(plan, "countersigning", AskState.Open);
        foreach (var unit in Everybody)
            Assert.True(await World.StandsByRows(plan, unit) != open.Contains(unit), unit);
        Assert.Empty(await World.Asked(plan, "countersigning", AskState.Waiting));
    }

    private async Task<string> AgreedByAll()
    {
        var plan = await World.CountersignedPlan();
        foreach (var unit in Everybody)
            await World.Answer(plan, unit, Agree);
        Assert.Equal("deliberating", await World.Where(plan));
        return plan;
    }

    private async Task AskedAgain(string plan, params string[] units)
    {
        var open = await World.Asked(plan, "countersigning", AskState.Open);
        var waiting = await World.Asked(plan, "countersigning", AskState.Waiting);
        Assert.Equal(units.Order(), open.Concat(waiting).Order());
        Assert.Equal(
            Everybody.Except(units).Order(),
            (await World.Asked(plan, "countersigning", AskState.Answered)).Order()
        );
    }
}
