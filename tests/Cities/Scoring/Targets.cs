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
        var (factor, unit) = Measure(target);
        foreach (var value in values)
        {
            var one = target.DeepClone();
            one["value"] = value is null ? null : decimal.Parse(value.ToJsonString()) * factor;
            one["unit"] = unit;
            yield return one;
        }
    }

    /// <summary>3.26万人 is as good as 32600人, whichever the truth or the importer writes.</summary>
    public static JsonNode WrittenOut(JsonNode indicator)
    {
        var (factor, unit) = Measure(indicator);
        if (factor == 1)
            return indicator;
        var one = indicator.DeepClone();
        one["unit"] = unit;
        foreach (var name in (string[])["target", "actual", "previous"])
            if (one[name] is { } value)
                one[name] = decimal.Parse(value.ToJsonString()) * factor;
        return one;
    }

    private static (decimal Factor, string Unit) Measure(JsonNode item)
    {
        var unit = Values.Text(item["unit"]) ?? "";
        return unit.FirstOrDefault() switch
        {
            '万' => (10_000m, unit[1..]),
            '亿' => (100_000_000m, unit[1..]),
            _ => (1m, unit),
        };
    }
}
