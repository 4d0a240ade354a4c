using System.Text.Json.Nodes;

namespace JointMeeting.Documents.Recognising.Figures;

/// <summary>Targets and indicators as JSON. A lost value is null with lost true, never 0; what is computed follows what is read.</summary>
internal static class FiguresJson
{
    public static JsonNode Of(Target target) =>
        new JsonObject
        {
            ["clause"] = target.Clause,
            ["row"] = target.Row,
            ["section"] = target.Section,
            ["name"] = target.Name,
            ["scope"] = target.Scope,
            ["text"] = target.Text,
            ["op"] = target.Op,
            ["value"] = target.Values is [var only] ? only : null,
            ["values"] = new JsonArray([.. target.Values.Select(value => (JsonNode)value)]),
            ["unit"] = target.Unit,
            ["line"] = target.Line,
            ["doubt"] = target.Doubt,
        };

    public static JsonNode Of(Indicator indicator) =>
        new JsonObject
        {
            ["id"] = indicator.Id,
            ["set"] = indicator.Set,
            ["clause"] = indicator.Clause,
            ["name"] = indicator.Name,
            ["raw"] = indicator.Raw,
            ["target"] = indicator.Target,
            ["targetText"] = indicator.TargetText,
            ["op"] = indicator.Op,
            ["unit"] = indicator.Unit,
            ["actual"] = indicator.Actual,
            ["lost"] = indicator.Lost,
            ["previous"] = indicator.Previous,
            ["delta"] = indicator.Delta,
            ["pending"] = indicator.Pending,
            ["parts"] = new JsonArray([
                .. indicator.Parts.Select(part => new JsonObject { ["name"] = part.Name, ["value"] = part.Value }),
            ]),
            ["sumOfParts"] = indicator.SumOfParts,
            ["arithmeticOk"] = indicator.PartsAgree,
            ["met"] = indicator.Met,
            ["metBasis"] = indicator.Basis is { } basis ? Word(basis) : null,
            ["metWord"] = indicator.MetWord,
            ["overBy"] = indicator.OverBy,
            ["completionRate"] = indicator.CompletionRate,
            ["line"] = indicator.Line,
        };

    private static string Word(MetBasis basis) =>
        basis switch
        {
            MetBasis.Text => "text",
            MetBasis.Figures => "figures",
            MetBasis.Contradicted => "contradicted",
        };
}
