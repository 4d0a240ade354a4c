using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using JointMeeting.Documents.Recognising.Figures;
using JointMeeting.Documents.Recognising.Findings;
using JointMeeting.Documents.Recognising.Ledgers;
using JointMeeting.Domain.Numbers;
using JointMeeting.Domain.Texts.Deadlines;

namespace JointMeeting.Documents.Recognising;

/// <summary>A notice as one JSON object: camel case, Chinese unescaped, dates as yyyy-MM-dd.</summary>
public static class NoticeJson
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(Notice notice) => ToNode(notice).ToJsonString(Readable);

    public static JsonObject ToNode(Notice notice) =>
        new()
        {
            ["title"] = notice.Heading.Title?.Value,
            ["documentNumber"] = notice.Heading.Number?.Value.Canonical,
            ["documentNumberStatus"] = notice.Heading.Number?.Value.Status.Word(),
            ["issuer"] = notice.Heading.Issuer?.Value,
            ["issueDate"] = Date(notice.Heading.Issued?.Value),
            ["publishDate"] = Date(notice.Heading.Published?.Value),
            ["indexNumber"] = notice.Heading.IndexNumber,
            ["validity"] = notice.Heading.Validity,
            ["issuedDocument"] = notice.Heading.IssuedDocument?.Value,
            ["recipients"] = Strings(notice.Heading.Recipients.Select(unit => unit.Value)),
            ["citations"] = Array(notice.Citations, NoticePartsJson.Citation),
            ["namedDocuments"] = Array(notice.NamedDocuments, NoticePartsJson.Named),
            ["attachments"] = Strings(notice.Attachments),
            ["roster"] = notice.Roster is { } roster ? Roster(roster) : NoRoster(),
            ["clauses"] = Array(notice.Clauses, Clause),
            ["ledger"] = notice.Ledger is { } ledger ? Ledger(ledger, notice.Columns) : null,
            ["tasks"] = Array(notice.Tasks, Task),
            ["calendar"] = Array(notice.Calendar, Entry),
            ["proposals"] = Array(notice.Proposals, NoticePartsJson.Proposals),
            ["duties"] = Array(notice.Duties, NoticePartsJson.Duty),
            ["times"] = Array(notice.Times, NoticePartsJson.Time),
            ["targets"] = Array(notice.Targets, FiguresJson.Of),
            ["indicators"] = Array(notice.Indicators, FiguresJson.Of),
            ["findings"] = Array(notice.Findings, NoticePartsJson.Finding),
            ["doubts"] = Array(ProposedFacts.Of(notice).Where(fact => !fact.IsBeyondDoubt), NoticePartsJson.Doubt),
            ["remarks"] = Strings(notice.Remarks),
        };

    private static JsonObject NoRoster() => new() { ["name"] = null, ["persons"] = new JsonArray() };

    private static JsonObject Roster(Roster roster) =>
        new()
        {
            ["name"] = roster.Name?.Value,
            ["persons"] = Array(
                roster.Persons,
                person => new JsonObject
                {
                    ["name"] = person.Name,
                    ["unit"] = person.Unit,
                    ["post"] = person.Post,
                    ["role"] = person.Role,
                    ["line"] = person.Line,
                }
            ),
            ["memberUnits"] = Strings(roster.MemberUnits),
            ["substitutionMode"] = roster.Substitution?.Value.Word(),
            ["substitutionRule"] = roster.SubstitutionText?.Value,
            ["liaisonRule"] = roster.LiaisonRule?.Value,
            ["officeUnit"] = roster.Office?.Value,
            ["frequency"] = roster.Frequency?.Value,
            ["deputyConvenorStated"] = roster.StatesDeputy,
            ["officeStated"] = roster.StatesOffice,
            ["liaisonStated"] = roster.StatesLiaison,
            ["meetingFrequencyStated"] = roster.Frequency is not null,
        };

    private static JsonNode Clause(Clause clause) =>
        new JsonObject
        {
            ["number"] = clause.Number,
            ["label"] = clause.Label,
            ["section"] = clause.Section,
            ["title"] = clause.Title,
            ["text"] = clause.Text,
            ["lead"] = Strings(clause.Units.Lead.Select(unit => unit.Name)),
            ["responsible"] = Strings(clause.Units.Responsible.Select(unit => unit.Name)),
            ["deadline"] = Deadline(clause.Deadline),
            ["milestones"] = Array(clause.Milestones, Deadline),
            ["line"] = clause.Line,
        };

    private static JsonObject Ledger(Ledger ledger, IReadOnlyList<ReadColumn> columns) =>
        new()
        {
            ["title"] = ledger.Title?.Value,
            ["asOf"] = Date(ledger.AsOf?.Value),
            ["columns"] = Array(
                columns,
                column => new JsonObject
                {
                    ["heading"] = column.Heading,
                    ["holds"] = column.Column.ToString().ToLowerInvariant(),
                }
            ),
        };

    private static JsonNode Task(TaskRow row)
    {
        var task = new JsonObject
        {
            ["number"] = row.Number,
            ["section"] = row.Section,
            ["clause"] = row.Clause,
            ["text"] = row.Text,
            ["details"] = Strings(row.Details),
            ["units"] = Strings(row.Units.All),
            ["lead"] = Strings(row.Lead),
            ["leadBasis"] = row.Basis?.Word(),
            ["deadline"] = Deadline(row.Deadline),
            ["milestones"] = Array(row.Milestones, Deadline),
            ["line"] = row.Line,
        };
        if (row.Standing is { } standing)
        {
            task["status"] = standing.Status is { } status
                ? new JsonObject { ["raw"] = status.Raw, ["value"] = status.Value?.Word() }
                : null;
            task["progress"] = standing.Progress;
            task["more"] = standing.More;
        }
        return task;
    }

    private static JsonNode Entry(CalendarEntry entry) =>
        new JsonObject
        {
            ["month"] = entry.Month,
            ["lastMonth"] = entry.LastMonth,
            ["number"] = entry.Number,
            ["text"] = entry.Text,
            ["start"] = Date(entry.Start),
            ["end"] = Date(entry.End),
            ["units"] = Strings(entry.Units.All),
            ["matters"] = Strings(entry.Matters),
            ["line"] = entry.Line,
        };

    internal static JsonNode? Deadline(ReadTime? time)
    {
        if (time is null)
            return null;
        var json = new JsonObject
        {
            ["raw"] = time.Value.Raw,
            ["kind"] = time.Value.Kind.Word(),
            ["date"] = Date(time.Value.Date),
            ["repaired"] = time.Value.Repaired,
        };
        if (time.After is { } after)
            (json["event"], json["offset"]) = (after.Event, after.Offset);
        return json;
    }

    internal static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd");

    internal static JsonArray Strings(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)text)]);

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> write) => new([.. items.Select(write)]);
}
