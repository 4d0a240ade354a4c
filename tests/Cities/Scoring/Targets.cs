using System.Text.Json.Nodes;

namespace JointMeeting.Cities.Scoring;

internal static class Targets
{
    /// <summary>Where one verb governs several numbers (建设6个…、2个…), each is a target; 200万元 is as good as 2000000元.</summary>
    public static IEnumerable<JsonNode> Each(JsonNode target)
    {
        List<JsonNode?> values = target["values"] is JsonArray { Count: > 1 } several
            ? [.. several]
            : [target["value"]];
        var unit = Values.Text(target["unit"]) ?? "";
        var factor = unit.FirstOrDefault() switch
        {
            '万' => 10_000m,
            '亿' => 100_000_000m,
            _ => 1,
        };
        foreach (var value in values)
        {
            var one = target.DeepClone();
            one["value"] = value is null ? null : decimal.Parse(value.ToJsonString()) * factor;
            one["unit"] = factor == 1 ? unit : unit[1..];
            yield return one;
        }
    }
}
