using JointMeeting.Domain;
using JointMeeting.Ledger;
using JointMeeting.Workflows.Flow.Definition;

namespace JointMeeting.Workflows.Definitions;

/// <summary>A version of a lifecycle that an office made (流程定义), as stored; never changed once it is there.</summary>
public sealed record DefinitionRow
{
    public required string Id { get; init; }
    public required int Version { get; init; }

    /// <summary>The file, in the form that the reader and Elsa read.</summary>
    public required string Json { get; init; }

    /// <summary>Name of who made it.</summary>
    public required string MadeBy { get; init; }
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Why, in the words of who made it.</summary>
    public string? Note { get; init; }
}

/// <summary>Keeps a new version: it is written beside the others and says what differs from the one before.</summary>
internal static class NewVersion
{
    /// <summary>Writes it; new cases start on it, running cases stay on theirs.</summary>
    public static async Task Keep(Step step, Lifecycle before, Lifecycle now, string? note, string how)
    {
        var differences = Comparison.Of(before, now);
        if (differences.Count == 0)
            throw new Refusal($"与第 {before.Version} 版没有不同，不需要新的版本。");
        await step.Session.Insert(
            "definition",
            new DefinitionRow
            {
                Id = now.Id,
                Version = now.Version,
                Json = now.Source!,
                MadeBy = step.Actor.Name,
                MadeAt = step.Now,
                Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim(),
            }
        );
        step.Say(
            $"{how}“{now.Name}”流程，成为第 {now.Version} 版：{string.Join("；", differences.Select(d => d.Text))}",
            new
            {
                definition = now.Id,
                now.Version,
                basedOn = before.Version,
                note,
            }
        );
    }

    /// <summary>The newest version, of a lifecycle that an office may change.</summary>
    /// <exception cref="Refusal">It may not, or there is none.</exception>
    public static async Task<Lifecycle> Newest(Step step, string id) =>
        id == BusinessOnly.House
            ? throw new Refusal("“系统设置”不是业务流程，不能修改。")
            : await step.Steps.Lifecycles.ReadNewest(step.Session, id);
}

/// <summary>系统设置 is the program's own: accounts must always have a place.</summary>
public static class BusinessOnly
{
    /// <summary>Id of the one lifecycle that no office changes.</summary>
    public const string House = "house";
}
