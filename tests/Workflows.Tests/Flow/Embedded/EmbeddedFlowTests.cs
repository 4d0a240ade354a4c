using JointMeeting.Workflows.Flow;
using JointMeeting.Workflows.Flow.Definition;
using JointMeeting.Workflows.Flow.Embedded;

namespace JointMeeting.Workflows.Tests.Flow.Embedded;

public class EmbeddedFlowTests
{
    [Fact]
    public void A_fork_opens_every_branch_and_the_join_waits_for_all()
    {
        var course = new Course(Draft.Forked()).Start().Complete("before");
        Assert.Equal(["a", "b"], course.Last.Entered);
        Assert.Empty(course.Complete("b").Last.Entered);
        Assert.Equal(["after"], course.Complete("a").Last.Entered);
    }

    [Fact]
    public void A_join_passes_once()
    {
        var course = new Course(Draft.Forked()).Start().Complete("before", "a", "b");
        Assert.Equal(["after"], course.Last.Entered);
        Assert.Contains("after", Refused(() => course.Complete("after").Complete("after")));
        Assert.Equal("end", course.Last.EndedAt);
    }

    [Fact]
    public void A_second_pass_through_the_fork_waits_again_for_all()
    {
        var course = new Course(Draft.Forked())
            .Start()
            .Complete("before", "a", "b")
            .Jump("before")
            .Complete("before", "a");
        Assert.Empty(course.Last.Entered);
        Assert.Equal(["after"], course.Complete("b").Last.Entered);
    }

    [Theory]
    [InlineData(true, "yes")]
    [InlineData(false, "no")]
    public void A_decision_follows_its_rule(bool answer, string entered)
    {
        var draft = new Draft()
            .Decision("which", "isUrgent")
            .Step("yes", "done")
            .Step("no", "done")
            .End("end")
            .Edges("which True yes", "which False no", "yes done end", "no done end");
        var asked = new List<string>();
        var course = new Course(
            draft,
            rule =>
            {
                asked.Add(rule);
                return answer;
            }
        ).Start();
        Assert.Equal([entered], course.Last.Entered);
        Assert.Equal(["isUrgent"], asked);
    }

    [Fact]
    public void Inner_forks_join_before_the_outer_one()
    {
        var course = new Course(Nested()).Start();
        Assert.Equal(["x", "y", "z"], course.Last.Entered);
        Assert.Empty(course.Complete("z", "x").Last.Entered);
        Assert.Equal(["w"], course.Complete("y").Last.Entered);
        Assert.Equal("end", course.Complete("w").Last.EndedAt);
    }

    [Fact]
    public void A_jump_to_the_main_path_leaves_every_branch_and_forgets_who_had_arrived()
    {
        var course = new Course(Draft.Forked()).Start().Complete("before", "a").Jump("before");
        Assert.Equal(["b"], course.Last.Left);
        Assert.Equal(["before"], course.Last.Entered);
        Assert.Empty(course.Complete("before", "a").Last.Entered);
        Assert.Equal(["after"], course.Complete("b").Last.Entered);
    }

    [Fact]
    public void A_jump_within_an_open_branch_leaves_the_other_branches_alone()
    {
        var draft = new Draft()
            .Fork("split", "left", "right")
            .Step("a", "done")
            .Step("a2", "done")
            .Step("b", "done")
            .Join("both")
            .End("end")
            .Edges("split left a", "split right b", "a done a2", "a2 done both", "b done both", "both Done end");
        var course = new Course(draft).Start().Complete("a").Jump("a");
        Assert.Equal(["a2"], course.Last.Left);
        Assert.Equal(["a"], course.Last.Entered);
        Assert.Null(course.Complete("b").Last.EndedAt);
        Assert.Equal("end", course.Complete("a", "a2").Last.EndedAt);
    }

    [Fact]
    public void A_jump_into_an_inner_fork_that_has_joined_is_refused() =>
        Assert.Contains("没有打开", Refused(() => new Course(Nested()).Start().Complete("x", "y").Jump("x")));

    [Fact]
    public void A_jump_within_a_branch_ends_the_forks_inside_it()
    {
        var course = new Course(Nested()).Start().Complete("x").Jump("w");
        Assert.Equal(["y"], course.Last.Left);
        Assert.Equal("end", course.Complete("w", "z").Last.EndedAt);
    }

    [Fact]
    public void A_jump_into_a_closed_branch_is_refused()
    {
        var course = new Course(Draft.Forked()).Start();
        Assert.Contains("没有打开", Refused(() => course.Jump("a")));
        course.Complete("before", "a");
        Assert.Contains("没有打开", Refused(() => course.Jump("a")));
        Assert.Equal(["after"], course.Complete("b").Last.Entered);
    }

    [Theory]
    [InlineData("ghost")]
    [InlineData("split")]
    [InlineData("end")]
    public void A_jump_goes_only_to_a_step(string target) =>
        Assert.Contains("不是可以到达的环节", Refused(() => new Course(Draft.Forked()).Start().Jump(target)));

    [Fact]
    public void A_step_that_does_not_wait_cannot_be_completed() =>
        Assert.Contains("不在", Refused(() => new Course(Draft.Forked()).Start().Complete("a")));

    [Fact]
    public void An_outcome_that_is_not_declared_is_refused() =>
        Assert.Contains(
            "没有“maybe”",
            Refused(() => new Course(Draft.Forked()).Start().Move(new Move.Complete("before", "maybe")))
        );

    [Fact]
    public void A_case_starts_once() =>
        Assert.Contains("已经开始", Refused(() => new Course(Draft.Forked()).Start().Start()));

    [Fact]
    public void A_refused_move_leaves_the_state_as_it_was()
    {
        var course = new Course(Draft.Forked()).Start();
        var before = course.Last.State.ToArray();
        Refused(() => course.Complete("b"));
        Assert.Equal(before, course.Last.State);
        Assert.Equal(["a", "b"], course.Complete("before").Last.Entered);
    }

    private static Draft Nested() =>
        new Draft()
            .Fork("outer", "left", "right")
            .Fork("inner", "up", "down")
            .Step("x", "done")
            .Step("y", "done")
            .Join("innerJoin")
            .Step("w", "done")
            .Step("z", "done")
            .Join("outerJoin")
            .End("end")
            .Edges("outer left inner", "outer right z", "inner up x", "inner down y", "x done innerJoin")
            .Edges(
                "y done innerJoin",
                "innerJoin Done w",
                "w done outerJoin",
                "z done outerJoin",
                "outerJoin Done end"
            );

    private static string Refused(Func<object> move) => Assert.Throws<MoveRefused>(() => move()).Message;

    /// <summary>A case that is moved along, from state to state.</summary>
    private sealed class Course(Draft draft, Func<string, bool>? rule = null)
    {
        private readonly Lifecycle _lifecycle = draft.Read();

        public Advanced Last { get; private set; } = null!;

        public Course Start() => Move(new Move.Start());

        public Course Complete(params string[] nodes)
        {
            foreach (var node in nodes)
                Move(new Move.Complete(node, "done"));
            return this;
        }

        public Course Jump(string node) => Move(new Move.Jump(node));

        public Course Move(Move move)
        {
            Last = new EmbeddedFlow().Advance(_lifecycle, Last?.State, move, rule ?? (_ => false));
            return this;
        }
    }
}
