using JointMeeting.Domain;
using JointMeeting.Domain.Rights;

namespace JointMeeting.Workflows.Notices.Learn;

/// <summary>不再沿用: the office forgets a reading; what was confirmed with it stays as it is.</summary>
public sealed record ForgetLearned(LearnedKind Kind, string Source) : ActionCommand(Actions.Forget)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var forgotten = await step.Session.Execute(
            "delete from learned where office_unit = @unit and kind = @kind and source = @Source",
            new
            {
                unit = step.Actor.Unit,
                kind = Kind.ToString(),
                Source,
            }
        );
        if (forgotten == 0)
            throw new Refusal("没有找到这条已学用法，可能已被删除，请刷新页面。");
        step.Say($"不再沿用“{Source}”的读法", new { Kind, Source });
    }
}
