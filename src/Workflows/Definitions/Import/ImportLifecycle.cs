using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Workflows.Definitions.Import;

/// <summary>
/// 导入流程: the only way to new steps. The file is read as strictly as a shipped one; its number becomes the one after
/// the newest, whatever it says.
/// </summary>
/// <param name="Json">The file.</param>
/// <param name="Note">Why.</param>
public sealed record ImportLifecycle(string Json, string? Note) : ActionCommand(Actions.ImportLifecycle)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var (read, known) = Valid(step.Steps);
        var before = await NewVersion.Newest(step, known.Id);
        var now = read with
        {
            Version = before.Version + 1,
            Source = new DefinitionFile(read).Write(before.Version + 1),
        };
        await NewVersion.Keep(step, before, now, Note, "导入");
    }

    private (Lifecycle Read, Lifecycle Known) Valid(Steps steps)
    {
        try
        {
            var read = LifecycleReader.Read(Json);
            var known = steps.Lifecycles.ShippedOf(read.Id);
            NamesAreKnown.Check(read, known, steps.Registry);
            return (read, known!);
        }
        catch (DefinitionFault fault)
        {
            throw new Refusal($"不是可用的流程定义，没有导入。{fault.Message}。");
        }
    }
}
