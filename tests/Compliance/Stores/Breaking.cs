using JointMeeting.Domain.Rights;
using JointMeeting.Workflows;

namespace JointMeeting.Compliance.Stores;

/// <summary>Does all the writing of a command and then breaks.</summary>
internal sealed record Breaking(Command Inner) : Command
{
    public override string Name => Inner.Name;

    public override Permission May(Rights rights) => Inner.May(rights);

    public override async Task Apply(Step step)
    {
        await Inner.Apply(step);
        throw new InvalidOperationException("The disk is on fire.");
    }
}

/// <summary>Does what a test says, as a step of its own.</summary>
internal sealed record Doing(Func<Step, Task> What) : Command
{
    public override string Name => "test";

    public override Permission May(Rights rights) => new Permission.Allowed();

    public override async Task Apply(Step step)
    {
        await What(step);
        step.Say("试验");
    }
}
