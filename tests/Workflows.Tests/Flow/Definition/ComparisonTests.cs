using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Workflows.Tests.Flow.Definition;

/// <summary>Two versions are told apart in words, each difference once.</summary>
public class ComparisonTests
{
    private static Draft Old =>
        new Draft().Asking("a", ["done"], "optional=done").Step("b", "done").End("end").Edges("a done b", "b done end");

    [Fact]
    public void A_version_does_not_differ_from_itself() => Assert.Empty(Comparison.Of(Old.Read(), Old.Read()));

    [Theory]
    [InlineData("off", "yes", "停用“环节a”")]
    [InlineData("who", "convenor", "“环节a”请办对象由“各成员单位”改为“召集人本人”")]
    [InlineData("policy", "ratio:2/3", "“环节a”通过条件由“全部答复且无人反对”改为“2/3 的单位同意”")]
    [InlineData("deadline", "receipt", "“环节a”增加时限：会议召开日之前 2个工作日")]
    [InlineData("title", "征求意见", "“征求意见”名称由“环节a”改为“征求意见”")]
    [InlineData("subject", "请回复", "“环节a”请办内容由“请答复”改为“请回复”")]
    public void A_changed_input_is_named_with_what_it_was(string input, string value, string text)
    {
        var draft = Old;
        draft.Activities[0]![input] = Draft.Input("String", "Literal", value);
        Assert.Equal([text], Comparison.Of(Old.Read(), draft.Read()).Select(d => d.Text));
    }

    [Fact]
    public void A_step_switched_on_again_is_named()
    {
        var off = Old;
        off.Activities[0]!["off"] = Draft.Input("String", "Literal", "yes");
        Assert.Equal(["启用“环节a”"], Comparison.Of(off.Read(), Old.Read()).Select(d => d.Text));
    }

    [Fact]
    public void A_new_step_is_named_with_its_edges_and_a_removed_one_without()
    {
        var draft = new Draft()
            .Asking("a", ["done"], "optional=done")
            .Step("new", "done")
            .Step("b", "done")
            .End("end")
            .Edges("a done new", "new done b", "b done end");
        var (old, now) = (Old.Read(), draft.Read());
        Assert.Equal(
            [
                "“环节new”增加环节",
                "“环节a”删去连线：done → 环节b",
                "“环节a”增加连线：done → 环节new",
                "“环节new”增加连线：done → 环节b",
            ],
            Comparison.Of(old, now).Select(d => d.Text)
        );
        Assert.Equal(
            ["“环节new”删去环节", "“环节a”删去连线：done → 环节new", "“环节a”增加连线：done → 环节b"],
            Comparison.Of(now, old).Select(d => d.Text)
        );
    }

    [Fact]
    public void Every_shipped_version_is_like_itself_and_unlike_any_other_lifecycle()
    {
        var all = Lifecycles.Shipped().All.ToList();
        foreach (var (a, b) in all.SelectMany(a => all, (a, b) => (a, b)))
            Assert.Equal(a.Id != b.Id, Comparison.Of(a, b).Count > 0);
    }
}
