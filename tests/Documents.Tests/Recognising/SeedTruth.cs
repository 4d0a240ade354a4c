using System.Text.Json;
using System.Text.Json.Nodes;

namespace JointMeeting.Documents.Tests.Recognising;

/// <summary>Brings a seed's ground truth into the shape of the product's JSON: one line of text per fact.</summary>
internal static class SeedTruth
{
    public static IReadOnlyList<string> Facts(JsonElement truth) =>
        [
            $"title {Text(truth, "title")}",
            $"number {Text(truth, "docNo")}",
            $"issuer {Text(truth, "issuer")}",
            $"date {Text(truth, "issueDate")}",
            $"recipients {List(truth, "mainRecipients")}",
            .. Items(truth, "citedDocs").Select(cited => $"cites {Text(cited, "title")} {Text(cited, "docNo")}"),
            .. Roster(truth.GetProperty("jointMeeting")),
            .. Items(truth, "bodyClauses")
                .Select(clause =>
                    $"clause {clause.GetProperty("no")} {Text(clause, "section")} {Text(clause, "title")} | {List(clause, "leadUnits")} | {List(clause, "responsibleUnits")}"
                ),
            .. Items(truth.GetProperty("appendix2"), "rows").Select(Row),
        ];

    private static IEnumerable<string> Roster(JsonElement meeting) =>
        [
            $"roster {Text(meeting, "name")} rule {Text(meeting, "substitutionRule")}",
            .. Items(meeting, "members")
                .Prepend(meeting.GetProperty("convenor"))
                .Select(person =>
                    $"person {Text(person, "role")} {Text(person, "name")} {Text(person, "unit")} {Text(person, "post")}"
                ),
        ];

    private static string Row(JsonElement row)
    {
        var deadline = row.GetProperty("deadline");
        return $"task {row.GetProperty("no")} {Text(row, "section")} clause {row.GetProperty("bodyClause")} {Text(row, "task")} | {List(row, "units")} | "
            + $"lead {Text(row, "leadUnitConvention")} convention | {Text(deadline, "raw")} {Text(deadline, "kind")} {Text(deadline, "end")} {Text(deadline, "repaired")}";
    }

    private static bool NamesEachLead(JsonElement row)
    {
        var units = Items(row, "units").Select(unit => unit.GetString()).ToList();
        return Items(row, "leadUnitsInBody").All(lead => units.Contains(lead.GetString()));
    }

    public static IReadOnlyList<string> Findings(JsonElement truth)
    {
        var checks = truth.GetProperty("crossChecks");
        var rows = Items(truth.GetProperty("appendix2"), "rows").ToList();
        return
        [
            .. Items(checks, "taskUnitsNotMembers").Select(unit => $"taskUnitNotMember  {unit.GetString()}"),
            .. Items(checks, "memberUnitsWithoutTasks").Select(unit => $"memberWithoutTask  {unit.GetString()}"),
            .. checks
                .GetProperty("rowsWhoseUnitsDifferFromBody")
                .EnumerateObject()
                .Select(row =>
                    $"unitsDifferFromBody {row.Name} {string.Join('、', row.Value.EnumerateArray().Select(unit => unit.GetString()))}"
                ),
            .. rows.Where(row => row.GetProperty("leadUnitsInBody").GetArrayLength() > 1 && NamesEachLead(row))
                .Select(row => $"jointLead {row.GetProperty("no")} {List(row, "leadUnitsInBody")}"),
            .. rows.Where(row => row.GetProperty("textDamage").GetArrayLength() > 0)
                .Select(row => $"damagedText {row.GetProperty("no")} "),
        ];
    }

    /// <summary>The same lines from what the product prints.</summary>
    public static IReadOnlyList<string> Facts(JsonNode read) =>
        [
            $"title {read["title"]}",
            $"number {read["documentNumber"]}",
            $"issuer {read["issuer"]}",
            $"date {read["issueDate"]}",
            $"recipients {Join(read["recipients"])}",
            .. Nodes(read["citations"]).Select(cited => $"cites {cited["title"]} {cited["documentNumber"]}"),
            $"roster {read["roster"]!["name"]} rule {read["roster"]!["substitutionRule"]}",
            .. Nodes(read["roster"]!["persons"])
                .Select(person => $"person {person["role"]} {person["name"]} {person["unit"]} {person["post"]}"),
            .. Nodes(read["clauses"])
                .Select(clause =>
                    $"clause {clause["number"]} {clause["section"]} {clause["title"]} | {Join(clause["lead"])} | {Join(clause["responsible"])}"
                ),
            .. Nodes(read["tasks"])
                .Select(task =>
                    $"task {task["number"]} {task["section"]} clause {task["clause"]} {task["text"]} | {Join(task["units"])} | lead {Join(task["lead"])} {task["leadBasis"]} | "
                    + $"{task["deadline"]!["raw"]} {task["deadline"]!["kind"]} {task["deadline"]!["date"]} {task["deadline"]!["repaired"]}"
                ),
        ];

    public static IReadOnlyList<string> Findings(JsonNode read) =>
        [.. Nodes(read["findings"]).Select(finding => $"{finding["kind"]} {finding["row"]} {Join(finding["units"])}")];

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.GetProperty(name).EnumerateArray();

    private static string List(JsonElement element, string name) =>
        string.Join('、', Items(element, name).Select(item => item.GetString()));

    private static IEnumerable<JsonNode> Nodes(JsonNode? array) => array!.AsArray().OfType<JsonNode>();

    private static string Join(JsonNode? array) => string.Join('、', Nodes(array).Select(node => node.ToString()));
}
