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
            await step.Session.Insert("copy", Row(step, unit, text));
            step.Send(unit, nameof(CopySent), new CopySent(step.CaseId, step.File.Row.Title, Note?.Trim() ?? "请阅知"));
            names.Add(await step.UnitName(unit));
        }
        step.Say($"传阅：{string.Join("、", names)}", new { Note });
    }

    private CopyRow Row(Step step, string unit, TextVersionRow? text) =>
        new()
        {
            Id = step.NewId(),
            CaseId = step.CaseId,
            Unit = unit,
            TextVersion = text?.Id,
            Note = string.IsNullOrWhiteSpace(Note) ? null : Note.Trim(),
            SentBy = step.Actor.Name,
            SentAt = step.Now,
        };
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
