using System.Text.Json;
using System.Text.Json.Nodes;

namespace JointMeeting.Documents.Tests.Recognising;

/// <summary>Compares one fact of a truth file with one of the product's JSON, in the fields the truth has.</summary>
internal static class SeedFacts
{
    public static bool IsTarget(JsonElement truth, JsonNode read)
    {
        var values = Has(truth, "values")
            ? [.. truth.GetProperty("values").EnumerateArray().Select(value => value.GetDecimal())]
            : new List<decimal> { truth.GetProperty("value").GetDecimal() };
        var place = new[] { "item", "clause", "work" }.FirstOrDefault(name => Has(truth, name));
        return values.SequenceEqual(read["values"]!.AsArray().Select(value => value!.GetValue<decimal>()))
            && (place is null || truth.GetProperty(place).GetInt32() == read["clause"]?.GetValue<int>())
            && (!Has(truth, "where") || Text(truth, "where") == $"{read["section"]}")
            && (!Has(truth, "op") || Text(truth, "op") == $"{read["op"]}")
            && (!Has(truth, "unit") || Text(truth, "unit") == $"{read["unit"]}")
            && $"{read["text"]}".Contains(Text(truth, "text")!);
    }

    /// <summary>All values; the name and the unit are scored apart, since the truth words them freely.</summary>
    public static bool IsIndicator(JsonElement truth, JsonNode read)
    {
        var lost = Has(truth, "actualLost");
        return Text(truth, "id") == $"{read["id"]}"
            && lost == read["lost"]!.GetValue<bool>()
            && $"{read["raw"]}".Contains(Text(truth, "raw")!)
            && Agrees(truth, "target", read["target"], read["targetText"])
            && ActualAgrees(truth, read)
            && new[] { "previous", "delta", "overBy", "completionRate", "sumOfParts", "pending" }.All(name =>
                Agrees(truth, name, read[name], null)
            )
            && (!Has(truth, "op") || Text(truth, "op") == $"{read["op"]}")
            && PartsAgree(truth, read)
            && (!Has(truth, "arithmeticOk") || Flag(truth, "arithmeticOk") == read["arithmeticOk"]?.GetValue<bool>())
            && MetAgrees(truth, read);
    }

    public static bool IsTime(JsonElement truth, JsonNode read)
    {
        var (raw, norm, own) = (Text(truth, "raw")!.Trim('(', ')'), Text(truth, "norm")!, $"{read["raw"]}");
        return (raw.Contains(own) || own.Contains(raw))
            && Kinds(norm).Contains($"{read["kind"]}")
            && HasDays(norm, read);
    }

    private static string[] Kinds(string norm) =>
        norm switch
        {
            _ when norm.StartsWith("point") || norm.StartsWith("fixed") => ["point"],
            _ when norm is "yearly" => ["recurring"],
            _ when norm.StartsWith("year") || norm.StartsWith("month") && !norm.Contains("milestone") =>
            [
                "during",
                "label",
                "by",
            ],
            _ when norm.StartsWith("milestone") || norm.StartsWith("by") => ["by"],
            _ when norm.StartsWith("start within") => ["during"],
            _ when norm.StartsWith("ongoing until") => ["ongoingUntil"],
            _ when norm.StartsWith("ongoing") => ["ongoing"],
            _ when norm.StartsWith("recurring") || norm is "school year" => ["recurring"],
            _ when norm.StartsWith("range") || norm.StartsWith("academic") => ["range", "during", "by", "ongoingUntil"],
            _ when norm.StartsWith("from") => ["range", "ambiguous"],
            _ when norm.StartsWith("no ") => ["soft"],
            _ when norm.StartsWith("relative: school year") => ["recurring"],
            _ when norm.StartsWith("relative") || norm.StartsWith("future") || norm.StartsWith("past years") =>
            [
                "relative",
                "ambiguous",
            ],
            _ => ["label"],
        };

    /// <summary>The last day, where the truth names one; a month or a year is that of its last day.</summary>
    private static bool HasDays(string norm, JsonNode read)
    {
        var days = System.Text.RegularExpressions.Regex.Matches(norm.Split('(')[0], "[0-9]{4}-[0-9]{2}-[0-9]{2}");
        return norm.StartsWith("from")
            ? days.Count == 0 || read["start"] is null || $"{read["start"]}" == days[0].Value
            : days.Count == 0 || $"{read["end"]}" == days[^1].Value;
    }

    private static bool ActualAgrees(JsonElement truth, JsonNode read)
    {
        if (!truth.TryGetProperty("actual", out var actual) || actual.ValueKind is JsonValueKind.Null)
            return read["actual"] is null;
        if (actual.ValueKind is JsonValueKind.Number)
            return actual.GetDecimal() == read["actual"]?.GetValue<decimal>();
        return actual.EnumerateObject().Select(part => part.Value.GetDecimal()).SequenceEqual(Parts(read));
    }

    private static bool PartsAgree(JsonElement truth, JsonNode read) =>
        Has(truth, "parts") ? Numbers(truth, "parts").SequenceEqual(Parts(read))
        : Has(truth, "lead")
            ? Parts(read)
                .SequenceEqual([truth.GetProperty("lead").GetDecimal(), truth.GetProperty("assist").GetDecimal()])
        : true;

    /// <summary>Where the truth says the claim is doubtful, the product leaves it open and says it is contradicted.</summary>
    private static bool MetAgrees(JsonElement truth, JsonNode read) =>
        !truth.TryGetProperty("met", out var met)
        || (
            met.ValueKind is JsonValueKind.String
                ? read["met"] is null && $"{read["metBasis"]}" == "contradicted"
                : (met.ValueKind is JsonValueKind.Null) == (read["met"] is null)
                    && (met.ValueKind is JsonValueKind.Null || met.GetBoolean() == read["met"]!.GetValue<bool>())
                    && (!Has(truth, "metBasis") || Text(truth, "metBasis") == $"text says {read["metWord"]}")
        );

    private static bool Agrees(JsonElement truth, string name, JsonNode? number, JsonNode? text) =>
        !truth.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null ? true
        : value.ValueKind is JsonValueKind.Number ? value.GetDecimal() == number?.GetValue<decimal>()
        : value.GetString() == $"{text}";

    private static IEnumerable<decimal> Numbers(JsonElement truth, string name) =>
        truth.GetProperty(name).EnumerateArray().Select(value => value.GetDecimal());

    private static IEnumerable<decimal> Parts(JsonNode read) =>
        read["parts"]!.AsArray().Select(part => part!["value"]!.GetValue<decimal>());

    private static bool Flag(JsonElement truth, string name) => truth.GetProperty(name).GetBoolean();

    public static bool Has(JsonElement truth, string name) => truth.TryGetProperty(name, out _);

    public static string? Text(JsonElement truth, string name) => truth.GetProperty(name).GetString();
}
