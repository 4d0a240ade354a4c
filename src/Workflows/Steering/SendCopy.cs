using JointMeeting.Domain;
using JointMeeting.Domain.Rights;
using JointMeeting.Ledger;
using JointMeeting.Ledger.Stores;
using JointMeeting.Workflows.House;

namespace JointMeeting.Workflows.Steering;

/// <summary>传阅: a copy for information. It asks for nothing, and nothing that happens to the case takes it away.</summary>
public sealed record SendCopy(IReadOnlyList<string> ToUnits, string? Note = null) : ActionCommand(Actions.SendCopy)
{
    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        if (ToUnits.Count == 0)
            throw new Refusal("请选择传阅单位。");
        await Units.RefuseUnknown(step, ToUnits);
        var text = step.Steps.Registry.TextKinds.TryGetValue(step.File.Row.Definition, out var kind)
            ? await step.Session.Latest(step.CaseId, kind)
            : null;
        var names = new List<string>();
        foreach (var unit in ToUnits.Distinct())
        {
            await Copies.Send(step, unit, text?.Id, Note);
            names.Add(await step.UnitName(unit));
        }
        step.Say($"传阅：{string.Join("、", names)}", new { Note });
    }
}

/// <summary>Sends single copies; also those that another act brings with it (抄送).</summary>
internal static class Copies
{
    /// <param name="text">The version of the text it is a copy of; null where it is of the case.</param>
    public static async Task Send(Step step, string unit, string? text, string? note)
    {
        var words = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        await step.Session.Insert(
            "copy",
            new CopyRow
            {
                Id = step.NewId(),
                CaseId = step.CaseId,
                Unit = unit,
                TextVersion = text,
                Note = words,
                SentBy = step.Actor.Name,
                SentAt = step.Now,
            }
        );
        step.File.Concerned.Add(unit);
        step.Send(unit, nameof(CopySent), new CopySent(step.CaseId, step.File.Row.Title, words ?? "请阅知"));
    }
}

/// <summary>已阅: a person of the unit has read the copy; also on a paused or closed case, because it changes nothing.</summary>
public sealed record MarkRead(string CopyId) : Command
{
    /// <inheritdoc />
    public override string Name => "read";

    /// <inheritdoc />
    public override Permission May(Rights rights) => rights.ToRead();

    /// <inheritdoc />
    public override async Task Apply(Step step)
    {
        var read = await step.Session.Execute(
            """
            update copy set read_at = @at, read_by = @Name
             where id = @CopyId and case_id = @CaseId and unit = @Unit and read_at is null
            """,
            new
            {
                CopyId,
                step.CaseId,
                step.Actor.Unit,
                step.Actor.Name,
                at = Moment.Text(step.Now),
            }
        );
        if (read != 1)
            throw new Refusal("没有发给您单位的这份传阅件，或已经阅过。");
        step.Say($"{await step.UnitName(step.Actor.Unit!)}已阅", new { copy = CopyId });
    }
}

/// <summary>A copy (传阅件) as stored.</summary>
public sealed record CopyRow
{
    public required string Id { get; init; }
    public required string CaseId { get; init; }
    public required string Unit { get; init; }

    /// <summary>The text as it was when it was sent.</summary>
    public string? TextVersion { get; init; }
    public string? Note { get; init; }
    public required string SentBy { get; init; }
    public required DateTimeOffset SentAt { get; init; }
    public DateTimeOffset? ReadAt { get; init; }
    public string? ReadBy { get; init; }
}
