using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Workflows.Tests.Flow.Definition;

/// <summary>Every shape that some engine drops, hangs on or runs twice without an error is refused, with the node.</summary>
public class DefinitionRulesTests
{
    [Fact]
    public void A_well_formed_fork_is_accepted() => Assert.Equal(7, Draft.Forked().Read().Nodes.Count);

    [Fact]
    public void Two_outcomes_of_one_step_into_the_same_join() =>
        Refused(
            "both",
            new Draft()
                .Fork("split", "left", "right")
                .Step("a", "yes", "no")
                .Step("b", "done")
                .Join("both")
                .End("end")
                .Edges("split left a", "split right b", "a yes both", "a no both", "b done both", "both Done end")
        );

    [Fact]
    public void Branches_of_a_decision_straight_into_a_join() =>
        Refused(
            "both",
            new Draft()
                .Fork("split", "left", "right")
                .Decision("which", "rule")
                .Step("b", "done")
                .Join("both")
                .End("end")
                .Edges("split left which", "split right b", "which True both", "which False both", "b done both")
                .Edges("both Done end")
        );

    [Fact]
    public void An_edge_from_inside_a_fork_to_before_it() =>
        Refused(
            "before",
            new Draft()
                .Step("first", "done")
                .Step("before", "done")
                .Fork("split", "left", "right")
                .Step("a", "done", "back")
                .Step("b", "done")
                .Join("both")
                .End("end")
                .Edges("first done before", "before done split", "split left a", "split right b")
                .Edges("a done both", "a back before", "b done both", "both Done end")
        );

    [Theory]
    [InlineData("WaitAny")]
    [InlineData("waitall")]
    public void A_join_that_does_not_wait_for_all(string mode) =>
        Refused(
            "both",
            new Draft()
                .Fork("split", "left", "right")
                .Join("both", mode)
                .End("end")
                .Edges("split left both", "split right both", "both Done end")
        );

    [Fact]
    public void A_join_without_a_mode() =>
        Refused(
            "both",
            new Draft()
                .Fork("split", "left", "right")
                .Add("both", "Elsa.FlowJoin")
                .End("end")
                .Edges("split left both", "split right both", "both Done end")
        );

    [Fact]
    public void Parallel_branches_that_meet_without_a_join() =>
        Refused(
            "after",
            new Draft()
                .Fork("split", "left", "right")
                .Step("a", "done")
                .Step("b", "done")
                .Step("after", "done")
                .End("end")
                .Edges("split left a", "split right b", "a done after", "b done after", "after done end")
        );

    [Fact]
    public void An_outcome_without_an_edge() =>
        Refused("a", new Draft().Step("a", "done", "lost").End("end").Edges("a done end"));

    [Fact]
    public void Two_edges_from_one_outcome() =>
        Refused("a", new Draft().Step("a", "done").End("x").End("y").Edges("a done x", "a done y"));

    [Fact]
    public void An_edge_from_an_outcome_that_is_not_declared() =>
        Refused("a", new Draft().Step("a", "done").End("x").End("y").Edges("a done x", "a other y"));

    [Fact]
    public void A_connection_to_a_node_that_is_not_there() =>
        Refused("ghost", new Draft().Step("a", "done").Edges("a done ghost"));

    [Fact]
    public void A_connection_from_a_node_that_is_not_there() =>
        Refused("ghost", new Draft().Step("a", "done").End("end").Edges("a done end", "ghost done a"));

    [Fact]
    public void A_cycle_in_which_nobody_waits() =>
        Refused(
            "one",
            new Draft()
                .Step("a", "done")
                .Decision("one", "rule")
                .Decision("two", "rule")
                .End("end")
                .Edges("a done one", "one True two", "one False end", "two True one", "two False end")
        );

    [Fact]
    public void A_cycle_with_a_step_is_accepted() =>
        Assert.NotNull(
            new Draft()
                .Step("start", "done")
                .Step("a", "again", "done")
                .End("end")
                .Edges("start done a", "a again a", "a done end")
                .Read()
        );

    /// <summary>A step that is switched off does not wait.</summary>
    [Fact]
    public void A_cycle_whose_only_step_is_switched_off() =>
        Refused(
            "a",
            new Draft()
                .Step("start", "done")
                .Asking("a", ["again", "done"], "optional=again", "off=yes")
                .End("end")
                .Edges("start done a", "a again a", "a done end")
        );

    [Fact]
    public void A_step_that_is_switched_off_and_leads_on_is_accepted() =>
        Assert.True(
            new Draft()
                .Step("start", "done")
                .Asking("a", ["again", "done"], "optional=done", "off=yes")
                .End("end")
                .Edges("start done a", "a again a", "a done end")
                .Read()
                .Step("a")
                .Off
        );

    /// <summary>It would be left at once, forward to where it was sent back from.</summary>
    [Fact]
    public void A_return_to_a_step_that_is_switched_off() =>
        Refused(
            "b",
            new Draft()
                .Asking("a", ["done"], "optional=done", "off=yes")
                .Asking("b", ["done"], "ask=signature", "returnsTo=a")
                .End("end")
                .Edges("a done b", "b done end")
        );

    [Fact]
    public void A_cycle_that_nothing_leads_to() =>
        Refused(
            "x",
            new Draft()
                .Step("a", "done")
                .Step("x", "done")
                .Step("y", "done")
                .End("end")
                .Edges("a done end", "x done y", "y done x")
        );

    [Fact]
    public void Two_starts() =>
        Refused("b", new Draft().Step("a", "done").Step("b", "done").End("end").Edges("a done end", "b done end"));

    [Fact]
    public void No_start() =>
        Refused("-", new Draft().Step("a", "done").Step("b", "done").Edges("a done b", "b done a"));

    [Fact]
    public void The_same_outcome_twice() =>
        Refused("a", new Draft().Step("a", "done", "done").End("end").Edges("a done end"));

    /// <summary>It would enter the step twice.</summary>
    [Fact]
    public void The_same_branch_twice() =>
        Refused(
            "split",
            new Draft()
                .Fork("split", "left", "left")
                .Step("a", "done")
                .Join("both")
                .End("end")
                .Edges("split left a", "a done both", "both Done end")
        );

    [Fact]
    public void A_fork_without_branches() =>
        Refused("split", new Draft().Step("a", "done").Fork("split").Edges("a done split"));

    /// <summary>It would wait for ever at both.</summary>
    [Fact]
    public void Two_joins_of_one_fork() =>
        Refused(
            "second",
            new Draft()
                .Fork("split", "left", "right")
                .Step("a", "x", "y")
                .Step("b", "x", "y")
                .Join("first")
                .Join("second")
                .End("one")
                .End("two")
                .Edges("split left a", "split right b", "a x first", "a y second", "b x first", "b y second")
                .Edges("first Done one", "second Done two")
        );

    [Fact]
    public void A_fork_without_a_join() =>
        Refused(
            "split",
            new Draft()
                .Fork("split", "left", "right")
                .Step("a", "again")
                .Step("b", "again")
                .Edges("split left a", "split right b", "a again a", "b again b")
        );

    [Fact]
    public void A_branch_that_does_not_reach_the_join() =>
        Refused(
            "both",
            new Draft()
                .Fork("split", "left", "right")
                .Step("a", "done")
                .Step("b")
                .Join("both")
                .End("end")
                .Edges("split left a", "split right b", "a done both", "both Done end")
        );

    [Fact]
    public void A_join_without_a_fork() =>
        Refused("both", new Draft().Step("a", "done").Join("both").End("end").Edges("a done both", "both Done end"));

    [Fact]
    public void A_branch_of_an_inner_fork_into_the_outer_join() =>
        Refused(
            "outer",
            new Draft()
                .Fork("split", "left", "right")
                .Fork("inner", "up", "down")
                .Step("a", "done")
                .Step("b", "done")
                .Step("c", "done")
                .Join("outer")
                .End("end")
                .Edges("split right c", "split left inner", "inner up a", "inner down b")
                .Edges("c done outer", "a done outer", "b done outer", "outer Done end")
        );

    [Fact]
    public void An_end_inside_a_fork() =>
        Refused(
            "early",
            new Draft()
                .Fork("split", "left", "right")
                .Step("a", "done", "stop")
                .Step("b", "done")
                .Join("both")
                .End("end")
                .End("early")
                .Edges("split left a", "split right b", "a done both", "a stop early", "b done both", "both Done end")
        );

    [Theory]
    [InlineData("没有“poll”这种请办", "ask=poll")]
    [InlineData("'most' is no policy", "policy=most")]
    [InlineData("退回目标 end 不是环节", "returnsTo=end")]
    [InlineData("退回目标 ghost 不是环节", "returnsTo=ghost")]
    [InlineData("自动完成的环节须有出口 passed", "completes=auto")]
    [InlineData("输入 completes 不能是 Auto", "completes=Auto")]
    [InlineData("输入 deemed 不能是 true", "deemed=true")]
    [InlineData("逾期视为须有时限", "deemed=yes")]
    [InlineData("签发不能逾期视为", "ask=signature", "returnsTo=a", "deemed=yes", "deadline=receipt")]
    [InlineData("任务签收不能逾期视为", "ask=signFor", "deemed=yes", "deadline=signForTask")]
    [InlineData("核实销号只有联席会议办公室能办", "ask=verify", "returnsTo=a")]
    [InlineData("可选环节写明的出口 skipped 不存在", "optional=skipped")]
    [InlineData("不是可选环节", "off=yes")]
    [InlineData("输入 off 不能是 on", "off=on", "optional=done")]
    [InlineData("可以退回的请办须写明退回到哪里", "ask=signature")]
    public void A_round_that_names_what_does_not_exist(string fault, params string[] inputs) =>
        Assert.Contains(
            fault,
            Refused("a", new Draft().Asking("a", ["done"], inputs).End("end").Edges("a done end")).Message
        );

    /// <summary>A joint document is signed by every organ's head (党政机关公文处理工作条例 Art. 22).</summary>
    [Theory]
    [InlineData("联合发文的会签不能逾期视为", "ask=countersign", "deadline=planCountersign", "deemed=yes")]
    [InlineData("联合签发不能逾期视为", "ask=jointSignature", "returnsTo=a", "deadline=planSign", "deemed=yes")]
    [InlineData("联合发文的会签须各单位全部答复", "ask=countersign", "policy=any")]
    [InlineData("联合发文的会签须各单位全部答复", "ask=countersign", "policy=ratio:2/3")]
    [InlineData("联合发文的联合签发须各单位全部答复", "ask=jointSignature", "returnsTo=a", "policy=ratio:1/2")]
    public void A_plan_that_lets_silence_sign(string fault, params string[] inputs) =>
        Assert.Contains(fault, Refused("a", Named("plan", inputs)).Message);

    /// <summary>The same words on minutes, and a plan's consultation, may be deemed; one objection may end a countersign.</summary>
    [Theory]
    [InlineData("meeting", "ask=countersign", "deadline=minutesCountersign", "deemed=yes")]
    [InlineData("meeting", "ask=countersign", "policy=ratio:2/3")]
    [InlineData("plan", "ask=opinion", "deadline=consultReply", "deemed=yes")]
    [InlineData("plan", "ask=countersign", "policy=veto")]
    public void What_is_no_signature_may_be_deemed(string kind, params string[] inputs) =>
        Assert.NotNull(Named(kind, inputs).Read().Step("a").Ask);

    private static Draft Named(string kind, string[] inputs)
    {
        var draft = new Draft().Asking("a", ["done"], inputs).End("end").Edges("a done end");
        draft.File["definitionId"] = kind;
        return draft;
    }

    [Fact]
    public void A_return_into_a_branch_that_need_not_be_open() =>
        Refused(
            "after",
            new Draft()
                .Fork("split", "left", "right")
                .Step("a", "done")
                .Step("b", "done")
                .Join("both")
                .Asking("after", ["done"], "returnsTo=a")
                .End("end")
                .Edges(
                    "split left a",
                    "split right b",
                    "a done both",
                    "b done both",
                    "both Done after",
                    "after done end"
                )
        );

    private static DefinitionFault Refused(string node, Draft draft)
    {
        var fault = Assert.Throws<DefinitionFault>(draft.Read);
        Assert.True(node == fault.Node, fault.Message);
        Assert.Contains($"节点“{node}”", fault.Message);
        return fault;
    }
}
