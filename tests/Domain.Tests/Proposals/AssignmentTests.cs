using JointMeeting.Domain.Proposals;

namespace JointMeeting.Domain.Tests.Proposals;

public class AssignmentTests
{
    private static AssignedUnit Host(string unit = "甲") => new(unit, HandlingDuty.Host);

    private static AssignedUnit Co(string unit = "乙") => new(unit, HandlingDuty.CoHandler);

    private static AssignedUnit Sole(string unit = "甲") => new(unit, HandlingDuty.Sole);

    private static AssignedUnit Part(string unit) => new(unit, HandlingDuty.Separate);

    [Fact]
    public void One_host_with_co_handlers_or_one_alone_or_several_parts_may_be_assigned()
    {
        Assert.Null(Assignment.Refusal([Host(), Co(), Co("丙")]));
        Assert.Null(Assignment.Refusal([Sole()]));
        Assert.Null(Assignment.Refusal([Part("甲"), Part("乙")]));
    }

    [Fact]
    public void Every_other_combination_is_refused_with_what_to_do()
    {
        Assert.Contains("没有主办单位", Assignment.Refusal([Co()]));
        Assert.Contains("没有主办单位", Assignment.Refusal([]));
        Assert.Contains("只能选一种", Assignment.Refusal([Host(), Host("丁"), Co()]));
        Assert.Contains("改为独办", Assignment.Refusal([Host()]));
        Assert.Contains("改为主办", Assignment.Refusal([Sole(), Co()]));
        Assert.Contains("不设协办", Assignment.Refusal([Part("甲"), Part("乙"), Co("丙")]));
        Assert.Contains("至少须有两个", Assignment.Refusal([Part("甲")]));
        Assert.Contains("出现了两次", Assignment.Refusal([Host(), Co("甲")]));
    }

    [Fact]
    public void One_named_host_alone_handles_alone_and_two_handle_their_parts()
    {
        Assert.Equal([Sole()], Assignment.Of(["甲"], []));
        Assert.Equal([Host(), Co()], Assignment.Of(["甲"], ["乙"]));
        Assert.Equal([Part("甲"), Part("乙")], Assignment.Of(["甲", "乙"], []));
    }

    [Fact]
    public void A_co_handler_is_called_as_its_field_calls_it_and_never_replies()
    {
        Assert.Equal(
            ("协办", "会办"),
            (Assignment.Label(HandlingDuty.CoHandler), Assignment.Label(HandlingDuty.CoHandler, false))
        );
        Assert.Contains("不直接答复", ReplyDuties.RefusalToReply(HandlingDuty.CoHandler));
        Assert.Null(ReplyDuties.RefusalToReply(HandlingDuty.Separate));
        Assert.Contains("没有交办", ReplyDuties.RefusalToReply(null));
    }
}
