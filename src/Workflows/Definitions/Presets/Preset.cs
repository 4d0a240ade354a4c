using System.Text.Json;
using System.Text.Json.Serialization;
using JointMeeting.Domain.Clocks;

namespace JointMeeting.Workflows.Definitions.Presets;

/// <summary>
/// 起步方案: what some places do differently, as a starting point of an edit. None is in use before an office has looked
/// at it and saved it.
/// </summary>
/// <param name="Id">Stable within its lifecycle.</param>
/// <param name="Lifecycle">Id of the lifecycle.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Seen">How much of the text was read.</param>
/// <param name="Source">Where it comes from, or that it is a default of this program.</param>
/// <param name="Steps">What it sets; what it does not name stays as it is.</param>
public sealed record Preset(
    string Id,
    string Lifecycle,
    string Name,
    TextSeen Seen,
    string Source,
    IReadOnlyList<PresetStep> Steps
)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    private sealed record Collection(IReadOnlyList<Preset> Presets);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Preset> All { get; } = Load();

    /// <summary>Those of one lifecycle.</summary>
    public static IReadOnlyList<Preset> For(string lifecycle) => [.. All.Where(p => p.Lifecycle == lifecycle)];

    /// <summary>What to say before it is saved; null where nothing needs saying.</summary>
    public string? Caution =>
        Seen switch
        {
            TextSeen.OwnDefault => "系统默认值，没有上位规定，请按本地规定调整。",
            TextSeen.FullText => null,
            TextSeen.Excerpt => "依据摘录或转载整理，保存前请核对现行文本。",
        };

    private static IReadOnlyList<Preset> Load()
    {
        using var file = typeof(Preset).Assembly.GetManifestResourceStream("presets.json")!;
        return JsonSerializer.Deserialize<Collection>(file, Strict)!.Presets;
    }
}

/// <summary>What a preset sets of one step; null leaves it as it is.</summary>
/// <param name="Node">Id of the step.</param>
/// <param name="On">启用.</param>
/// <param name="Who">Registered name of who is asked.</param>
/// <param name="Deadline">Id of the deadline rule.</param>
/// <param name="Policy">When the round passes.</param>
/// <param name="Deemed">逾期视为.</param>
public sealed record PresetStep(
    string Node,
    bool? On = null,
    string? Who = null,
    string? Deadline = null,
    string? Policy = null,
    bool? Deemed = null
);
